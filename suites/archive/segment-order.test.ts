import { expect, test } from 'vitest';
import type { Finding } from '#harness/check.ts';
import { ticksPerSecond, ticksWrap } from '#media/ts/constants.ts';
import type { PlaylistEntry, PlaylistIndex, PlaylistObject } from './index-playlists.ts';
import { findSegmentsOutOfOrder } from './segment-order.ts';

const wrapSeconds = ticksWrap / ticksPerSecond;

/** A segment's begin, or its begin and length (default 10 s); `discontinuity` before it. */
type Row =
  | number
  | undefined
  | {
      readonly begin: number;
      readonly seconds?: number;
      readonly discontinuity?: true;
      readonly damaged?: true;
    };

function entryOf(row: Row, index: number): PlaylistEntry {
  const {
    begin,
    seconds = 10,
    discontinuity = false,
    damaged = false,
  } = typeof row === 'object' ? row : { begin: row };
  const key = `${String(index)}.ts`;
  return {
    key,
    seconds,
    discontinuity,
    line: index,
    segment: {
      key,
      seconds,
      beginSeconds: begin,
      whole: !damaged,
      modifiedMs: undefined,
      tracks: 'audio aac',
      listings: 1,
    },
  };
}

function find(...rows: readonly Row[]): readonly Finding[] {
  const playlist: PlaylistObject = {
    key: 'x.m3u8',
    entries: rows.map(entryOf),
    isSound: true,
    hasEndlist: true,
    startRecTimeMs: undefined,
    tellsPicture: false,
  };
  const index: PlaylistIndex = { playlists: new Map([['x.m3u8', playlist]]), segments: new Map() };
  return findSegmentsOutOfOrder(index);
}

/** Lines that are called. */
function linesOf(...rows: readonly Row[]): readonly string[] {
  return find(...rows).map(({ at }) => at);
}

test('two segments that changed places are called, and the one behind them', () => {
  expect(linesOf(0, 20, 10, 30)).toEqual(['x.m3u8:1', 'x.m3u8:2', 'x.m3u8:3']);
  expect(find(0, 10, 30, 20)[0]).toMatchObject({
    at: 'x.m3u8:2',
    code: 'segment-out-of-order',
    expected: 'a place behind line 3, whose time stamps it continues',
    actual: 'it stands behind line 1',
  });
});

test('the first one has nobody before it, and may still continue another', () => {
  expect(find(10, 0)).toMatchObject([{ at: 'x.m3u8:0', actual: 'it is the first one' }]);
});

test('of several that end there the nearest is named', () => {
  const rows = [0, 50, { begin: 0.2, seconds: 10 }, 60, 10.2] as const;
  expect(find(...rows).at(-1)?.expected).toContain('behind line 2');
});

test.each<[string, readonly Row[]]>([
  ['times that go on', [0, 10, 20, 30]],
  ['times that go on within half a second', [0, 10.4, 19.9, 30.2]],
  ['a clock that wraps', [wrapSeconds - 15, wrapSeconds - 5, 5, 15]],
  ['a clock that begins again with each segment', [1.4, 1.4, 1.4, 1.4]],
  ['a clock that begins again in the middle', [0, 10, 20, 0, 10, 20]],
  ['pauses', [0, 10, 50, 60]],
  ['another clock', [0, 10, 73.3, 83.3]],
  ['what the playlist says goes not on', [10, { begin: 0, discontinuity: true }, 10]],
  ['segments without a time', [undefined, undefined, 10]],
  ['damaged segments', [0, { begin: 20, damaged: true }, 10]],
  ['a short segment before a clock that begins again', [{ begin: 0, seconds: 0.3 }, 0.3, 0.1]],
])('%s are not called', (_, rows) => {
  expect(find(...rows)).toEqual([]);
});

test('a swap across the wrap of the clock is called', () => {
  const begin = wrapSeconds - 25;
  expect(linesOf(begin, begin + 20, begin + 10, 5)).toEqual(['x.m3u8:1', 'x.m3u8:2', 'x.m3u8:3']);
});
