import { joinBytes } from '../join.ts';
import { crc32 } from './crc32.ts';
import { packetBytes } from './constants.ts';
import { packetise } from './write-packets.ts';

/** An elementary stream as a program map lists it. */
export interface MappedStream {
  readonly pid: number;
  readonly streamType: number;
}

/** A section with its CRC, behind the pointer field with which its packet begins. */
function section(tableId: number, extension: number, body: Uint8Array): Uint8Array {
  const length = 5 + body.length + 4;
  const head = Uint8Array.of(tableId, 0xb0 | (length >>> 8), length & 0xff);
  // Version 0, current, the only section of its table.
  const told = joinBytes(head, Uint8Array.of(extension >>> 8, extension & 0xff, 0xc1, 0, 0), body);
  const crc = new Uint8Array(4);
  new DataView(crc.buffer).setUint32(0, crc32(told));
  return joinBytes(Uint8Array.of(0), told, crc);
}

/** One packet for one table: after the section come bytes of 0xff, ISO/IEC 13818-1 2.4.4. */
function tablePacket(pid: number, counter: number, unit: Uint8Array): Uint8Array {
  const filled = new Uint8Array(packetBytes - 4).fill(0xff);
  filled.set(unit);
  return packetise(pid, counter, filled);
}

/** A program association table with one program, in one packet. */
export function associationPacket(counter: number, mapPid: number): Uint8Array {
  const program = Uint8Array.of(0, 1, 0xe0 | (mapPid >>> 8), mapPid & 0xff);
  return tablePacket(0, counter, section(0, 1, program));
}

/** A program map table, in one packet: at most some thirty streams. */
export function mapPacket(
  counter: number,
  mapPid: number,
  clockPid: number,
  streams: readonly MappedStream[],
): Uint8Array {
  const entries = streams.map(({ pid, streamType }) =>
    Uint8Array.of(streamType, 0xe0 | (pid >>> 8), pid & 0xff, 0xf0, 0),
  );
  const clock = Uint8Array.of(0xe0 | (clockPid >>> 8), clockPid & 0xff, 0xf0, 0);
  return tablePacket(mapPid, counter, section(2, 1, joinBytes(clock, ...entries)));
}
