import { describe, expect, test } from 'vitest';
import {
  clauses,
  decodeCallback,
  dialects,
  signatureName,
  verifySignature,
} from '#contracts/trtc/index.ts';
import { carriedBy, describeRegistry, experimentsOf, sendsOf } from '../kit/registry.test-kit.ts';
import * as callback from './callback.ts';
import * as delivery from './delivery.ts';
import * as recovery from './recovery.ts';
import { trtcSuite } from './registry.ts';
import * as signature from './signature.ts';
import * as state from './state.ts';

const appId = '1400000000';

describeRegistry({
  suite: trtcSuite,
  areas: { callback, delivery, recovery, signature, state },
  clauses: Object.values(clauses),
  appId,
  longExperiments: {
    'trtc/delivery/accepts-each-event': 7,
    'trtc/delivery/accepts-each-outcome': 8,
    'trtc/delivery/answers-200': 6,
    'trtc/delivery/answers-briefly': 6,
    'trtc/delivery/answers-in-time': 6,
    'trtc/delivery/does-not-redirect': 6,
    'trtc/delivery/holds-concurrent-callbacks': 32,
    'trtc/callback/refuses-malformed-json': 9,
    'trtc/callback/refuses-missing-fields': 9,
    'trtc/callback/refuses-wrong-types': 9,
    'trtc/callback/refuses-invalid-utf8': 9,
    'trtc/state/records-each-file': 11,
    'trtc/state/lost-events-harm-nothing-else': 6,
    'trtc/state/bursts-are-recorded': 16,
    'trtc/state/late-duplicates-change-nothing': 12,
    'trtc/state/earlier-files-stay': 25,
    'trtc/state/earlier-rooms-stay': 211,
    'trtc/state/earlier-tasks-stay': 8,
    'trtc/state/recordings-match-prediction': 8,
    'trtc/state/recovered-uploads-count': 5,
    'trtc/recovery/converges-after-lost-callback': 6,
  },
  readings: [[], ...dialects.map(({ name }) => [name])],
  verifies: (request, key) =>
    verifySignature(request.body, key, carriedBy(request, signatureName) ?? ''),
  identifiersIn: (body) => {
    const decoded = decodeCallback(body);
    if (!decoded.ok) {
      return undefined;
    }
    const { roomId, taskId } = decoded.callback;
    return [`room ${String(roomId)}`, `task ${taskId}`];
  },
  beyondContract: [
    'trtc/callback/accepts-unknown-event-types',
    'trtc/callback/accepts-other-event-groups',
  ],
});

describe('standard Base64', () => {
  test.each(['a', 'b', 'c', 'd'])('the signatures hold + and / (nonce %s)', (nonce) => {
    const signatures = experimentsOf(signature.acceptsStandardBase64, appId, { nonce })
      .flatMap(({ arms }) => arms)
      .flatMap(sendsOf)
      .map(({ request }) => carriedBy(request, signatureName) ?? '');
    expect(signatures).toHaveLength(3);
    expect(signatures[0]).toContain('+');
    expect(signatures[1]).toContain('/');
    expect(signatures[2]).toMatch(/\+.*\/|\/.*\+/u);
  });
});

test('a body cut inside a character really is', () => {
  const cut = experimentsOf(delivery.acceptsSplitBodies, appId)
    .find(({ title }) => title === 'a body cut inside a character')
    ?.arms.flatMap(sendsOf)[0]?.request;
  const at = cut?.splitAt?.[0] ?? 0;
  const isContinuation = ((cut?.body[at] ?? 0) & 0b1100_0000) === 0b1000_0000;
  expect(isContinuation).toBe(true);
});

test('generated stories follow the seed', () => {
  const [one, two] = [1, 2].map((seed) =>
    experimentsOf(state.anyPlanConverges, appId, { seed })
      .flatMap(({ arms }) => arms)
      .flatMap(sendsOf)
      .map(({ label }) => label)
      .join(),
  );
  expect(one).not.toBe(two);
});
