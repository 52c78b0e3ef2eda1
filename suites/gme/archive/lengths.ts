import { limits } from '#contracts/gme/index.ts';
import type { Finding } from '#harness/check.ts';
import { FindingList } from '../../archive/finding-list.ts';
import { isAmbiguousStream, type ArchiveIndex, type Segment } from './index-archive.ts';
import { hasOwnTimes } from './room-tasks.ts';
import { serialTrack, timeTrack } from './stream-track.ts';
import { cutSecondsMax, slackSeconds } from './tolerances.ts';

/** Segments that are longer than two hours. */
export function findLongSegments({ streams }: ArchiveIndex): readonly Finding[] {
  const findings = new FindingList();
  for (const { segments } of streams) {
    for (const segment of segments) {
      if (segment.seconds > limits.segmentSecondsMax + cutSecondsMax) {
        findings.add(() => ({
          at: segment.key,
          code: 'segment-too-long',
          expected: `at most ${String(limits.segmentSecondsMax)} s of audio`,
          actual: `${segment.seconds.toFixed(1)} s`,
          ...serialTrack(segments, new Set([segment])),
        }));
      }
    }
  }
  return findings.list();
}

/** So many segments of one length are no coincidence. */
const equalCutsMin = 4;
/** Interruptions may come in quick succession; a recorder that is set to other lengths cuts at longer ones, seconds. */
const cutLengthMin = 300;

/** Mixed tasks that are cut again and again at one length other than two hours. */
export function findOtherCuts({ streams }: ArchiveIndex): readonly Finding[] {
  const findings = new FindingList();
  for (const { mode, segments } of streams) {
    const cut = segments.toSorted((a, b) => (a.seqNo ?? 0) - (b.seqNo ?? 0)).slice(0, -1);
    const cuts = cut.map(({ seconds }) => seconds);
    const shortest = Math.min(...cuts);
    const longest = Math.max(...cuts);
    const [first] = segments;
    if (
      mode === 'mixed' &&
      first !== undefined &&
      cuts.length >= equalCutsMin &&
      longest - shortest <= cutSecondsMax &&
      shortest >= cutLengthMin &&
      longest < limits.segmentSecondsMax - cutSecondsMax
    ) {
      findings.add({
        at: first.key,
        code: 'cut-at-another-length',
        expected: `a new file every ${String(limits.segmentSecondsMax)} s`,
        actual: `${String(cuts.length)} files in a row of ${longest.toFixed(0)} s each`,
        ...serialTrack(segments, new Set(cut)),
      });
    }
  }
  return findings.list();
}

/** Segments of one stream that begin, by their own times, before the one before them has ended. */
export function findOverlappingSegments(index: ArchiveIndex): readonly Finding[] {
  const findings = new FindingList();
  for (const stream of index.streams) {
    // Without a task id, an ambiguous folder may hold two users' streams side by side.
    if (stream.taskId === undefined && isAmbiguousStream(stream)) {
      continue;
    }
    let before: Segment | undefined;
    const order = stream.segments.toSorted((a, b) => a.startSeconds - b.startSeconds);
    for (const segment of hasOwnTimes(stream, index.reading) ? order : []) {
      if (before !== undefined) {
        const between = segment.startSeconds - before.startSeconds;
        if (before.seconds > between + slackSeconds(1)) {
          const overlapping = [before, segment];
          const { key, seconds } = before;
          findings.add(() => ({
            at: segment.key,
            code: 'segments-overlap',
            expected: `a start at least ${seconds.toFixed(0)} s after that of ${key}`,
            actual: `${String(between)} s after it`,
            ...timeTrack(overlapping),
          }));
        }
      }
      before = segment;
    }
  }
  return findings.list();
}
