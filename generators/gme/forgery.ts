import { decodeCallback, encodeCallback, type GmeCallback } from '#contracts/gme/callback.ts';
import { defaultReading, type GmeReading } from '#contracts/gme/reading.ts';
import {
  forgeries as forgeriesOn,
  type ForgedBody,
  type Forgery as AnyForgery,
  type MacScheme,
  type SignedBody as AnySignedBody,
} from '../forgery/forgery.ts';

export type { ForgedBody } from '../forgery/forgery.ts';

/** A genuine request to GME's callback address. */
export interface SignedBody extends AnySignedBody {
  /** How `signature` was made, for those who keep it here; forgeries go by the reading that they were asked for. */
  readonly reading?: GmeReading;
}

/** One way to forge a request of GME. */
export interface Forgery extends AnyForgery {
  readonly apply: (genuine: SignedBody) => ForgedBody;
}

/** Every forgery of GME's requests, signed as the reading says; see the forgeries of all services. */
export function forgeries(reading: GmeReading = defaultReading): readonly Forgery[] {
  return forgeriesOn({
    scheme: macScheme(reading),
    textField: 'RoomID',
    numberField: 'BizID',
    rewrite: (body, what) => rewrite(body, changes[what]),
  });
}

function macScheme({ signatureEncoding, signedPrefix }: GmeReading): MacScheme {
  return {
    hash: 'sha1',
    encoding: signatureEncoding,
    input: (body) => Buffer.concat([Buffer.from(signedPrefix), body]),
    // Without the key, the method is no secret to add: replay tokens hold the bytes of this choice.
    bareInput: (body) => body,
  };
}

type Change = (callback: GmeCallback) => GmeCallback;

const changes: Readonly<Record<'room' | 'task' | 'event', Change>> = {
  room: (callback) => ({ ...callback, roomId: `${callback.roomId}x` }),
  task: (callback) => ({ ...callback, taskId: callback.taskId ^ 1n }),
  event: (callback) => ({ ...callback, eventType: (callback.eventType % 3) + 1 }),
};

function rewrite(body: Buffer, change: Change): Buffer {
  const decoded = decodeCallback(body);
  if (!decoded.ok) {
    throw new RangeError('The body to rewrite is not a callback.');
  }
  return encodeCallback(change(decoded.callback));
}
