import { FaultLog } from '../fault-log.ts';
import type { Reading } from '../reading.ts';
import type { MediaVerdict } from '../verdict.ts';
import type { Window } from '../window.ts';
import { packetBytes, syncByte } from './constants.ts';
import { findPacket, foreignPacketSize } from './packet-hunt.ts';
import { Program } from './program.ts';

/** A stretch without packets, file offsets. */
interface Hole {
  readonly from: number;
  to: number;
  /** All its bytes are zero. */
  zeros: boolean;
  /** It begins with a sync byte: with the begin of a packet, where it is at the end of the file. */
  readonly synced: boolean;
}

/**
 * Judges an MPEG-TS file (ISO/IEC 13818-1) as HLS segments are: packets of 188 bytes, one program. In constant memory;
 * finds lost, cut, swapped and overwritten packets, and the exact duration.
 */
export class TsReading implements Reading {
  readonly #log = new FaultLog();
  readonly #program = new Program(this.#log);
  /** Packets were found before. */
  #begun = false;
  #foreignSize: number | undefined;
  #hole: Hole | undefined;

  proceed(window: Window): number {
    if (this.#foreignSize !== undefined) {
      return window.end;
    }
    let at = 0;
    while (at < window.end) {
      const next = this.#hole === undefined && this.#begun ? this.#walk(window, at) : at;
      if (next > at) {
        at = next;
        continue;
      }
      if (!window.settled(at)) {
        break;
      }
      at = this.#hunt(window, at);
    }
    return at;
  }

  conclude(size: number): MediaVerdict {
    const hole = this.#hole;
    const packets = this.#program.packets > 0;
    if (this.#foreignSize !== undefined) {
      const message = `The packets have ${this.#foreignSize} bytes.`;
      this.#log.add('foreign-packet-size', 0, message);
    } else if (size === 0) {
      this.#log.add('empty-file', 0, 'The file has 0 bytes.');
    } else if (!packets) {
      this.#log.add('no-packets', 0, `No packets in ${size} bytes.`);
    } else if (hole !== undefined) {
      this.#reportTail(hole, size);
    }
    const { tracks, ...times } = packets
      ? this.#program.finish()
      : { tracks: [], durationSeconds: 0 };
    const counted = tracks.find(({ kind }) => kind === 'audio') ?? tracks[0];
    return {
      verdict: this.#log.worst,
      format: size === 0 ? 'empty' : packets || this.#foreignSize !== undefined ? 'ts' : 'unknown',
      ...times,
      frames: counted?.units ?? 0,
      faults: this.#log.list(),
      tracks,
    };
  }

  /** Packet after packet, as long as each begins with the sync byte. */
  #walk(window: Window, from: number): number {
    let at = from;
    while (at + packetBytes <= window.end && window.bytes[at] === syncByte) {
      this.#program.take(window.bytes, at, window.base + at);
      at += packetBytes;
    }
    return at;
  }

  /** No packet at `at`: finds the next one, or keeps the hole open. */
  #hunt(window: Window, at: number): number {
    const found = findPacket(window, at);
    if (!this.#begun && this.#hole === undefined && found !== at) {
      this.#foreignSize = foreignPacketSize(window);
      if (this.#foreignSize !== undefined) {
        return window.end;
      }
    }
    const from = window.base + at;
    const synced = window.bytes[at] === syncByte;
    const hole = (this.#hole ??= { from, to: from, zeros: true, synced });
    // Up to the end, or as far as it is sure that no packet begins.
    const until = found ?? (window.final ? window.end : window.end - 2 * packetBytes);
    for (let index = at; hole.zeros && index < until; index++) {
      hole.zeros = window.bytes[index] === 0;
    }
    hole.to = window.base + until;
    if (found !== undefined) {
      this.#reportHole(hole);
      this.#hole = undefined;
      this.#begun = true;
    }
    return until;
  }

  #reportHole({ from, to }: Hole): void {
    const length = to - from;
    if (length === 0) {
      return;
    }
    if (from === 0 && length % packetBytes !== 0) {
      this.#log.add('junk-before-packets', 0, `${length} bytes before the first packet.`);
      return;
    }
    this.#log.add('sync-lost', from, `The next packet begins ${length} bytes later.`);
    this.#program.lose();
  }

  /** What stands behind the last packet: the begin of another, packets that were overwritten, or something else. */
  #reportTail({ from, zeros, synced }: Hole, size: number): void {
    const length = size - from;
    if (length % packetBytes === 0) {
      this.#log.add('sync-lost', from, `No packet begins in the last ${length} bytes.`);
    } else if (synced && length < packetBytes) {
      this.#log.add('truncated-packet', from, `The last packet has only ${length} bytes.`);
    } else {
      const what = zeros ? 'zero bytes' : 'bytes that are no packet';
      this.#log.add('junk-behind-packets', from, `${length} ${what} at the end.`);
    }
  }
}
