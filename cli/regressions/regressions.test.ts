import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, it, test } from 'vitest';
import { defects, startReceiver, type StartableReceiver } from '#fixtures/receivers/gme/index.ts';
import { encodeReplayToken } from '#harness/run/replay-token.ts';
import type { SavedOutcome } from '#harness/run/saved-cases.ts';
import { certify } from '../certify.ts';
import { openWorld, subjectNamed, type World } from '../command-line.test-kit.ts';
import {
  cleanRunsMax,
  emptyFile,
  readRegressions,
  renderRegressions,
  updateRegressions,
  type RegressionsFile,
} from './file.ts';

const now = new Date('2026-11-20T10:00:00Z');

function token(check: string, key = 'directed:0', service: 'gme' | 'trtc' = 'gme'): string {
  const coordinates = { service, check, key, seed: 1, dialects: [], scope: 'both' } as const;
  return encodeReplayToken(coordinates);
}

function after(
  file: RegressionsFile,
  failed: readonly string[],
  tried: Readonly<Record<string, SavedOutcome>> = {},
): RegressionsFile {
  return updateRegressions(file, { failed, tried: new Map(Object.entries(tried)), now });
}

const [a, b, c] = [token('gme/x/a'), token('gme/x/b'), token('gme/x/c')];

describe('the regressions file', () => {
  test('holds what failed, the newest first and once', () => {
    const file = after(after(emptyFile, [a, b]), [c, a]);
    expect(file.cases.map((one) => one.token)).toEqual([c, a, b]);
    expect(file.cases[0]).toEqual({ token: c, failedAt: now.toISOString(), clean: 0 });
  });

  test('lets go of a case after so many clean runs, and of none that was not tried', () => {
    let file = after(emptyFile, [a, b]);
    for (let run = 1; run < cleanRunsMax; run += 1) {
      file = after(file, [], { [a]: 'clean', [b]: 'silent' });
    }
    expect(file.cases.map(({ clean }) => clean)).toEqual([cleanRunsMax - 1, 0]);
    const relapsed = after(file, [], { [a]: 'failed' });
    expect(relapsed.cases.map((one) => [one.token, one.clean])).toEqual([
      [a, 0],
      [b, 0],
    ]);
    expect(after(file, [], { [a]: 'clean' }).cases.map((one) => one.token)).toEqual([b]);
  });

  test('lets go of what this version does not have', () => {
    expect(after(after(emptyFile, [a, b]), [], { [b]: 'gone' }).cases).toHaveLength(1);
  });

  test('is bounded by check and by service, and one service does not push out another', () => {
    const ofOneCheck = Array.from({ length: 9 }, (_, n) => token('gme/x/a', `random:${String(n)}`));
    expect(after(emptyFile, ofOneCheck).cases.map((one) => one.token)).toEqual(
      ofOneCheck.slice(0, 5),
    );
    const many = Array.from({ length: 150 }, (_, n) => token(`gme/x/${String(n)}`));
    const other = token('trtc/x/a', 'directed:0', 'trtc');
    const file = after(after(emptyFile, [other]), many);
    expect(file.cases).toHaveLength(101);
    expect(file.cases.at(-1)?.token).toBe(other);
  });

  test('reads back what it writes', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(a, b, c)), (failed) => {
        const file = after(emptyFile, failed);
        expect(readRegressions(renderRegressions(file))).toEqual(file);
      }),
    );
  });

  test.each([
    ['no JSON', 'cases'],
    ['another schema', '{"schema":"x","cases":[]}'],
    ['no cases', '{"schema":"soundcheck-regressions/1"}'],
    ['a case without a token', '{"schema":"soundcheck-regressions/1","cases":[{"clean":0}]}'],
    [
      'a token of another kind',
      '{"schema":"soundcheck-regressions/1","cases":[{"token":"x","failedAt":"","clean":0}]}',
    ],
  ])('is refused with %s', (_, text) => {
    expect(() => readRegressions(text)).toThrow();
  });
});

describe('the command line', { timeout: 90_000 }, () => {
  let world: World;
  beforeEach(async (context) => {
    world = await openWorld(context);
  });
  const reference: StartableReceiver = { name: 'reference', start: startReceiver };
  const bad = subjectNamed(defects, 'duplicates-refused-409');
  const only = ['--only', 'gme/delivery/accepts-duplicates'];
  const kept = async (): Promise<RegressionsFile> =>
    readRegressions(await readFile(join(world.folder, '.soundcheck/regressions.json'), 'utf8'));

  it('keeps failures, tries them first, counts clean runs, and never fails for the file', async () => {
    const failing = await world.soundcheck(['certify', ...(await world.flagsFor(bad)), ...only]);
    expect(failing.code).toBe(1);
    const [saved] = (await kept()).cases;
    expect(failing.out).toContain(saved?.token);
    await world.expectClean(failing);

    const flags = await world.flagsFor(reference);
    const healed = await world.soundcheck(['certify', ...flags, ...only, '--seed', '9']);
    expect(healed).toMatchObject({ code: 0, err: '' });
    expect((await world.readReport()).checks.flatMap(({ evidence }) => evidence)).toContain(
      '1 saved case of earlier runs tried first, none failed',
    );
    expect((await kept()).cases).toMatchObject([{ token: saved?.token, clean: 1 }]);

    const off = await world.soundcheck(['certify', ...flags, ...only, '--regressions', 'off']);
    expect(off.code).toBe(0);
    expect((await kept()).cases[0]?.clean).toBe(1);

    await writeFile(join(world.folder, '.soundcheck/regressions.json'), 'mine');
    const foreign = await world.soundcheck(['certify', ...flags, ...only]);
    expect(foreign.code).toBe(0);
    expect(foreign.err).toMatch(/^soundcheck: .+regressions\.json cannot be read.+\n$/u);
    expect(await readFile(join(world.folder, '.soundcheck/regressions.json'), 'utf8')).toBe('mine');
  });

  it('says in one line that the file cannot be written, with the exit code of the run', async () => {
    const file = join(world.folder, 'in-the-way');
    await writeFile(file, '');
    const flags = [...(await world.flagsFor(bad)), ...only, '--regressions', join(file, 'r.json')];
    const ended = await world.soundcheck(['certify', ...flags]);
    expect(ended.code).toBe(1);
    expect(ended.err).toMatch(/^soundcheck: .+ cannot be (?:read|written), .+\n$/u);
  });

  it('keeps nothing of the embedded target', async () => {
    const ended = await world.soundcheck(['certify', ...only], {});
    expect(ended.code).toBe(0);
    await expect(kept()).rejects.toThrow('ENOENT');
  });

  it('gives the same verdicts for the same seed with and without the file', async () => {
    const receiver = await bad.start({
      secretKey: 'test-key-0123456789',
      onError: () => undefined,
    });
    try {
      const { endpoint, observe } = receiver;
      const target = { appId: '1400000000', endpoint, observe, secretKey: 'test-key-0123456789' };
      await mkdir(join(world.folder, 'r'));
      const regressions = join(world.folder, 'r/regressions.json');
      const configuration = { ...target, only: 'gme/delivery/', regressions };
      const first = await certify(configuration);
      const second = await certify(configuration);
      const verdicts = ({ checks }: typeof first): readonly (readonly string[])[] =>
        checks.map(({ id, verdict }) => [id, verdict]);
      expect(verdicts(second)).toEqual(verdicts(first));
      expect(readRegressions(await readFile(regressions, 'utf8')).cases.length).toBeGreaterThan(0);
    } finally {
      await receiver.close();
    }
  });
});
