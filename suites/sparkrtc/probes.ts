import type { Probe } from '../kit/service.ts';
import { mixedFile, mp4File, oneFile } from './stories.ts';
import type { Story } from './story.ts';

/** Events taking turns, which every reading has: each kind is forged, and none has to wait long. */
export const probesInTurn: readonly Probe<Story>[] = [
  { story: oneFile, event: 1 },
  { story: mixedFile, event: 0 },
  { story: mp4File, event: 1 },
  { story: oneFile, event: 0 },
  { story: mixedFile, event: 1 },
];

/** One callback of each event of files, of each format, and one of a mixed stream. */
export const probesOfFiles: readonly Probe<Story>[] = [
  { story: oneFile, event: 1 },
  { story: oneFile, event: 0 },
  { story: mp4File, event: 1 },
  { story: mixedFile, event: 1 },
];

/** The end of a job, which some readings do not have. */
export const probeOfEnd: Probe<Story> = { story: oneFile, event: 2 };
