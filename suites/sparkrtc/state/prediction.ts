import {
  clauses,
  decodeCallback,
  eventTypes,
  type SparkCallback,
} from '#contracts/sparkrtc/index.ts';
import type { Name } from '#harness/experiment.ts';
import { isAccepted, type ArmRecord } from '#harness/observation.ts';
import { claimFor } from '../../claims/claim.ts';
import { stateClaim } from '../../claims/state.ts';
import { inOrder, sequence } from '../../kit/plan.ts';
import { tellStory } from '../../kit/teller.ts';
import { expectRecordings, type PredictedRecording } from '../../oracles/recordings.ts';
import { sparkKit } from '../kit.ts';
import { bothFormats, cutFile, oneFile, twoFiles } from '../stories.ts';

const claim = stateClaim({
  path: 'state/recordings-match-prediction',
  title: 'The mapped recordings are exactly the files that were told complete, each with its job',
  basis: 'inferred',
  hint: 'Compare the mapping in your configuration with the state, then the recordings with the timeline.',
  evaluate: ({ arms }) =>
    [...arms.values()].flatMap((record) => expectRecordings(record, predictedOf(record))),
});

const twoJobs = twoFiles('two users of a room', {
  files: [{ job: 'T1' }, { job: 'T2', format: 'MP4' }],
  jobs: { T1: { user: 'U1' }, T2: { user: 'U2' } },
});

export const recordingsMatchPrediction = claimFor('sparkrtc', claim, {
  clauses: [clauses.eventCompleted, clauses.obsAddress, clauses.jobId],
  notApplicable: ({ mapping }) =>
    mapping === null ? 'the configuration maps no recordings' : null,
  experiments: (context) =>
    [
      { story: oneFile, plan: inOrder(oneFile) },
      { story: oneFile, plan: sequence(0) },
      { story: bothFormats, plan: inOrder(bothFormats) },
      { story: cutFile, plan: inOrder(cutFile) },
      { story: twoJobs, plan: inOrder(twoJobs) },
    ].map(({ story, plan }, index) => {
      const arm = tellStory(sparkKit, story, plan, context, 'delivered', `mapped/${String(index)}`);
      const mapped = context.mapping === null ? arm : { ...arm, mapping: context.mapping };
      return {
        title: story.title,
        key: `directed:${String(index)}`,
        arms: [mapped],
        shows: 'delivered',
      };
    }),
});

/** One recording for each accepted completion; nothing else is one. */
function predictedOf({ arm, exchanges }: ArmRecord): readonly PredictedRecording[] {
  const { names, mapping } = arm;
  return exchanges.filter(isAccepted).flatMap(({ send }): readonly PredictedRecording[] => {
    const decoded = decodeCallback(send.request.body);
    if (!decoded.ok || decoded.callback.eventType !== eventTypes.fileCompleted) {
      return [];
    }
    const { eventType, jobId = '' } = decoded.callback;
    const [name, ...others] = spellingsOf(decoded.callback);
    return name === undefined
      ? []
      : [
          {
            symbol: symbolOf(names, name),
            names: [name, ...others],
            task: jobId,
            phase: mapping?.phases === undefined ? eventType : (mapping.phases[eventType] ?? null),
            kind: null,
          },
        ];
  });
}

/** How a state may call a file: its key, with its bucket in front, its URL, its own name. */
function spellingsOf({ obsObject, obsBucket = '', downloadUrl }: SparkCallback): readonly string[] {
  if (obsObject === undefined) {
    return [];
  }
  const base = obsObject.slice(obsObject.lastIndexOf('/') + 1);
  return [
    obsObject,
    `${obsBucket}/${obsObject}`,
    `obs://${obsBucket}/${obsObject}`,
    ...(downloadUrl === undefined ? [] : [downloadUrl]),
    base,
  ];
}

function symbolOf(names: readonly Name[], key: string): string {
  return names.find(({ value }) => value === key)?.symbol ?? key;
}
