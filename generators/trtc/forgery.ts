import { decodeCallback, encodeCallback, type TrtcCallback } from '#contracts/trtc/callback.ts';
import { limits } from '#contracts/trtc/limits.ts';
import { defaultReading, type TrtcReading } from '#contracts/trtc/reading.ts';
import { forgeries as forgeriesOn, type Forgery } from '../forgery/forgery.ts';

export type { ForgedBody, Forgery, SignedBody } from '../forgery/forgery.ts';

/** Every forgery of TRTC's requests; changed callbacks are written in the reading's form. */
export function forgeries(reading: TrtcReading = defaultReading): readonly Forgery[] {
  return forgeriesOn({
    scheme: {
      hash: 'sha256',
      encoding: 'base64',
      input: (body) => body,
    },
    textField: 'TaskId',
    numberField: 'CallbackTs',
    rewrite: (body, what) => {
      const decoded = decodeCallback(body);
      if (!decoded.ok) {
        throw new RangeError('The body to rewrite is not a callback.');
      }
      return encodeCallback(changes[what](decoded.callback), reading);
    },
  });
}

type Change = (callback: TrtcCallback) => TrtcCallback;

const changes: Readonly<Record<'room' | 'task' | 'event', Change>> = {
  room: (callback) => ({
    ...callback,
    roomId:
      typeof callback.roomId === 'number'
        ? (callback.roomId % limits.roomNumberMax) + 1
        : `${callback.roomId}x`,
  }),
  task: (callback) => ({ ...callback, taskId: `${callback.taskId}x` }),
  event: (callback) => ({
    ...callback,
    event:
      callback.event.kind === 'recorder-stop'
        ? { kind: 'recorder-start', status: 0 }
        : { kind: 'recorder-stop', leaveCode: 0 },
  }),
};
