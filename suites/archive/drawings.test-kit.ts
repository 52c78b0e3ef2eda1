import type { ArchiveZoo } from '#fixtures/archives/subject.ts';
import type { CheckId, TrackLane } from '#harness/check.ts';
import { judgeSubject, type RuledJudge } from './matrix.test-kit.ts';

/**
 * What the first finding of a check on an archive of the zoo draws: each part in a line, files that nothing is wrong with
 * only counted.
 * @throws Error where the zoo has no such archive.
 */
export async function drawingOf(
  suite: RuledJudge,
  zoo: ArchiveZoo,
  name: string,
  check: CheckId,
): Promise<Drawing> {
  const subject = zoo.defective.find((one) => one.name === name);
  if (subject === undefined) {
    throw new Error(`There is no archive ${name}.`);
  }
  const outcomes = await judgeSubject(suite, zoo, subject);
  const [finding] = outcomes.find(({ id }) => id === check)?.findings ?? [];
  const { track, place } = finding ?? {};
  return {
    ...(track === undefined ? {} : { drawn: linesOf(track) }),
    ...(track?.against === undefined ? {} : { against: linesOf(track.against) }),
    ...(place === undefined
      ? {}
      : { place: `${String(place.offsetBytes)} of ${String(place.sizeBytes)}` }),
  };
}

/** A drawing as a table of tests has it. */
export interface Drawing {
  /** The number of files, then what is wrong. */
  readonly drawn?: readonly string[];
  readonly against?: readonly string[];
  readonly place?: string;
}

function linesOf({ parts }: TrackLane): readonly string[] {
  const odd = parts.filter(({ kind }) => kind !== 'file');
  return [
    `${String(parts.length - odd.length)} files`,
    ...odd.map(
      ({ kind, label, startSeconds, endSeconds }) =>
        `${kind} ${label} @${startSeconds.toFixed(0)}-${endSeconds.toFixed(0)}`,
    ),
  ];
}
