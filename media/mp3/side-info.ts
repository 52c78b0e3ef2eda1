import { isMono } from './frame-header.ts';

/** Where the granules' fields lie in the side info of a Layer III frame. */
export interface SideInfoLayout {
  /** Length of the side info. */
  readonly bytes: number;
  /** Width of main_data_begin in bits: it counts back at most 511 bytes (MPEG-1) or 255. */
  readonly mainDataBeginBits: 8 | 9;
  /**
   * For each granule of each channel four figures in a row: byte and shift of its two lengths in a 32-bit word,
   * byte and shift of its window flags in a 16-bit word. Flat, because the walk reads them for every frame.
   */
  readonly fields: Uint8Array;
}

function layout(
  bytes: number,
  mainDataBeginBits: 8 | 9,
  granuleBits: readonly number[],
): SideInfoLayout {
  // MPEG-1 writes scalefac_compress in 4 bits, MPEG-2 in 9: so far behind the lengths stand the window flags.
  const windowBits = mainDataBeginBits === 9 ? 33 : 38;
  const fields = granuleBits.flatMap((bit) => {
    const flag = bit + windowBits;
    return [bit >>> 3, 11 - (bit & 7), flag >>> 3, 13 - (flag & 7)];
  });
  return { bytes, mainDataBeginBits, fields: Uint8Array.from(fields) };
}

const mpeg1Mono = layout(17, 9, [18, 77]);
const mpeg1Stereo = layout(32, 9, [20, 79, 138, 197]);
const mpeg2Mono = layout(9, 8, [9]);
const mpeg2Stereo = layout(17, 8, [10, 73]);

/** The side info layout of a Layer III header. */
export function sideInfoLayout(word: number): SideInfoLayout {
  const mpeg1 = ((word >>> 19) & 3) === 3;
  if (isMono(word)) {
    return mpeg1 ? mpeg1Mono : mpeg2Mono;
  }
  return mpeg1 ? mpeg1Stereo : mpeg2Stereo;
}

/** What the accounting needs of one frame's side info. One object is filled again and again: the walk allocates nothing. */
export interface SideInfo {
  /** How many bytes before this frame's own area its main data begins. */
  mainDataBegin: number;
  /** Bytes of main data that the granules use, rounded up. */
  usedBytes: number;
  /** The largest big_values of the granules; legal up to 288. */
  bigValues: number;
  /** A granule switches windows to block type 0, which does not exist. */
  reservedBlockType: boolean;
}

/** Reads the side info at index `at`, which must be inside the view with all its bytes. */
export function readSideInfo(
  view: DataView,
  at: number,
  { mainDataBeginBits, fields }: SideInfoLayout,
  into: SideInfo,
): void {
  let usedBits = 0;
  let bigValues = 0;
  let reservedBlockType = false;
  for (let field = 0; field < fields.length; field += 4) {
    // part2_3_length (12 bits) and big_values (9 bits) stand side by side.
    const lengths = view.getInt32(at + (fields[field] ?? 0)) >>> (fields[field + 1] ?? 0);
    usedBits += (lengths >>> 9) & 0xfff;
    bigValues = (lengths & 0x1ff) > bigValues ? lengths & 0x1ff : bigValues;
    // window_switching_flag (1 bit) and block_type (2 bits).
    const windowing = view.getUint16(at + (fields[field + 2] ?? 0)) >>> (fields[field + 3] ?? 0);
    reservedBlockType ||= (windowing & 7) === 4;
  }
  into.mainDataBegin = view.getUint16(at) >>> (16 - mainDataBeginBits);
  into.usedBytes = (usedBits + 7) >>> 3;
  into.bigValues = bigValues;
  into.reservedBlockType = reservedBlockType;
}
