import type { FrameSyntax } from '../frame-counter.ts';
import { aacSampleRatesHz, samplesPerAacFrame } from './sample-rates.ts';
import { adtsHeaderBytes } from './silence.ts';

/** Frames of AAC in ADTS, ISO/IEC 14496-3 1.A.3.2. */
export const adtsSyntax: FrameSyntax = {
  headerBytes: adtsHeaderBytes,
  read(header) {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0] = header;
    const sampleRateHz = aacSampleRatesHz[(c >>> 2) & 0x0f];
    const bytes = ((d & 3) << 11) | (e << 3) | (f >>> 5);
    // Sync, layer 0, and a length that holds at least the header.
    const isHeader = a === 0xff && (b & 0xf6) === 0xf0 && bytes >= adtsHeaderBytes;
    if (!isHeader || sampleRateHz === undefined) {
      return undefined;
    }
    const blocks = (g & 3) + 1;
    const channels = ((c & 1) << 2) | (d >>> 6);
    const seconds = (blocks * samplesPerAacFrame) / sampleRateHz;
    return { bytes, seconds, sampleRateHz, channels };
  },
};
