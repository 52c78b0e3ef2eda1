import { joinBytes } from '../join.ts';
import { packetBytes, syncByte, ticksWrap } from './constants.ts';

const headerBytes = 4;

/** What a packetised unit says beside its payload. */
export interface UnitOptions {
  /** First packet's time stamp of the program clock, in ticks of 90 kHz; without it the packets carry none. */
  readonly clockTicks?: number;
  /** A decoder may begin here. */
  readonly randomAccess?: boolean;
}

/** A presentation time stamp as PES headers spell it, ISO/IEC 13818-1 2.4.3.7. Ticks of 90 kHz, taken modulo 2^33. */
function timestampBytes(prefix: number, ticks: number): Uint8Array {
  const wrapped = ticks % ticksWrap;
  const top = Math.floor(wrapped / 2 ** 30);
  const low = wrapped % 2 ** 30;
  const middle = low >>> 15;
  const last = low & 0x7fff;
  return Uint8Array.of(
    (prefix << 4) | (top << 1) | 1,
    middle >>> 7,
    ((middle & 0x7f) << 1) | 1,
    last >>> 7,
    ((last & 0x7f) << 1) | 1,
  );
}

/** A PES packet with a PTS; its length field is 0, which only video may have, where 16 bits do not hold it. */
export function pesPacket(streamId: number, ptsTicks: number, payload: Uint8Array): Uint8Array {
  const length = 8 + payload.length;
  const field = length > 0xffff ? 0 : length;
  return joinBytes(
    Uint8Array.of(0, 0, 1, streamId, field >>> 8, field & 0xff, 0x80, 0x80, 5),
    timestampBytes(2, ptsTicks),
    payload,
  );
}

function clockBytes(ticks: number): Uint8Array {
  const base = ticks % ticksWrap;
  const high = Math.floor(base / 2);
  return Uint8Array.of(
    Math.floor(high / 2 ** 24),
    (high >>> 16) & 0xff,
    (high >>> 8) & 0xff,
    high & 0xff,
    ((base % 2) << 7) | 0x7e,
    0,
  );
}

/** Content of the adaptation field behind its length byte; empty where a packet needs none. */
function adaptationOf({ clockTicks, randomAccess = false }: UnitOptions): Uint8Array {
  if (clockTicks === undefined && !randomAccess) {
    return new Uint8Array(0);
  }
  const flags = (randomAccess ? 0x40 : 0) | (clockTicks === undefined ? 0 : 0x10);
  const clock = clockTicks === undefined ? new Uint8Array(0) : clockBytes(clockTicks);
  return joinBytes(Uint8Array.of(flags), clock);
}

/** How many packets {@link packetise} makes of so many bytes. */
export function packetsFor(unitBytes: number, options: UnitOptions): number {
  const adaptation = adaptationOf(options).length;
  const overhead = adaptation === 0 ? 0 : adaptation + 1;
  return Math.ceil((unitBytes + overhead) / (packetBytes - headerBytes));
}

/** One packet: stuffing in an adaptation field fills what payload and fields leave. */
function packet(
  pid: number,
  begins: boolean,
  counter: number,
  adaptation: Uint8Array,
  payload: Uint8Array,
): Uint8Array {
  const bytes = new Uint8Array(packetBytes).fill(0xff);
  const spare = packetBytes - headerBytes - payload.length;
  bytes.set([syncByte, (begins ? 0x40 : 0) | (pid >>> 8), pid & 0xff]);
  bytes[3] = (spare > 0 ? 0x30 : 0x10) | (counter & 0x0f);
  if (spare > 0) {
    bytes[headerBytes] = spare - 1;
  }
  if (spare > 1) {
    bytes[headerBytes + 1] = 0;
    bytes.set(adaptation, headerBytes + 1);
  }
  bytes.set(payload, packetBytes - payload.length);
  return bytes;
}

/** Cuts a unit, a PES packet or a section with its pointer, into transport packets; the continuity counter goes on from `counter`. */
export function packetise(
  pid: number,
  counter: number,
  unit: Uint8Array,
  options: UnitOptions = {},
): Uint8Array {
  const packets: Uint8Array[] = [];
  for (let at = 0; at < unit.length;) {
    const adaptation = at === 0 ? adaptationOf(options) : new Uint8Array(0);
    const overhead = adaptation.length === 0 ? 0 : adaptation.length + 1;
    const room = packetBytes - headerBytes - overhead;
    const payload = unit.subarray(at, at + room);
    packets.push(packet(pid, at === 0, counter + packets.length, adaptation, payload));
    at += payload.length;
  }
  return joinBytes(...packets);
}
