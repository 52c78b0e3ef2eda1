import { isMono } from './frame-header.ts';

/** Where the granules' fields lie in the side info of a Layer III frame. */
export interface SideInfoLayout {
  /** Length of the side info. */
  readonly bytes: number;
  /** Width of main_data_begin in bits: it counts back at most 511 bytes (MPEG-1) or 255. */
  readonly mainDataBeginBits: 8 | 9;
  /** Bit at which each granule of each channel begins. */
  readonly granuleBits: readonly number[];
  /** From a granule's begin to its window switching flag, in bits: MPEG-2 has a longer scalefac_compress between. */
  readonly windowSwitchingBits: 33 | 38;
}

function layout(
  bytes: number,
  mainDataBeginBits: 8 | 9,
  granuleBits: readonly number[],
): SideInfoLayout {
  const windowSwitchingBits = mainDataBeginBits === 9 ? 33 : 38;
  return { bytes, mainDataBeginBits, granuleBits, windowSwitchingBits };
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

/** part2_3_length (12 bits) and big_values (9 bits), which stand side by side, in the low bits. */
function lengthsAt(view: DataView, at: number, bit: number): number {
  return view.getInt32(at + (bit >>> 3)) >>> (11 - (bit & 7));
}

/** window_switching_flag (1 bit) and block_type (2 bits), in the low bits. */
function windowingAt(view: DataView, at: number, bit: number): number {
  return view.getUint16(at + (bit >>> 3)) >>> (13 - (bit & 7));
}

/** Reads the side info at index `at`, which must be inside the view with all its bytes. */
export function readSideInfo(
  view: DataView,
  at: number,
  { mainDataBeginBits, granuleBits, windowSwitchingBits }: SideInfoLayout,
  into: SideInfo,
): void {
  let usedBits = 0;
  let bigValues = 0;
  let reservedBlockType = false;
  for (const bit of granuleBits) {
    const lengths = lengthsAt(view, at, bit);
    usedBits += (lengths >>> 9) & 0xfff;
    bigValues = Math.max(bigValues, lengths & 0x1ff);
    reservedBlockType ||= (windowingAt(view, at, bit + windowSwitchingBits) & 7) === 4;
  }
  into.mainDataBegin = view.getUint16(at) >>> (16 - mainDataBeginBits);
  into.usedBytes = (usedBits + 7) >>> 3;
  into.bigValues = bigValues;
  into.reservedBlockType = reservedBlockType;
}
