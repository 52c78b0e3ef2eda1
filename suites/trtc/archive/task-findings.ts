import { limits, roomKey, type Mp4ObjectFile } from '#contracts/trtc/index.ts';
import type { Finding } from '#harness/check.ts';
import { FindingList } from '../../archive/finding-list.ts';
import { drawn, trackBySerial, type NumberedFile, type TrackMark } from '../../archive/track.ts';
import type { ArchiveIndex, Mp4Object, Stream, Task } from './index-archive.ts';
import { mp4Label, mp4Name } from './stream-track.ts';

/** One finding for each further value that the files of one task should share. */
function findDivided<V>(
  { tasks }: ArchiveIndex,
  code: string,
  valuesOf: (task: Task) => ReadonlyMap<V, string>,
  describe: (value: V) => string,
): readonly Finding[] {
  const findings = new FindingList();
  for (const task of tasks.values()) {
    let first: readonly [V, string] | undefined;
    for (const [value, key] of valuesOf(task)) {
      if (first === undefined) {
        first = [value, key];
        continue;
      }
      findings.add({
        at: key,
        code,
        expected: `${describe(first[0])}, as ${first[1]}, which is of the same task`,
        actual: describe(value),
      });
    }
  }
  return findings.list();
}

/** Tasks whose files lie in several folders. */
export function findDividedFolders(index: ArchiveIndex): readonly Finding[] {
  return findDivided(
    index,
    'another-folder',
    ({ folders }) => folders,
    (folder) => `the folder ${folder}`,
  );
}

/** Tasks whose files carry several rooms. */
export function findDividedRooms(index: ArchiveIndex): readonly Finding[] {
  return findDivided(
    index,
    'another-room',
    ({ rooms }) => rooms,
    (room) => `the room ${roomKey(room)}`,
  );
}

/** Tasks with files of single streams and of a mixed one. */
export function findDividedModes(index: ArchiveIndex): readonly Finding[] {
  return findDivided(
    index,
    'another-mode',
    ({ modes }) => modes,
    (mode) => `a ${mode} stream`,
  );
}

/** The MP4 files of one recording, by index; of those without one the first. */
export interface Mp4Sequence {
  readonly task: Task;
  readonly stream: Mp4ObjectFile['stream'];
  readonly files: readonly Mp4Object[];
}

/** MP4 files by the stream that they hold. */
export function mp4Sequences({ tasks }: ArchiveIndex): readonly Mp4Sequence[] {
  return [...tasks.values()].flatMap((task) => {
    const sequences = new Map<string, Mp4Object[]>();
    for (const mp4 of task.mp4Files) {
      const { stream } = mp4.file;
      const folder = mp4.key.slice(0, mp4.key.lastIndexOf('/'));
      const of = stream.mode === 'mixed' ? [folder] : [folder, stream.userId, stream.mediaId];
      const known = sequences.get(JSON.stringify(of)) ?? [];
      known.push(mp4);
      sequences.set(JSON.stringify(of), known);
    }
    return [...sequences.values()].flatMap((files) => {
      const sorted = files.toSorted((a, b) => (a.file.index ?? 0) - (b.file.index ?? 0));
      const [first] = sorted;
      return first === undefined ? [] : [{ task, stream: first.file.stream, files: sorted }];
    });
  });
}

/** A file that is this close to a bound was cut there. */
const cutShare = 0.98;

/** Whether an MP4 file has reached a length or size at which it is cut. */
function isAtCut({ seconds, size }: Mp4Object): boolean {
  return seconds * 1000 >= cutShare * limits.mp4MsMax || size >= cutShare * limits.mp4BytesMax;
}

/** Indices where nothing was cut, and files without an index beside others that have one. */
export function findNeedlessIndices(index: ArchiveIndex): readonly Finding[] {
  const findings = new FindingList();
  for (const sequence of mp4Sequences(index)) {
    const [first, ...others] = sequence.files;
    if (first?.file.index === undefined) {
      for (const { key } of first === undefined ? [] : others) {
        findings.add(() => ({
          at: key,
          code: 'index-beside-none',
          expected: 'an index in all names of a recording that was cut, or in none',
          actual: `${first?.key ?? ''} is of the same recording and has none`,
          ...sequenceTrack(sequence, (file) =>
            file === first ? { kind: 'misplaced', note: 'without an index' } : undefined,
          ),
        }));
      }
    } else if (others.length === 0 && first.file.index === 1 && !isAtCut(first)) {
      findings.add({
        at: first.key,
        code: 'index-without-cut',
        expected: 'no index, because the recording was not cut',
        actual: 'the index 1, and no other file of this recording',
      });
    }
  }
  return findings.list();
}

