import {
  decodeCallback,
  encodeCallback,
  resolveReading,
  signCallback,
  type BodySpelling,
  type TrtcCallback,
} from '#contracts/trtc/index.ts';
import { forgeries, type ForgedBody } from '#generators/trtc/forgery.ts';
import { malformedBodies } from '#generators/trtc/malformed.ts';
import type { RequestSpec, SendMark } from '#harness/experiment.ts';
import type { SuiteContext } from '#harness/suite.ts';
import { makingBy, toldMaking } from '../kit/making.ts';
import { memberTexts } from '../kit/said-by.ts';
import type { BoundStory, Forged, RequestShape, ServiceKit } from '../kit/service.ts';
import { spellingsOfSecrets } from '../oracles/leak.ts';
import { requireReadBack, signBytes, signedRequest, signingRecipe } from './request.ts';
import { everyStorage } from './stories.ts';
import {
  bindStory,
  taskOf,
  type BoundTrtcStory,
  type EventType,
  type FileSpec,
  type Story,
} from './story.ts';

const eventNames: Readonly<Record<EventType, string>> = {
  301: 'recorder started',
  302: 'recorder stopped',
  303: 'upload started',
  304: 'playlist uploaded',
  305: 'upload stopped',
  306: 'moved to another server',
  307: 'first segment',
  308: 'upload error',
  309: 'image missing',
  310: 'MP4 stopped',
  311: 'in VOD',
  312: 'VOD stopped',
  399: 'told by an unknown event type',
};

/** What a drawing shows as the ends of a recording. */
const spans: ReadonlyMap<EventType, Pick<SendMark, 'span'>> = new Map([
  [301, { span: 'opens' }],
  [302, { span: 'closes' }],
]);

/** The subject of the user whose file it is; of a task or a mixed stream, the first of the task. */
function placeOf(
  { subjects }: BoundTrtcStory,
  story: Story,
  what: string,
): Pick<SendMark, 'subject'> {
  const ofTask = subjects.filter(({ key }) => key.split('/')[1] === taskOf(story, what));
  const spec = story.files[what];
  const user = spec === undefined || spec.mode === 'mixed' ? undefined : (spec.user ?? 'U1');
  const own = ofTask.find(({ key }) => key.split('/')[2] === user) ?? ofTask[0];
  return own === undefined ? {} : { subject: own.key };
}

function bind(story: Story, context: SuiteContext, salt: string): BoundStory<BodySpelling> {
  const bound = bindStory(story, context, salt);
  return {
    names: bound.names,
    subjects: bound.subjects,
    message(event, { occurredAtSeconds, sentAtSeconds }, spelling) {
      const [what, type, code = 0] = story.events[event] ?? [];
      if (what === undefined || type === undefined) {
        throw new RangeError(`story "${story.title}" has no event ${String(event)}`);
      }
      const callback = bound.callback(event, {
        occurredAtMs: occurredAtSeconds * 1000,
        sentAtMs: sentAtSeconds * 1000,
      });
      const body = encodeCallback(callback, bound.reading, spelling);
      requireReadBack(body, callback, bound.reading);
      return {
        body,
        label: `${what} ${eventNames[type]}${code === 0 ? '' : ` (${String(code)})`}`,
        mark: {
          file: what,
          event: code === 0 ? String(type) : `${String(type)}/${String(code)}`,
          ...placeOf(bound, story, what),
          ...spans.get(type),
        },
      };
    },
  };
}

/** The control's own signature, accepted a moment before, under another body: no generator knows the control. */
const ofAcceptedBody = 'of-accepted-body';

function forge(
  context: SuiteContext,
  name: string,
  genuine: { readonly body: Uint8Array },
  accepted: RequestSpec,
  shape?: RequestShape,
): Forged {
  const key = context.secretKey;
  const made =
    name === ofAcceptedBody
      ? {
          statement: 'The signature is that of a body which was accepted before.',
          forged: {
            body: genuine.body,
            signature: signBytes(context, accepted.body),
            making: makingBy(signingRecipe(), accepted),
          },
        }
      : forgedByName(context, name, genuine.body);
  const { body, signature } = made.forged;
  return {
    statement: made.statement,
    request: signedRequest(context, body, signature, shape),
    ...toldMaking(made.forged),
    secrets: spellingsOfSecrets(key, Buffer.from(signCallback(body, key), 'base64')),
  };
}

function forgedByName(
  context: SuiteContext,
  wanted: string,
  body: Uint8Array,
): {
  readonly statement: string;
  readonly forged: ForgedBody;
} {
  const found = forgeries(resolveReading(context.dialects)).find(({ name }) => name === wanted);
  if (found === undefined) {
    throw new RangeError(`no forgery is named ${wanted}`);
  }
  const signed = { body, signature: signBytes(context, body), key: context.secretKey };
  return { statement: found.statement, forged: found.apply(signed) };
}

function callbackIn(body: Uint8Array): TrtcCallback {
  const decoded = decodeCallback(body);
  if (!decoded.ok) {
    throw new RangeError('malformed bodies are made from a callback');
  }
  return decoded.callback;
}

/** Single-stream recording takes no more streams from a room at once; a crowd beyond it is in the next task. */
const streamsOfTask = 24;
const crowdTypes = [310, 304, 311] as const;

/** Of every three users one is told by each of the events of which some receiver keeps nothing. */
function crowd(count: number): Story {
  const symbols = Array.from({ length: count }, (_, index) => `F${String(index + 1)}`);
  const storage = (index: number): number =>
    2 * Math.floor(index / streamsOfTask) + (crowdTypes[index % 3] === 311 ? 2 : 1);
  const files = symbols.map((file, index): readonly [string, FileSpec] => [
    file,
    { user: `U${String(index + 1)}`, task: `T${String(storage(index))}` },
  ]);
  return {
    title: 'a crowded room',
    sameSecond: true,
    tasks: Object.fromEntries(
      files.map(([, { task = 'T1' }]) => [task, { robot: task.replace('T', 'B') }]),
    ),
    files: Object.fromEntries(files),
    events: symbols.map((file, index) => [file, crowdTypes[index % 3] ?? 310]),
  };
}

/** What the shared experiments need of TRTC. */
export const trtcKit: ServiceKit<Story, BodySpelling> = {
  service: 'trtc',
  control: { story: everyStorage, event: 0 },
  crowd,
  bind,
  request: (context, body, _sentAtSeconds, shape) =>
    signedRequest(context, body, signBytes(context, body), shape),
  forge,
  malformed: (genuine) => malformedBodies(callbackIn(genuine)),
  saidBy(body) {
    const of = memberTexts(body, 'EventInfo')({ roomId: 'RoomId', taskId: 'TaskId' });
    return { ...of, ...memberTexts(body, 'EventInfo', 'Payload')({ userId: 'UserId' }) };
  },
};
