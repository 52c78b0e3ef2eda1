import { FaultLog } from './fault-log.ts';
import { sniffForeign } from './foreign.ts';
import { ForeignReading } from './foreign-reading.ts';
import { PlaylistReading } from './hls/reading.ts';
import { Inspection } from './inspection.ts';
import { tagAt } from './mp3/tags.ts';
import { Walker } from './mp3/walker.ts';
import { Mp4Reading } from './mp4/reading.ts';
import type { PromisedFormat } from './promised-format.ts';
import type { Reading } from './reading.ts';
import { sniffText } from './text.ts';
import { foreignPacketSize } from './ts/packet-hunt.ts';
import { TsReading } from './ts/reading.ts';
import type { MediaVerdict } from './verdict.ts';
import type { Window } from './window.ts';

const readings: Readonly<Record<PromisedFormat, () => Reading>> = {
  mp3: () => new Inspection(),
  m3u8: () => new PlaylistReading(),
  ts: () => new TsReading(),
  mp4: () => new Mp4Reading(),
};

/** Looks at the first bytes of a file, and gives it to the reading of its format. */
export class Recognition implements Reading {
  readonly #promised: PromisedFormat | 'any';
  #reading: Reading | undefined;

  /** @param promised What the name promises; `any` to judge every format that is known, as what it is. */
  constructor(promised: PromisedFormat | 'any') {
    this.#promised = promised;
  }

  proceed(window: Window): number {
    if (this.#reading === undefined && !window.settled(0)) {
      return 0;
    }
    this.#reading ??= recognise(window, this.#promised);
    return this.#reading.proceed(window);
  }

  conclude(size: number, position: number): MediaVerdict {
    const reading = this.#reading ?? new ForeignReading(this.#promised, 'unknown');
    return reading.conclude(size, position);
  }
}

function recognise(window: Window, promised: PromisedFormat | 'any'): Reading {
  const mark = sniffForeign(window.bytes);
  if (promised === 'any') {
    if (mark === 'm3u8' || mark === 'ts' || mark === 'mp4') {
      return readings[mark]();
    }
    return foreignPacketSize(window) === undefined ? readings.mp3() : readings.ts();
  }
  const foreign = promised === 'mp3' ? undefined : foreignTo(promised, mark, window);
  return foreign === undefined ? readings[promised]() : new ForeignReading(promised, foreign);
}

/** What the file is instead of the promised format; undefined where it may be that, damaged perhaps. */
function foreignTo(
  promised: Exclude<PromisedFormat, 'mp3'>,
  mark: string | undefined,
  window: Window,
): string | undefined {
  if (mark === promised) {
    return undefined;
  }
  if (mark !== undefined) {
    return mark;
  }
  if (window.end > 0 && window.bytes.every((byte) => byte === 0)) {
    return 'zeros';
  }
  if (tagAt(window, 0)?.kind === 'ID3v2' || new Walker(new FaultLog()).tryBegin(window, 0)) {
    return 'mp3';
  }
  const text = sniffText(window.bytes);
  // A playlist without its first line is still told line by line.
  return promised === 'm3u8' && text === 'text' ? undefined : text;
}
