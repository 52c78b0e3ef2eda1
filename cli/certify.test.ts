import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defects, startReceiver, type RunningReceiver } from '#fixtures/receivers/gme/index.ts';
import type { RunEvent, RunResult } from '#harness/result.ts';
import { certify, defineConfig, exitCodes, SoundcheckError } from '../index.ts';
import type { Configuration } from './options.ts';

const secretKey = 'certify-test-key-0123456789';
let receiver: RunningReceiver;
let folder = '';
let target: Configuration;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'soundcheck-certify-'));
  receiver = await startReceiver({ secretKey });
  const { endpoint, observe } = receiver;
  target = defineConfig({ appId: '1400000000', endpoint, observe, secretKey });
});
afterAll(async () => {
  await receiver.close();
  await rm(folder, { recursive: true, force: true });
});

/** Verdicts by check, for comparing runs. */
function verdictsOf({ checks }: RunResult): readonly string[] {
  return checks.map(({ id, verdict }) => `${id} ${verdict}`);
}

describe('a whole run', () => {
  it('certifies a conforming receiver and tells its progress', async () => {
    const events: RunEvent[] = [];
    const result = await certify(target, { onEvent: (event) => events.push(event) });
    expect(result).toMatchObject({
      verdict: 'met',
      exitCode: exitCodes.met,
      certificates: ['wire', 'state'],
      profiles: { wire: 'met', state: 'met', archive: 'not-certified', recovery: 'not-certified' },
      target: { embedded: false, appId: '1400000000' },
    });
    expect(result.notTested.join('\n')).toContain('profile archive: no --bucket was given');
    const told = events.flatMap((event) => (event.kind === 'check' ? [event.result.id] : []));
    expect(told.toSorted()).toEqual(result.checks.map(({ id }) => id).toSorted());
    expect(result.requests).toBeGreaterThan(500);
  }, 60_000);

  it('says the same again for the same seed', async () => {
    const only = { ...target, only: 'gme/state/any-plan', runs: 3, seed: 9 };
    expect(verdictsOf(await certify(only))).toEqual(verdictsOf(await certify(only)));
  }, 60_000);
});

describe('no certificate', () => {
  it('without an observation for state, and the report says so', async () => {
    const { observe: _, ...blind } = target;
    const result = await certify({ ...blind, only: 'gme/delivery/accepts-e' });
    expect(result.profiles.state).toBe('not-certified');
    expect(result.notTested.join('\n')).toMatch(/profile state: no --observe was given/u);
  });

  it('for a filtered run, though it is met', async () => {
    const result = await certify({ ...target, only: 'gme/delivery/accepts-each-event' });
    expect(result).toMatchObject({ verdict: 'met', exitCode: 0, certificates: [] });
    expect(result.filtered).toBe('--only gme/delivery/accepts-each-event');
  });

  it('for a run that was stopped, before or in the middle', async () => {
    const early = await certify(target, { signal: AbortSignal.abort() });
    expect(early).toMatchObject({ verdict: 'inconclusive', exitCode: 3, certificates: [] });
    expect(early.interrupted).toContain('stopped');
    expect(new Set(early.checks.map(({ verdict }) => verdict))).toEqual(new Set(['untestable']));

    const stop = new AbortController();
    const result = await certify(target, {
      signal: stop.signal,
      onEvent: ({ kind }) => {
        if (kind === 'check') {
          stop.abort();
        }
      },
    });
    expect(result).toMatchObject({ verdict: 'inconclusive', exitCode: 3, certificates: [] });
    expect(result.checks.length).toBe(early.checks.length);
    expect(result.counts.met).toBeGreaterThan(0);
    expect(result.counts.untestable).toBeGreaterThan(0);
  }, 60_000);

  it('for a check that breaks: that is a harness error, and it wins over a failure', async () => {
    const result = await certify(target, {
      checks: ({ activeChecks }) =>
        activeChecks.slice(0, 2).map((check, index) => ({
          ...check,
          needs: [],
          evaluate: () => {
            if (index === 0) {
              throw new TypeError(`broken with ${secretKey}`);
            }
            return [{ at: 'x', code: 'y', expected: 'a', actual: 'b' }];
          },
        })),
    });
    expect(result).toMatchObject({ verdict: 'harness-error', exitCode: 2, certificates: [] });
    expect(result.checks.map(({ verdict }) => verdict)).toEqual(['harness-error', 'not-met']);
    expect(JSON.stringify(result)).not.toContain(secretKey);
  });
});

