import { BitWriter } from '../bits.ts';
import { fingerprintBytes } from '../fingerprint.ts';
import { joinBytes } from '../join.ts';

/** Size of a picture in pixels; even numbers from 16 to 4096, as 4:2:0 cropping wants them. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

const macroblockPixels = 16;
const frameNumberBits = 4;

/** An intra macroblock of flat prediction without residual: type 3, chroma mode 0, step 0, no coefficient. */
const flatMacroblock = 0b0010_0111;

function macroblocks({ width, height }: PictureSize): { readonly across: number; down: number } {
  return {
    across: Math.ceil(width / macroblockPixels),
    down: Math.ceil(height / macroblockPixels),
  };
}

/** Ends the payload with its stop bit and keeps start codes out of it (H.264 7.4.1). */
function nalUnit(header: number, payload: BitWriter): Uint8Array {
  const out = [header];
  let zeros = 0;
  for (const byte of payload.put(1, 1).bytes()) {
    if (zeros === 2 && byte <= 3) {
      out.push(3);
      zeros = 0;
    }
    out.push(byte);
    zeros = byte === 0 ? zeros + 1 : 0;
  }
  return Uint8Array.from(out);
}

/**
 * Sequence parameter set: constrained baseline, level 4, output in decoding order.
 * @param pictureTicks How long one picture is shown, in ticks of 90 kHz; all as long.
 * @throws RangeError for odd or extreme sizes.
 */
export function sequenceParameters(size: PictureSize, pictureTicks: number): Uint8Array {
  const { width, height } = size;
  if ([width, height].some((side) => side % 2 !== 0 || !(side >= 16 && side <= 4096))) {
    throw new RangeError(`A picture of ${width}x${height} pixels cannot be written`);
  }
  const { across, down } = macroblocks(size);
  const crop = [
    (across * macroblockPixels - width) / 2,
    (down * macroblockPixels - height) / 2,
  ] as const;
  const bits = new BitWriter()
    .put(0x42c028, 24)
    .putGolomb(0) // its id
    .putGolomb(frameNumberBits - 4)
    .putGolomb(2) // order of output as of decoding
    .putGolomb(1) // one reference picture
    .put(0, 1)
    .putGolomb(across - 1)
    .putGolomb(down - 1)
    .put(0b11, 2); // frames only, 8x8 inference
  const cropped = crop[0] > 0 || crop[1] > 0;
  bits.put(cropped ? 1 : 0, 1);
  if (cropped) {
    bits.putGolomb(0).putGolomb(crop[0]).putGolomb(0).putGolomb(crop[1]);
  }
  bits.put(0b1_0000_1, 6); // usability information: timing and nothing before it
  bits
    .put(pictureTicks, 32)
    .put(2 * 90_000, 32)
    .put(1, 1); // ticks are those of fields
  return nalUnit(0x67, bits.put(0, 4));
}

/** Picture parameter set for the pictures below: CAVLC, one slice group, no deblocking control. */
export function pictureParameters(): Uint8Array {
  const bits = new BitWriter().putGolomb(0).putGolomb(0).put(0, 2);
  bits.putGolomb(0).putGolomb(0).putGolomb(0).put(0, 3);
  return nalUnit(0x68, bits.putGolomb(0).putGolomb(0).putGolomb(0).put(0, 3));
}

/** A gray picture to begin with: one byte for each 16x16 pixels and some ten more. */
export function grayPicture(size: PictureSize): Uint8Array {
  const bits = new BitWriter().putGolomb(0).putGolomb(7).putGolomb(0).put(0, frameNumberBits);
  bits.putGolomb(0).put(0, 2).putGolomb(0);
  const { across, down } = macroblocks(size);
  for (let left = across * down; left > 0; left--) {
    bits.put(flatMacroblock, 8);
  }
  return nalUnit(0x65, bits);
}

/** A picture that shows the one before again; `index` counts from 1 behind the gray picture. Its length is the same for all. */
export function repeatedPicture(size: PictureSize, index: number): Uint8Array {
  const { across, down } = macroblocks(size);
  const bits = new BitWriter().putGolomb(0).putGolomb(5).putGolomb(0).put(index, frameNumberBits);
  return nalUnit(
    0x41,
    bits
      .put(0, 3)
      .putGolomb(0)
      .putGolomb(across * down),
  );
}

/** A message that decoders skip (H.264 D.1.7, unregistered user data) and that shows a number. */
export function fingerprintMessage(fingerprint: number): Uint8Array {
  const text = Uint8Array.from('soundcheck-16byt', (letter) => letter.charCodeAt(0));
  const data = joinBytes(text, fingerprintBytes(fingerprint));
  return joinBytes(Uint8Array.of(0x06, 5, data.length), data, Uint8Array.of(0x80));
}
