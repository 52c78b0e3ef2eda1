import type { TrtcCallback } from './callback.ts';

/** Unix milliseconds of a callback's event, as exactly as it tells: whole seconds in the 2022 edition. */
export function eventTimeMs(callback: TrtcCallback): number {
  return callback.eventMsTsMs ?? callback.eventTsSeconds * 1000;
}
