import type { FaultLog } from '../fault-log.ts';
import { packetBytes } from './constants.ts';
import type { Packet } from './packet.ts';

/** What is remembered of the last packet with a payload of one PID. */
interface Last {
  counter: number;
  /** The packet has come twice already. */
  twice: boolean;
  readonly bytes: Uint8Array;
  payloadAt: number;
}

/** What a packet is in the order of its PID: the next one, a legal copy of the last, or behind a gap. */
export type Continuity = 'next' | 'copy' | 'gap';

/**
 * Follows the continuity counters of all PIDs (ISO/IEC 13818-1 2.4.3.3): they count packets with payload, a packet may
 * come twice, and the discontinuity indicator allows a jump. A copy is known by its bytes, so that a loss of exactly
 * sixteen packets shows, too. Memory: one packet for each PID.
 */
export class ContinuityCounters {
  readonly #log: FaultLog;
  readonly #lasts = new Map<number, Last>();

  constructor(log: FaultLog) {
    this.#log = log;
  }

  /** Bytes are missing: no counter can be expected. */
  forget(): void {
    this.#lasts.clear();
  }

  /** Takes the packet at index `at`; a gap is noted at its file offset. */
  follow(packet: Packet, bytes: Uint8Array, at: number, offset: number): Continuity {
    const { pid, counter, payloadAt } = packet;
    const last = this.#lasts.get(pid);
    const hasPayload = payloadAt < packetBytes;
    if (last === undefined) {
      if (hasPayload) {
        const copy = bytes.slice(at, at + packetBytes);
        this.#lasts.set(pid, { counter, twice: false, bytes: copy, payloadAt });
      }
      return 'next';
    }
    if (!hasPayload) {
      return this.#followEmpty(packet, last, offset);
    }
    const isCopy = counter === last.counter && isSamePayload(last, packet, bytes, at);
    const expected = (last.counter + 1) & 0x0f;
    const isFine = packet.discontinuity || (isCopy ? !last.twice : counter === expected);
    if (!isFine) {
      const message = `Stream ${pid} goes on with counter ${counter} instead of ${expected}.`;
      this.#log.add('continuity-gap', offset, message);
    }
    last.twice = isCopy;
    last.counter = counter;
    last.payloadAt = payloadAt;
    last.bytes.set(bytes.subarray(at, at + packetBytes));
    return isCopy ? 'copy' : isFine ? 'next' : 'gap';
  }

  /** A packet without payload does not count. */
  #followEmpty({ pid, counter, discontinuity }: Packet, last: Last, offset: number): Continuity {
    if (discontinuity || counter === last.counter) {
      last.counter = counter;
      return 'next';
    }
    last.counter = counter;
    const message = `Stream ${pid} changes its counter to ${counter} without payload.`;
    this.#log.add('continuity-gap', offset, message);
    return 'gap';
  }
}

function isSamePayload(last: Last, packet: Packet, bytes: Uint8Array, at: number): boolean {
  if (packet.payloadAt !== last.payloadAt) {
    return false;
  }
  for (let index = packet.payloadAt; index < packetBytes; index++) {
    if (bytes[at + index] !== last.bytes[index]) {
      return false;
    }
  }
  return true;
}
