import { FaultLog } from './fault-log.ts';
import { sniffForeign } from './foreign.ts';
import { hasId3v2Mark, tagAt } from './mp3/tags.ts';
import { Walker } from './mp3/walker.ts';
import { lookaheadBytes, type Window } from './window.ts';
import type { Reading } from './reading.ts';
import { wrappedAudioAt } from './riff.ts';
import { sniffText } from './text.ts';
import type { MediaVerdict } from './verdict.ts';

/** One MP3 file's way through sniffing and walking, window by window. */
export class Inspection implements Reading {
  readonly #log = new FaultLog();
  readonly #walker = new Walker(this.#log);
  #state: 'start' | 'audio' | 'foreign' = 'start';
  #foreign: string | undefined;

  /**
   * Goes as far as the window allows, from index 0 on.
   * @returns the index to go on at: inside the window when more bytes are needed, beyond it to skip bytes.
   */
  proceed(window: Window): number {
    let at = 0;
    while (this.#state === 'start' && at < window.end && window.settled(at)) {
      at = this.#start(window, at);
    }
    switch (this.#state) {
      case 'start':
        return at;
      case 'audio':
        return at <= window.end ? this.#walker.walk(window, at) : at;
      case 'foreign':
        return window.end;
    }
  }

  /** The verdict, when all windows are through. `position` is the offset to which the last one led. */
  conclude(size: number, position: number): MediaVerdict {
    if (position > size) {
      const beyond = String(position - size);
      this.#log.add(
        'tag-past-end',
        size,
        `A tag announces ${beyond} bytes more than the file has.`,
      );
    }
    const { stream } = this.#walker;
    const format = this.#foreign ?? this.#audioFormat(size);
    this.#walker.finish(size);
    const figures = stream.tally.stream();
    return {
      verdict: this.#log.worst,
      format,
      durationSeconds: stream.tally.seconds,
      frames: stream.tally.frames,
      faults: this.#log.list(),
      ...(figures === undefined ? {} : { stream: figures }),
    };
  }

  /** Before the first frame: leading tags, other formats, or where to hunt from. */
  #start(window: Window, at: number): number {
    const head = window.bytes.subarray(at, at + lookaheadBytes);
    const offset = window.base + at;
    const tag = tagAt(window, at);
    if (tag?.kind === 'ID3v2' || tag?.kind === 'APE') {
      if (tag.kind === 'APE') {
        this.#log.add('misplaced-tag', offset, 'An APE tag stands before the audio.');
      }
      return at + tag.bytes;
    }
    const wrapped = offset === 0 ? wrappedAudioAt(head) : undefined;
    if (wrapped !== undefined) {
      this.#log.add('riff-wrapped', offset, `The frames begin at ${wrapped} in a RIFF file.`);
      return at + wrapped;
    }
    this.#sniff(window, at, head, offset);
    return at;
  }

  #sniff(window: Window, at: number, head: Uint8Array, offset: number): void {
    const foreign = sniffForeign(head);
    if (foreign === undefined && this.#walker.tryBegin(window, at)) {
      this.#state = 'audio';
      return;
    }
    const format = foreign ?? sniffText(head);
    if (format === undefined) {
      if (hasId3v2Mark(window, at)) {
        this.#log.add('malformed-tag', offset, 'The size of an ID3v2 tag is no syncsafe number.');
      }
      this.#walker.hunt(window, at);
      this.#state = 'audio';
      return;
    }
    this.#state = 'foreign';
    if (format === 'recoded') {
      this.#foreign = 'unknown';
      this.#log.add('text-recoded', offset, 'Binary bytes were turned into UTF-8 text.');
    } else {
      this.#foreign = format;
      this.#log.add('foreign-format', offset, `The bytes from here on are ${format}.`);
    }
  }

  /** Format of a file without a foreign mark, and the fault where it has no audio. */
  #audioFormat(size: number): string {
    const { stream, gap } = this.#walker;
    if (stream.reference !== 0) {
      return this.#layerFormat();
    }
    if (size === 0) {
      this.#log.add('empty-file', 0, 'The file has 0 bytes.');
      return 'empty';
    }
    if (gap?.zeros === true) {
      this.#log.add('all-zeros', gap.from, `All ${size - gap.from} bytes are zero.`);
      return 'zeros';
    }
    if (gap !== undefined && gap.to - gap.from < gap.headedBytes) {
      const figures = `The frame needs ${gap.headedBytes} bytes, but ${gap.to - gap.from} are left`;
      this.#log.add('truncated-frame', gap.from, `${figures}.`);
      return 'mp3';
    }
    this.#log.add('no-audio-frames', gap?.from ?? 0, `No frames in ${size} bytes.`);
    return gap !== undefined && gap.headedBytes > 0 ? 'mp3' : 'unknown';
  }

  #layerFormat(): string {
    const { tally, firstFrameOffset } = this.#walker.stream;
    const { layer } = tally.stream() ?? {};
    if (layer === undefined || layer === 3) {
      return 'mp3';
    }
    const message = `The frames are Layer ${layer === 1 ? 'I' : 'II'}.`;
    this.#log.add('foreign-layer', firstFrameOffset, message);
    return `mp${layer}`;
  }
}
