import { clauses } from '#contracts/sparkrtc/index.ts';
import type { Finding } from '#harness/check.ts';
import { claimFor } from '../../claims/claim.ts';
import * as claims from '../../claims/state.ts';
import { inOrder } from '../../kit/plan.ts';
import { besides, implications, type BesideCase } from '../../kit/relations.ts';
import { tellStory } from '../../kit/teller.ts';
import { expectOwnCompany } from '../../oracles/company.ts';
import { expectImplied, expectKeptBeside } from '../../oracles/relations.ts';
import { sparkKit } from '../kit.ts';
import { collidingStreams } from '../peculiar.ts';
import { bothFormats, twoFiles, type Pair } from '../stories.ts';
import type { FileSpec, JobSpec, Story } from '../story.ts';

const { completionNotified, eventCompleted } = clauses;

export const recordsEachFile = claimFor('sparkrtc', claims.recordsEachFile, {
  clauses: [completionNotified, eventCompleted],
  hint: 'Store what callbacks say before you answer 200, and make sure that the observation shows it.',
  experiments: (context) => {
    const told = (name: string, isTold: boolean): ReturnType<typeof tellStory> => ({
      ...tellStory(sparkKit, bothFormats, isTold ? inOrder(bothFormats) : [], context, name),
      lookFirst: true,
    });
    return [
      {
        title: 'a stream in both formats from start to end, and nothing at all',
        key: 'directed:0',
        arms: [told('in-order', true), told('in-order-again', true), told('nothing', false)],
        shows: 'in-order',
      },
    ];
  },
});

/** The completions of two files, each beside the other, after both have begun. */
function completions(title: string, pair: Pair): BesideCase<Story> {
  return { title, story: twoFiles(title, pair), before: [0, 1], one: [2], other: [3] };
}

const apart = { evaluate: expectKeptBeside, needs: ['state/records-each-file'] } as const;

/** What two jobs record is kept, each file with its own job and room. */
const jobsApart = {
  ...apart,
  evaluate: (seen: Parameters<typeof expectKeptBeside>[0]): readonly Finding[] => [
    ...expectKeptBeside(seen),
    ...expectOwnCompany(seen),
  ],
} as const;
const formats = ['HLS', 'MP4'] as const;

/** Two files of one job, the second where the first ends. */
function cut(spec: FileSpec, kind: JobSpec['kind'] = 'automatic'): Pair {
  return { files: [spec, { ...spec, afterSeconds: 600 }], jobs: { T1: { kind } } };
}

export const segmentsStayApart = claimFor('sparkrtc', claims.segmentsStayApart, {
  ...apart,
  title: 'All files of one stream are kept, and a new one that begins takes nothing from them',
  clauses: [eventCompleted, clauses.cutAtLength, clauses.pauseAlways, clauses.eventStarted],
  hint: 'Key files by object: a job completes one file for each cut and pause, under one job_id and stream_name.',
  experiments: (context) =>
    besides(sparkKit, context, [
      ...formats.map((format) => completions(`two ${format} files of a stream`, cut({ format }))),
      completions('two files of a mixed stream', cut({}, 'mixed')),
      ...formats.map((format): BesideCase<Story> => {
        const title = `a complete ${format} file and the beginning of the next`;
        const events: Story['events'] = [
          ['F1', 'start'],
          ['F1', 'complete'],
          ['F2', 'start'],
        ];
        const story = { ...twoFiles(title, cut({ format })), events };
        return { title, story, before: [0], one: [1], other: [2] };
      }),
    ]),
});

const formatsClaim = claims.stateClaim({
  path: 'state/formats-stay-apart',
  title: 'The HLS recording and the MP4 file of one stream are both kept',
  basis: 'stated',
  needs: ['state/records-each-file'],
  hint: 'A rule may record both formats at once: job, stream and times are equal then, so keep the format (or object) in the key.',
  evaluate: expectKeptBeside,
});

export const formatsStayApart = claimFor('sparkrtc', formatsClaim, {
  clauses: [clauses.formats, clauses.recordFormat, eventCompleted],
  experiments: (context) =>
    besides(
      sparkKit,
      context,
      [
        [0, 600],
        [600, 0],
      ]
        .map(([afterHls = 0, afterMp4 = 0]) =>
          completions(afterHls < afterMp4 ? 'HLS, then MP4' : 'MP4, then HLS', {
            files: [
              { format: 'HLS', afterSeconds: afterHls },
              { format: 'MP4', afterSeconds: afterMp4 },
            ],
          }),
        )
        .concat(
          completions('HLS and MP4 of the same time', {
            files: [{ format: 'HLS' }, { format: 'MP4' }],
          }),
        ),
    ),
});

/**
 * A file of each of two jobs: its completion after both jobs have begun, and the whole of each job by itself, which
 * shows what a job is called when it is alone.
 */
