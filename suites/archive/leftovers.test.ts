import { expect, test } from 'vitest';
import { isLeftover } from './leftovers.ts';

const endings =
  'part partial filepart crdownload download tmp temp uploading swp bak old orig lock';

test.each([
  ...endings.split(' ').map((ending) => `a.mp3.${ending}`),
  'a.mp3.TMP',
  'a.mp3~',
  'a.mp3.part1',
  'a.mp3.part-12',
  'a.mp3.part.3',
  '.DS_Store',
  'Thumbs.db',
  'desktop.ini',
  '._a.mp3',
  '.~lock.a.mp3#',
  '.goutputstream-A1B2',
])('%s is left over', (name) => {
  expect(isLeftover(name)).toBe(true);
});

test.each([
  'a.mp3',
  'a.tmp.mp3',
  'atmp',
  '~a.mp3',
  'a.mp3.parts',
  'a.mp3.part--1',
  'a.mp3.part-a',
  'xThumbs.db',
  'Thumbs.dbx',
  'Thumbs_db',
  'a._b',
  '.a.mp3',
  'a.~b',
  '',
])('%j is none', (name) => {
  expect(isLeftover(name)).toBe(false);
});
