import type { FindingTrack, TrackPart } from '#harness/check.ts';

/** One file of a recording. */
export interface TrackFile {
  /** For people: the serial number, the last part of the key. */
  readonly label: string;
  readonly seconds: number;
  /** What the finding is about. */
  readonly wrong?: boolean;
}

/** A file that says when it began, in seconds of any clock. */
export interface TimedFile extends TrackFile {
  readonly startSeconds: number;
}

/** A file that says its place. */
export interface NumberedFile extends TrackFile {
  readonly serial: number;
}

/** So many files are drawn around the first that is wrong: findings stay small however long a recording is. */
const filesMax = 40;
/** Clocks and names are whole seconds; what is shorter is neither a gap nor an overlap. */
const slackSeconds = 2;

/** Files along time by their own starts, with the gaps and overlaps between them. Order does not matter. */
export function trackByTime(name: string, files: readonly TimedFile[]): FindingTrack {
  const shown = around(files.toSorted((a, b) => a.startSeconds - b.startSeconds));
  const origin = shown[0]?.startSeconds ?? 0;
  const parts: TrackPart[] = [];
  let end = 0;
  for (const file of shown) {
    const start = file.startSeconds - origin;
    if (parts.length > 0 && Math.abs(start - end) > slackSeconds) {
      parts.push({
        kind: start > end ? 'gap' : 'overlap',
        label: lengthText(Math.abs(start - end)),
        startSeconds: Math.min(start, end),
        endSeconds: Math.max(start, end),
      });
    }
    parts.push(partOf(file, start));
    end = Math.max(end, start + file.seconds);
  }
  return { name, parts };
}

/**
 * Files that do not say when they began, one after the other by serial number; those that are left out take as much room
 * as their neighbour.
 * @param firstSerial the serial number with which a recording begins.
 */
export function trackBySerial(
  name: string,
  files: readonly NumberedFile[],
  firstSerial: number,
): FindingTrack {
  const order = files.toSorted((a, b) => a.serial - b.serial);
  const shown = around(order);
  const parts: TrackPart[] = [];
  let next = shown[0] === order[0] ? firstSerial : (shown[0]?.serial ?? firstSerial);
  let end = 0;
  for (const file of shown) {
    const left = file.serial - next;
    if (left > 0) {
      const room = Math.max(1, file.seconds) * Math.min(left, filesMax);
      const last = file.serial - 1;
      const label = left === 1 ? String(last) : `${String(next)}–${String(last)}`;
      parts.push({ kind: 'missing', label, startSeconds: end, endSeconds: end + room });
      end += room;
    }
    parts.push(partOf(file, end));
    end += file.seconds;
    next = Math.max(next, file.serial + 1);
  }
  return { name, parts };
}

function partOf({ label, seconds, wrong }: TrackFile, startSeconds: number): TrackPart {
  return {
    kind: wrong === true ? 'wrong' : 'file',
    label: wrong === true ? `${label}, ${lengthText(seconds)}` : label,
    startSeconds,
    endSeconds: startSeconds + seconds,
  };
}

/** The files around the first wrong one, or the first ones. */
function around<F extends TrackFile>(files: readonly F[]): readonly F[] {
  const wrong = Math.max(
    0,
    files.findIndex((file) => file.wrong === true),
  );
  const from = Math.max(0, Math.min(wrong - filesMax / 2, files.length - filesMax));
  return files.slice(from, from + filesMax);
}

function lengthText(seconds: number): string {
  return `${seconds.toFixed(seconds < 10 ? 1 : 0)} s`;
}
