import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frame } from '#fixtures/media/frame.ts';
import { BitWriter } from '../bits.ts';
import { type SideInfo, readSideInfo, sideInfoLayout } from './side-info.ts';

const blank = (): SideInfo => ({
  mainDataBegin: -1,
  usedBytes: -1,
  bigValues: -1,
  reservedBlockType: false,
});

interface Granule {
  readonly length: number;
  readonly bigValues: number;
  readonly windowing: number;
}

const granule: fc.Arbitrary<Granule> = fc.record({
  length: fc.nat(4095),
  bigValues: fc.nat(511),
  windowing: fc.nat(7),
});

/** Header word, private bits and bits of the scale factors' selection, bits between big_values and the window flag. */
const shapes = [
  ['MPEG-1 stereo', 0xfffb9064, { begin: 9, before: 3 + 8, between: 12, granules: 4 }],
  ['MPEG-1 mono', 0xfffb90c4, { begin: 9, before: 5 + 4, between: 12, granules: 2 }],
  ['MPEG-2 stereo', 0xfff39064, { begin: 8, before: 2, between: 17, granules: 2 }],
  ['MPEG-2 mono', 0xfff390c4, { begin: 8, before: 1, between: 17, granules: 1 }],
  ['MPEG-2.5 mono', 0xffe390c4, { begin: 8, before: 1, between: 17, granules: 1 }],
] as const;

describe.each(shapes)('side info of %s', (_, word, { begin, before, between, granules }) => {
  const layout = sideInfoLayout(word);

  it('is read as the standard lays it out', () => {
    const list = fc.array(granule, { minLength: granules, maxLength: granules });
    fc.assert(
      fc.property(fc.nat(2 ** begin - 1), list, fc.boolean(), fc.nat(5), (back, of, ones, at) => {
        const filling = ones ? 0xffffffff : 0;
        const bits = new BitWriter().put(back, begin).put(filling, before);
        for (const { length, bigValues, windowing } of of) {
          // What lies before the window flag: global_gain (8) and scalefac_compress (4 or 9).
          bits.put(length, 12).put(bigValues, 9).put(filling, between).put(windowing, 3);
          bits.put(filling, begin === 9 ? 23 : 22);
        }
        const side = bits.bytes();
        expect(side.length).toBe(layout.bytes);
        const bytes = new Uint8Array(at + side.length);
        bytes.set(side, at);
        const read = blank();
        readSideInfo(new DataView(bytes.buffer), at, layout, read);
        expect(read).toEqual({
          mainDataBegin: back,
          usedBytes: Math.ceil(of.reduce((sum, { length }) => sum + length, 0) / 8),
          bigValues: Math.max(...of.map(({ bigValues }) => bigValues)),
          reservedBlockType: of.some(({ windowing }) => windowing === 4),
        });
      }),
    );
  });
});

it('side info of one frame leaves nothing to that of the next', () => {
  const read = blank();
  const spec = { mainDataBegin: 300, usedBytes: 700, bigValues: 400, windowing: 4 };
  for (const each of [spec, {}]) {
    const bytes = frame(each);
    readSideInfo(new DataView(bytes.buffer), 4, sideInfoLayout(0xfffb9064), read);
  }
  expect(read).toEqual({
    mainDataBegin: 0,
    usedBytes: 417 - 36,
    bigValues: 100,
    reservedBlockType: false,
  });
});
