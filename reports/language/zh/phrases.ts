import type { Phrases } from '../phrases.ts';
import { archive } from './phrases/archive.ts';
import { gme } from './phrases/gme.ts';
import { receiver } from './phrases/receiver.ts';
import { run } from './phrases/run.ts';
import { sparkrtc } from './phrases/sparkrtc.ts';
import { trtc } from './phrases/trtc.ts';

/** Chinese of the texts with values that runs and findings consist of; no phrase stands in two of them. */
export const zhPhrases: readonly Phrases[] = [run, receiver, archive, gme, trtc, sparkrtc];
