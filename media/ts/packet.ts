import { packetBytes } from './constants.ts';

/** What the header and adaptation field of a transport packet say, ISO/IEC 13818-1 2.4.3.2 to 2.4.3.5. */
export interface Packet {
  readonly pid: number;
  /** A PES packet or a section begins in the payload. */
  readonly begins: boolean;
  readonly damaged: boolean;
  readonly scrambled: boolean;
  readonly counter: number;
  /** The counters and clocks may jump here. */
  readonly discontinuity: boolean;
  /** Base of the program clock, ticks of 90 kHz, where the packet carries one. */
  readonly clockTicks: number | undefined;
  /** Index of the payload inside the packet; 188 where it has none. */
  readonly payloadAt: number;
  /** The field lengths cannot be. */
  readonly malformed: boolean;
}

/** Longest adaptation field without a payload, and with one. */
const adaptationBytesMax = 183;

/** Reads the packet at index `at`, of which all 188 bytes are there. */
export function readPacket(bytes: Uint8Array, at: number): Packet {
  const [one = 0, two = 0, three = 0] = [bytes[at + 1], bytes[at + 2], bytes[at + 3]];
  const hasAdaptation = (three & 0x20) !== 0;
  const hasPayload = (three & 0x10) !== 0;
  const length = hasAdaptation ? (bytes[at + 4] ?? 0) : 0;
  const flags = length > 0 ? (bytes[at + 5] ?? 0) : 0;
  const hasClock = (flags & 0x10) !== 0;
  const fits = hasPayload ? length < adaptationBytesMax : length <= adaptationBytesMax;
  const malformed = (!hasAdaptation && !hasPayload) || !fits || (hasClock && length < 7);
  return {
    pid: ((one & 0x1f) << 8) | two,
    begins: (one & 0x40) !== 0,
    damaged: (one & 0x80) !== 0,
    scrambled: (three & 0xc0) !== 0,
    counter: three & 0x0f,
    discontinuity: (flags & 0x80) !== 0,
    clockTicks: hasClock && !malformed ? readClock(bytes, at + 6) : undefined,
    payloadAt: hasPayload && !malformed ? 4 + (hasAdaptation ? 1 + length : 0) : packetBytes,
    malformed,
  };
}

function readClock(bytes: Uint8Array, at: number): number {
  const byte = (index: number): number => bytes[at + index] ?? 0;
  const high = byte(0) * 2 ** 24 + ((byte(1) << 16) | (byte(2) << 8) | byte(3));
  return high * 2 + (byte(4) >>> 7);
}
