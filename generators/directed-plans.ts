import { indices, inOrder, type Delivery, type DeliveryPlan } from './delivery-plan.ts';

/** A small plan with a purpose. */
export interface NamedDeliveryPlan {
  readonly name: string;
  readonly plan: DeliveryPlan;
}

/**
 * The telling small plans over `count` callbacks, simplest first: each has one kind of fault, so that a failure names
 * its cause before random plans are tried.
 */
export function directedPlans(count: number): readonly NamedDeliveryPlan[] {
  const originals = inOrder(count);
  const copied = (kind: 'duplicate' | 're-send'): readonly Delivery[] =>
    indices(count).map((index) =>
      kind === 'duplicate' ? { index, kind } : { index, kind, resendOffsetSeconds: 10 },
    );
  const withCopy = (kind: 'duplicate' | 're-send', together: boolean): DeliveryPlan =>
    originals.flatMap((wave, index) => {
      const copy = copied(kind).slice(index, index + 1);
      return together ? [[...wave, ...copy]] : [wave, copy];
    });
  return [
    { name: 'reversed', plan: [...originals].reverse() },
    { name: 'last first', plan: [...originals.slice(-1), ...originals.slice(0, -1)] },
    { name: 'first last', plan: [...originals.slice(1), ...originals.slice(0, 1)] },
    { name: 'each twice', plan: withCopy('duplicate', false) },
    { name: 'each re-sent', plan: withCopy('re-send', false) },
    { name: 'all again later', plan: [...originals, ...copied('duplicate').map((copy) => [copy])] },
    { name: 'all re-sent later', plan: [...originals, ...copied('re-send').map((copy) => [copy])] },
    { name: 'each twice at the same time', plan: withCopy('duplicate', true) },
    { name: 'each re-sent at the same time', plan: withCopy('re-send', true) },
    { name: 'all at the same time', plan: [originals.flat()] },
    {
      name: 'all twice at the same time',
      plan: [[...originals.flat(), ...copied('duplicate')]],
    },
    {
      name: 'reversed, then in order again',
      plan: [...[...originals].reverse(), ...copied('duplicate').map((copy) => [copy])],
    },
  ];
}
