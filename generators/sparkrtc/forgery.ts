import {
  decodeCallback,
  encodeCallback,
  eventTypes,
  type SparkCallback,
} from '#contracts/sparkrtc/callback.ts';
import type { SparkNonce } from '#contracts/sparkrtc/signature.ts';
import {
  forgeries as forgeriesOn,
  type ForgedBody,
  type Forgery as BodyForgery,
  type SignedBody as AnySignedBody,
} from '../forgery/forgery.ts';
import { macScheme } from './mac-scheme.ts';
import { nonceForgeries } from './nonce-forgeries.ts';

/** A genuine request to SparkRTC's callback address. */
export interface SignedBody extends AnySignedBody {
  /** What stands in front of the body where it is signed, and in headers of its own. */
  readonly nonce: SparkNonce;
}

/** What the forger sends; a header that is undefined is not there at all. */
export interface ForgedRequest extends ForgedBody {
  readonly rand: string | undefined;
  readonly timestamp: string | undefined;
}

/** One way to forge a request: a receiver that checks signatures as documented refuses the result. */
export interface Forgery {
  /** Stable kebab-case name. */
  readonly name: string;
  /** What is wrong, one sentence for people. */
  readonly statement: string;
  /** What is not genuine: the signature, the body, the two headers that are signed with it, or more than one of them. */
  readonly forges: BodyForgery['forges'] | 'nonce';
  /** Pure. The result’s signature is never right for its headers and body. */
  readonly apply: (genuine: SignedBody) => ForgedRequest;
}

/**
 * Every forgery of SparkRTC's requests: those of all services, then those of its two signed headers. Other splits of
 * the same signed bytes into rand and timestamp are not among them: rightly signed, they prove knowledge of the key.
 */
export const forgeries: readonly Forgery[] = [
  ...ofAnyService({ rand: '', timestamp: '' }, 'room_id').map(
    ({ name, statement, forges }): Forgery => ({
      name,
      statement,
      forges,
      apply: (genuine) => {
        const { nonce, body } = genuine;
        const forgery = ofAnyService(nonce, keptTextOf(body)).find((one) => one.name === name);
        if (forgery === undefined) {
          throw new RangeError(`No forgery is named ${name}.`);
        }
        return { ...forgery.apply(genuine), ...nonce };
      },
    }),
  ),
  ...nonceForgeries,
];

/** A text that a receiver keeps, so that taking a forged one shows; where the room is missing, the event. */
function keptTextOf(body: Uint8Array): 'room_id' | 'event_type' {
  const decoded = decodeCallback(body);
  return decoded.ok && decoded.callback.roomId === undefined ? 'event_type' : 'room_id';
}

function ofAnyService(
  { rand, timestamp }: SparkNonce,
  textField: 'room_id' | 'event_type',
): readonly BodyForgery[] {
  return forgeriesOn({
    scheme: macScheme({ rand, timestamp }),
    textField,
    // Only completed files have numbers.
    numberField: null,
    rewrite: (body, what) => {
      const decoded = decodeCallback(body);
      if (!decoded.ok) {
        throw new RangeError('The body to rewrite is not a callback.');
      }
      return encodeCallback(changes[what](decoded.callback));
    },
  });
}

type Change = (callback: SparkCallback) => SparkCallback;

const changes: Readonly<Record<'room' | 'task' | 'event', Change>> = {
  room: (callback) => ({ ...callback, roomId: `${callback.roomId ?? ''}x` }),
  task: (callback) => ({ ...callback, jobId: `${callback.jobId ?? ''}x` }),
  event: ({ eventType, streamName, appId, jobId, roomId }) => ({
    eventType: eventType === eventTypes.jobOver ? eventTypes.fileStarted : eventTypes.jobOver,
    ...defined({ streamName, appId, jobId, roomId }),
  }),
};

/** The fields that a callback has. */
function defined(fields: {
  readonly [Member in keyof SparkCallback]: SparkCallback[Member] | undefined;
}): SparkCallback {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
