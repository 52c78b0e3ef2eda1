import { clauses } from '#contracts/sparkrtc/index.ts';
import { claimFor } from '../../claims/claim.ts';
import * as claims from '../../claims/state.ts';
import { afterManyRooms } from '../../kit/many-rooms.ts';
import { besides, firstAndLast, numbered } from '../../kit/relations.ts';
import { expectKeptBeside } from '../../oracles/relations.ts';
import { sparkKit } from '../kit.ts';
import type { FileSpec, JobSpec, Story } from '../story.ts';

const formats = ['HLS', 'MP4'] as const;

/** Completions of so many files in the same second. */
function completions(
  title: string,
  files: Story['files'],
  jobs: Readonly<Record<string, JobSpec>> = {},
): Story {
  return {
    title,
    sameSecond: true,
    files,
    jobs,
    events: Object.keys(files).map((symbol) => [symbol, 'complete']),
  };
}

const jobCount = 8;

const jobsClaim = claims.stateClaim({
  path: 'state/earlier-tasks-stay',
  title: 'Earlier jobs of a room are not forgotten when later ones come',
  basis: 'inferred',
  needs: ['state/tasks-stay-apart'],
  hint: 'Keep every job of a room; a new one does not replace the last, and no cache may evict what was not stored.',
  evaluate: expectKeptBeside,
});

export const earlierTasksStay = claimFor('sparkrtc', jobsClaim, {
  clauses: [clauses.jobId, clauses.completionNotified],
  experiments: (context) =>
    besides(
      sparkKit,
      context,
      firstAndLast(
        completions(
          'eight jobs of a stream',
          numbered('F', jobCount, (number): FileSpec => ({ job: `T${String(number)}` })),
          numbered('T', jobCount, (number): JobSpec => ({
            startedAgoSeconds: 36_000 - number * 3600,
          })),
        ),
      ),
    ),
});

/** An evening that a rule cuts every minute. */
const fileCount = 30;

const filesClaim = claims.stateClaim({
  path: 'state/earlier-files-stay',
  title: 'Of thirty files of one job, the first is kept like the last',
  basis: 'inferred',
  needs: ['state/segments-stay-apart'],
  hint: 'Keep every file: a rule may cut every minute, and a list that is rewritten as a whole must hold them all.',
  evaluate: expectKeptBeside,
});

export const earlierFilesStay = claimFor('sparkrtc', filesClaim, {
  clauses: [clauses.cutAtLength, clauses.hlsLength, clauses.mp4Length, clauses.completionNotified],
  experiments: (context) =>
    besides(
      sparkKit,
      context,
      formats.flatMap((format) =>
        firstAndLast(
          completions(
            `thirty ${format} files of a stream`,
            numbered('F', fileCount, (number): FileSpec => ({
              format,
              afterSeconds: number * 60,
              lengthSeconds: 60,
            })),
          ),
        ),
      ),
    ),
});

export const earlierRoomsStay = claimFor('sparkrtc', claims.earlierRoomsStay, {
  clauses: [clauses.completionNotified],
  experiments: (context) => [afterManyRooms(sparkKit, context)],
});
