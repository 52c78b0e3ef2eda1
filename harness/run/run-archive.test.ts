import { expect, test } from 'vitest';
import type { AuditedObject } from '../archive-facts.ts';
import { defineArchive, type ArchiveCheck, type CheckId } from '../check.ts';
import { SoundcheckError } from '../errors.ts';
import type { CheckResult } from '../result.ts';
import { runArchive, type ArchiveRun } from './run-archive.ts';
import type { OpenArchive } from './run.ts';

const clause = {
  id: 'gme/test#clause',
  document: 'Test',
  section: 'Test',
  statement: 'Something holds.',
  basis: 'stated',
} as const;

function check(name: string, parts: Partial<ArchiveCheck> = {}): ArchiveCheck {
  return defineArchive({
    id: `gme/test/${name}`,
    title: 'Something holds.',
    level: 'MUST',
    basis: 'stated',
    profile: 'archive',
    clauses: [clause],
    observes: ['archive'],
    hint: 'Do it.',
    evaluate: () => [],
    ...parts,
  });
}

const finding = { at: 'key', code: 'wrong', expected: 'right', actual: 'wrong' };
const broken: Partial<ArchiveCheck> = { evaluate: () => [finding] };

function archiveOf(count: number): OpenArchive & { closed: boolean } {
  const objects: AuditedObject[] = Array.from({ length: count }, (_, index) => ({
    key: String(index),
    size: 0,
  }));
  return {
    appId: '1',
    scope: 'both',
    dialects: [],
    rule: null,
    callbacks: null,
    objects,
    count,
    closed: false,
    async close() {
      this.closed = true;
    },
  };
}

function run(archive: OpenArchive, parts: Partial<ArchiveRun['suite']> = {}): ArchiveRun {
  return {
    suite: { archiveFault: () => null, ...parts },
    target: { audit: () => Promise.resolve(archive) },
    onEvent: () => undefined,
  };
}

async function verdicts(
  options: ArchiveRun,
  checks: readonly ArchiveCheck[],
  signal = new AbortController().signal,
): Promise<readonly (readonly [CheckId, string, string | null])[]> {
  const told: CheckResult[] = [];
  const results = await runArchive(options, checks, signal, (result) => told.push(result));
  expect(told).toEqual(results);
  return results.map(({ id, verdict, fault }) => [id, verdict, fault]);
}

test('findings win; what does not apply or says nothing is not met', async () => {
  const archive = archiveOf(3);
  expect(
    await verdicts(run(archive), [
      check('fine'),
      check('broken', broken),
      check('declared-away', { ...broken, notApplicable: () => 'it was declared' }),
      check('nothing-there', { untestable: () => 'nothing is there' }),
      check('broken-and-unread', { ...broken, untestable: () => 'one file was not read' }),
    ]),
  ).toEqual([
    ['gme/test/fine', 'met', null],
    ['gme/test/broken', 'not-met', null],
    ['gme/test/declared-away', 'not-applicable', 'it was declared'],
    ['gme/test/nothing-there', 'untestable', 'nothing is there'],
    ['gme/test/broken-and-unread', 'not-met', null],
  ]);
  expect(archive.closed).toBe(true);
});

test('a check of callbacks does not apply where none were given, and is asked where some were', async () => {
  const comparing = check('compares', { ...broken, needsCallbacks: true });
  expect(await verdicts(run(archiveOf(1)), [comparing])).toEqual([
    ['gme/test/compares', 'not-applicable', 'no --callbacks was given'],
  ]);
  expect(await verdicts(run({ ...archiveOf(1), callbacks: [] }), [comparing])).toEqual([
    ['gme/test/compares', 'not-met', null],
  ]);
});

test('an empty bucket, and one that cannot be judged, leave every check untestable', async () => {
  expect(await verdicts(run(archiveOf(0)), [check('fine'), check('broken', broken)])).toEqual([
    ['gme/test/fine', 'untestable', 'the bucket (or prefix) is empty'],
    ['gme/test/broken', 'untestable', 'the bucket (or prefix) is empty'],
  ]);
  const unjudgeable = run(archiveOf(1), { archiveFault: () => 'no such application' });
  expect(await verdicts(unjudgeable, [check('broken', broken)])).toEqual([
    ['gme/test/broken', 'untestable', 'no such application'],
  ]);
});

test('a check that needs another one says nothing while that is not met', async () => {
  expect(
    await verdicts(run(archiveOf(1)), [
      check('first', broken),
      check('second', { ...broken, needs: ['gme/test/first'] }),
    ]),
  ).toEqual([
    ['gme/test/first', 'not-met', null],
    ['gme/test/second', 'untestable', 'says nothing while gme/test/first is not met'],
  ]);
});

test('a check that throws is a fault of the harness, and the archive is closed', async () => {
  const archive = archiveOf(1);
  const throwing = check('throws', {
    evaluate: () => {
      throw new TypeError('a bug');
    },
  });
  expect(await verdicts(run(archive), [throwing])).toEqual([
    ['gme/test/throws', 'harness-error', 'TypeError: a bug'],
  ]);
  expect(archive.closed).toBe(true);
});

test('a run that is stopped leaves all checks untestable, before the audit or inside it', async () => {
  const stop = new AbortController();
  const options: ArchiveRun = {
    ...run(archiveOf(1)),
    target: {
      audit: async (signal) => {
        stop.abort(new Error('by hand'));
        signal.throwIfAborted();
        return archiveOf(1);
      },
    },
  };
  const reason = 'the run was stopped before the bucket was looked through';
  const expected = [['gme/test/broken', 'untestable', reason]];
  expect(await verdicts(options, [check('broken', broken)], stop.signal)).toEqual(expected);
  expect(await verdicts(options, [check('broken', broken)], stop.signal)).toEqual(expected);
});

test('a bucket that cannot be listed is an error for the user, not a verdict', async () => {
  const denied = new SoundcheckError('BUCKET', 'access denied', 'Allow it.');
  const options = { ...run(archiveOf(1)), target: { audit: () => Promise.reject(denied) } };
  await expect(verdicts(options, [check('fine')])).rejects.toBe(denied);
});

test('without a bucket there are no results', async () => {
  expect(
    await verdicts({ ...run(archiveOf(1)), target: { audit: null } }, [check('fine')]),
  ).toEqual([]);
});

test('the suite says what the archive held', async () => {
  const options = run(archiveOf(2), { archiveEvidence: ({ count }) => [`${String(count)} files`] });
  const results = await runArchive(
    options,
    [check('fine')],
    new AbortController().signal,
    () => undefined,
  );
  expect(results[0]?.evidence).toEqual(['2 files']);
});
