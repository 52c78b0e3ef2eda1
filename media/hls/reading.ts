import { Buffer, isUtf8 } from 'node:buffer';
import { FaultLog } from '../fault-log.ts';
import type { Reading } from '../reading.ts';
import type { MediaVerdict, Playlist } from '../verdict.ts';
import type { Window } from '../window.ts';
import { PlaylistJudge } from './playlist-judge.ts';
import { strictRefusal } from './strict-reading.ts';

/** Text that is kept: a recording of two weeks has less. */
const textBytesMax = 32 * 1024 * 1024;

/** Longest line that is read as one; what is longer is no line of a recording's playlist. */
const lineBytesMax = 64 * 1024;

const byteOrderMark = Uint8Array.of(0xef, 0xbb, 0xbf);

/** Control characters of U+0000 to U+001F and U+007F to U+009F, RFC 8216 4.1; the tabulator is forgiven. */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const controlPattern = /[\0-\x08\x0b-\x1f\x7f-\x9f]/;

/** Judges an HLS media playlist, against RFC 8216 and what TRTC adds. Memory: its text, 32 MiB at most, and its segments. */
export class PlaylistReading implements Reading {
  readonly #log = new FaultLog();
  readonly #pieces: Buffer[] = [];
  #kept = 0;

  proceed(window: Window): number {
    const piece = window.bytes.subarray(0, textBytesMax - this.#kept);
    if (piece.length > 0) {
      // The window's bytes are only lent.
      this.#pieces.push(Buffer.from(piece));
      this.#kept += piece.length;
    }
    return window.end;
  }

  conclude(size: number): MediaVerdict {
    if (size === 0) {
      this.#log.add('empty-file', 0, 'The file has 0 bytes.');
      return this.#verdict('empty', undefined);
    }
    const bytes = Buffer.concat(this.#pieces.splice(0));
    if (size > bytes.length) {
      const message = `Of ${size} bytes the first ${bytes.length} were read.`;
      this.#log.add('playlist-too-large', bytes.length, message);
    }
    const judge = new PlaylistJudge(this.#log);
    this.#judgeLines(bytes, judge, size === bytes.length);
    const playlist = judge.finish();
    if (this.#log.worst !== 'invalid') {
      this.#judgeStrictly(bytes.toString('utf8'));
    }
    return this.#verdict(judge.hasTags ? 'm3u8' : 'text', playlist);
  }

  #verdict(format: string, playlist: Playlist | undefined): MediaVerdict {
    const segments = playlist?.segments ?? [];
    return {
      verdict: this.#log.worst,
      format,
      durationSeconds: segments.reduce((sum, { durationSeconds }) => sum + durationSeconds, 0),
      frames: segments.length,
      faults: this.#log.list(),
      ...(playlist === undefined ? {} : { playlist }),
    };
  }

  #judgeLines(bytes: Buffer, judge: PlaylistJudge, whole: boolean): void {
    const isText = isUtf8(bytes);
    let at = byteOrderMark.every((byte, index) => bytes[index] === byte) ? 3 : 0;
    if (at > 0) {
      this.#log.add('playlist-byte-order-mark', 0, 'It begins with the bytes ef bb bf.', 1);
    }
    for (let number = 1; at < bytes.length; number++) {
      const feed = bytes.indexOf(0x0a, at);
      const end = feed < 0 ? bytes.length : feed;
      const line = bytes.subarray(at, end > at && bytes[end - 1] === 0x0d ? end - 1 : end);
      if (!isText && !isUtf8(line)) {
        this.#log.add('playlist-not-text', at, 'The line is not UTF-8.', number);
      }
      const text = line.toString('utf8', 0, lineBytesMax);
      if (controlPattern.test(text)) {
        const message = 'The line holds a control character.';
        this.#log.add('playlist-control-character', at, message, number);
      }
      if (number === 1 && text.trimEnd() !== '#EXTM3U') {
        this.#log.add('playlist-header-missing', at, 'The first line is not #EXTM3U.', 1);
      }
      if (feed < 0 && whole && text.trimEnd() !== '#EXT-X-ENDLIST') {
        this.#log.add('playlist-cut', at, 'The last line has no end.', number);
      }
      judge.take({ text, number, offset: at });
      at = end + 1;
    }
  }

  #judgeStrictly(text: string): void {
    const refusal = strictRefusal(text);
    if (refusal !== undefined) {
      const isVersion = refusal.startsWith('EXT-X-VERSION needs');
      this.#log.add(isVersion ? 'version-too-low' : 'playlist-rule-broken', 0, refusal);
    }
  }
}
