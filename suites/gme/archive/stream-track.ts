import type { Finding } from '#harness/check.ts';
import { trackBySerial, trackByTime, type NumberedFile } from '../../archive/track.ts';
import type { Segment } from './index-archive.ts';

/** Where a recording's first file stands. */
const firstSerial = 0;

/** Files of one task by serial number, those that are spoken of marked, for the finding's drawing. */
export function serialTrack(
  files: readonly Segment[],
  wrong: ReadonlySet<Segment> = new Set(),
): Pick<Finding, 'track'> {
  return { track: trackBySerial(folderOf(files), numberedOf(files, wrong), firstSerial) };
}

/** Some files of one task that follow each other: what is missing before them is not shown. */
export function excerptTrack(files: readonly Segment[]): Pick<Finding, 'track'> {
  const from = Math.min(...files.map(({ seqNo }) => seqNo ?? 0));
  return { track: trackBySerial(folderOf(files), numberedOf(files, new Set()), from) };
}

function numberedOf(
  files: readonly Segment[],
  wrong: ReadonlySet<Segment>,
): readonly NumberedFile[] {
  return files.map((segment) => {
    const serial = segment.seqNo ?? 0;
    return { label: String(serial), serial, seconds: segment.seconds, wrong: wrong.has(segment) };
  });
}

/** Files that carry their own start, the later of two that overlap marked. */
export function timeTrack(files: readonly Segment[], wrong: Segment): Pick<Finding, 'track'> {
  const timed = files.map((segment) => ({
    label: segment.key.slice(segment.key.lastIndexOf('/') + 1),
    startSeconds: segment.startSeconds,
    seconds: segment.seconds,
    wrong: segment === wrong,
  }));
  return { track: trackByTime(folderOf(files), timed) };
}

function folderOf([first]: readonly Segment[]): string {
  return first === undefined ? '' : first.key.slice(0, Math.max(0, first.key.lastIndexOf('/')));
}
