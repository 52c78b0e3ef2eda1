/** MPEG audio version: `2.5` is the unofficial extension to 8, 11.025 and 12 kHz. */
export type MpegVersion = '1' | '2' | '2.5';

/** A frame header in plain figures. */
export interface FrameHeader {
  readonly version: MpegVersion;
  readonly layer: 1 | 2 | 3;
  /** A 16-bit CRC follows the header. */
  readonly protected: boolean;
  /** 0 for free format, whose length only the next frame tells. */
  readonly bitrateKbps: number;
  readonly sampleRateHz: number;
  readonly channels: 1 | 2;
  readonly samplesPerFrame: number;
}

const bitratesKbps = {
  '1/1': [32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448],
  '1/2': [32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384],
  '1/3': [32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  '2/1': [32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256],
  '2/2': [8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
  '2/3': [8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
} as const;

const sampleRatesHz: Readonly<Record<MpegVersion, readonly number[]>> = {
  '1': [44100, 48000, 32000],
  '2': [22050, 24000, 16000],
  '2.5': [11025, 12000, 8000],
};

const versions = ['2.5', undefined, '2', '1'] as const;
const layers = [undefined, 3, 2, 1] as const;

/** The bitrates in kbit/s that a version and layer list, in the order of their header index from 1. */
export function listedBitratesKbps(version: MpegVersion, layer: 1 | 2 | 3): readonly number[] {
  return bitratesKbps[`${version === '1' ? '1' : '2'}/${layer}`];
}

/** The sample rates in Hz of a version, in the order of their header index from 0. */
export function listedSampleRatesHz(version: MpegVersion): readonly number[] {
  return sampleRatesHz[version];
}

/** Reads the 32 bits of a header; undefined where they are no legal frame header. */
export function decodeHeader(word: number): FrameHeader | undefined {
  const version = versions[(word >>> 19) & 3];
  const layer = layers[(word >>> 17) & 3];
  const bitrateIndex = (word >>> 12) & 15;
  if (word >>> 21 !== 0x7ff || version === undefined || layer === undefined || (word & 3) === 2) {
    return undefined;
  }
  const sampleRateHz = sampleRatesHz[version][(word >>> 10) & 3];
  const bitrateKbps = [0, ...listedBitratesKbps(version, layer)][bitrateIndex];
  if (sampleRateHz === undefined || bitrateKbps === undefined) {
    return undefined;
  }
  return {
    version,
    layer,
    protected: ((word >>> 16) & 1) === 0,
    bitrateKbps,
    sampleRateHz,
    channels: isMono(word) ? 1 : 2,
    samplesPerFrame: layer === 1 ? 384 : layer === 3 && version !== '1' ? 576 : 1152,
  };
}

/** Marks free format in {@link frameLengths}: longer than any frame. */
const freeFormat = 0xffff;

/** Frame length in bytes by version, layer, protection, bitrate, rate and padding: header bits 20 to 9. 0: no header. */
const frameLengths = Uint16Array.from({ length: 1 << 12 }, (_, key) => {
  const header = decodeHeader((0xffe00000 | (key << 9)) >>> 0);
  if (header === undefined) {
    return 0;
  }
  if (header.bitrateKbps === 0) {
    return freeFormat;
  }
  const slotBytes = header.layer === 1 ? 4 : 1;
  const slots = Math.floor(
    (header.samplesPerFrame * header.bitrateKbps * 125) / header.sampleRateHz / slotBytes,
  );
  return (slots + (key & 1)) * slotBytes;
});

/**
 * Length in bytes of the frame that a header word announces, header included; 0 for what is no header.
 * @param freeBytes length of an unpadded free-format frame of this stream; 0 while unknown: then such a header is none.
 */
export function frameLength(word: number, freeBytes: number): number {
  if (word >>> 21 !== 0x7ff || (word & 3) === 2) {
    return 0;
  }
  const length = frameLengths[(word >>> 9) & 0xfff] ?? 0;
  if (length !== freeFormat) {
    return length;
  }
  return freeBytes === 0 ? 0 : freeBytes + paddingBytes(word);
}

/** Bytes that the padding bit of a header adds: a slot is 4 bytes in Layer I and one byte otherwise. */
export function paddingBytes(word: number): number {
  const slotBytes = ((word >>> 17) & 3) === 3 ? 4 : 1;
  return ((word >>> 9) & 1) * slotBytes;
}

/** Whether the header is of a free-format frame. */
export function isFreeFormat(word: number): boolean {
  return frameLength(word, 1) !== 0 && ((word >>> 12) & 15) === 0;
}

/** Whether the header's channel mode is single channel. */
export function isMono(word: number): boolean {
  return (word & 0xc0) === 0xc0;
}

/** Sync, version, layer, sample rate: the header bits that never change inside one recording. */
const constantBits = 0xfffe0c00;

/** Whether two headers can belong to one recording: same version, layer, sample rate, mono or not, free or not. */
export function sameStream(word: number, reference: number): boolean {
  return (
    ((word ^ reference) & constantBits) === 0 &&
    isMono(word) === isMono(reference) &&
    ((word & 0xf000) === 0) === ((reference & 0xf000) === 0)
  );
}

/** Whether some listed bitrate, padded or not, gives a frame of this length in the stream of the reference header. */
export function isListedLength(length: number, reference: number): boolean {
  for (let index = 1; index < 15; index++) {
    const word = ((reference & ~0xf200) | (index << 12)) >>> 0;
    const unpadded = frameLength(word, 0);
    if (length === unpadded || length === frameLength((word | 0x200) >>> 0, 0)) {
      return true;
    }
  }
  return false;
}
