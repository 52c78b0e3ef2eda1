import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Clause } from '#contracts/clause.ts';
import type { ActiveCheck } from '#harness/check.ts';
import type { Arm, Experiment, RequestSpec, Send } from '#harness/experiment.ts';
import type { Suite, SuiteContext } from '#harness/suite.ts';

/** A suite and what its tests have to know of the service. */
export interface RegistryUnderTest {
  readonly suite: Suite;
  /** Checks by the area whose files export them. */
  readonly areas: Readonly<Record<string, Readonly<Record<string, ActiveCheck>>>>;
  readonly clauses: readonly Clause[];
  /** Ids of clauses whose checks another session is still writing. */
  readonly awaited?: readonly string[];
  readonly appId: string;
  /** Directed experiments whose point takes more than four callbacks, by check. */
  readonly longExperiments: Readonly<Record<string, number>>;
  /** Readings in which the suite must hold, each by its dialects. */
  readonly readings: readonly (readonly string[])[];
  /** Whether a request proves knowledge of the key, as a conforming receiver sees it. */
  readonly verifies: (request: RequestSpec, key: string, dialects: readonly string[]) => boolean;
  /** Room and task that a body names: `['room 1', 'task 2']`; undefined where it is no callback of the service. */
  readonly identifiersIn: (body: Uint8Array) => readonly string[] | undefined;
  /** Checks whose valid callbacks the contract does not read: what no document names. */
  readonly beyondContract: readonly string[];
}

/** So many generated experiments of a property are looked at. */
const sampled = 5;
const callbacksMax = 4;

