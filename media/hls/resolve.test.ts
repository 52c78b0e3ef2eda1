import { expect, it } from 'vitest';
import { resolveSegmentKey } from './resolve.ts';

it.each([
  ['prefix/task/list.m3u8', 'a.ts', 'prefix/task/a.ts'],
  ['list.m3u8', 'a.ts', 'a.ts'],
  ['task/list.m3u8', './sub/a.ts', 'task/sub/a.ts'],
  ['task/list.m3u8', '../other/a.ts', 'other/a.ts'],
  ['task/list.m3u8', '/a.ts', 'a.ts'],
  ['task/list.m3u8', 'a+b%20c.ts', 'task/a+b c.ts'],
  ['ta#sk?%41 +/list.m3u8', 'a.ts', 'ta#sk?%41 +/a.ts'],
  ['-task./list.m3u8', 'MTY4NjExOQ...ts', '-task./MTY4NjExOQ...ts'],
  ['task/list.m3u8', 'https://elsewhere.example/a.ts', undefined],
  ['task/list.m3u8', '//elsewhere.example/a.ts', undefined],
  ['task/list.m3u8', 'file:///etc/passwd', undefined],
  ['task/list.m3u8', '%ff.ts', undefined],
  ['task/list.m3u8', 'http://', undefined],
])('from %j, %j is %j', (playlist, uri, key) => {
  expect(resolveSegmentKey(playlist, uri)).toBe(key);
});
