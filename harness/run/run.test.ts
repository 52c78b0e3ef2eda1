import { describe, expect, test } from 'vitest';
import { defineArchive, type ArchiveCheck } from '../check.ts';
import { SoundcheckError } from '../errors.ts';
import type { Observer } from '../observe/observer.ts';
import type { RunEvent, RunResult } from '../result.ts';
import type { Waiver } from '../waivers.ts';
import {
  armOf,
  experimentOf,
  fakeCheck,
  observerOf,
  runOptionsOf,
  say,
  startTarget,
  suiteOf,
  valueOf,
  watching,
} from './fake-suite.test-kit.ts';
import { runSuite, type OpenArchive, type RunOptions } from './run.ts';

/** A target that refuses bodies that begin with `bad`. */
const goodTarget = (): Promise<URL> =>
  startTarget((body, response) => {
    response.writeHead(body.startsWith('bad') ? 400 : 204).end();
  });

function idsOf({ checks }: RunResult): readonly string[] {
  return checks.map(({ id }) => id.slice('gme/test/'.length));
}

async function run(
  checks: readonly ReturnType<typeof fakeCheck>[],
  parts: Partial<RunOptions> = {},
): Promise<RunResult> {
  return runSuite(runOptionsOf(suiteOf(checks), { endpoint: await goodTarget() }, parts));
}

function archiveCheck(): ArchiveCheck {
  const { id, title, level, basis, clauses, hint } = fakeCheck('archived');
  return defineArchive({
    ...{ id, title, level, basis, clauses, hint },
    profile: 'archive',
    observes: ['archive'],
    evaluate: () => [],
  });
}

function openArchive(): OpenArchive {
  return {
    appId: '1',
    scope: 'both',
    dialects: [],
    rule: null,
    callbacks: null,
    objects: [],
    count: 1,
    close: async () => undefined,
  };
}

/** A state that shows from the second look at a room. */
function showsSecondTime(): Observer {
  const seen = new Set<string>();
  return observerOf((roomId) => {
    const isKnown = seen.has(roomId);
    seen.add(roomId);
    return isKnown ? valueOf('{"file":1}') : { kind: 'absent' };
  });
}

describe('a run', () => {
  test('that is met certifies the profiles that it judged, and tells what it did', async () => {
    const events: RunEvent[] = [];
    const result = await run([fakeCheck('a'), fakeCheck('b')], {
      onEvent: (event) => events.push(event),
    });

    expect(result).toMatchObject({
      verdict: 'met',
      exitCode: 0,
      profiles: {
        wire: 'met',
        state: 'not-certified',
        archive: 'not-certified',
        recovery: 'not-certified',
      },
      certificates: ['wire'],
      summary: 'The target conforms (wire).',
      counts: { met: 2, 'not-met': 0 },
      interrupted: null,
      filtered: null,
      seed: 1,
    });
    // Where the first answer takes long, preflight asks how many are answered at once.
    expect(result.requests).toBeGreaterThanOrEqual(4);
    expect(result.notTested).toEqual([
      expect.stringMatching(/^profile state: no --observe/u),
      expect.stringMatching(/^profile archive: no --bucket/u),
      expect.stringMatching(/^profile recovery/u),
    ]);
    expect(events.filter(({ kind }) => kind === 'check')).toMatchObject([
      { done: 1, total: 2 },
      { done: 2, total: 2 },
    ]);
    expect(events.filter(({ kind }) => kind === 'phase')).toEqual([
      { kind: 'phase', title: 'preflight' },
      { kind: 'phase', title: 'callbacks' },
    ]);
    expect(events.filter(({ kind }) => kind === 'requests').at(-1)).toEqual({
      kind: 'requests',
      sent: result.requests,
    });
  });

  test('that is not met says how many and certifies nothing', async () => {
    const result = await run([
      fakeCheck('a'),
      fakeCheck('bad'),
      fakeCheck('bad-advice', { level: 'SHOULD' }),
    ]);

    expect(result).toMatchObject({
      verdict: 'not-met',
      exitCode: 1,
      certificates: [],
      summary: 'The target does not conform: 2 checks not met, 1 of them MUST.',
    });
    expect(idsOf(result)).toEqual(['a', 'bad', 'bad-advice']);
  });

  test('whose advice is not followed is met, unless advice counts', async () => {
    const checks = [fakeCheck('a'), fakeCheck('bad-advice', { level: 'SHOULD' })];

    expect(await run(checks)).toMatchObject({
      exitCode: 0,
      summary: 'The target conforms (wire); 1 recommendation not followed.',
    });
    expect(await run(checks, { failOn: 'should' })).toMatchObject({
      exitCode: 1,
      certificates: [],
    });
  });

  test('with a fault of ours is nobody’s failure but ours', async () => {
    const faulty = fakeCheck('faulty', {
      evaluate: () => {
        throw new TypeError('ours');
      },
    });

    expect(await run([faulty, fakeCheck('bad')])).toMatchObject({
      verdict: 'harness-error',
      exitCode: 2,
      certificates: [],
      summary: expect.stringMatching(/^Soundcheck itself failed/u) as string,
    });
  });

  test('in which something that counts could not be tested is inconclusive', async () => {
    const open = fakeCheck('open', { experiments: () => [] });

    expect(await run([fakeCheck('a'), open])).toMatchObject({
      verdict: 'inconclusive',
      exitCode: 3,
      certificates: [],
      notTested: expect.arrayContaining(['gme/test/open: nothing was tried']) as string[],
    });
  });
});

