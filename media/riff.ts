/** WAVE format tags of MPEG audio inside RIFF: MPEG and MPEG Layer 3. */
const mpegFormatTags = [0x50, 0x55];

/**
 * Index of the audio inside a RIFF file that wraps MPEG frames; undefined for any other RIFF file, PCM above all.
 * Only as many bytes are looked at as are given.
 */
export function wrappedAudioAt(head: Uint8Array): number | undefined {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const mark = (at: number): string => String.fromCharCode(...head.subarray(at, at + 4));
  if (mark(0) !== 'RIFF' || !['WAVE', 'RMP3'].includes(mark(8))) {
    return undefined;
  }
  let mpeg = mark(8) === 'RMP3';
  for (let at = 12; at + 8 <= head.length;) {
    const size = view.getUint32(at + 4, true);
    if (mark(at) === 'data') {
      return mpeg ? at + 8 : undefined;
    }
    if (mark(at) === 'fmt ' && at + 10 <= head.length) {
      mpeg = mpegFormatTags.includes(view.getUint16(at + 8, true));
    }
    at += 8 + size + (size & 1);
  }
  return undefined;
}
