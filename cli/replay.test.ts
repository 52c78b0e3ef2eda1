import { describe, expect, it } from 'vitest';
import { defects, startReceiver, type StartableReceiver } from '#fixtures/receivers/gme/index.ts';
import type { RunResult } from '#harness/result.ts';
import { encodeReplayToken } from '#harness/run/replay-token.ts';
import { certify } from './certify.ts';
import { contextOf } from './context.ts';
import type { Configuration } from './options.ts';
import { services } from './registry.ts';
import { replay } from './replay.ts';
import { serviceOf } from './services.ts';

const secretKey = 'replay-test-key-0123456789';

/** Runs an act against a receiver of its own. */
async function against<T>(
  subject: StartableReceiver,
  act: (configuration: Configuration) => Promise<T>,
): Promise<T> {
  const receiver = await subject.start({ secretKey, onError: () => undefined });
  const { endpoint, observe } = receiver;
  try {
    return await act({ appId: '1400000000', endpoint, observe, secretKey });
  } finally {
    await receiver.close();
  }
}

const reference: StartableReceiver = { name: 'reference', start: startReceiver };

function defectNamed(name: string): StartableReceiver {
  const found = defects.find((subject) => subject.name === name);
  if (found === undefined) {
    throw new Error(`no defect is named ${name}`);
  }
  return found;
}

function tokenOf({ checks }: RunResult, id: string): string {
  const command = checks.find((check) => check.id === id)?.replay ?? '';
  return /\bsc1\.[\w-]+/u.exec(command)?.[0] ?? '';
}

describe.concurrent(
  'a token from a report',
  () => {
    it.each([
      ['duplicates-refused-409', 'gme/delivery/accepts-duplicates'],
      ['get-answered-200', 'gme/delivery/takes-post-only'],
      ['mac-over-json-stringify', 'gme/signature/accepts-every-spelling'],
      ['signature-presence-only', 'gme/signature/refuses-wrong-key'],
      ['expected-signature-leaked', 'gme/signature/refusal-leaks-nothing'],
      ['key-order-required', 'gme/callback/accepts-any-key-order'],
      ['malformed-body-answered-500', 'gme/callback/refuses-malformed-json'],
      ['events-before-started-ignored', 'gme/state/lost-events-harm-nothing-else'],
      ['keyed-by-task-and-user', 'gme/state/segments-stay-apart'],
      ['task-id-as-double', 'gme/state/task-id-exact'],
    ])('shows %s again, and nothing at the reference', async (name, id) => {
      const token = await against(defectNamed(name), async (configuration) => {
        const result = await certify({ ...configuration, only: id });
        const found = tokenOf(result, id);
        expect(found, result.summary).toMatch(/^sc1\./u);
        const again = await replay(found, configuration, {});
        expect(again).toMatchObject({ exitCode: 1, verdict: 'not-met', certificates: [] });
        expect(again.checks.map((check) => [check.id, check.verdict])).toEqual([[id, 'not-met']]);
        return found;
      });
      const healthy = await against(reference, (configuration) => replay(token, configuration, {}));
      expect(healthy).toMatchObject({ exitCode: 0, verdict: 'met', certificates: [] });
      expect(healthy.filtered).not.toBeNull();
    });
  },
  60_000,
);

const coordinates = {
  service: 'gme',
  check: 'gme/state/any-plan-converges',
  key: 'random:0',
  seed: 5,
  dialects: [],
  scope: 'both',
} as const;

describe.concurrent(
  'a case of any service',
  () => {
    it.each(services.map(({ suite }) => suite))(
      'of $service is found by its token',
      async (suite) => {
        const [check] = suite.activeChecks;
        const context = contextOf({ appId: serviceOf(suite.service).reference.appId }, 'x', null);
        const key = check?.experiments(context)[0]?.key ?? '';
        const token = encodeReplayToken({
          ...coordinates,
          service: suite.service,
          check: check?.id ?? '',
          key,
        });
        const result = await replay(token, {}, {});
        expect(result).toMatchObject({ service: suite.service, exitCode: 0, certificates: [] });
        expect(result.checks.map(({ id }) => id)).toEqual([check?.id]);
      },
    );
  },
  60_000,
);

describe('replay', () => {
  it('builds a generated case again, too, whatever profiles and waivers are configured', async () => {
    const result = await against(reference, (configuration) =>
      replay(
        encodeReplayToken(coordinates),
        { ...configuration, profile: ['wire'], waivers: 'none.json', seed: 1 },
        {},
      ),
    );
    expect(result).toMatchObject({ exitCode: 0, seed: 5 });
    expect(result.checks.map(({ id }) => id)).toEqual([coordinates.check]);
  });

  it.each([
    ['a check', { ...coordinates, check: 'gme/state/none' }],
    ['a case', { ...coordinates, key: 'directed:999' }],
    ['a service', { ...coordinates, service: 'other' as 'gme' }],
  ])('refuses a token of %s that this version does not have', async (_, changed) => {
    const refusal = against(reference, (configuration) =>
      replay(encodeReplayToken(changed), configuration, {}),
    );
    await expect(refusal).rejects.toMatchObject({ kind: 'USAGE', exitCode: 64 });
  });

  it.each([
    '',
    'sc1',
    'sc1.',
    'sc1.AAAA',
    'sc2.W10',
    `sc1.${Buffer.from('["gme"]').toString('base64url')}`,
  ])('refuses %j', async (token) => {
    await expect(replay(token, {}, {})).rejects.toMatchObject({ kind: 'USAGE' });
  });
});