/** Indices that are left out: the first, or one between others. */
export function findIndexGaps(index: ArchiveIndex): readonly Finding[] {
  const findings = new FindingList();
  for (const sequence of mp4Sequences(index)) {
    let last = 0;
    for (const mp4 of sequence.files.filter((one) => one.file.index !== undefined)) {
      const before = last;
      const number = mp4.file.index ?? 0;
      if (number > before + 1) {
        findings.add(() => ({
          at: mp4.key,
          code: 'index-missing',
          expected: `the index ${String(before + 1)} ${before === 0 ? 'first' : `after ${String(before)}`}`,
          actual: `the next is ${String(number)}`,
          ...sequenceTrack(sequence, (file) => (file === mp4 ? { isFocus: true } : undefined)),
        }));
      }
      last = number;
    }
  }
  return findings.list();
}

/** By how much a recorder may go beyond the moment of a cut: to the next key frame, milliseconds. */
const cutLateMsMax = 60_000;
/** The same in bytes: a minute of the fastest picture that the API offers. */
const cutLateBytesMax = 64 * 2 ** 20;

/** MP4 files that are longer than a day, or larger than 2 GB. */
export function findUncutFiles(index: ArchiveIndex): readonly Finding[] {
  const findings = new FindingList();
  for (const sequence of mp4Sequences(index)) {
    for (const mp4 of sequence.files) {
      const { key, seconds, size } = mp4;
      if (seconds * 1000 > limits.mp4MsMax + cutLateMsMax) {
        findings.add(() => ({
          at: key,
          code: 'longer-than-a-day',
          expected: `at most ${String(limits.mp4MsMax / 1000)} s`,
          actual: `${seconds.toFixed(1)} s`,
          ...sequenceTrack(sequence, (file) => (file === mp4 ? { kind: 'wrong' } : undefined)),
        }));
      }
      if (size > limits.mp4BytesMax + cutLateBytesMax) {
        findings.add({
          at: key,
          code: 'larger-than-2-gb',
          expected: `at most ${String(limits.mp4BytesMax)} bytes`,
          actual: `${String(size)} bytes`,
          // Where it should have been cut.
          place: { key, offsetBytes: limits.mp4BytesMax, sizeBytes: size },
        });
      }
    }
  }
  return findings.list();
}

/** MP4 files by index; those that are left out take as much room as the next. */
function sequenceTrack(
  sequence: Mp4Sequence,
  markOf: (file: Mp4Object) => TrackMark | undefined,
): Pick<Finding, 'track'> {
  const files = sequence.files.map((mp4): NumberedFile => {
    const { index } = mp4.file;
    const label = mp4Label(mp4);
    return { label, serial: index ?? 0, seconds: mp4.seconds, mark: markOf(mp4) };
  });
  const first = sequence.files[0]?.file.index === undefined ? 0 : 1;
  return drawn(trackBySerial(mp4Name(sequence), files, first, (indices) => `MP4 ${indices}`));
}

/** Streams of one task that were recorded at the same time, more than the service takes. */
export function findCrowdedTasks({ tasks }: ArchiveIndex): readonly Finding[] {
  const findings = new FindingList();
  for (const { streams } of tasks.values()) {
    const borders = streams
      .flatMap((stream) => spansOf(stream))
      .sort((a, b) => a.atMs - b.atMs || a.opens - b.opens);
    const open = new Map<string, number>();
    for (const { owner, opens, key } of borders) {
      const count = (open.get(owner) ?? 0) + opens;
      if (count > 0) {
        open.set(owner, count);
      } else {
        open.delete(owner);
      }
      if (open.size > limits.streamsMax) {
        findings.add({
          at: key,
          code: 'too-many-streams',
          expected: `at most ${String(limits.streamsMax)} streams of a room at the same time`,
          actual: `${String(open.size)} streams`,
        });
        break;
      }
    }
  }
  return findings.list();
}

interface Border {
  readonly atMs: number;
  readonly opens: 1 | -1;
  readonly owner: string;
  readonly key: string;
}

/** What is cut off at both ends of a segment, so that neighbours in time do not count as simultaneous, milliseconds. */
const marginMs = 500;

function spansOf({ stream, segments }: Stream): readonly Border[] {
  if (stream.mode === 'mixed') {
    return [];
  }
  const owner = JSON.stringify([stream.userId, stream.mediaId]);
  return segments
    .filter(({ object }) => object.seconds * 1000 > 2 * marginMs)
    .flatMap(({ startMs, object: { key, seconds } }) => [
      { atMs: startMs + marginMs, opens: 1 as const, owner, key },
      { atMs: startMs + seconds * 1000 - marginMs, opens: -1 as const, owner, key },
    ]);
}