describe('selection', () => {
  const checks = [
    fakeCheck('z', { needs: ['gme/test/y'] }),
    fakeCheck('y', { needs: ['gme/test/x'] }),
    fakeCheck('x'),
    fakeCheck('other'),
  ];

  test('takes along what is needed, and certifies nothing', async () => {
    const result = await run(checks, { only: 'gme/test/z' });

    expect(idsOf(result)).toEqual(['z', 'y', 'x']);
    expect(result).toMatchObject({
      exitCode: 0,
      certificates: [],
      filtered: '--only gme/test/z',
      summary: 'What --only gme/test/z selects is met; a filtered run certifies nothing.',
      notTested: expect.arrayContaining(['checks outside --only gme/test/z']) as string[],
    });
  });

  test.each<[string, Partial<RunOptions>, string]>([
    ['of checks that do not exist', { only: 'gme/tset' }, 'no check begins with "gme/tset"'],
    [
      'of a profile without an observation',
      { profiles: ['state'] },
      'the profile state was asked for, but it needs',
    ],
    [
      'of a profile without a bucket',
      { profiles: ['wire', 'archive'] },
      'the profile archive was asked for',
    ],
    [
      'of a profile without a claim',
      { profiles: ['recovery'] },
      'the profile recovery was asked for',
    ],
  ])('%s is refused', async (_, parts, message) => {
    await expect(run(checks, parts)).rejects.toThrow(
      expect.objectContaining({
        kind: 'CONFIGURATION',
        message: expect.stringContaining(message) as string,
      }),
    );
  });

  test('of a check whose profile the target does not support is refused, not green', async () => {
    await expect(
      run([fakeCheck('a'), fakeCheck('stateful', { profile: 'state' })], {
        only: 'gme/test/stateful',
      }),
    ).rejects.toThrow('there is nothing to check');
  });

  test('without any target is refused', async () => {
    await expect(runSuite(runOptionsOf(suiteOf(checks), {}))).rejects.toThrow(
      'there is nothing to check',
    );
  });

  test('by profile leaves the others out and says so', async () => {
    const options = runOptionsOf(
      suiteOf([fakeCheck('a'), fakeCheck('stateful', { profile: 'state' })]),
      { endpoint: await goodTarget(), observer: showsSecondTime() },
      { profiles: ['wire'] },
    );
    const result = await runSuite(options);

    expect(idsOf(result)).toEqual(['a']);
    expect(result.notTested).toContain('profile state: not asked for');
  });

  test('of a bucket alone needs no endpoint', async () => {
    const suite = suiteOf(checks, { archiveChecks: [archiveCheck()] });
    const result = await runSuite(runOptionsOf(suite, { audit: async () => openArchive() }));

    expect(idsOf(result)).toEqual(['archived']);
    expect(result).toMatchObject({ exitCode: 0, certificates: ['archive'], requests: 0 });
  });
});

describe('a state', () => {
  const stateful = fakeCheck('stateful', {
    profile: 'state',
    experiments: ({ nonce }) => [
      experimentOf('directed:0', watching(armOf('arm', [say('a')]), `room ${nonce}`)),
    ],
    evaluate: ({ arms }) =>
      arms.get('arm')?.states.get('R1')?.kind === 'value'
        ? []
        : [{ at: 'arm', code: 'absent', expected: 'a state', actual: 'nothing' }],
  });

  test('is asked for and judged', async () => {
    const options = runOptionsOf(suiteOf([fakeCheck('a'), stateful]), {
      endpoint: await goodTarget(),
      observer: showsSecondTime(),
    });

    expect(await runSuite(options)).toMatchObject({ exitCode: 0, certificates: ['wire', 'state'] });
  });

  test('that no observation shows ends the run before the first check', async () => {
    const observer = observerOf(() => ({ kind: 'failed', detail: 'it looks like HTML' }));
    const options = runOptionsOf(suiteOf([stateful]), { endpoint: await goodTarget(), observer });

    await expect(runSuite(options)).rejects.toThrow(
      expect.objectContaining({ kind: 'OBSERVATION' }),
    );
  });
});

