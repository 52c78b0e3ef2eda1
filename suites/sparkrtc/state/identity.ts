import { clauses } from '#contracts/sparkrtc/index.ts';
import type { Experiment } from '#harness/experiment.ts';
import type { SuiteContext } from '#harness/suite.ts';
import { claimFor } from '../../claims/claim.ts';
import * as claims from '../../claims/state.ts';
import { comparisons } from '../../kit/experiments.ts';
import { expectConvergence } from '../../oracles/convergence.ts';
import { sparkKit } from '../kit.ts';
import { confusableRoomStories, confusableUserStories, identifierStories } from '../peculiar.ts';
import type { Story } from '../story.ts';

const { identifiers, identityFields, jobId } = clauses;

/** The same stories with plain and with peculiar identifiers: the states must be equal but for the names. */
function named(context: SuiteContext, stories: readonly Story[]): readonly Experiment[] {
  return comparisons(
    sparkKit,
    context,
    stories.map((story) => ({ title: story.title, plain: plainly(story), peculiar: story })),
  );
}

function plainly({ identifiers: _, ...story }: Story): Story {
  return story;
}

const recorded = 'state/records-each-file' as const;

export const roomsStayApart = claimFor('sparkrtc', claims.roomsStayApart, {
  clauses: [identifiers, identityFields],
  needs: [recorded, 'state/room-id-verbatim'],
  experiments: (context) => named(context, confusableRoomStories()),
});

export const roomIdVerbatim = claimFor('sparkrtc', claims.roomIdVerbatim, {
  clauses: [identifiers, identityFields],
  needs: [
    recorded,
    'callback/accepts-linked-room-ids',
    'callback/accepts-leading-zeros',
    'callback/accepts-long-room-ids',
  ],
  hint: 'Store room_id as the text it is, 64 characters wide; never take the room out of stream_name or obs_object.',
  experiments: (context) =>
    named(
      context,
      (['links', 'numbers', 'long'] as const).flatMap((family) => identifierStories(family)),
    ),
});

export const userIdsStayApart = claimFor('sparkrtc', claims.userIdsStayApart, {
  clauses: [identifiers, clauses.streamNameAutomatic],
  hint: 'Compare stream names byte for byte and whole: two ids of 64 characters stand in them, with underscores of their own.',
  experiments: (context) =>
    named(context, [...confusableUserStories(), ...identifierStories('users')]),
});

const jobClaim = claims.stateClaim({
  path: 'state/job-id-verbatim',
  title: 'A job is found again under the very id that the callback carried',
  level: 'SHOULD',
  basis: 'inferred',
  needs: ['callback/accepts-peculiar-job-ids'],
  hint: 'A job_id is an opaque string: no numbers, no case folding, no fixed width of 32 characters.',
  evaluate: (seen) => expectConvergence(seen, 'job-id-changed'),
});

/** Two jobs of a user whose ids differ at their ends alone. */
const confusableJobs: readonly Story[] = (
  [
    ['the last of 32 digits', (id: string) => [`${id.slice(0, -1)}0`, `${id.slice(0, -1)}1`]],
    ['letter case', (id: string) => [id, id.toUpperCase()]],
    ['what stands behind a hyphen', (id: string) => [`${id}-1`, `${id}-2`]],
  ] as const
).map(([title, pair]) => ({
  title: `job ids that differ in: ${title}`,
  jobs: { T1: { startedAgoSeconds: 7200 }, T2: { startedAgoSeconds: 3600 } },
  files: { F1: { job: 'T1' }, F2: { job: 'T2' } },
  events: [
    ['F1', 'start'],
    ['F2', 'start'],
    ['F1', 'complete'],
    ['F2', 'complete'],
  ],
  identifiers: (fresh) => {
    const [T1 = '', T2 = ''] = pair(fresh.job('T1'));
    return { T1, T2 };
  },
}));

export const jobIdVerbatim = claimFor('sparkrtc', jobClaim, {
  clauses: [jobId],
  experiments: (context) => named(context, [...identifierStories('jobs'), ...confusableJobs]),
});
