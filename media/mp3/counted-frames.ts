import type { FrameSyntax } from '../frame-counter.ts';
import { decodeHeader, frameLength } from './frame-header.ts';

/** Frames of MPEG audio inside a container. */
export const mpegAudioSyntax: FrameSyntax = {
  headerBytes: 4,
  read(header) {
    const word = new DataView(header.buffer, header.byteOffset).getUint32(0);
    const told = decodeHeader(word);
    // Free format tells no length; containers do not carry it.
    const bytes = told === undefined ? 0 : frameLength(word, 0);
    if (told === undefined || bytes < 4) {
      return undefined;
    }
    const { sampleRateHz, channels, samplesPerFrame } = told;
    return { bytes, seconds: samplesPerFrame / sampleRateHz, sampleRateHz, channels };
  },
};
