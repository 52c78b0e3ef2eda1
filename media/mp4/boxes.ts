/** A box inside of bytes in memory. */
export interface Box {
  readonly type: string;
  /** Index of the content, behind size and type. */
  readonly from: number;
  /** Index behind the content. */
  readonly to: number;
}

/** The header of a box, ISO/IEC 14496-12 4.2. */
export interface BoxHeader {
  readonly type: string;
  readonly headerBytes: number;
  /** Whole length; undefined for a box that reaches to the end. */
  readonly bytes: number | undefined;
}

/** Longest header: with a 64-bit size. */
export const boxHeaderBytesMax = 16;

/**
 * Reads a box header at index `at`, of which at least eight bytes are there.
 * @returns undefined where the size cannot be: shorter than the header, or its 64 bits not there.
 */
export function readBoxHeader(view: DataView, at: number): BoxHeader | undefined {
  const size = view.getUint32(at);
  const type = typeAt(view, at + 4);
  if (size === 0) {
    return { type, headerBytes: 8, bytes: undefined };
  }
  if (size === 1) {
    if (at + boxHeaderBytesMax > view.byteLength) {
      return undefined;
    }
    // Sizes beyond 2^53 lose digits, which changes nothing: no file is so long.
    const bytes = view.getUint32(at + 8) * 2 ** 32 + view.getUint32(at + 12);
    return bytes < boxHeaderBytesMax ? undefined : { type, headerBytes: boxHeaderBytesMax, bytes };
  }
  return size < 8 ? undefined : { type, headerBytes: 8, bytes: size };
}

/** Four characters as text, one a byte. */
export function typeAt(view: DataView, at: number): string {
  return String.fromCharCode(...Array.from({ length: 4 }, (_, index) => view.getUint8(at + index)));
}

/** The boxes between two indexes. Ends early at a header that cannot be, and tells so. */
export function* boxesIn(
  view: DataView,
  from: number,
  to: number,
  onMalformed: (at: number) => void,
): Generator<Box> {
  for (let at = from; at < to;) {
    const rest = to - at;
    // QuickTime ends some lists with four bytes of zero.
    if (rest === 4 && view.getUint32(at) === 0) {
      return;
    }
    const header = rest >= 8 ? readBoxHeader(view, at) : undefined;
    const bytes = header?.bytes ?? (header === undefined ? 0 : rest);
    if (header === undefined || bytes > rest) {
      onMalformed(at);
      return;
    }
    yield { type: header.type, from: at + header.headerBytes, to: at + bytes };
    at += bytes;
  }
}
