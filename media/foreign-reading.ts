import { FaultLog } from './fault-log.ts';
import type { Reading } from './reading.ts';
import type { MediaVerdict } from './verdict.ts';
import type { Window } from './window.ts';

/** A file of another format than the promised one: it is told, and not judged further. */
export class ForeignReading implements Reading {
  readonly #promised: string;
  readonly #found: string;
  #zeros = true;

  /** @param found Format by the first bytes: a name of `sniffForeign` or `sniffText`, `mp3`, `zeros`, or `unknown`. */
  constructor(promised: string, found: string) {
    this.#promised = promised;
    this.#found = found;
  }

  proceed(window: Window): number {
    this.#zeros &&= this.#found === 'zeros' && window.bytes.every((byte) => byte === 0);
    return window.end;
  }

  conclude(size: number): MediaVerdict {
    const log = new FaultLog();
    let format = this.#found;
    if (size === 0) {
      format = 'empty';
      log.add('empty-file', 0, 'The file has 0 bytes.');
    } else if (this.#zeros) {
      log.add('all-zeros', 0, `All ${size} bytes are zero.`);
    } else if (this.#found === 'recoded') {
      format = 'unknown';
      log.add('text-recoded', 0, 'Binary bytes were turned into UTF-8 text.');
    } else {
      format = this.#found === 'zeros' ? 'unknown' : this.#found;
      const told = format === 'unknown' ? 'of no known format' : format;
      log.add('foreign-format', 0, `The name promises ${this.#promised}, the bytes are ${told}.`);
    }
    const faults = log.list();
    return { verdict: log.worst, format, durationSeconds: 0, frames: 0, faults };
  }
}
