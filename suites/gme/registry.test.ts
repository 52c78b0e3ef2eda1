import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  clauses,
  decodeCallback,
  dialects,
  resolveReading,
  signatureName,
  verifySignature,
} from '#contracts/gme/index.ts';
import type { Clause } from '#contracts/clause.ts';
import type { ActiveCheck } from '#harness/check.ts';
import type { Arm, Experiment, Send } from '#harness/experiment.ts';
import type { SuiteContext } from '#harness/suite.ts';
import * as callback from './callback.ts';
import * as delivery from './delivery.ts';
import * as recovery from './recovery.ts';
import { gmeSuite } from './registry.ts';
import * as signature from './signature.ts';
import * as conservation from './state/conservation.ts';
import * as convergence from './state/convergence.ts';
import * as identity from './state/identity.ts';
import * as prediction from './state/prediction.ts';
import * as retention from './state/retention.ts';

const areas = {
  callback,
  delivery,
  recovery,
  signature,
  state: { ...conservation, ...convergence, ...identity, ...prediction, ...retention },
} as const;

const { activeChecks } = gmeSuite;
const allChecks = [...gmeSuite.activeChecks, ...gmeSuite.archiveChecks];
const each = activeChecks.map((check) => [check.id, check] as const);

function contextOf(over: Partial<SuiteContext> = {}): SuiteContext {
  return {
    appId: '1400000000',
    secretKey: 'registry-test-key',
    dialects: [],
    scope: 'both',
    seed: 1,
    nonce: 'registry',
    nowMs: Date.UTC(2026, 0, 31, 15, 59, 59),
    responseTimeMsMax: 5000,
    mapping: { recordings: '$.recordings[*]', file: 'file' },
    rule: null,
    ...over,
  };
}

/** The context that the engine gives to a check: identifiers of its own. */
function contextFor(check: ActiveCheck, over: Partial<SuiteContext> = {}): SuiteContext {
  const context = contextOf(over);
  return { ...context, nonce: `${context.nonce}/${check.id}` };
}

/** So many generated experiments of a property are looked at. */
const sampled = 5;

function experimentsOf(
  check: ActiveCheck,
  over: Partial<SuiteContext> = {},
): readonly Experiment[] {
  const context = contextFor(check, over);
  const property = check.property?.(context);
  return [
    ...check.experiments(context),
    ...Array.from({ length: property === undefined ? 0 : sampled }, (_, index) =>
      property?.at(String(index)),
    ).filter((experiment) => experiment !== undefined),
  ];
}

function sendsOf(arm: Arm): readonly Send[] {
  return arm.waves.flat();
}

/** A text that is equal for equal experiments: bytes by their digest, functions by what they give. */
function fingerprintOf(value: unknown): string {
  return JSON.stringify(value, (_, item: unknown) => {
    if (typeof item === 'function') {
      return fingerprintOf((item as () => unknown)());
    }
    return item instanceof Uint8Array || isBufferJson(item)
      ? createHash('sha256')
          .update(Buffer.from(item instanceof Uint8Array ? item : item.data))
          .digest('hex')
      : item;
  });
}

/** JSON.stringify asks a Buffer for its own form before the replacer sees it. */
function isBufferJson(item: unknown): item is { readonly data: readonly number[] } {
  return typeof item === 'object' && item !== null && 'type' in item && item.type === 'Buffer';
}

