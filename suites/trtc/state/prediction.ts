import { clauses } from '#contracts/trtc/index.ts';
import type { Arm, Name } from '#harness/experiment.ts';
import { isAccepted, type ArmRecord, type Exchange } from '#harness/observation.ts';
import type { RecordingMapping } from '#harness/state/recording-mapping.ts';
import { claimFor } from '../../claims/claim.ts';
import { stateClaim } from '../../claims/state.ts';
import { inOrder, sequence, type Plan } from '../../kit/plan.ts';
import { tellStory } from '../../kit/teller.ts';
import { expectRecordings, type PredictedRecording } from '../../oracles/recordings.ts';
import { trtcKit } from '../kit.ts';
import type { Story } from '../story.ts';

const claim = stateClaim({
  path: 'state/recordings-match-prediction',
  title:
    'The mapped recordings are those that the callbacks reported, each with its task and furthest event',
  basis: 'inferred',
  hint: 'Compare the mapping in your configuration with the state, then the recordings with the timeline.',
  evaluate: ({ arms }) =>
    [...arms.values()].flatMap((record) => expectRecordings(record, predictedOf(record))),
});

/** Files of a task to COS and of one to VOD: some of them every receiver lists. */
const everyKind: Story = {
  title: 'playlists, MP4 files and files in VOD',
  tasks: {
    T1: { robot: 'B1', startedAgoSeconds: 7200 },
    T2: { robot: 'B2', startedAgoSeconds: 3600 },
  },
  files: {
    F1: { task: 'T1', user: 'U1' },
    F2: { task: 'T1', user: 'U2' },
    F3: { task: 'T2', user: 'U3' },
    F4: { task: 'T2', user: 'U4' },
  },
  events: [
    ['F1', 307],
    ['F2', 307],
    ['F1', 304],
    ['F2', 304],
    ['F1', 310],
    ['F2', 310],
    ['F3', 311],
    ['F4', 311],
  ],
};

const oneOfEach = sequence(2, 4, 6);
const told: readonly { readonly story: Story; readonly plan: Plan }[] = [
  { story: everyKind, plan: oneOfEach },
  { story: everyKind, plan: sequence(6, 4, 2, 0) },
  { story: everyKind, plan: inOrder(everyKind) },
  { story: everyKind, plan: inOrder(everyKind).toReversed() },
];

export const recordingsMatchPrediction = claimFor('trtc', claim, {
  clauses: [clauses.fileInfo, clauses.fileSlice, clauses.mp4Events, clauses.vodCommit],
  notApplicable: ({ mapping }) =>
    mapping === null ? 'the configuration maps no recordings' : null,
  experiments: (context) =>
    told.map(({ story, plan }, index) => {
      const arm = tellStory(trtcKit, story, plan, context, 'delivered', `mapped/${String(index)}`);
      const mapped = context.mapping === null ? arm : { ...arm, mapping: context.mapping };
      return {
        title: story.title,
        key: `directed:${String(index)}`,
        arms: [mapped],
        shows: 'delivered',
      };
    }),
});

/** What a file's events make of it: a playlist, an MP4 file, or a file in VOD. */
const kinds = { 304: 'playlist', 307: 'playlist', 310: 'mp4', 311: 'vod' } as const;

type FileEvent = keyof typeof kinds;

function eventOf({ send: { mark } }: Exchange): FileEvent | undefined {
  const types = Object.keys(kinds).map(Number) as FileEvent[];
  return types.find((type) => String(type) === mark?.event);
}

/** One recording for each kind of each file; a playlist is further with its 304 than with its 307. */
function predictedOf(record: ArmRecord): readonly PredictedRecording[] {
  const { mapping } = record.arm;
  const accepted = record.exchanges
    .filter(isAccepted)
    .flatMap((exchange) => {
      const type = eventOf(exchange);
      return type === undefined ? [] : [{ exchange, type }];
    })
    // The 307 of a file comes first, whenever it arrived.
    .toSorted((a, b) => Number(b.type === 307) - Number(a.type === 307));
  const predicted = new Map<string, PredictedRecording>();
  for (const { exchange, type } of accepted) {
    const body = Buffer.from(exchange.send.request.body).toString('utf8');
    const task = toldIn(body, record.arm, ({ kind }) => kind === 'task')[0]?.value ?? '';
    for (const { symbol, names } of filesIn(body, record.arm, kinds[type])) {
      const [first = '', ...others] = names.flatMap((name) => [name, `${task}/${name}`]);
      predicted.set(`${task}/${symbol}`, {
        symbol,
        names: [first, ...others],
        task,
        phase: phaseOf(type, mapping),
        kind: mapping?.phases?.[String(type)] === undefined ? kindOf(type) : null,
      });
    }
  }
  return [...predicted.values()];
}

/** Of a playlist that only its 307 has told of a receiver need know nothing: the file is not there yet. */
function kindOf(type: FileEvent): string {
  return type === 307 ? 'playlist under way' : kinds[type];
}

/** Where an owner says what the phases of some events are called, nothing is known of the others. */
function phaseOf(type: FileEvent, mapping: RecordingMapping | undefined): string | null {
  return mapping?.phases === undefined ? String(type) : (mapping.phases[String(type)] ?? null);
}

/** Names of an arm that a body holds. */
function toldIn(body: string, { names }: Arm, isWanted: (name: Name) => boolean): readonly Name[] {
  return names.filter((name) => isWanted(name) && body.includes(name.value));
}

/** The files that a body tells of, each with what it calls them: in VOD, the id and the name from before. */
function filesIn(
  body: string,
  arm: Arm,
  kind: (typeof kinds)[FileEvent],
): readonly { readonly symbol: string; readonly names: readonly string[] }[] {
  const files = toldIn(body, arm, (name) => name.kind === 'file');
  if (kind === 'vod') {
    const [id] = files.filter(({ symbol }) => symbol.endsWith('-vod'));
    return id === undefined ? [] : [{ symbol: id.symbol, names: files.map(({ value }) => value) }];
  }
  return files
    .filter(({ symbol }) => symbol.endsWith('-mp4') === (kind === 'mp4'))
    .map(({ symbol, value }) => ({ symbol, names: [value] }));
}
