import type { FaultLog } from '../fault-log.ts';
import { FrameFinder } from './frame-finder.ts';
import { decodeHeader, frameLength, isListedLength } from './frame-header.ts';
import { Gap } from './gap.ts';
import { LineFeeds } from './line-feeds.ts';
import { Stream } from './stream.ts';
import { strongChain } from './sync.ts';
import { type Tag, tagAt, tailTagsStart } from './tags.ts';
import { lookaheadBytes, type Window } from '../window.ts';

/** What a step comes to when it must wait for more bytes. */
const stall = -1;

type State = 'frames' | 'between' | 'gap' | 'over';

/**
 * Walks MPEG audio frames from the first one to the end of the file, through damage, tags and joints.
 *
 * Each state takes a step at an index of the window and gives the index to go on at; every decision is made with
 * {@link lookaheadBytes} in sight, or the end of the file, so that chunk borders cannot change it.
 */
export class Walker {
  readonly #log: FaultLog;
  readonly #lineFeeds = new LineFeeds();
  /** The frames that were walked, in figures. */
  readonly stream: Stream;
  readonly #finder: FrameFinder;
  #state: State = 'between';
  /** The open gap, or a closed one of which it is not known yet whether frames follow. */
  #gap: Gap | undefined;
  /** Offset of a tag after frames of which it is not known yet whether more follow. */
  #tagOffset: number | undefined;
  /** Where the tags at the end begin, once the end is in sight of an open gap. */
  #tailOffset: number | undefined;

  constructor(log: FaultLog) {
    this.#log = log;
    this.stream = new Stream(log);
    this.#finder = new FrameFinder(this.stream);
  }

  /** The gap before the first frame; it is the whole rest of the file where no frames are found. */
  get gap(): Gap | undefined {
    return this.#gap;
  }

  /**
   * Goes as far as the window allows.
   * @returns the index to go on at: inside the window when more bytes are needed, beyond it to skip a tag.
   */
  walk(window: Window, from: number): number {
    let at = from;
    while (at <= window.end) {
      const next = this.#step(window, at);
      if (next === stall) {
        break;
      }
      at = next;
    }
    this.stream.hash(window);
    return at;
  }

  /** Begins at index `at` if two frames, or one that fills the file up to its end or tags, stand there. */
  tryBegin(window: Window, at: number): boolean {
    const limit = window.ending(at) ? tailTagsStart(window, at, at) : window.end;
    const freeBytes = this.#finder.find(window, at, { frames: 2, least: 1, limit });
    if (freeBytes === undefined) {
      return false;
    }
    this.#enter(window, at, freeBytes);
    return true;
  }

  /** Begins to hunt for the first frame from index `at` on. */
  hunt(window: Window, at: number): void {
    this.#openGap(window, at);
  }

  /** The file is over: judges the promises, and what lies after the last frame. `size` is the file's length. */
  finish(size: number): void {
    if (this.stream.reference !== 0) {
      this.#gap?.reportAfter(this.#log, this.stream.reference);
    }
    this.stream.judge(size);
    this.#lineFeeds.report(this.#log);
  }

