import type { Finding, FindingTrack, TrackLane, TrackPart } from '#harness/check.ts';

/** What is said of one file of a recording. */
export interface TrackMark {
  /** What is wrong with it; absent where nothing is. */
  readonly kind?: 'wrong' | 'missing' | 'misplaced';
  /** More for people: `not in the playlist`. */
  readonly note?: string;
  /** Of a long recording its surroundings are drawn. Where no file has it, those of the first that is wrong. */
  readonly isFocus?: boolean;
  /** The gap before it should not be there: it is marked, too. */
  readonly followsGap?: boolean;
}

/** One file of a recording. */
export interface TrackFile {
  /** For people: the serial number, the last part of the key. */
  readonly label: string;
  readonly seconds: number;
  readonly mark?: TrackMark | undefined;
}

/** A file that says when it began, in Unix seconds. */
export interface TimedFile extends TrackFile {
  readonly startSeconds: number;
}

/** A file that says its place. */
export interface NumberedFile extends TrackFile {
  readonly serial: number;
}

/** Files on one clock. */
export interface TimedLane {
  /** For people. */
  readonly name: string;
  readonly files: readonly TimedFile[];
}

/** How files are drawn along time. */
export interface TimeTrackOptions {
  /** What the files are held against. */
  readonly against?: TimedLane;
  /** Shorter gaps and overlaps are not marked: names and clocks are whole seconds. Default 2. */
  readonly slackSeconds?: number;
}

/** So many files are drawn around the first that is wrong: findings stay small however long a recording is. */
const filesMax = 40;
const slackSecondsDefault = 2;

/**
 * Files along time by their own starts, with their overlaps and those gaps that should not be there. Order does not
 * matter; files that nothing is said of are drawn as they are.
 */
export function trackByTime(
  { name, files }: TimedLane,
  { against, slackSeconds = slackSecondsDefault }: TimeTrackOptions = {},
): FindingTrack {
  const order = sorted(files);
  const shown = around(order);
  const beside = order.length > filesMax ? within(sorted(against?.files ?? []), shown) : undefined;
  const others = beside ?? sorted(against?.files ?? []);
  const starts = [order[0], sorted(against?.files ?? [])[0]].flatMap((first) =>
    first === undefined ? [] : [first.startSeconds],
  );
  const origin = starts.length === 0 ? 0 : Math.min(...starts);
  return {
    name,
    parts: partsByTime(shown, origin, slackSeconds),
    ...(starts.length === 0 ? {} : { beginsAtMs: Math.round(origin * 1000) }),
    ...(against === undefined
      ? {}
      : {
          against: {
            name: against.name,
            parts: partsByTime(others.slice(0, filesMax), origin, slackSeconds),
          },
        }),
  };
}

function sorted(files: readonly TimedFile[]): readonly TimedFile[] {
  return files.toSorted((a, b) => a.startSeconds - b.startSeconds);
}

/** The files that are under way at some time of the others. */
function within(files: readonly TimedFile[], others: readonly TimedFile[]): readonly TimedFile[] {
  const from = Math.min(...others.map(({ startSeconds }) => startSeconds));
  const to = Math.max(...others.map(endOf));
  return files.filter((file) => file.startSeconds < to && endOf(file) > from);
}

function partsByTime(
  files: readonly TimedFile[],
  origin: number,
  slackSeconds: number,
): readonly TrackPart[] {
  const parts: TrackPart[] = [];
  // What is not there leaves no gap behind it, and overlaps with nothing.
  let covered = (files[0]?.startSeconds ?? origin) - origin;
  let recorded = covered;
  for (const file of files) {
    const start = file.startSeconds - origin;
    const end = start + file.seconds;
    const isThere = file.mark?.kind !== 'missing';
    if (file.mark?.followsGap === true && start - covered > slackSeconds) {
      parts.push(between('gap', covered, start));
    } else if (isThere && recorded - start > slackSeconds) {
      parts.push(between('overlap', start, recorded));
    }
    parts.push(partOf(file, start));
    covered = Math.max(covered, end);
    recorded = isThere ? Math.max(recorded, end) : recorded;
  }
  return parts;
}

function between(kind: 'gap' | 'overlap', startSeconds: number, endSeconds: number): TrackPart {
  return { kind, label: lengthText(endSeconds - startSeconds), startSeconds, endSeconds };
}

