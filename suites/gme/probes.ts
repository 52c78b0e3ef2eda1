import type { Probe } from '../kit/service.ts';
import { mixedFile, oneFile } from './stories.ts';
import type { Story } from './story.ts';

/** Event types and recording modes taking turns: every one is forged, and none has to wait long. */
export const probesInTurn: readonly Probe<Story>[] = [
  { story: oneFile, event: 2 },
  { story: mixedFile, event: 0 },
  { story: oneFile, event: 1 },
  { story: mixedFile, event: 2 },
  { story: oneFile, event: 0 },
  { story: mixedFile, event: 1 },
];

/** One callback of each event type. */
export const probesOfEachType: readonly Probe<Story>[] = [
  { story: oneFile, event: 0 },
  { story: mixedFile, event: 1 },
  { story: oneFile, event: 2 },
];