describe('the catalogue', () => {
  test.each(
    Object.entries(areas).flatMap(([area, checks]) =>
      Object.entries(checks).map(([name, check]) => [area, name, check] as const),
    ),
  )('%s: %s stands in the file of its area under the name of its id', (area, name, check) => {
    const [service, idArea, claim = ''] = check.id.split('/');
    expect([service, idArea]).toEqual(['gme', area]);
    expect(claim.replaceAll(/-./gu, (dash) => dash.slice(1).toUpperCase())).toBe(name);
  });

  test('ids are unique, and every check of the areas is in the suite', () => {
    const ids = allChecks.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const exported: readonly string[] = Object.values(areas).flatMap((checks) =>
      Object.values(checks).map(({ id }) => id),
    );
    expect(activeChecks.map(({ id }) => id).toSorted()).toEqual([...exported].toSorted());
  });

  test.each(each)('%s has a title that says what is well, in one sentence', (_, { title }) => {
    expect(title).toMatch(/^[A-Z].*\S$/u);
    expect(title).not.toMatch(/\. [A-Z]/u);
    expect(title).not.toMatch(/\b(?:must|should|shall|cannot|fails?|wrongly)\b/iu);
  });

  test('titles are unique', () => {
    const titles = allChecks.map(({ title }) => title);
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
  });

  test.each(each)('%s says in its hint what to change', (_, { hint }) => {
    expect(hint).toMatch(/^[A-Z“"].*[.?]$/u);
  });
});

describe('clauses', () => {
  const cited = new Set<string>(allChecks.flatMap((check) => check.clauses.map(({ id }) => id)));

  test.each(Object.values(clauses).map((clause: Clause) => [clause.id, clause] as const))(
    '%s is cited by a check or says why none can test it, never both',
    (id, { untestable }) => {
      expect(cited.has(id)).toBe(untestable === undefined);
    },
  );

  test.each(allChecks.map((check) => [check.id, check] as const))(
    '%s carries no more than its clauses do',
    (_, { level, basis, clauses: own }) => {
      const isAssumed = basis === 'assumed' || own.every((clause) => clause.basis === 'assumed');
      expect(isAssumed ? level : 'SHOULD').toBe('SHOULD');
      if (basis === 'stated') {
        expect(own.map((clause) => clause.basis)).toContain('stated');
      }
    },
  );
});

describe('needs', () => {
  const byId = new Map(allChecks.map((check) => [check.id, check]));

  test.each(each.filter(([, { needs = [] }]) => needs.length > 0))(
    '%s needs checks that exist, are as strict and as widely run',
    (_, check) => {
      for (const id of check.needs ?? []) {
        const needed = byId.get(id);
        expect(needed, id).toBeDefined();
        // Advice that is not followed must not keep a MUST from being judged.
        expect(check.level === 'MUST' ? needed?.level : 'MUST', id).toBe('MUST');
        // A run without an observation would leave what a wire check needs out.
        expect(check.profile === 'wire' ? needed?.profile : 'wire', id).toBe('wire');
      }
    },
  );

  test('form no circle', () => {
    const reaches = (from: string, target: string, seen = new Set<string>()): boolean =>
      (byId.get(from as ActiveCheck['id'])?.needs ?? []).some(
        (id) => id === target || (!seen.has(id) && reaches(id, target, seen.add(id))),
      );
    expect(allChecks.map(({ id }) => id).filter((id) => reaches(id, id))).toEqual([]);
  });

  test('what disturbs the target is needed by nothing that runs before it', () => {
    const disturbing = new Set(activeChecks.filter((one) => one.disturbs).map(({ id }) => id));
    const early = activeChecks.filter(({ disturbs }) => disturbs !== true);
    expect(
      early.filter(({ needs = [] }) => needs.some((id) => disturbing.has(id))).map(({ id }) => id),
    ).toEqual([]);
  });
});

/** Directed experiments whose point takes more than four callbacks. */
const longExperiments: Readonly<Record<string, number>> = {
  'gme/delivery/holds-concurrent-callbacks': 32,
  'gme/state/bursts-are-recorded': 16,
  'gme/state/earlier-rooms-stay': 203,
  'gme/state/earlier-segments-stay': 40,
  'gme/state/earlier-tasks-stay': 8,
  'gme/callback/refuses-malformed-json': 9,
  'gme/callback/refuses-missing-fields': 9,
  'gme/callback/refuses-wrong-types': 9,
  'gme/callback/refuses-invalid-utf8': 9,
};

describe.each(each)('experiments of %s', (id, check) => {
  test('are the same for the same context and others for another nonce', () => {
    const [first, again, other] = [
      experimentsOf(check),
      experimentsOf(check),
      experimentsOf(check, { nonce: 'other' }),
    ].map(fingerprintOf);
    expect(again).toBe(first);
    expect(other).not.toBe(first);
  });

  test('exist, have unique keys and show an arm of theirs', () => {
    const experiments = experimentsOf(check);
    const keys = experiments.map(({ key }) => key);
    expect(keys.length).toBeGreaterThan(0);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { arms, shows } of experiments) {
      const names = arms.map(({ name }) => name);
      expect(names).toContain(shows);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  test('are counterexamples that a person can read', () => {
    const sizes = check
      .experiments(contextFor(check))
      .map(({ arms, shows }) => arms.find(({ name }) => name === shows))
      .map((arm) => (arm === undefined ? 0 : sendsOf(arm).length));
    expect(Math.max(0, ...sizes)).toBeLessThanOrEqual(longExperiments[id] ?? 4);
  });

  test('have a baseline wherever states are compared', () => {
    // A mapped state is compared with the prediction, and an unmapped one only where it is looked at.
    const unbased = experimentsOf(check)
      .filter(({ arms }) => arms.some(({ subjects, mapping }) => subjects.length > 0 && !mapping))
      .filter(({ arms }) => arms.filter(({ name }) => name.startsWith('in-order')).length < 2);
    expect(unbased.map(({ title }) => title)).toEqual([]);
  });

  test('find nothing where nothing was recorded', () => {
    expect(check.evaluate({ arms: new Map() })).toEqual([]);
  });
});

test('no two arms of the suite speak of the same room or task', () => {
  const owners = new Map<string, Set<string>>();
  const claim = (value: string, owner: string): void => {
    owners.set(value, (owners.get(value) ?? new Set()).add(owner));
  };
  const arms = activeChecks.flatMap((check) =>
    experimentsOf(check).flatMap(({ key, arms: own }) =>
      own.map((arm) => [`${check.id} ${key} ${arm.name}`, arm] as const),
    ),
  );
  for (const [owner, arm] of arms) {
    for (const { kind, value } of arm.names) {
      // `folder` names are parts of files; a user may be in many rooms.
      if (kind === 'room' || kind === 'task') {
        claim(`${kind} ${value}`, owner);
      }
    }
    for (const send of sendsOf(arm).filter(isValid)) {
      const decoded = decodeCallback(send.request.body);
      if (decoded.ok) {
        claim(`room ${decoded.callback.roomId}`, owner);
        claim(`task ${String(decoded.callback.taskId)}`, owner);
      }
    }
  }
  expect(owners.size).toBeGreaterThan(500);
  expect([...owners].filter(([, by]) => by.size > 1)).toEqual([]);
});

/** Whether the service itself could have sent it. */
function isValid({ role, mark, label }: Send): boolean {
  if (label.endsWith('instead of POST')) {
    return false;
  }
  return role === 'control' || mark === undefined || !['forged', 'malformed'].includes(mark.kind);
}

function signatureOf({ request }: Send): string | undefined {
  return [...request.headers, ...(request.query ?? [])].find(
    ([name]) => name === signatureName,
  )?.[1];
}

const names = dialects.map(({ name }) => name);
const readings: readonly (readonly string[])[] = [
  [],
  ...names.map((name) => [name]),
  ['gme-sig-hex', 'gme-sig-post-prefix', 'gme-sig-in-query'],
  names.filter((name) => name !== 'gme-sig-hex'),
];

describe.each(readings.map((reading) => [reading.join(' + ') || 'the default', reading] as const))(
  'in the reading %s',
  (_, own) => {
    const context = contextOf({ dialects: own });
    const reading = resolveReading(own);
    const applicable = activeChecks.filter(
      (check) => (check.notApplicable?.(context) ?? null) === null,
    );

    test('every check that applies has experiments', () => {
      expect(applicable.length).toBeGreaterThan(40);
      for (const check of applicable) {
        expect(experimentsOf(check, { dialects: own }).length, check.id).toBeGreaterThan(0);
      }
    });

    test('what is sent as valid is read back and verifies, what is forged never does', () => {
      const seen = { valid: 0, forged: 0 };
      for (const check of applicable) {
        const sends = experimentsOf(check, { dialects: own })
          .flatMap(({ arms }) => arms)
          .flatMap(sendsOf);
        for (const send of sends) {
          const { body } = send.request;
          const value = signatureOf(send);
          const verifies =
            value !== undefined && verifySignature(body, context.secretKey, value, reading);
          if (send.mark?.kind === 'forged') {
            seen.forged += 1;
            expect(verifies, `${check.id}: ${send.label}`).toBe(false);
          } else if (isValid(send)) {
            seen.valid += 1;
            expect(verifies, `${check.id}: ${send.label}`).toBe(true);
            const unknownType = check.id === 'gme/callback/accepts-unknown-event-types';
            const decoded = decodeCallback(body);
            expect(decoded.ok || unknownType, `${check.id}: ${send.label}`).toBe(true);
          }
        }
      }
      expect(seen.valid).toBeGreaterThan(500);
      expect(seen.forged).toBeGreaterThan(50);
    });

    test('preflight probes are valid in the reading that they name', () => {
      for (const probe of gmeSuite.preflight(context)) {
        const value = signatureOf(probe.send) ?? '';
        const { body } = probe.send.request;
        expect(
          verifySignature(body, context.secretKey, value, resolveReading(probe.dialects)),
          `${probe.title}, ${probe.dialects.join(' + ')}`,
        ).toBe(true);
      }
    });
  },
);

describe('standard Base64', () => {
  test.each(['a', 'b', 'c', 'd'])('the signatures hold + and / (nonce %s)', (nonce) => {
    const signatures = experimentsOf(signature.acceptsStandardBase64, { nonce })
      .flatMap(({ arms }) => arms)
      .flatMap(sendsOf)
      .map((send) => signatureOf(send) ?? '');
    expect(signatures).toHaveLength(3);
    expect(signatures[0]).toContain('+');
    expect(signatures[1]).toContain('/');
    expect(signatures[2]).toMatch(/\+.*\/|\/.*\+/u);
  });

  test('no check asks a hexadecimal reading for what it does not have', () => {
    const inHex = contextOf({ dialects: ['gme-sig-hex'] });
    const skipped = activeChecks
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
    experimentsOf(convergence.anyPlanConverges, { seed })
      .flatMap(({ arms }) => arms)
      .flatMap(sendsOf)
      .map(({ label }) => label)
      .join(),
  );
  expect(one).not.toBe(two);
});
