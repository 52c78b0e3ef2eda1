/** A PES header is gathered up to its time stamps: that much of it. */
export const pesHeaderBytesMax = 19;

/** Stream ids whose packets have no optional header, ISO/IEC 13818-1 2.4.3.7. */
const plainStreamIds = new Set([0xbc, 0xbe, 0xbf, 0xf0, 0xf1, 0xf2, 0xf8, 0xff]);

/** What a PES header says. */
export interface PesHeader {
  /** Bytes of the packet behind the length field; undefined where video leaves it open. */
  readonly announcedBytes: number | undefined;
  /** Bytes up to the payload. */
  readonly headerBytes: number;
  /** Ticks of 90 kHz, 33 bits; undefined where not told. */
  readonly ptsTicks: number | undefined;
  /** Decoding time; the presentation time where it is not told by itself. */
  readonly dtsTicks: number | undefined;
}

/**
 * Reads the beginning of a PES packet.
 * @param bytes The first {@link pesHeaderBytesMax} bytes, or all of a shorter packet.
 * @returns undefined where it is no PES header.
 */
export function readPesHeader(bytes: Uint8Array): PesHeader | undefined {
  const byte = (index: number): number => bytes[index] ?? 0;
  if (bytes.length < 6 || byte(0) !== 0 || byte(1) !== 0 || byte(2) !== 1) {
    return undefined;
  }
  const length = (byte(4) << 8) | byte(5);
  const announcedBytes = length === 0 ? undefined : length;
  if (plainStreamIds.has(byte(3))) {
    return { announcedBytes, headerBytes: 6, ptsTicks: undefined, dtsTicks: undefined };
  }
  if (bytes.length < 9 || (byte(6) & 0xc0) !== 0x80) {
    return undefined;
  }
  const headerBytes = 9 + byte(8);
  const told = byte(7) >>> 6;
  // A DTS without a PTS is forbidden.
  if (told === 1 || byte(8) < (told === 3 ? 10 : told === 2 ? 5 : 0)) {
    return undefined;
  }
  const ptsTicks = told >= 2 ? readTimestamp(bytes, 9, told) : undefined;
  const dtsTicks = told === 3 ? readTimestamp(bytes, 14, 1) : ptsTicks;
  if (told >= 2 && (ptsTicks === undefined || dtsTicks === undefined)) {
    return undefined;
  }
  return { announcedBytes, headerBytes, ptsTicks, dtsTicks };
}

/** A time stamp behind its four-bit prefix; undefined where prefix or marker bits are wrong. */
function readTimestamp(bytes: Uint8Array, at: number, prefix: number): number | undefined {
  const byte = (index: number): number => bytes[at + index] ?? 0;
  const marked = (byte(0) & byte(2) & byte(4) & 1) === 1;
  if (byte(0) >>> 4 !== prefix || !marked) {
    return undefined;
  }
  const low = (byte(1) << 22) | ((byte(2) >>> 1) << 15) | (byte(3) << 7) | (byte(4) >>> 1);
  return ((byte(0) >>> 1) & 7) * 2 ** 30 + low;
}
