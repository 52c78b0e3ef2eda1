import { clauses } from '#contracts/gme/index.ts';
import { isAccepted, type ArmRecord } from '#harness/observation.ts';
import { claimFor } from '../../claims/claim.ts';
import { stateClaim } from '../../claims/state.ts';
import { inOrder, sequence } from '../../kit/plan.ts';
import { tellStory } from '../../kit/teller.ts';
import { expectRecordings, type PredictedRecording } from '../../oracles/recordings.ts';
import { gmeKit } from '../kit.ts';
import { bothStreams, oneFile, twoSegments, twoTasks } from '../stories.ts';

const claim = stateClaim({
  path: 'state/recordings-match-prediction',
  title:
    'The mapped recordings are exactly those that the callbacks reported, each in the highest phase reported',
  basis: 'inferred',
  hint: 'Compare the mapping in your configuration with the state, then the recordings with the timeline.',
  evaluate: ({ arms }) =>
    [...arms.values()].flatMap((record) => expectRecordings(record, predictedOf(record))),
});

export const recordingsMatchPrediction = claimFor('gme', claim, {
  clauses: [
    clauses.eventsPerFile,
    clauses.eventStarted,
    clauses.eventCompleted,
    clauses.eventUploaded,
  ],
  notApplicable: ({ mapping }) =>
    mapping === null ? 'the configuration maps no recordings' : null,
  experiments: (context) =>
    [
      { story: oneFile, plan: inOrder(oneFile) },
      { story: oneFile, plan: sequence(2, 0) },
      { story: oneFile, plan: sequence(0) },
      { story: oneFile, plan: sequence(0, 1) },
      { story: oneFile, plan: sequence(1, 0) },
      { story: twoSegments, plan: inOrder(twoSegments) },
      { story: bothStreams, plan: sequence(3, 0, 2) },
      { story: twoTasks, plan: sequence(1, 0) },
    ].map(({ story, plan }, index) => {
      const arm = tellStory(gmeKit, story, plan, context, 'delivered', `mapped/${String(index)}`);
      const mapped = context.mapping === null ? arm : { ...arm, mapping: context.mapping };
      return {
        title: story.title,
        key: `directed:${String(index)}`,
        arms: [mapped],
        shows: 'delivered',
      };
    }),
});

function predictedOf({ arm, exchanges }: ArmRecord): readonly PredictedRecording[] {
  const { names, mapping } = arm;
  const phases = new Map<string, number>();
  const predicted = new Map<string, PredictedRecording>();
  for (const { send } of exchanges.filter(isAccepted)) {
    const { mark, request } = send;
    const file = names.find(({ symbol }) => symbol === mark?.file)?.value;
    if (mark === undefined || file === undefined) {
      continue;
    }
    const body = Buffer.from(request.body).toString('utf8');
    const task =
      names.find(({ kind, value }) => kind === 'task' && body.includes(value))?.value ?? '';
    const phase = String(Math.max(Number(mark.event), phases.get(file) ?? 0));
    phases.set(file, Number(phase));
    predicted.set(file, {
      symbol: mark.file,
      names: [file],
      task,
      phase: mapping?.phases?.[phase] ?? phase,
      kind: null,
    });
  }
  return [...predicted.values()];
}