/** Plain values as the engine would give them. */
export function registryContext(appId: string, over: Partial<SuiteContext> = {}): SuiteContext {
  return {
    appId,
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

/** A check's experiments as the engine would ask for them, with identifiers of its own. */
export function experimentsOf(
  check: ActiveCheck,
  appId: string,
  over: Partial<SuiteContext> = {},
): readonly Experiment[] {
  const context = registryContext(appId, over);
  const own = { ...context, nonce: `${context.nonce}/${check.id}` };
  const property = check.property?.(own);
  return [
    ...check.experiments(own),
    ...Array.from({ length: property === undefined ? 0 : sampled }, (_, index) =>
      property?.at(String(index)),
    ).filter((experiment) => experiment !== undefined),
  ];
}

/** Everything an arm sends. */
export function sendsOf(arm: Arm): readonly Send[] {
  return arm.waves.flat();
}

/** The value that a request carries under a name in a header or in its query. */
export function carriedBy(request: RequestSpec, wanted: string): string | undefined {
  return [...request.headers, ...(request.query ?? [])].find(([name]) => name === wanted)?.[1];
}

/** Tests that hold for every service's registry. */
export function describeRegistry(registry: RegistryUnderTest): void {
  describeCatalogue(registry);
  describeClauses(registry);
  describeNeeds(registry);
  describeExperiments(registry);
  describeReadings(registry);
}

function idsOf({ suite }: RegistryUnderTest): readonly (readonly [string, ActiveCheck])[] {
  return suite.activeChecks.map((check) => [check.id, check] as const);
}

function describeCatalogue({ suite, areas }: RegistryUnderTest): void {
  const { activeChecks, service } = suite;
  const all = [...activeChecks, ...suite.archiveChecks];
  const each = activeChecks.map((check) => [check.id, check] as const);

  describe('the catalogue', () => {
    test.each(
      Object.entries(areas).flatMap(([area, checks]) =>
        Object.entries(checks).map(([name, check]) => [area, name, check] as const),
      ),
    )('%s: %s stands in the file of its area under the name of its id', (area, name, check) => {
      const [idService, idArea, claim = ''] = check.id.split('/');
      expect([idService, idArea]).toEqual([service, area]);
      expect(claim.replaceAll(/-./gu, (dash) => dash.slice(1).toUpperCase())).toBe(name);
    });

    test('ids are unique, and every check of the areas is in the suite', () => {
      const ids = all.map(({ id }) => id);
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
      const titles = all.map(({ title }) => title);
      expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
    });

    test.each(each)('%s says in its hint what to change', (_, { hint }) => {
      expect(hint).toMatch(/^[A-Z“"\d].*[.?]$/u);
    });
  });
}

function describeClauses({ suite, clauses, awaited = [] }: RegistryUnderTest): void {
  const all = [...suite.activeChecks, ...suite.archiveChecks];
  const cited = new Set<string>(all.flatMap((check) => check.clauses.map(({ id }) => id)));

  describe('clauses', () => {
    test.each(clauses.map((clause) => [clause.id, clause] as const))(
      '%s is cited by a check or says why none can test it, never both',
      (id, { untestable }) => {
        expect(cited.has(id) || awaited.includes(id)).toBe(untestable === undefined);
      },
    );

    test('what is awaited has not come yet', () => {
      expect(awaited.filter((id) => cited.has(id))).toEqual([]);
    });

    test.each(all.map((check) => [check.id, check] as const))(
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
}

function describeNeeds(registry: RegistryUnderTest): void {
  const { activeChecks, archiveChecks } = registry.suite;
  const all = [...activeChecks, ...archiveChecks];
  const byId = new Map<string, (typeof all)[number]>(all.map((check) => [check.id, check]));

  describe('needs', () => {
    test.each(idsOf(registry).filter(([, { needs = [] }]) => needs.length > 0))(
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
        (byId.get(from)?.needs ?? []).some(
          (id) => id === target || (!seen.has(id) && reaches(id, target, seen.add(id))),
        );
      expect(all.map(({ id }) => id).filter((id) => reaches(id, id))).toEqual([]);
    });

    test('what disturbs the target is needed by nothing that runs before it', () => {
      const disturbing = new Set(activeChecks.filter((one) => one.disturbs).map(({ id }) => id));
      const early = activeChecks.filter(({ disturbs }) => disturbs !== true);
      expect(
        early
          .filter(({ needs = [] }) => needs.some((id) => disturbing.has(id)))
          .map(({ id }) => id),
      ).toEqual([]);
    });
  });
}

function describeExperiments(registry: RegistryUnderTest): void {
  const { appId, longExperiments } = registry;

  describe.each(idsOf(registry))('experiments of %s', (id, check) => {
    test('are the same for the same context and others for another nonce', () => {
      const [first, again, other] = [
        experimentsOf(check, appId),
        experimentsOf(check, appId),
        experimentsOf(check, appId, { nonce: 'other' }),
      ].map(fingerprintOf);
      expect(again).toBe(first);
      expect(other).not.toBe(first);
    });

    test('exist, have unique keys and show an arm of theirs', () => {
      const experiments = experimentsOf(check, appId);
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
        .experiments({ ...registryContext(appId), nonce: check.id })
        .map(({ arms, shows }) => arms.find(({ name }) => name === shows))
        .map((arm) => (arm === undefined ? 0 : sendsOf(arm).length));
      expect(Math.max(0, ...sizes)).toBeLessThanOrEqual(longExperiments[id] ?? callbacksMax);
    });

    test('tell twice what is compared, so that what varies by itself is known', () => {
      // A mapped state is compared with the prediction, and an unmapped one only where it is looked at.
      const unbased = experimentsOf(check, appId)
        .filter(({ arms }) => arms.some(({ subjects, mapping }) => subjects.length > 0 && !mapping))
        .filter(({ arms }) => !isToldTwice(arms.map(({ name }) => name)));
      expect(unbased.map(({ title }) => title)).toEqual([]);
    });

    test('find nothing where nothing was recorded', () => {
      expect(check.evaluate({ arms: new Map() })).toEqual([]);
    });
  });

  test('no two arms of the suite speak of the same room or task', () => {
    const owners = ownersOf(registry);
    expect(owners.size).toBeGreaterThan(500);
    expect([...owners].filter(([, by]) => by.size > 1)).toEqual([]);
  });
}

/** Two baselines, or every arm and its twin. */
function isToldTwice(names: readonly string[]): boolean {
  const again = names.filter((name) => name.endsWith(' again'));
  return (
    names.filter((name) => name.startsWith('in-order')).length >= 2 ||
    (again.length > 0 && again.length * 2 === names.length)
  );
}

/** Arms by the rooms and tasks that they speak of. */
function ownersOf({
  suite,
  appId,
  identifiersIn,
}: RegistryUnderTest): ReadonlyMap<string, ReadonlySet<string>> {
  const owners = new Map<string, Set<string>>();
  const claim = (value: string, owner: string): void => {
    owners.set(value, (owners.get(value) ?? new Set()).add(owner));
  };
  const arms = suite.activeChecks.flatMap((check) =>
    experimentsOf(check, appId).flatMap(({ key, arms: own }) =>
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
      identifiersIn(send.request.body)?.forEach((identifier) => {
        claim(identifier, owner);
      });
    }
  }
  return owners;
}

/** Whether the service itself could have sent it. */
function isValid({ role, mark, label }: Send): boolean {
  if (label.endsWith('instead of POST')) {
    return false;
  }
  return role === 'control' || mark === undefined || !['forged', 'malformed'].includes(mark.kind);
}

function describeReadings(registry: RegistryUnderTest): void {
  const { suite, appId, readings, verifies, identifiersIn, beyondContract } = registry;

  describe.each(
    readings.map((reading) => [reading.join(' + ') || 'the default', reading] as const),
  )('in the reading %s', (_, dialects) => {
    const context = registryContext(appId, { dialects });
    const applicable = suite.activeChecks.filter(
      (check) => (check.notApplicable?.(context) ?? null) === null,
    );

    test('every check that applies has experiments', () => {
      expect(applicable.length).toBeGreaterThan(40);
      for (const check of applicable) {
        expect(experimentsOf(check, appId, { dialects }).length, check.id).toBeGreaterThan(0);
      }
    });

    test('what is sent as valid is read back and verifies, what is forged never does', () => {
      const seen = { valid: 0, forged: 0 };
      for (const check of applicable) {
        const sends = experimentsOf(check, appId, { dialects })
          .flatMap(({ arms }) => arms)
          .flatMap(sendsOf);
        for (const send of sends) {
          const { body } = send.request;
          const isRight = verifies(send.request, context.secretKey, dialects);
          if (send.mark?.kind === 'forged') {
            seen.forged += 1;
            expect(isRight, `${check.id}: ${send.label}`).toBe(false);
          } else if (isValid(send)) {
            seen.valid += 1;
            expect(isRight, `${check.id}: ${send.label}`).toBe(true);
            const isBeyond = beyondContract.includes(check.id);
            const isRead = identifiersIn(body) !== undefined;
            expect(isRead || isBeyond, `${check.id}: ${send.label}`).toBe(true);
          }
        }
      }
      expect(seen.valid).toBeGreaterThan(500);
      expect(seen.forged).toBeGreaterThan(50);
    });

    test('preflight probes are valid in the reading that they name', () => {
      for (const probe of suite.preflight(context)) {
        expect(
          verifies(probe.send.request, context.secretKey, probe.dialects),
          `${probe.title}, ${probe.dialects.join(' + ')}`,
        ).toBe(true);
      }
    });
  });
}

/** A text that is equal for equal experiments: bytes by their digest, functions by what they give. */
export function fingerprintOf(value: unknown): string {
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
