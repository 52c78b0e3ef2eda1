import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  deliveryPlans,
  inOrder,
  type DeliveryPlan,
  type DeliveryPlanOptions,
} from './delivery-plan.ts';
import { planTraits } from './delivery-traits.ts';
import { directedPlans } from './directed-plans.ts';
import { shares, shrunk } from './statistics.test-helper.ts';

const count = 6;

function traitsWith(options: DeliveryPlanOptions): ReadonlySet<string> {
  return new Set(
    shares(deliveryPlans(count, options), (plan) => planTraits(plan, count), 500).keys(),
  );
}

describe('deliveryPlans', () => {
  it('deliver at most one original of each callback, copies only of what is delivered', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.gen(), (size, generate) => {
        const plan = generate(deliveryPlans, size);
        const all = plan.flat();
        const originals = all.filter(({ kind }) => kind === 'original').map(({ index }) => index);
        expect(originals.length).toBeGreaterThan(0);
        expect(new Set(originals).size).toBe(originals.length);
        expect(plan.every((wave) => wave.length > 0)).toBe(true);
        for (const { index, kind, resendOffsetSeconds } of all) {
          expect(originals).toContain(index);
          expect(index).toBeLessThan(size);
          expect(resendOffsetSeconds !== undefined).toBe(kind === 're-send');
        }
      }),
    );
  });

  it('never repeat before the original', () => {
    fc.assert(
      fc.property(deliveryPlans(count), (plan) => {
        const seen = new Set<number>();
        for (const wave of plan) {
          wave.filter(({ kind }) => kind === 'original').forEach(({ index }) => seen.add(index));
          expect(wave.every(({ index }) => seen.has(index))).toBe(true);
        }
      }),
    );
  });

  it('reach every fault', () => {
    const reached = shares(deliveryPlans(count), (plan) => planTraits(plan, count));
    for (const trait of [
      'reordered',
      'dropped',
      'duplicate',
      're-send',
      'burst',
      'concurrent-copy',
      'late-copy',
    ]) {
      expect(reached.get(trait) ?? 0, trait).toBeGreaterThan(0.2);
    }
  });

  it('reach every order of three callbacks', () => {
    const orders = shares(deliveryPlans(3, { drops: false }), (plan) => [
      plan
        .flat()
        .flatMap(({ kind, index }) => (kind === 'original' ? [index] : []))
        .join(''),
    ]);
    expect([...orders.keys()].sort()).toEqual(['012', '021', '102', '120', '201', '210']);
  });

  it('have none of the faults that are excluded', () => {
    const kinds = {
      drops: 'dropped',
      reorders: 'reordered',
      duplicates: 'duplicate',
      resends: 're-send',
    };
    for (const [option, trait] of Object.entries(kinds)) {
      expect(traitsWith({ [option]: false })).not.toContain(trait);
    }
    const alone = traitsWith({ concurrency: false });
    expect(alone).not.toContain('burst');
    expect(alone).not.toContain('concurrent-copy');
    const calm = {
      drops: false,
      reorders: false,
      duplicates: false,
      resends: false,
      concurrency: false,
    };
    expect(traitsWith(calm)).toEqual(new Set(['in-order']));
  });

  it('shrink to the true order', () => {
    expect(shrunk(deliveryPlans(count), () => true)).toEqual(inOrder(count));
  });

  it.each([
    ['reordered', 6, 0],
    ['dropped', 5, 0],
    ['duplicate', 7, 1],
    ['re-send', 7, 1],
    ['burst', 6, 0],
    ['concurrent-copy', 7, 1],
  ])('shrink to one fault: %s', (trait, deliveries, copies) => {
    const plan = shrunk(deliveryPlans(count), (plan) => planTraits(plan, count).includes(trait));
    const all = plan.flat();
    expect(all).toHaveLength(deliveries);
    expect(all.filter(({ kind }) => kind !== 'original')).toHaveLength(copies);
  });
});

describe('directedPlans', () => {
  it('have different names and each its fault', () => {
    const plans = directedPlans(3);
    expect(new Set(plans.map(({ name }) => name)).size).toBe(plans.length);
    for (const { name, plan } of plans) {
      expect(planTraits(plan, 3), name).not.toContain('in-order');
    }
  });

  it('leave nothing out', () => {
    const indicesOf = (plan: DeliveryPlan): ReadonlySet<number> =>
      new Set(plan.flat().map(({ index }) => index));
    for (const { name, plan } of directedPlans(4)) {
      expect(indicesOf(plan), name).toEqual(new Set([0, 1, 2, 3]));
    }
  });
});