function ofTwoJobs(
  title: string,
  T1: JobSpec,
  T2: JobSpec,
  identifiers?: Story['identifiers'],
): readonly BesideCase<Story>[] {
  const told = formats.map((format) =>
    completions(`${title}, ${format}`, {
      files: [
        { job: 'T1', format },
        { job: 'T2', format },
      ],
      jobs: { T1, T2 },
      ...(identifiers === undefined ? {} : { identifiers }),
    }),
  );
  return [
    ...told,
    ...told.map(({ title: what, story }) => ({
      title: `${what}, with their beginnings`,
      story,
      one: [0, 2],
      other: [1, 3],
    })),
  ];
}

export const usersStayApart = claimFor('sparkrtc', claims.usersStayApart, {
  ...jobsApart,
  clauses: [clauses.fileOfEachUser, clauses.streamNameAutomatic, clauses.streamNameSingle],
  hint: 'A room has a stream per user, each under a job of its own: make job or stream part of the recording’s key.',
  experiments: (context) =>
    besides(sparkKit, context, [
      ...ofTwoJobs('two users of a room', { user: 'U1' }, { user: 'U2' }),
      ...ofTwoJobs(
        'two users of a room through the API',
        { user: 'U1', kind: 'single' },
        { user: 'U2', kind: 'single' },
      ),
    ]),
});

export const streamsStayApart = claimFor('sparkrtc', claims.streamsStayApart, {
  ...jobsApart,
  title: 'A user’s camera and screen are both kept',
  clauses: [clauses.streamNameAutomatic, eventCompleted],
  hint: 'The names of a user’s two streams differ in their last letters alone, av_m and v_a: keep the whole name.',
  experiments: (context) =>
    besides(
      sparkKit,
      context,
      ofTwoJobs('camera and screen', { media: 'camera' }, { media: 'screen' }),
    ),
});

export const tasksStayApart = claimFor('sparkrtc', claims.tasksStayApart([]), {
  ...jobsApart,
  title: 'Two jobs of one stream are both kept',
  clauses: [clauses.jobId, clauses.streamNameAutomatic],
  hint: 'Who comes back into a room gets a new job under the same stream_name: key by job_id or object, not by stream.',
  experiments: (context) =>
    besides(
      sparkKit,
      context,
      ofTwoJobs('two jobs of a stream', { startedAgoSeconds: 7200 }, { startedAgoSeconds: 3600 }),
    ),
});

const collidingClaim = claims.stateClaim({
  path: 'state/colliding-streams-stay-apart',
  title: 'Streams of two rooms that have the same name are both kept',
  basis: 'inferred',
  needs: ['state/records-each-file', 'callback/accepts-linked-room-ids'],
  hint: 'Underscores in ids are not escaped, so appid_roomid_userid reads in several ways: go by job_id and room_id.',
  evaluate: jobsApart.evaluate,
});

export const collidingStreamsStayApart = claimFor('sparkrtc', collidingClaim, {
  clauses: [clauses.identityFields, clauses.identifiers, clauses.streamNameAutomatic],
  experiments: (context) =>
    besides(
      sparkKit,
      context,
      ofTwoJobs(
        'two streams of one name',
        { room: 'R1', user: 'U1', startedAgoSeconds: 7200 },
        { room: 'R2', user: 'U2', startedAgoSeconds: 3600 },
        collidingStreams,
      ),
    ),
});

const mixedClaim = claims.stateClaim({
  path: 'state/mixed-streams-count',
  title: 'Files of mixed streams are kept like those of single ones, and beside them',
  basis: 'inferred',
  needs: ['state/records-each-file'],
  hint: 'The stream_name of a mixed stream begins with m_ and ends with the room: it names no user, which is no fault.',
  evaluate: (seen) => [...jobsApart.evaluate(seen), ...expectImplied(seen, 'mixed-stream-lost')],
});

export const mixedStreamsCount = claimFor('sparkrtc', mixedClaim, {
  clauses: [clauses.streamNameMixed, eventCompleted],
  notApplicable: ({ scope }) =>
    scope === 'single' ? 'the configuration says that single streams alone are recorded' : null,
  experiments: (context) => {
    const cases = ofTwoJobs('a single and a mixed stream', { kind: 'single' }, { kind: 'mixed' });
    return [
      ...besides(sparkKit, context, cases),
      ...implications(
        sparkKit,
        context,
        cases.slice(0, formats.length).map(({ title, story }) => ({
          title: `${title}, each alone`,
          known: { story, events: [0, 2] },
          knownWithout: { story, events: [0] },
          asked: { story, events: [1, 3] },
          askedWithout: { story, events: [1] },
        })),
      ).map((experiment) => ({ ...experiment, key: `${experiment.key}:alone` })),
    ];
  },
});
