import { describe, expect, it } from 'vitest';
import { joinBytes } from '../join.ts';
import { readFragment, type FragmentBox } from './read-fragment.ts';
import { box, fullBox, longList, longLong, longs } from './write-box.ts';

const moofOffset = 10_000;
const defaults = new Map([[1, { ticks: 1024, bytes: 300 }]]);

/** What the boxes tell, and where they are malformed. */
function read(...parts: readonly Uint8Array[]): FragmentBox & { readonly malformed: number[] } {
  const malformed: number[] = [];
  const view = new DataView(joinBytes(...parts).buffer);
  return {
    ...readFragment(view, moofOffset, defaults, (at) => malformed.push(at)),
    malformed,
  };
}

const header = (flags: number, ...fields: readonly number[]): Uint8Array =>
  fullBox('tfhd', 0, flags, longList(fields));
const run = (flags: number, samples: number, ...fields: readonly number[]): Uint8Array =>
  fullBox('trun', 0, flags, longs(samples), longList(fields.map((field) => field >>> 0)));
const moofIsBase = 0x20000;

describe('readFragment', () => {
  it('reads number, begin, samples and where they lie', () => {
    const track = box(
      'traf',
      header(moofIsBase | 0x18, 7, 20, 5),
      fullBox('tfdt', 0, 0, longs(90_000)),
      run(1, 3, 400),
    );
    expect(read(fullBox('mfhd', 0, 0, longs(42)), track)).toEqual({
      sequence: 42,
      malformed: [],
      tracks: [
        {
          trackId: 7,
          beginTicks: 90_000,
          ticks: 60,
          samples: 3,
          ranges: [{ from: 10_400, to: 10_415 }],
        },
      ],
    });
  });

  it('knows neither number nor begin where they are not told, or cut', () => {
    const track = (time: Uint8Array): Uint8Array => box('traf', header(0, 1), time);
    expect(read(track(box('free')))).toMatchObject({
      sequence: undefined,
      tracks: [{ beginTicks: undefined, ticks: 0, samples: 0, ranges: [] }],
    });
    const cut = read(box('mfhd', longs(0)), track(box('tfdt', longs(0))));
    expect([cut.sequence, cut.tracks[0]?.beginTicks]).toEqual([undefined, undefined]);
  });

  it('reads a begin of 64 bits in version 1 alone', () => {
    const begin = (version: number): unknown =>
      read(box('traf', header(0, 1), fullBox('tfdt', version, 0, longLong(2 ** 33 + 1)))).tracks[0]
        ?.beginTicks;
    expect([begin(1), begin(0)]).toEqual([2 ** 33 + 1, 2]);
  });

  it('takes durations and sizes from each sample, the header, or the defaults', () => {
    const of = (head: Uint8Array, ...runs: readonly Uint8Array[]): unknown => {
      const [track] = read(box('traf', head, ...runs)).tracks;
      return [track?.ticks, track?.ranges.map(({ from, to }) => to - from)];
    };
    expect(of(header(moofIsBase, 1), run(0, 2))).toEqual([2048, [600]]);
    expect(of(header(moofIsBase, 9), run(0, 2))).toEqual([0, [0]]);
    expect(of(header(moofIsBase | 0x8, 1, 20), run(0, 2))).toEqual([40, [600]]);
    expect(of(header(moofIsBase | 0x10, 1, 5), run(0, 2))).toEqual([2048, [10]]);
    expect(of(header(moofIsBase, 1), run(0x100, 2, 30, 31))).toEqual([61, [600]]);
    expect(of(header(moofIsBase, 1), run(0x200, 2, 30, 31))).toEqual([2048, [61]]);
    const columns = run(0xf00, 2, 30, 6, 0, -1, 31, 7, 0, -1);
    expect(of(header(moofIsBase, 1), columns)).toEqual([61, [13]]);
    expect(of(header(moofIsBase, 1), run(0x400, 2, 1, 2), run(0x800, 1, 3))).toEqual([
      3072,
      [600, 300],
    ]);
  });

  it('counts offsets from the moof, from a told base, or from the data before', () => {
    const rangesOf = (...parts: readonly Uint8Array[]): unknown =>
      read(...parts).tracks.map(({ ranges }) => ranges.map(({ from }) => from));
    expect(rangesOf(box('traf', header(moofIsBase, 1), run(1, 1, 70)))).toEqual([[10_070]]);
    expect(rangesOf(box('traf', header(moofIsBase, 1), run(1, 1, -70)))).toEqual([[9930]]);
    const told = fullBox('tfhd', 0, 0x3, longs(1), longLong(2 ** 32 + 5), longs(1));
    expect(rangesOf(box('traf', told, run(1, 1, 70)))).toEqual([[2 ** 32 + 75]]);
    // A told base goes before that of the moof.
    const both = fullBox('tfhd', 0, 0x20001, longs(1), longLong(8));
    expect(rangesOf(box('traf', both, run(0, 1)))).toEqual([[8]]);
    // Runs go on where the last one ended, and tracks after the data of the one before.
    const first = box('traf', header(0, 1), run(1, 1, 70), run(0, 1), run(4, 1, 9));
    expect(rangesOf(first, box('traf', header(0, 1), run(0, 2)))).toEqual([
      [10_070, 10_370, 10_670],
      [10_970],
    ]);
  });

  it('tells of a run that announces more than it holds', () => {
    const whole = run(0x100, 2, 30, 31);
    const cut = run(0x100, 3, 30, 31);
    const track = box('traf', header(moofIsBase, 1), cut, whole);
    const { tracks, malformed } = read(track);
    expect(malformed).toEqual([8 + 16 + 8]);
    expect(tracks).toMatchObject([{ samples: 2, ticks: 61, ranges: [{ from: 10_000 }] }]);
    // With columns beside, each needs its room.
    expect(read(box('traf', header(moofIsBase, 1), run(0x300, 2, 1, 2, 3))).malformed).toEqual([
      32,
    ]);
    expect(read(box('traf', header(moofIsBase, 1), run(0x300, 2, 1, 2, 3, 4))).malformed).toEqual(
      [],
    );
  });

  it('tells of a track without a whole header, and reads the others', () => {
    const other = box('traf', header(moofIsBase, 1), run(0, 1));
    expect(read(box('traf', run(0, 1)), other)).toMatchObject({
      malformed: [8],
      tracks: [{ trackId: 1 }],
    });
    expect(read(box('traf', box('tfhd', longs(0))), other)).toMatchObject({ malformed: [8] });
  });

  it('reads fields behind the end of their box as zero', () => {
    const [track] = read(box('traf', header(moofIsBase | 0x8, 1), run(0, 2))).tracks;
    expect(track).toMatchObject({ ticks: 0, samples: 2 });
  });
});
