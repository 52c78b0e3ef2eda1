import { expect, it } from 'vitest';
import { mpegAudioSyntax } from './counted-frames.ts';

function read(word: number): unknown {
  const bytes = new Uint8Array(6);
  new DataView(bytes.buffer).setUint32(2, word);
  return mpegAudioSyntax.read(bytes.subarray(2));
}

it.each([
  ['stereo', 0xfffb9064, { bytes: 417, seconds: 1152 / 44100, sampleRateHz: 44100, channels: 2 }],
  ['mono', 0xfff384c4, { bytes: 192, seconds: 576 / 24000, sampleRateHz: 24000, channels: 1 }],
  ['Layer I', 0xffff1064, { bytes: 32, seconds: 384 / 44100, sampleRateHz: 44100, channels: 2 }],
])('a frame of %s tells its length', (_, word, frame) => {
  expect(read(word)).toEqual(frame);
});

it.each([
  ['free format', 0xfffb0064],
  ['padded free format', 0xfffb0264],
  ['no header', 0x47119064],
])('%s tells none', (_, word) => {
  expect(read(word)).toBeUndefined();
});
