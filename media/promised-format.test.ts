import { expect, it } from 'vitest';
import { promisedFormat } from './promised-format.ts';

it.each([
  ['a/b.mp3', 'mp3'],
  ['a/b.TS', 'ts'],
  ['a.m3u8', 'm3u8'],
  ['x.ts/b.mp4', 'mp4'],
  ['x.ts/b', undefined],
  ['a.aac', undefined],
  ['mp4', undefined],
  ['', undefined],
])('%j promises %j', (key, format) => {
  expect(promisedFormat(key)).toBe(format);
});
