import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readWaivers } from '#harness/waivers.ts';
import { gmeSuite } from '#suites/gme/registry.ts';
import { waive, type WaiveOptions } from './waive.ts';

const today = new Date('2026-11-20T10:00:00Z');
const id = 'gme/delivery/takes-post-only';
let folder = '';
let path = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'soundcheck-waive-'));
  path = join(folder, 'waivers.json');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const write = (check: string, more: Partial<WaiveOptions> = {}): Promise<string> =>
  waive(
    check,
    { reason: 'known', owner: 'team', ticket: 'T-1', waivers: path, ...more },
    gmeSuite.activeChecks,
    today,
  );
const standing = async (): Promise<unknown> =>
  readWaivers(await readFile(path, 'utf8'), path, today);

test('a waiver is written for thirty days, and the next one beside it', async () => {
  expect(await write(id)).toContain(`${id} is waived until 2026-12-20`);
  await write('gme/delivery/answers-in-time', { code: ['answered-late'], expires: '2027-02-01' });
  expect(await standing()).toEqual([
    { check: id, reason: 'known', owner: 'team', ticket: 'T-1', expires: '2026-12-20' },
    {
      check: 'gme/delivery/answers-in-time',
      reason: 'known',
      owner: 'team',
      ticket: 'T-1',
      expires: '2027-02-01',
      codes: ['answered-late'],
    },
  ]);
});

test.each<readonly [string, string, Partial<WaiveOptions>, RegExp]>([
  ['an unknown check', 'gme/delivery/takes-post', {}, /there is no check/u],
  ['more than ninety days', id, { expires: '2027-06-01' }, /more than 90 days/u],
  ['a day that has passed', id, { expires: '2026-11-01' }, /lies in the past/u],
  ['no date', id, { expires: 'soon' }, /not a date/u],
  ['no reason', id, { reason: ' ' }, /has no reason/u],
])('%s is refused, and nothing is written', async (_, check, more, expected) => {
  await expect(write(check, more)).rejects.toThrow(expected);
  await expect(standing()).rejects.toThrow(/ENOENT/u);
});

test('a second waiver of a check is refused, and the first one stays', async () => {
  await write(id);
  await expect(write(id)).rejects.toThrow(/twice/u);
  expect(await standing()).toHaveLength(1);
});

test('a file that is no list of waivers is not touched', async () => {
  await writeFile(path, '{}');
  await expect(write(id)).rejects.toThrow(/not a list/u);
  expect(await readFile(path, 'utf8')).toBe('{}');
});
