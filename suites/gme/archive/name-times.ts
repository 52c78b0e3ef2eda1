import type { ArchiveFacts } from '#harness/archive-facts.ts';
import type { Finding } from '#harness/check.ts';
import { FindingList } from '../../archive/finding-list.ts';
import {
  isAmbiguousStream,
  recordingsOf,
  type ArchiveIndex,
  type Segment,
} from './index-archive.ts';
import { paddingSecondsMax } from './tolerances.ts';

/** How far the clocks of recorder and storage may differ, seconds. */
const clockSkewSeconds = 60;
/** By how much a name written in UTC is too early when it is taken for UTC+8, seconds. */
const utcShiftSeconds = 8 * 3600;
/** An upload follows a recording within this time where nothing is wrong, seconds: "several minutes", generously. */
const uploadSecondsMax = 1800;
/** Recordings that lie further apart than this cannot all be eight hours late because they were copied at one time. */
const spreadSecondsMin = 3600;

/** Recordings that, by their names, began after they were last modified. */
export function findNamesAfterUpload(facts: ArchiveFacts): readonly Finding[] {
  const findings = new FindingList();
  for (const { object, name } of recordingsOf(facts)) {
    const aheadSeconds =
      object.modifiedMs === undefined ? 0 : name.startSeconds - object.modifiedMs / 1000;
    if (aheadSeconds > clockSkewSeconds) {
      findings.add({
        at: object.key,
        code: 'named-after-upload',
        expected: 'a start time before the object’s last modification',
        actual: `the name is ${String(Math.round(aheadSeconds))} s later`,
      });
    }
  }
  return findings.list();
}

/** Recordings that are longer than the time between the start in their names and their last modification. */
export function findUploadsBeforeEnd({ reading, streams }: ArchiveIndex): readonly Finding[] {
  const findings = new FindingList();
  for (const stream of streams) {
    // Segments before this one took their time too, where all names carry the one start of one stream's task.
    const adds =
      reading.nameTime === 'task-start' &&
      (stream.mode === 'mixed' || reading.nameId === 'serial') &&
      !isAmbiguousStream(stream);
    let before = 0;
    for (const segment of stream.segments.toSorted((a, b) => (a.seqNo ?? 0) - (b.seqNo ?? 0))) {
      before += segment.seconds - (segment.seconds > 0 ? paddingSecondsMax : 0);
      const needed = adds ? before : segment.seconds;
      const startedAgo = sinceStart(segment);
      if (
        startedAgo !== undefined &&
        startedAgo >= -clockSkewSeconds &&
        needed > startedAgo + clockSkewSeconds
      ) {
        findings.add({
          at: segment.key,
          code: 'uploaded-before-end',
          expected: `a last modification at least ${needed.toFixed(0)} s after the start in the name, when the audio was complete`,
          actual: `${startedAgo.toFixed(0)} s after it`,
        });
      }
    }
  }
  return findings.list();
}

/** Every recording was uploaded about eight hours after it ended: the names are in UTC. */
export function findUtcNames({ streams, counts }: ArchiveIndex): readonly Finding[] {
  const latenesses = streams.flatMap((stream) =>
    stream.segments.flatMap((segment) => {
      const startedAgo = sinceStart(segment);
      return startedAgo === undefined
        ? []
        : [{ segment, lateSeconds: startedAgo - utcShiftSeconds - segment.seconds, stream }];
    }),
  );
  // The start in the name is the file's own only in a task's first file, and surely only in the mix of the room.
  const telling = latenesses.filter(
    ({ segment, stream }) =>
      (segment.seqNo ?? 0) === 0 && (stream.mode === 'mixed' || counts.mixed === 0),
  );
  const starts = telling.map(({ segment }) => segment.startSeconds).sort((a, b) => a - b);
  const spread = (starts.at(-1) ?? 0) - (starts[0] ?? 0);
  const [first] = telling;
  const isShifted =
    latenesses.every(({ lateSeconds }) => lateSeconds >= -clockSkewSeconds) &&
    telling.every(({ lateSeconds }) => lateSeconds <= uploadSecondsMax);
  return first === undefined || !isShifted || spread < spreadSecondsMin
    ? []
    : [
        {
          at: first.segment.key,
          code: 'names-in-utc',
          expected: 'a start time at UTC+8',
          actual: `each of ${String(telling.length)} recordings was uploaded eight hours after its end, as if names were in UTC (dialect gme-name-utc)`,
        },
      ];
}

/** Seconds from the start in the name to the last modification; negative where the name is later. */
function sinceStart({ modifiedMs, startSeconds }: Segment): number | undefined {
  return modifiedMs === undefined ? undefined : modifiedMs / 1000 - startSeconds;
}
