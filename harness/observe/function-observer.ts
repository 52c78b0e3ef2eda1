import { stringifyJson, type Json } from '#contracts/json.ts';
import type { Subject } from '../experiment.ts';
import { readState } from './json-state.ts';
import type { Observer } from './observer.ts';

/** What a user's own code may give as state: JSON values, with `bigint` for 64-bit ids; undefined or null: nothing known. */
export type ObserveFunction = (subject: Omit<Subject, 'key'>) => unknown;

/** Observes through a function of the user's configuration or test, awaited and bounded in time. */
export function createFunctionObserver(
  observe: ObserveFunction,
  options: { readonly timeoutMs: number },
): Observer {
  return {
    source: 'a function',
    address: ({ appId, roomId, taskId, userId }) => JSON.stringify([appId, roomId, taskId, userId]),
    async observe({ appId, roomId, taskId, userId }) {
      let timer: NodeJS.Timeout | undefined;
      try {
        const value = await Promise.race([
          Promise.resolve(observe({ appId, roomId, taskId, userId })),
          new Promise<never>((_, reject) => {
            timer = setTimeout(() => {
              reject(new Error(`no state within ${String(options.timeoutMs)} ms`));
            }, options.timeoutMs);
          }),
        ]);
        if (typeof value === 'function' || typeof value === 'symbol') {
          throw new TypeError(`it gave a ${typeof value}, which is no JSON`);
        }
        return value === undefined || value === null
          ? { kind: 'absent' }
          : // Through text and back: bigints and lossless numbers keep their digits, cycles fail here.
            readState(Buffer.from(stringifyJson(value as Json), 'utf8'), false);
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        return { kind: 'failed', detail: `the observe function failed: ${reason}` };
      } finally {
        clearTimeout(timer);
      }
    },
  };
}
