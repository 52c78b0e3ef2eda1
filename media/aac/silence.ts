import { BitWriter } from '../bits.ts';
import { fingerprintBytes } from '../fingerprint.ts';
import { joinBytes } from '../join.ts';
import { aacSampleRateIndex } from './sample-rates.ts';

/** Length of an ADTS header without CRC. */
export const adtsHeaderBytes = 7;

const audioObjectTypeLc = 2;
const monoConfiguration = 1;

/** One single-channel element without a scale factor band, then the end: 4 bytes, the shortest legal frame. */
const silentBlock = new BitWriter()
  .put(0, 7) // a single channel element, tag 0
  .put(140, 8) // global gain, of no effect without bands
  .put(0b0001, 4) // one long window, Kaiser-Bessel shape
  .put(0, 6) // no scale factor bands
  .put(0, 4) // no prediction, pulses, noise shaping, gain control
  .put(7, 3) // end of the frame
  .bytes();

/**
 * A raw AAC-LC frame of mono silence: 4 bytes, or 11 with a fingerprint, which travels in a data stream element
 * (ISO/IEC 14496-3 4.4.2.5) that decoders skip.
 */
export function silentAacFrame(fingerprint?: number): Uint8Array {
  if (fingerprint === undefined) {
    return silentBlock.slice();
  }
  const data = fingerprintBytes(fingerprint);
  return joinBytes(Uint8Array.of(0x80, data.length), data, silentBlock);
}

/** The frame behind an ADTS header (ISO/IEC 14496-3 1.A.3.2), mono. @throws RangeError as {@link aacSampleRateIndex}. */
export function withAdtsHeader(frame: Uint8Array, sampleRateHz: number): Uint8Array {
  const header = new BitWriter()
    .put(0xfff1, 16) // sync, MPEG-4, layer 0, no CRC
    .put(audioObjectTypeLc - 1, 2)
    .put(aacSampleRateIndex(sampleRateHz), 4)
    .put(0, 1)
    .put(monoConfiguration, 3)
    .put(0, 4)
    .put(adtsHeaderBytes + frame.length, 13)
    .put(0x7ff, 11) // the buffer fullness of a variable rate
    .put(0, 2)
    .bytes();
  return joinBytes(header, frame);
}

/** AudioSpecificConfig for AAC-LC mono: what an MP4 file tells of its frames. @throws RangeError as {@link aacSampleRateIndex}. */
export function audioSpecificConfig(sampleRateHz: number): Uint8Array {
  return new BitWriter()
    .put(audioObjectTypeLc, 5)
    .put(aacSampleRateIndex(sampleRateHz), 4)
    .put(monoConfiguration, 4)
    .put(0, 3)
    .bytes();
}