describe('waivers', () => {
  const waiver = {
    check: 'gme/delivery/takes-post-only',
    reason: 'The gateway answers.',
    owner: 'platform',
    ticket: 'T-1',
    expires: new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10),
  };

  async function withWaivers(content: unknown, over: Configuration): Promise<RunResult> {
    const path = join(folder, 'waivers.json');
    await writeFile(path, JSON.stringify(content));
    return certify({ ...over, waivers: path, only: waiver.check, failOn: 'should' });
  }

  it('take the weight off a failure', async () => {
    const subject = defects.find(({ name }) => name === 'get-answered-200');
    const wrong = await subject?.start({ secretKey });
    try {
      const { endpoint = '', observe = '' } = wrong ?? {};
      const plain = await certify({
        ...target,
        endpoint,
        observe,
        only: waiver.check,
        failOn: 'should',
      });
      expect(plain.exitCode).toBe(1);
      const result = await withWaivers([waiver], { ...target, endpoint, observe });
      expect(result.checks[0]).toMatchObject({ verdict: 'not-met', waiver: { owner: 'platform' } });
      expect(result.exitCode).not.toBe(1);
    } finally {
      await wrong?.close();
    }
  });

  it('that are no longer needed fail the run', async () => {
    const result = await withWaivers([waiver], target);
    expect(result).toMatchObject({ verdict: 'not-met', exitCode: 1 });
    expect(result.summary).toContain('waivers');
  });

  it.each([
    ['an unknown check', [{ ...waiver, check: 'gme/delivery/takes-post-onyl' }]],
    ['no reason', [{ ...waiver, reason: '' }]],
    ['an unknown key', [{ ...waiver, until: 'ever' }]],
  ])('with %s are a configuration error', async (_, content) => {
    await expect(withWaivers(content, target)).rejects.toMatchObject({ kind: 'CONFIGURATION' });
  });
});

describe('errors before the first check', () => {
  it.each([
    ['no key', { secretKey: '' }, 'CONFIGURATION', 'callback key'],
    ['a wrong key', { secretKey: 'another' }, 'PREFLIGHT', 'accepts no rightly signed callback'],
    ['no application', { appId: '' }, 'CONFIGURATION', '--app-id'],
    ['a name as application', { appId: 'my-app' }, 'CONFIGURATION', 'my-app'],
    ['no URL', { endpoint: 'localhost' }, 'CONFIGURATION', '--endpoint'],
    ['a closed port', { endpoint: 'http://127.0.0.1:1/' }, 'PREFLIGHT', 'cannot reach'],
    ['an unreachable state', { observe: 'http://127.0.0.1:1/{roomId}' }, 'OBSERVATION', 'state'],
    ['a state of no room', { observe: 'http://127.0.0.1/state' }, 'CONFIGURATION', '--observe'],
    ['an unknown dialect', { dialect: ['gme-sig-hexx'] }, 'CONFIGURATION', 'gme-sig-hexx'],
    [
      'a dialect that is not spoken',
      { dialect: ['gme-sig-hex'] },
      'PREFLIGHT',
      'the default reading',
    ],
    ['a profile without its target', { profile: ['archive'] }, 'CONFIGURATION', 'archive'],
    ['no check at all', { only: 'gme/none' }, 'CONFIGURATION', 'gme/none'],
    ['no profile at all', { profile: [] }, 'CONFIGURATION', 'nothing to check'],
    ['only a check without a target', { only: 'gme/naming' }, 'CONFIGURATION', 'nothing to check'],
    ['a rule that means nothing here', { rule: 'rule.json' }, 'CONFIGURATION', 'rule'],
    ['callbacks without a bucket', { callbacks: 'c.ndjson' }, 'CONFIGURATION', 'no bucket'],
    [
      'callbacks that no check looks into',
      { callbacks: 'c.ndjson', bucket: '.' },
      'CONFIGURATION',
      'no check of gme',
    ],
    ['a bucket that is not there', { bucket: './no/such/folder' }, 'BUCKET', 'no/such/folder'],
    [
      'no waivers where they are said to be',
      { waivers: 'none.json' },
      'CONFIGURATION',
      'none.json',
    ],
  ] as const)('%s', async (_, over, kind, said) => {
    const error: unknown = await certify({ ...target, ...over }).then(
      ({ summary }) => summary,
      (caught: unknown) => caught,
    );
    expect(error).toBeInstanceOf(SoundcheckError);
    expect(error).toMatchObject({ kind, message: expect.stringContaining(said) as string });
    expect(error).toHaveProperty('exitCode', 4);
  });

  it('are reported as an unfinished run, too', async () => {
    const failed: RunResult[] = [];
    await expect(
      certify(
        { ...target, secretKey: 'another' },
        { onFailedRun: (result) => failed.push(result) },
      ),
    ).rejects.toThrow();
    expect(failed).toMatchObject([{ verdict: 'configuration', exitCode: 4, certificates: [] }]);
  });

  it('an observation without an endpoint is no embedded run', async () => {
    await expect(certify({ observe: 'http://x/{roomId}' })).rejects.toMatchObject({
      kind: 'CONFIGURATION',
    });
  });
});