describe('a run that is cut short', () => {
  test('by the user is a partial report, exit 3, and no certificate', async () => {
    const stop = new AbortController();
    const hanging = await startTarget((body, response) => {
      if (body === 'hang') {
        stop.abort();
      } else {
        response.end();
      }
    });
    const checks = [
      fakeCheck('a'),
      fakeCheck('hang', { needs: ['gme/test/a'] }),
      fakeCheck('c', { needs: ['gme/test/hang'] }),
    ];
    const result = await runSuite(
      runOptionsOf(suiteOf(checks), { endpoint: hanging }, { signal: stop.signal }),
    );

    expect(result).toMatchObject({
      exitCode: 3,
      verdict: 'inconclusive',
      interrupted: 'the run was stopped by the user',
      certificates: [],
      summary: 'The run is inconclusive: the run was stopped by the user.',
    });
    expect(result.checks.map(({ verdict }) => verdict)).toEqual([
      'met',
      'untestable',
      'untestable',
    ]);
  });

  test('before its first check is one, too', async () => {
    const stop = new AbortController();
    stop.abort();

    expect(await run([fakeCheck('a')], { signal: stop.signal })).toMatchObject({
      exitCode: 3,
      requests: 0,
      checks: [{ verdict: 'untestable' }],
    });
  });

  test('by its budget says so, even with a failure at hand', async () => {
    const endpoint = await startTarget((body, response) => {
      if (body === 'bad') {
        response.writeHead(500).end();
      } else if (body !== 'hang') {
        response.end();
      }
    });
    const result = await runSuite(
      runOptionsOf(
        suiteOf([
          fakeCheck('bad'),
          fakeCheck('hang', { needs: ['gme/test/bad'] }),
          fakeCheck('hang-too', {
            disturbs: true,
            experiments: () => [experimentOf('directed:0', armOf('arm', [say('hang')]))],
          }),
        ]),
        { endpoint },
        { maxTimeMs: 400, timeoutMs: 5000 },
      ),
    );

    expect(result).toMatchObject({
      exitCode: 3,
      interrupted: 'the time budget of 0.4 s was used up',
      certificates: [],
    });
  });

  test('because the target goes away is inconclusive and says why', async () => {
    let gone = false;
    const endpoint = await startTarget((body, response) => {
      gone ||= body === 'kill';
      if (gone) {
        response.destroy();
      } else {
        response.end();
      }
    });
    const kill = fakeCheck('kill', { disturbs: true, evaluate: () => [] });
    const after = fakeCheck('after', { disturbs: true });
    const result = await runSuite(
      runOptionsOf(suiteOf([fakeCheck('a'), kill, after]), { endpoint }),
    );

    expect(result).toMatchObject({
      exitCode: 3,
      summary: 'The run is inconclusive: the target stopped answering after gme/test/kill.',
      notTested: expect.arrayContaining([
        'the target stopped answering after gme/test/kill',
      ]) as string[],
    });
  });
});

describe('waivers', () => {
  const today = new Date();
  const day = (offset: number): string =>
    new Date(today.getTime() + offset * 86_400_000).toISOString().slice(0, 10);
  const waiver: Waiver = {
    check: 'gme/test/bad',
    reason: 'known',
    owner: 'team',
    ticket: 'T-1',
    expires: day(10),
  };
  const checks = [fakeCheck('a'), fakeCheck('bad')];

  test('take the weight off a failure, and are told', async () => {
    expect(await run(checks, { waivers: [waiver] })).toMatchObject({
      exitCode: 0,
      summary: 'The target conforms with waivers (wire; not certified); 1 failure waived.',
      counts: { met: 1, 'not-met': 0, waived: 1 },
      profiles: { wire: 'met-with-waivers' },
      certificates: [],
    });
  });

  test('of advice cost no certificate', async () => {
    const advice = [fakeCheck('a'), fakeCheck('bad', { level: 'SHOULD' })];
    expect(await run(advice, { waivers: [waiver] })).toMatchObject({
      exitCode: 0,
      summary: 'The target conforms (wire); 1 failure waived.',
      certificates: ['wire'],
    });
  });

  test.each([
    ['has expired', { ...waiver, expires: day(-2) }, /expired on/u],
    ['is no longer needed', { ...waiver, check: 'gme/test/a' }, /no longer needed/u],
  ])('one that %s fails the run', async (_, stale, message) => {
    const result = await run(checks.slice(0, 1), {
      waivers: [stale],
      ...(stale.check === waiver.check ? { suite: suiteOf(checks), only: 'gme/test/a' } : {}),
    });

    expect(result).toMatchObject({
      exitCode: 1,
      certificates: [],
      summary: expect.stringMatching(/^The run fails because of its waivers/u) as string,
    });
    expect(result.notTested.join('\n')).toMatch(message);
  });

  test('of unknown checks are refused', async () => {
    await expect(run(checks, { waivers: [{ ...waiver, check: 'gme/test/typo' }] })).rejects.toThrow(
      SoundcheckError,
    );
  });
});
