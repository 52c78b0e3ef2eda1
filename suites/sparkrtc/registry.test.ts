import { describe, expect, test } from 'vitest';
import {
  clauses,
  decodeCallback,
  dialects,
  formatTimestamp,
  resolveReading,
  signatureHeaders,
  verifySignature,
} from '#contracts/sparkrtc/index.ts';
import type { Send } from '#harness/experiment.ts';
import {
  carriedBy,
  describeRegistry,
  experimentsOf,
  registryContext,
  sendsOf,
} from '../kit/registry.test-kit.ts';
import * as callback from './callback.ts';
import * as delivery from './delivery.ts';
import * as recovery from './recovery.ts';
import { sparkrtcSuite } from './registry.ts';
import * as signature from './signature.ts';
import * as state from './state.ts';

const appId = '5fcdf5651a2b3c46f835d0d4';

describeRegistry({
  suite: sparkrtcSuite,
  areas: { callback, delivery, recovery, signature, state },
  clauses: Object.values(clauses),
  appId,
  longExperiments: {
    'sparkrtc/delivery/accepts-each-event': 5,
    'sparkrtc/delivery/answers-200': 5,
    'sparkrtc/delivery/answers-json': 5,
    'sparkrtc/delivery/holds-concurrent-callbacks': 32,
    'sparkrtc/callback/refuses-malformed-json': 9,
    'sparkrtc/callback/refuses-wrong-types': 9,
    'sparkrtc/callback/refuses-invalid-utf8': 9,
    'sparkrtc/state/any-plan-converges': 11,
    'sparkrtc/state/bursts-are-recorded': 16,
    'sparkrtc/state/late-duplicates-change-nothing': 12,
    'sparkrtc/state/earlier-files-stay': 30,
    'sparkrtc/state/earlier-rooms-stay': 203,
    'sparkrtc/state/earlier-tasks-stay': 8,
    'sparkrtc/state/records-each-file': 5,
    'sparkrtc/state/recordings-match-prediction': 5,
    'sparkrtc/recovery/converges-after-lost-callback': 4,
  },
  readings: [[], ...dialects.map(({ name }) => [name])],
  verifies(request, key) {
    const [rand, timestamp, value] = Object.values(signatureHeaders).map((name) =>
      carriedBy(request, name),
    );
    return (
      rand !== undefined &&
      timestamp !== undefined &&
      value !== undefined &&
      verifySignature(request.body, key, { rand, timestamp }, value)
    );
  },
  identifiersIn(body) {
    const decoded = decodeCallback(body);
    if (!decoded.ok) {
      return undefined;
    }
    const { roomId, jobId } = decoded.callback;
    return [
      ...(roomId === undefined ? [] : [`room ${roomId}`]),
      ...(jobId === undefined ? [] : [`task ${jobId}`]),
    ];
  },
  beyondContract: [],
});

function allSends(over: Parameters<typeof experimentsOf>[2] = {}): readonly Send[] {
  return sparkrtcSuite.activeChecks.flatMap((check) =>
    experimentsOf(check, appId, over)
      .flatMap(({ arms }) => arms)
      .flatMap(sendsOf),
  );
}

function nonceOf({ request }: Send): string {
  return [signatureHeaders.rand, signatureHeaders.timestamp]
    .map((name) => carriedBy(request, name) ?? '')
    .join(' ');
}

describe('what stands in front of the body', () => {
  test('is the same for the same request alone: nobody who remembers it refuses anything else', () => {
    const genuine = allSends().filter(
      ({ mark }) => mark?.kind !== 'forged' && mark?.kind !== 'malformed',
    );
    const bodies = new Map<string, string>();
    for (const send of genuine) {
      const body = Buffer.from(send.request.body).toString('latin1');
      const known = bodies.get(nonceOf(send)) ?? body;
      expect(known, send.label).toBe(body);
      bodies.set(nonceOf(send), body);
    }
    expect(bodies.size).toBeGreaterThan(1000);
  });

  test.each([[[]], [['spark-timestamp-ms']]])('is of the last minutes (%j)', (reading) => {
    const { nowMs } = registryContext(appId);
    const unitMs = Number(formatTimestamp(nowMs, resolveReading(reading))) / nowMs;
    const ages = allSends({ dialects: reading })
      .filter(({ mark }) => mark?.kind !== 'forged')
      .flatMap(({ request }) => carriedBy(request, signatureHeaders.timestamp) ?? [])
      .map((timestamp) => nowMs - Number(timestamp) / unitMs);
    expect(Math.min(...ages)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...ages)).toBeLessThan(120_000);
  });

  test('is another one where a callback is sent again later', () => {
    const [first, again] =
      experimentsOf(delivery.acceptsResends, appId)[0]?.arms.flatMap(sendsOf) ?? [];
    expect(first?.request.body).toEqual(again?.request.body);
    expect(first && nonceOf(first)).not.toBe(again && nonceOf(again));
  });
});

test('a body cut inside a character really is', () => {
  const cut = experimentsOf(delivery.acceptsSplitBodies, appId)
    .find(({ title }) => title === 'a body cut inside a character')
    ?.arms.flatMap(sendsOf)
    .find(({ role }) => role === 'probe')?.request;
  const isContinuation = ((cut?.body[cut.splitAt?.[0] ?? 0] ?? 0) & 0b1100_0000) === 0b1000_0000;
  expect(isContinuation).toBe(true);
});

test('beginnings are out of order, or sent again, only where the job is over whatever comes', () => {
  const hostile = experimentsOf(state.anyPlanConverges, appId, { seed: 3 })
    .flatMap(({ arms }) => arms)
    .filter(({ name }) => name === 'hostile')
    .map((arm) => sendsOf(arm));
  for (const sends of hostile.filter((all) => all.length > 1)) {
    const decoded = sends.map(({ request }) => decodeCallback(request.body));
    const callbacks = decoded.flatMap((one) => (one.ok ? [one.callback] : []));
    const over = new Set(
      callbacks.flatMap(({ eventType, jobId }) =>
        eventType === 'CLOUD_RECORD_SERVER_OVER' ? [jobId] : [],
      ),
    );
    for (const { eventType, jobId } of callbacks) {
      expect(eventType !== 'RECORD_NEW_FILE_START' || over.has(jobId)).toBe(true);
    }
  }
  const sent = hostile.flat().filter(({ mark }) => mark?.kind === 're-send');
  expect(sent.map(({ label }) => label).filter((label) => label.includes('begun'))).toEqual([]);
});
