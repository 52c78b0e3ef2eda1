import {
  decodeCallback,
  encodeCallback,
  signCallback,
  signatureHeaders,
  type BodySpelling,
  type SparkCallback,
} from '#contracts/sparkrtc/index.ts';
import { forgeries, type ForgedRequest } from '#generators/sparkrtc/forgery.ts';
import { malformedBodies } from '#generators/sparkrtc/malformed.ts';
import { jobOf } from '#generators/sparkrtc/story-callback.ts';
import type { RequestSpec, SendMark } from '#harness/experiment.ts';
import type { SuiteContext } from '#harness/suite.ts';
import { makingBy, toldMaking } from '../kit/making.ts';
import { memberTexts } from '../kit/said-by.ts';
import type {
  BoundStory,
  Forged,
  MalformedBody,
  RequestShape,
  ServiceKit,
} from '../kit/service.ts';
import { spellingsOfSecrets } from '../oracles/leak.ts';
import {
  genuineRequest,
  nonceOf,
  requestWith,
  requireReadBack,
  signatureOf,
  signingRecipe,
} from './request.ts';
import { crowd, oneFile } from './stories.ts';
import {
  bindStory,
  isEventSent,
  type BoundSparkStory,
  type EventType,
  type Story,
} from './story.ts';

const eventNames: Readonly<Record<EventType, string>> = {
  start: 'begun',
  complete: 'complete',
  over: 'over',
  unknown: 'told by an unknown event type',
};

/** What a drawing shows as the ends of a file's recording. */
const spans: ReadonlyMap<EventType, Pick<SendMark, 'span'>> = new Map([
  ['start', { span: 'opens' }],
  ['complete', { span: 'closes' }],
]);

/** The subject of the job, or of the job whose file it is. */
function placeOf(
  { subjects }: BoundSparkStory,
  story: Story,
  what: string,
): Pick<SendMark, 'subject'> {
  const own = subjects.find(({ key }) => key.split('/')[1] === jobOf(story, what));
  return own === undefined ? {} : { subject: own.key };
}

function bind(story: Story, context: SuiteContext, salt: string): BoundStory<BodySpelling> {
  const bound = bindStory(story, context, salt);
  return {
    names: bound.names,
    subjects: bound.subjects,
    message(event, _moment, spelling) {
      const [what, type, without = []] = story.events[event] ?? [];
      if (what === undefined || type === undefined) {
        throw new RangeError(`story "${story.title}" has no event ${String(event)}`);
      }
      const callback = bound.callback(event);
      const body = encodeCallback(callback, spelling);
      requireReadBack(body, callback);
      const left = without.length === 0 ? '' : ` (without ${without.join(', ')})`;
      return {
        body,
        label: `${what} ${eventNames[type]}${left}`,
        mark: {
          file: what,
          event: callback.eventType ?? type,
          ...placeOf(bound, story, what),
          ...spans.get(type),
        },
      };
    },
  };
}

/** The control's own headers, accepted a moment before, over another body: no generator knows the control. */
const ofAcceptedBody = 'of-accepted-body';

function forge(
  context: SuiteContext,
  name: string,
  genuine: { readonly body: Uint8Array; readonly sentAtSeconds: number },
  accepted: RequestSpec,
  shape?: RequestShape,
): Forged {
  const { statement, forged } =
    name === ofAcceptedBody
      ? {
          statement: 'The headers are those of a body which was accepted before.',
          forged: {
            body: genuine.body,
            ...headersOf(accepted),
            making: makingBy(signingRecipe(), accepted),
          },
        }
      : forgedByName(context, name, genuine);
  const { body, rand = '', timestamp = '' } = forged;
  const right = signCallback(body, context.secretKey, { rand, timestamp });
  return {
    statement,
    request: requestWith(forged, shape),
    ...toldMaking(forged),
    secrets: spellingsOfSecrets(context.secretKey, Buffer.from(right, 'hex')),
  };
}

function headersOf({ headers }: RequestSpec): Omit<ForgedRequest, 'body'> {
  const valueOf = (wanted: string): string | undefined =>
    headers.find(([name]) => name === wanted)?.[1];
  return {
    rand: valueOf(signatureHeaders.rand),
    timestamp: valueOf(signatureHeaders.timestamp),
    signature: valueOf(signatureHeaders.signature),
  };
}

function forgedByName(
  context: SuiteContext,
  wanted: string,
  { body, sentAtSeconds }: { readonly body: Uint8Array; readonly sentAtSeconds: number },
): { readonly statement: string; readonly forged: ForgedRequest } {
  const found = forgeries.find(({ name }) => name === wanted);
  if (found === undefined) {
    throw new RangeError(`no forgery is named ${wanted}`);
  }
  const nonce = nonceOf(context, body, sentAtSeconds);
  const signature = signatureOf(context, body, nonce);
  const signed = { body, signature, key: context.secretKey, nonce };
  return { statement: found.statement, forged: found.apply(signed) };
}

/** Members that every receiver has to read; of the others some are of no use to some receiver, whatever their type. */
const readMembers = /^wrong type: (?:event_type|room_id) is /u;

/** Bodies that no receiver has a use for; null is how many writers spell that a member is not there. */
function malformed(genuine: Uint8Array): readonly MalformedBody[] {
  return malformedBodies(callbackIn(genuine)).filter(
    ({ kind, name }) =>
      kind !== 'wrong-type' || (readMembers.test(name) && !name.endsWith(' is null')),
  );
}

function callbackIn(body: Uint8Array): SparkCallback {
  const decoded = decodeCallback(body);
  if (!decoded.ok) {
    throw new RangeError('malformed bodies are made from a callback');
  }
  return decoded.callback;
}

/** What the shared experiments need of SparkRTC. */
export const sparkKit: ServiceKit<Story, BodySpelling> = {
  service: 'sparkrtc',
  control: { story: oneFile, event: 1 },
  crowd,
  bind,
  isSent: isEventSent,
  request: (context, body, sentAtSeconds, shape) =>
    genuineRequest(context, body, nonceOf(context, body, sentAtSeconds), shape),
  forge,
  malformed,
  saidBy(body) {
    const said = memberTexts(body);
    return said({ roomId: 'room_id', taskId: 'job_id' });
  },
};