  #step(window: Window, at: number): number {
    switch (this.#state) {
      case 'frames':
        return this.#stepFrames(window, at);
      case 'between':
        return this.#stepBetween(window, at);
      case 'gap':
        return this.#stepGap(window, at);
      case 'over':
        return stall;
    }
  }

  /** The hot path: frame after frame, as long as each is followed by the header of another. */
  #stepFrames(window: Window, from: number): number {
    const { view, end } = window;
    const { stream } = this;
    if (from + 4 > end) {
      return stall;
    }
    let at = from;
    let word = view.getUint32(at);
    let length = stream.lengthOf(word);
    for (;;) {
      const next = at + length;
      if (next + 4 > end) {
        break;
      }
      const nextWord = view.getUint32(next);
      const nextLength = stream.lengthOf(nextWord);
      if (nextLength === 0) {
        break;
      }
      stream.accept(window, at, length, word);
      at = next;
      word = nextWord;
      length = nextLength;
    }
    if (at > from) {
      return at;
    }
    return window.settled(at) ? this.#breakOff(window, at, length, word) : stall;
  }

  /** The frame at `at` is not followed by another: finds out whether it is whole, and what comes instead. */
  #breakOff(window: Window, at: number, length: number, word: number): number {
    const next = at + length;
    const limit = window.ending(at) ? tailTagsStart(window, at + 4, at) : window.end;
    if (window.ending(at) && next > limit) {
      const before = limit < window.end ? 'the tag at the end' : 'the end of the file';
      const figures = `The frame needs ${length} bytes, but ${limit - at} are left`;
      this.#log.add('truncated-frame', window.base + at, `${figures} before ${before}.`);
      this.#state = 'over';
      return window.end;
    }
    if (
      (window.final && next === limit) ||
      tagAt(window, next) !== undefined ||
      this.#finder.find(window, next, { frames: strongChain, least: 2, limit }) !== undefined
    ) {
      this.stream.accept(window, at, length, word);
      this.#state = 'between';
      return next;
    }
    this.#lineFeeds.scan(window.bytes, at, Math.min(next, window.end), window.base);
    const cut = this.#finder.findInside(window, at, next, limit);
    if (cut !== undefined) {
      // With another legal bitrate the length would be right: then it is the header that is wrong.
      const code = isListedLength(cut - at, word) ? 'damaged-header' : 'frame-cut-short';
      const figures = `The frame announces ${length} bytes, but the next begins after`;
      this.#log.add(code, window.base + at, `${figures} ${cut - at}.`);
      this.stream.breakUp();
      this.#state = 'between';
      return cut;
    }
    this.stream.accept(window, at, length, word);
    this.#openGap(window, next);
    return next;
  }

  /** After a whole frame, a tag or a cut: frames, a tag, the end, or a gap. */
  #stepBetween(window: Window, at: number): number {
    if (!window.settled(at)) {
      return stall;
    }
    const limit = window.ending(at) ? tailTagsStart(window, at, at) : window.end;
    if (window.final && at === limit) {
      this.#state = 'over';
      return window.end;
    }
    const freeBytes = this.#finder.find(window, at, { frames: strongChain, least: 1, limit });
    if (freeBytes !== undefined) {
      this.#enter(window, at, freeBytes);
      return at;
    }
    const tag = tagAt(window, at);
    if (tag === undefined) {
      this.#openGap(window, at);
      return at;
    }
    this.#tagOffset ??= window.base + at;
    return at + tag.bytes;
  }

  /** Frames follow: now it is known what the gap or tag before them was. */
  #enter(window: Window, at: number, freeBytes: number): void {
    const { stream } = this;
    const word = window.view.getUint32(at);
    const offset = window.base + at;
    if (stream.reference === 0) {
      this.#gap?.reportBefore(this.#log, word);
    } else if (this.#gap !== undefined) {
      this.#gap.reportBetween(this.#log, stream.reference);
      stream.breakUp();
    } else if (this.#tagOffset !== undefined) {
      const message = `A tag stands before the frame at ${offset}, after other frames.`;
      this.#log.add('tag-between-frames', this.#tagOffset, message);
    }
    stream.begin(word, freeBytes, offset);
    this.#gap = undefined;
    this.#tagOffset = undefined;
    this.#tailOffset = undefined;
    this.#state = 'frames';
  }

  #openGap(window: Window, at: number): void {
    this.#state = 'gap';
    // A tag inside a gap does not divide it.
    this.#gap ??= new Gap(window.base + at, this.#headedBytes(window, at), this.#frameBefore());
  }

  #frameBefore(): number | undefined {
    return this.stream.reference === 0 ? undefined : this.stream.lastFrameOffset;
  }

  /** Length of the frame whose header, or first bytes of one, stand at the begin of a gap; 0 where none does. */
  #headedBytes(window: Window, at: number): number {
    const { reference } = this.stream;
    const limit = window.ending(at) ? tailTagsStart(window, at, at) : window.end;
    if (limit - at >= 4) {
      const word = window.view.getUint32(at);
      // The length of a free-format frame is not known here: only that there is one.
      return reference === 0 && decodeHeader(word)?.layer === 3 ? frameLength(word, 1) : 0;
    }
    const isSecond = limit - at < 2 || window.bytes[at + 1] === ((reference >>> 16) & 0xff);
    return window.bytes[at] === 0xff && isSecond
      ? frameLength(reference, this.stream.freeBytes)
      : 0;
  }

  /** Hunts through a gap for frames, a tag or the end. */
  #stepGap(window: Window, from: number): number {
    const gap = this.#gap;
    if (gap === undefined || !window.settled(from)) {
      return stall;
    }
    const ending = window.ending(from);
    if (ending) {
      this.#tailOffset ??= window.base + tailTagsStart(window, gap.from - window.base, from);
    }
    const limit = (ending ? this.#tailOffset : undefined) ?? window.base + window.end;
    const stop = ending ? limit - window.base : window.end - lookaheadBytes + 1;
    const query = { frames: strongChain, least: 2, limit: limit - window.base };
    let at = from;
    let freeBytes: number | undefined;
    let tag: Tag | undefined;
    for (; at < stop; at++) {
      const byte = window.bytes[at];
      freeBytes = byte === 0xff ? this.#finder.find(window, at, query) : undefined;
      tag = byte === 0x49 || byte === 0x41 ? tagAt(window, at) : undefined;
      if (freeBytes !== undefined || tag !== undefined) {
        break;
      }
    }
    gap.scan(window.bytes, from, at);
    this.#lineFeeds.scan(window.bytes, from, at, window.base);
    gap.to = window.base + Math.min(at, limit - window.base);
    if (freeBytes !== undefined) {
      this.#enter(window, at, freeBytes);
      return at;
    }
    if (tag !== undefined) {
      this.#state = 'between';
      return at + tag.bytes;
    }
    this.#state = ending ? 'over' : 'gap';
    return ending ? window.end : at;
  }
}
