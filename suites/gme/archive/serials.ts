import type { Finding } from '#harness/check.ts';
import { FindingList } from '../../archive/finding-list.ts';
import {
  isAmbiguousStream,
  type ArchiveIndex,
  type Segment,
  type Stream,
} from './index-archive.ts';
import { excerptTrack, serialTrack } from './stream-track.ts';

/** So many files on each side of a gap are drawn. */
const neighboursMax = 10;

/** Files of one stream that bear successive serial numbers: one task's, as far as the names tell. */
type Run = readonly Segment[];

/**
 * Splits a stream into runs by increasing serial. Usually it is one run already; where names carry the segment's own
 * time, a folder's files of several tasks follow each other and a run ends where the serial does not grow.
 */
function runsOf(stream: Stream, index: ArchiveIndex): readonly Run[] {
  const oneTask = stream.mode === 'mixed' || index.reading.nameTime === 'task-start';
  if (oneTask) {
    return [stream.segments.toSorted((a, b) => serialOf(a) - serialOf(b))];
  }
  const runs: Segment[][] = [];
  const byTime = (a: Segment, b: Segment): number =>
    a.startSeconds - b.startSeconds || serialOf(a) - serialOf(b);
  for (const segment of stream.segments.toSorted(byTime)) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run !== undefined && last !== undefined && serialOf(segment) > serialOf(last)) {
      run.push(segment);
    } else {
      runs.push([segment]);
    }
  }
  return runs;
}

function serialOf({ seqNo }: Segment): number {
  return seqNo ?? 0;
}

/** Streams whose names carry serial numbers. */
function numberedStreams({ streams }: ArchiveIndex): readonly Stream[] {
  return streams.filter(({ segments }) => segments.every(({ seqNo }) => seqNo !== undefined));
}

/** Where names carry the segment's own time, an ambiguous folder may interleave several users' files. */
function mayInterleave(stream: Stream, { reading }: ArchiveIndex): boolean {
  return (
    stream.mode === 'single' && reading.nameTime === 'segment-start' && isAmbiguousStream(stream)
  );
}

/** Streams whose first file is not number 0. */
export function findLateStarts(index: ArchiveIndex): readonly Finding[] {
  const findings = new FindingList();
  for (const stream of numberedStreams(index)) {
    const runs = mayInterleave(stream, index)
      ? [stream.segments.toSorted((a, b) => serialOf(a) - serialOf(b))]
      : runsOf(stream, index);
    for (const run of runs) {
      const [first] = run;
      if (first !== undefined && serialOf(first) !== 0) {
        findings.add(() => ({
          at: first.key,
          code: 'first-serial-not-zero',
          expected: 'a file with the serial number 0 in the same stream and task',
          actual: `the smallest serial number is ${String(serialOf(first))}`,
          ...serialTrack(run),
        }));
      }
    }
  }
  return findings.list();
}

/** Serial numbers that are left out between a stream's first and last file. */
export function findGaps(index: ArchiveIndex): readonly Finding[] {
  const findings = new FindingList();
  const settled = numberedStreams(index).filter((stream) => !mayInterleave(stream, index));
  for (const run of settled.flatMap((stream) => runsOf(stream, index))) {
    for (const [position, segment] of run.entries()) {
      const before = run[position - 1];
      if (before !== undefined && serialOf(segment) > serialOf(before) + 1) {
        findings.add(() => ({
          at: segment.key,
          code: 'serial-missing',
          expected: `the serial number ${String(serialOf(before) + 1)} after ${String(serialOf(before))}`,
          actual: `the next is ${String(serialOf(segment))}`,
          ...excerptTrack(
            run.slice(Math.max(0, position - neighboursMax), position + neighboursMax),
          ),
        }));
      }
    }
  }
  return findings.list();
}

/** Serial numbers that two files of one mixed task bear. */
export function findRepeatedSerials(index: ArchiveIndex): readonly Finding[] {
  const findings = new FindingList();
  for (const { mode, segments } of index.streams) {
    const seen = new Map<number, Segment>();
    for (const segment of mode === 'mixed' ? segments : []) {
      const twin = seen.get(serialOf(segment));
      if (twin !== undefined) {
        findings.add({
          at: segment.key,
          code: 'serial-twice',
          expected: 'one file for each serial number of a task',
          actual: `${twin.key} has the serial number ${String(serialOf(segment))} too`,
        });
      }
      seen.set(serialOf(segment), segment);
    }
  }
  return findings.list();
}
