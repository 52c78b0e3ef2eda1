import { ticksWrap } from './constants.ts';

/**
 * Straightens the 33-bit times of one clock: every time is taken as the nearest to the one before, so that the wrap
 * after 26.5 hours is no jump.
 */
export class Timeline {
  #last: number | undefined;

  /** The straightened time in ticks of 90 kHz; negative before the first wrap where times run backwards. */
  straighten(ticks: number): number {
    if (this.#last !== undefined) {
      const turns = Math.round((this.#last - ticks) / ticksWrap);
      this.#last = ticks + turns * ticksWrap;
    } else {
      this.#last = ticks;
    }
    return this.#last;
  }
}
