import type { Finding } from '#harness/check.ts';
import { lastPart } from '../../archive/playlist-track.ts';
import { drawn, trackBySerial, trackByTime, type NumberedFile } from '../../archive/track.ts';
import type { Segment } from './index-archive.ts';
import type { Span } from './room-tasks.ts';

/** Where a recording's first file stands. */
const firstSerial = 0;

/** Files of one task by serial number, those that are spoken of marked, for the finding's drawing. */
export function serialTrack(
  files: readonly Segment[],
  wrong: ReadonlySet<Segment> = new Set(),
): Pick<Finding, 'track'> {
  return serials(files, wrong, firstSerial);
}

/** Some files of one task that follow each other: what is missing before them is not shown. */
export function excerptTrack(files: readonly Segment[]): Pick<Finding, 'track'> {
  return serials(files, new Set(), Math.min(...files.map(({ seqNo }) => seqNo ?? 0)));
}

function serials(
  files: readonly Segment[],
  wrong: ReadonlySet<Segment>,
  from: number,
): Pick<Finding, 'track'> {
  const numbered = files.map((segment): NumberedFile => {
    const serial = segment.seqNo ?? 0;
    const mark = wrong.has(segment) ? ({ kind: 'wrong' } as const) : undefined;
    return { label: serialLabel(String(serial)), serial, seconds: segment.seconds, mark };
  });
  return drawn(trackBySerial(folderOf(files), numbered, from, serialLabel));
}

function serialLabel(serial: string): string {
  return `serial ${serial}`;
}

/** Files that carry their own start, with their overlaps. */
export function timeTrack(files: readonly Segment[]): Pick<Finding, 'track'> {
  const timed = files.map(({ key, startSeconds, seconds }) => ({
    label: lastPart(key),
    startSeconds,
    seconds,
  }));
  return drawn(trackByTime({ name: folderOf(files), files: timed }));
}

/** Tasks of one room along time, each as long as it surely was, with their overlap. */
export function tasksTrack(room: string, tasks: readonly Span[]): Pick<Finding, 'track'> {
  const files = tasks.map(({ key, startSeconds, endSecondsMin }) => ({
    label: lastPart(key),
    startSeconds,
    seconds: endSecondsMin - startSeconds,
  }));
  return drawn(trackByTime({ name: room, files }));
}

function folderOf([first]: readonly Segment[]): string {
  return first === undefined ? '' : first.key.slice(0, Math.max(0, first.key.lastIndexOf('/')));
}
