import { inOrder, type Delivery, type DeliveryPlan } from './delivery-plan.ts';

/** The faults that a plan has; for statistics over what the generator reaches. */
export function planTraits(plan: DeliveryPlan, count: number): readonly string[] {
  const all = plan.flat();
  const originals = all.filter(({ kind }) => kind === 'original').map(({ index }) => index);
  const last = plan.at(-1) ?? [];
  const has = (kind: Delivery['kind']): boolean => all.some((delivery) => delivery.kind === kind);
  const traits: readonly (readonly [string, boolean])[] = [
    ['in-order', JSON.stringify(plan) === JSON.stringify(inOrder(count))],
    ['reordered', originals.some((index, at) => at > 0 && index < (originals[at - 1] ?? 0))],
    ['dropped', originals.length < count],
    ['duplicate', has('duplicate')],
    ['re-send', has('re-send')],
    ['burst', plan.some((wave) => new Set(wave.map(({ index }) => index)).size > 1)],
    [
      'concurrent-copy',
      plan.some((wave) => new Set(wave.map(({ index }) => index)).size < wave.length),
    ],
    ['late-copy', last.length > 0 && last.every(({ kind }) => kind !== 'original')],
  ];
  return traits.flatMap(([name, holds]) => (holds ? [name] : []));
}