/**
 * Files that do not say when they began, one after the other by serial number; those that are left out take as much room
 * as their neighbour.
 * @param firstSerial the serial number with which a recording begins.
 * @param call how those that are missing are called, by their numbers: `3`, `3–5`.
 */
export function trackBySerial(
  name: string,
  files: readonly NumberedFile[],
  firstSerial: number,
  call: (numbers: string) => string = (numbers) => numbers,
): TrackLane {
  const order = files.toSorted((a, b) => a.serial - b.serial);
  const shown = around(order);
  const parts: TrackPart[] = [];
  const [first] = shown;
  const skipped = first === undefined ? [] : order.slice(0, order.indexOf(first));
  let next = skipped.length === 0 ? firstSerial : (first?.serial ?? firstSerial);
  let end = skipped.reduce((sum, { seconds }) => sum + seconds, 0);
  for (const file of shown) {
    const left = file.serial - next;
    if (left > 0) {
      const room = Math.max(1, file.seconds) * Math.min(left, filesMax);
      const last = file.serial - 1;
      const label = call(left === 1 ? String(last) : `${String(next)}–${String(last)}`);
      parts.push({ kind: 'missing', label, startSeconds: end, endSeconds: end + room });
      end += room;
    }
    parts.push(partOf(file, end));
    end += file.seconds;
    next = Math.max(next, file.serial + 1);
  }
  return { name, parts };
}

/** Stretches longer than this are missing where another lane has them, seconds. */
const uncoveredSecondsMin = 5;

/** What one lane has and the other lacks, as missing files of the other: for recordings that should be there twice. */
export function missingOf(
  files: readonly TimedFile[],
  reference: readonly TimedFile[],
): readonly TimedFile[] {
  const missing: TimedFile[] = [];
  for (const { startSeconds, seconds } of sorted(reference)) {
    let from = startSeconds;
    const to = startSeconds + seconds;
    for (const file of sorted(files).filter((one) => endOf(one) > from && one.startSeconds < to)) {
      addMissing(missing, from, file.startSeconds);
      from = Math.max(from, endOf(file));
    }
    addMissing(missing, from, to);
  }
  return missing;
}

function addMissing(missing: TimedFile[], from: number, to: number): void {
  const seconds = to - from;
  const before = missing.at(-1);
  if (before !== undefined && from - endOf(before) < 1 && seconds > 0) {
    // Two files of the reference follow each other: what is missing is one stretch.
    missing.pop();
    addMissing(missing, before.startSeconds, to);
  } else if (seconds > uncoveredSecondsMin) {
    const mark = { kind: 'missing' } as const;
    missing.push({ label: lengthText(seconds), startSeconds: from, seconds, mark });
  }
}

/** The drawing of a finding, where there is something to draw. */
export function drawn(track: FindingTrack): Pick<Finding, 'track'> {
  return track.parts.length === 0 ? {} : { track };
}

/** A moment for a label, `23:59:50`, in UTC. */
export function clockOf(unixSeconds: number): string {
  const date = new Date(unixSeconds * 1000);
  return Number.isNaN(date.valueOf()) ? '' : date.toISOString().slice(11, 19);
}

/** A length for a label. */
export function lengthText(seconds: number): string {
  return `${seconds.toFixed(seconds < 10 ? 1 : 0)} s`;
}

function endOf({ startSeconds, seconds }: TimedFile): number {
  return startSeconds + seconds;
}

function partOf({ label, seconds, mark }: TrackFile, startSeconds: number): TrackPart {
  const { kind = 'file', note } = mark ?? {};
  const said = [label, kind === 'wrong' ? lengthText(seconds) : '', note ?? ''];
  return {
    kind,
    label: said.filter((one) => one !== '').join(', '),
    startSeconds,
    endSeconds: startSeconds + seconds,
  };
}

/** The files around the one that is meant, the first wrong one, or the first ones. */
function around<F extends TrackFile>(files: readonly F[]): readonly F[] {
  const meant = files.findIndex(({ mark }) => mark?.isFocus === true);
  const wrong = files.findIndex(({ mark }) => mark?.kind !== undefined);
  const at = Math.max(0, meant === -1 ? wrong : meant);
  const from = Math.max(0, Math.min(at - filesMax / 2, files.length - filesMax));
  return files.slice(from, from + filesMax);
}
