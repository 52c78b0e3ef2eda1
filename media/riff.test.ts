import { describe, expect, it } from 'vitest';
import { ascii, join } from '#fixtures/media/bytes.ts';
import { wrappedAudioAt } from './riff.ts';

function chunk(name: string, content: Uint8Array): Uint8Array {
  const size = new Uint8Array(4);
  new DataView(size.buffer).setUint32(0, content.length, true);
  return join(ascii(name), size, content, new Uint8Array(content.length % 2));
}

const fmt = (tag: number): Uint8Array =>
  chunk('fmt ', Uint8Array.of(tag, 0, ...new Uint8Array(14)));
const riff = (kind: string, ...chunks: readonly Uint8Array[]): Uint8Array =>
  join(ascii(`RIFF....${kind}`), ...chunks);
const data = chunk('data', ascii('frames'));

describe('wrappedAudioAt', () => {
  it.each([0x50, 0x55])('finds the data of format %i', (tag) => {
    expect(wrappedAudioAt(riff('WAVE', fmt(tag), data))).toBe(12 + 24 + 8);
  });

  it('finds it behind other chunks, padded where their length is odd', () => {
    const others = [chunk('LIST', ascii('odd')), chunk('fact', ascii('even'))];
    const at = 12 + 24 + 12 + 12 + 8;
    expect(wrappedAudioAt(riff('WAVE', fmt(0x55), ...others, data))).toBe(at);
    expect(wrappedAudioAt(riff('WAVE', ...others, fmt(0x55), data))).toBe(at);
  });

  it('needs no format in an RMP3 file', () => {
    expect(wrappedAudioAt(riff('RMP3', data))).toBe(20);
    expect(wrappedAudioAt(riff('RMP3', data).subarray(0, 20))).toBe(20);
    expect(wrappedAudioAt(riff('RMP3', data).subarray(0, 19))).toBeUndefined();
  });

  it.each([
    ['PCM', riff('WAVE', fmt(1), data)],
    [
      'a format whose second byte differs',
      riff('WAVE', chunk('fmt ', Uint8Array.of(0x55, 1)), data),
    ],
    ['no format', riff('WAVE', data)],
    ['a format cut short', riff('WAVE', ascii('fmt \x01\0\0\0\x55')).subarray(0, 21)],
    ['no data', riff('WAVE', fmt(0x55))],
    ['another kind of RIFF', riff('AVI ', fmt(0x55), data)],
    ['another file', join(ascii('RIFX....WAVE'), fmt(0x55), data)],
    ['nothing', new Uint8Array(0)],
  ])('finds nothing in %s', (_, bytes) => {
    expect(wrappedAudioAt(bytes)).toBeUndefined();
  });

  it('takes the latest format before the data', () => {
    expect(wrappedAudioAt(riff('WAVE', fmt(0x55), fmt(1), data))).toBeUndefined();
  });
});
