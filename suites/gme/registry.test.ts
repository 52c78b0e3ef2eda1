import { describe, expect, test } from 'vitest';
import {
  clauses,
  decodeCallback,
  dialects,
  resolveReading,
  signatureName,
  verifySignature,
} from '#contracts/gme/index.ts';
import type { ActiveCheck } from '#harness/check.ts';
import type { Experiment } from '#harness/experiment.ts';
import type { SuiteContext } from '#harness/suite.ts';
import {
  carriedBy,
  describeRegistry,
  experimentsOf as experimentsFor,
  registryContext,
  sendsOf,
} from '../kit/registry.test-kit.ts';
import * as callback from './callback.ts';
import * as delivery from './delivery.ts';
import * as recovery from './recovery.ts';
import { gmeSuite } from './registry.ts';
import * as signature from './signature.ts';
import * as state from './state.ts';

const appId = '1400000000';
const names = dialects.map(({ name }) => name);

describeRegistry({
  suite: gmeSuite,
  areas: { callback, delivery, recovery, signature, state },
  clauses: Object.values(clauses),
  appId,
  longExperiments: {
    'gme/delivery/holds-concurrent-callbacks': 32,
    'gme/state/bursts-are-recorded': 16,
    'gme/state/late-duplicates-change-nothing': 12,
    'gme/state/earlier-rooms-stay': 203,
    'gme/state/earlier-segments-stay': 40,
    'gme/state/earlier-tasks-stay': 8,
    'gme/callback/refuses-malformed-json': 9,
    'gme/callback/refuses-missing-fields': 9,
    'gme/callback/refuses-wrong-types': 9,
    'gme/callback/refuses-invalid-utf8': 9,
  },
  readings: [
    [],
    ...names.map((name) => [name]),
    ['gme-sig-hex', 'gme-sig-post-prefix', 'gme-sig-in-query'],
    names.filter((name) => name !== 'gme-sig-hex'),
  ],
  verifies: (request, key, reading) => {
    const value = carriedBy(request, signatureName) ?? '';
    return verifySignature(request.body, key, value, resolveReading(reading));
  },
  identifiersIn: (body) => {
    const decoded = decodeCallback(body);
    return decoded.ok
      ? [`room ${decoded.callback.roomId}`, `task ${String(decoded.callback.taskId)}`]
      : undefined;
  },
  beyondContract: ['gme/callback/accepts-unknown-event-types'],
});

function experimentsOf(
  check: ActiveCheck,
  over: Partial<SuiteContext> = {},
): readonly Experiment[] {
  return experimentsFor(check, appId, over);
}

describe('standard Base64', () => {
  test.each(['a', 'b', 'c', 'd'])('the signatures hold + and / (nonce %s)', (nonce) => {
    const signatures = experimentsOf(signature.acceptsStandardBase64, { nonce })
      .flatMap(({ arms }) => arms)
      .flatMap(sendsOf)
      .map(({ request }) => carriedBy(request, signatureName) ?? '');
    expect(signatures).toHaveLength(3);
    expect(signatures[0]).toContain('+');
    expect(signatures[1]).toContain('/');
    expect(signatures[2]).toMatch(/\+.*\/|\/.*\+/u);
  });

  test('no check asks a hexadecimal reading for what it does not have', () => {
    const inHex = registryContext(appId, { dialects: ['gme-sig-hex'] });
    const skipped = gmeSuite.activeChecks
      .filter((check) => (check.notApplicable?.(inHex) ?? null) !== null)
      .map(({ id }) => id);
    expect(skipped).toEqual([
      'gme/signature/accepts-standard-base64',
      'gme/signature/refuses-wrong-case',
    ]);
  });
});

test('a body cut inside a character really is', () => {
  const cut = experimentsOf(delivery.acceptsSplitBodies)
    .find(({ title }) => title === 'a body cut inside a character')
    ?.arms.flatMap(sendsOf)[0]?.request;
  const at = cut?.splitAt?.[0] ?? 0;
  const isContinuation = ((cut?.body[at] ?? 0) & 0b1100_0000) === 0b1000_0000;
  expect(isContinuation).toBe(true);
});

test('generated stories follow the seed', () => {
  const [one, two] = [1, 2].map((seed) =>
    experimentsOf(state.anyPlanConverges, { seed })
      .flatMap(({ arms }) => arms)
      .flatMap(sendsOf)
      .map(({ label }) => label)
      .join(),
  );
  expect(one).not.toBe(two);
});
