import { expect, test } from 'vitest';
import type { ArchiveFacts, AuditedObject } from '#harness/archive-facts.ts';
import { playlistText } from '#media/hls/writer.ts';
import { inspectBytes } from '#media/inspector.ts';
import { writeTs } from '#media/ts/writer.ts';
import { indexPlaylists } from './index-playlists.ts';
import {
  findMissingSegments,
  findOpenPlaylists,
  findSwitchedCodecs,
  findUnlistedSegments,
  findWrongDurations,
} from './playlist-findings.ts';

const second = inspectBytes(writeTs({ durationMs: 1024 }), { promised: 'ts' });

function segment(key: string): AuditedObject {
  return { key, size: 1, media: second };
}

function playlist(key: string, uris: readonly string[], endlist = true): AuditedObject {
  const segments = uris.map((uri) => ({ uri, durationSeconds: 1.024 }));
  const text = playlistText({ segments, targetDurationSeconds: 2, endlist });
  return { key, size: text.length, media: inspectBytes(Buffer.from(text), { promised: 'm3u8' }) };
}

function factsOf(objects: readonly AuditedObject[]): ArchiveFacts {
  return {
    appId: '1',
    scope: 'both',
    dialects: [],
    rule: null,
    callbacks: null,
    objects,
    count: objects.length,
  };
}

test('lines find their segments by name, percent-encoded or not, and nothing else', () => {
  const facts = factsOf([
    playlist('a+b/x.m3u8', ['1.ts', '2%2B%C3%BC.ts', '3+.ts', '../c/4.ts', '/a%2Bb/5.ts']),
    ...['a+b/1.ts', 'a+b/2+ü.ts', 'a+b/3+.ts', 'a+b/5.ts', 'c/4.ts'].map(segment),
  ]);
  const index = indexPlaylists(facts);
  expect(findMissingSegments(index)).toEqual([]);
  expect(findUnlistedSegments(index, 'a line')).toEqual([]);
  expect(findWrongDurations(index)).toEqual([]);
  expect(findSwitchedCodecs(index)).toEqual([]);
  expect(index.segments.get('c/4.ts')).toMatchObject({
    listings: 1,
    whole: true,
    tracks: 'audio aac',
  });
  expect(indexPlaylists(facts)).toBe(index);
});

test('missing, foreign, unlisted and shared segments are told apart', () => {
  const index = indexPlaylists(
    factsOf([
      playlist('t/x.m3u8', ['1.ts', 'gone.ts', 'https://example.com/2.ts']),
      playlist('t/y.m3u8', ['1.ts'], false),
      ...['t/1.ts', 't/2.ts'].map(segment),
    ]),
  );
  expect(findMissingSegments(index).map(({ at, code }) => [at, code])).toEqual([
    ['t/x.m3u8:8', 'segment-missing'],
    ['t/x.m3u8:10', 'segment-elsewhere'],
  ]);
  expect(findMissingSegments(index, { isExcused: ({ key }) => key === 't/x.m3u8' })).toEqual([]);
  expect(findUnlistedSegments(index, 'a line').map(({ at }) => at)).toEqual(['t/2.ts']);
  expect(findUnlistedSegments(index, 'a line', { isExcused: () => true })).toEqual([]);
  expect(index.segments.get('t/1.ts')?.listings).toBe(2);
  expect(findOpenPlaylists(index, () => true).map(({ at }) => at)).toEqual(['t/y.m3u8']);
  expect(findOpenPlaylists(index, () => false)).toEqual([]);
});

test('what was not read, and what is no playlist, lists nothing', () => {
  const index = indexPlaylists(
    factsOf([
      { key: 't/x.m3u8', size: 1, unreadable: 'No permission.' },
      {
        key: 't/y.m3u8',
        size: 1,
        media: inspectBytes(Buffer.from('<html>'), { promised: 'm3u8' }),
      },
      { key: 't/1.ts', size: 1 },
    ]),
  );
  expect([...index.playlists.values()].filter(({ isSound }) => isSound)).toEqual([]);
  expect(index.segments.get('t/1.ts')).toMatchObject({ whole: false, tracks: undefined });
});
