import { clauses } from '#contracts/gme/index.ts';
import type { Finding } from '#harness/check.ts';
import { isAccepted, type ArmRecord } from '#harness/observation.ts';
import { readRecordings, type RecordingView } from '#harness/state/recording-view.ts';
import type { RecordingMapping } from '#harness/state/recording-mapping.ts';
import { claimFor } from '../../claims/claim.ts';
import { stateClaim } from '../../claims/state.ts';
import { inOrder, sequence } from '../../kit/plan.ts';
import { tellStory } from '../../kit/teller.ts';
import { gmeKit } from '../kit.ts';
import { bothStreams, oneFile, twoSegments, twoTasks } from '../stories.ts';

const claim = stateClaim({
  path: 'state/recordings-match-prediction',
  title:
    'The mapped recordings are exactly those that the callbacks reported, each in the highest phase reported',
  basis: 'inferred',
  hint: 'Compare the mapping in your configuration with the state, then the recordings with the timeline.',
  evaluate: ({ arms }) => [...arms.values()].flatMap(compareWithPrediction),
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

function compareWithPrediction(record: ArmRecord): readonly Finding[] {
  const { mapping } = record.arm;
  if (mapping === undefined) {
    return [];
  }
  const findings: Finding[] = [];
  const seen = new Map<string, RecordingView>();
  for (const observed of record.states.values()) {
    const mapped =
      observed.kind === 'value'
        ? readRecordings(observed.value, mapping)
        : { recordings: [], unreadable: [] };
    findings.push(
      ...mapped.unreadable.map((actual) => ({
        at: mapping.recordings,
        code: 'mapping-unreadable',
        expected: 'recordings with the mapped fields',
        actual,
      })),
    );
    mapped.recordings.forEach((view) => seen.set(view.file, view));
  }
  for (const [file, predicted] of predictedOf(record)) {
    findings.push(...compareOne(file, predicted, seen.get(file), mapping));
    seen.delete(file);
  }
  return [
    ...findings,
    ...[...seen.keys()].map((file) => ({
      at: mapping.recordings,
      code: 'recording-unexpected',
      expected: 'only files that were reported',
      actual: file,
    })),
  ];
}

interface Predicted {
  readonly symbol: string;
  readonly task: string;
  readonly phase: number;
}

function predictedOf(record: ArmRecord): ReadonlyMap<string, Predicted> {
  const predicted = new Map<string, Predicted>();
  const { names } = record.arm;
  for (const exchange of record.exchanges.filter(isAccepted)) {
    const { mark, request } = exchange.send;
    const file = names.find(({ symbol }) => symbol === mark?.file)?.value;
    if (mark === undefined || file === undefined) {
      continue;
    }
    const body = Buffer.from(request.body).toString('utf8');
    const task =
      names.find(({ kind, value }) => kind === 'task' && body.includes(value))?.value ?? '';
    const phase = Math.max(Number(mark.event), predicted.get(file)?.phase ?? 0);
    predicted.set(file, { symbol: mark.file, task, phase });
  }
  return predicted;
}

function compareOne(
  file: string,
  predicted: Predicted,
  view: RecordingView | undefined,
  mapping: RecordingMapping,
): readonly Finding[] {
  const at = predicted.symbol;
  if (view === undefined) {
    return [{ at, code: 'recording-missing', expected: file, actual: 'no such recording' }];
  }
  const phase = mapping.phases?.[String(predicted.phase)] ?? String(predicted.phase);
  return [
    ...(mapping.task !== undefined && view.task !== predicted.task
      ? [{ at, code: 'task-differs', expected: predicted.task, actual: String(view.task) }]
      : []),
    ...(mapping.phase !== undefined && view.phase !== phase
      ? [{ at, code: 'phase-differs', expected: phase, actual: String(view.phase) }]
      : []),
  ];
}
