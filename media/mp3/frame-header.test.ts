import { describe, expect, it } from 'vitest';
import {
  decodeHeader,
  frameLength,
  isFreeFormat,
  isListedLength,
  isMono,
  sameStream,
} from './frame-header.ts';

describe('decodeHeader', () => {
  it('reads the commonest header', () => {
    expect(decodeHeader(0xfffb9064)).toEqual({
      version: '1',
      layer: 3,
      protected: false,
      bitrateKbps: 128,
      sampleRateHz: 44100,
      channels: 2,
      samplesPerFrame: 1152,
    });
  });

  it.each([
    ['no sync', 0xff1b9064],
    ['reserved version', 0xffeb9064],
    ['reserved layer', 0xfff99064],
    ['bitrate 15', 0xfffbf064],
    ['sample rate 3', 0xfffb9c64],
    ['emphasis 2', 0xfffb9066],
  ])('refuses %s', (_, word) => {
    expect(decodeHeader(word)).toBeUndefined();
    expect(frameLength(word, 1000)).toBe(0);
  });
});

describe('frameLength', () => {
  it.each([
    ['MPEG-1 Layer III 128 kbit/s 44.1 kHz', 0xfffb9064, 417],
    ['the same, padded', 0xfffb9264, 418],
    ['MPEG-1 Layer III 320 kbit/s 32 kHz', 0xfffbe864, 1440],
    ['MPEG-2 Layer III 8 kbit/s 24 kHz', 0xfff314c4, 24],
    ['MPEG-2.5 Layer III 8 kbit/s 8 kHz', 0xffe318c4, 72],
    ['MPEG-1 Layer II 384 kbit/s 48 kHz', 0xfffde464, 1152],
    ['MPEG-1 Layer I 32 kbit/s 44.1 kHz', 0xffff1064, 32],
    ['the same, padded by a slot of four bytes', 0xffff1264, 36],
  ])('%s', (_, word, length) => {
    expect(frameLength(word, 0)).toBe(length);
  });

  it('of free format is only known from the stream', () => {
    expect(frameLength(0xfffb0064, 0)).toBe(0);
    expect(frameLength(0xfffb0264, 0)).toBe(0);
    expect(frameLength(0xfffb0064, 1306)).toBe(1306);
    expect(frameLength(0xfffb0264, 1306)).toBe(1307);
    expect(isFreeFormat(0xfffb0064)).toBe(true);
    expect(isFreeFormat(0xfffb1064)).toBe(false);
    expect(isFreeFormat(0xffeb0064)).toBe(false);
  });
});

describe('sameStream', () => {
  it.each([
    ['bitrate', 0xfffb5064, true],
    ['padding', 0xfffb9264, true],
    ['joint stereo', 0xfffb9004, true],
    ['mode extension and copyright', 0xfffb905c, true],
    ['version', 0xfff39064, false],
    ['layer', 0xfffd9064, false],
    ['sample rate', 0xfffb9464, false],
    ['mono', 0xfffb90c4, false],
    ['free format', 0xfffb0064, false],
  ])('%s may differ: %s', (_, word, same) => {
    expect(sameStream(word, 0xfffb9064)).toBe(same);
  });
});

describe('isListedLength', () => {
  it('knows the lengths of the stream, padded or not', () => {
    const lengths = [104, 105, 417, 418, 1044, 1045, 103, 419, 0];
    expect(lengths.map((length) => isListedLength(length, 0xfffb9064))).toEqual([
      ...Array.from({ length: 6 }, () => true),
      ...Array.from({ length: 3 }, () => false),
    ]);
  });
});

it('isMono looks at the channel mode alone', () => {
  expect([0xfffb9064, 0xfffb90c4, 0xfffb9084].map(isMono)).toEqual([false, true, false]);
});
