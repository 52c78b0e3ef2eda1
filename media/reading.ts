import type { MediaVerdict } from './verdict.ts';
import type { Window } from './window.ts';

/** One file's way through one format, window by window, in bounded memory. */
export interface Reading {
  /**
   * Goes as far as the window allows, from index 0 on; fewer than `lookaheadBytes` are left for later.
   * @returns the index to go on at: inside the window when more bytes are needed, beyond it to skip bytes.
   */
  proceed(window: Window): number;
  /** The verdict, when all windows are through. `position` is the offset to which the last one led. */
  conclude(size: number, position: number): MediaVerdict;
}
