import fc from 'fast-check';

/** One request of a plan: which predicted callback goes out, and as what. */
export interface Delivery {
  /** Place of the callback in the true order, from 0. */
  readonly index: number;
  /** A `duplicate` repeats the original's bytes; a `re-send` has a later `Timestamp`, and so another signature. */
  readonly kind: 'original' | 'duplicate' | 're-send';
  /** Re-sends only: seconds added to the original's `Timestamp`. */
  readonly resendOffsetSeconds?: number;
}

/** Deliveries that go out at the same time. */
export type DeliveryWave = readonly Delivery[];

/** How callbacks are really sent: waves that follow one another. */
export type DeliveryPlan = readonly DeliveryWave[];

/** Which faults a plan may have; all by default. */
export interface DeliveryPlanOptions {
  /** Callbacks that never arrive; at least one always does. Default true. */
  readonly drops?: boolean;
  /** Another order than the true one. Default true. */
  readonly reorders?: boolean;
  /** Byte-identical copies. Default true. */
  readonly duplicates?: boolean;
  /** Copies with a new `Timestamp`. Default true. */
  readonly resends?: boolean;
  /** Several requests at the same time. Default true. */
  readonly concurrency?: boolean;
}

/** A repetition: beside its original, right behind it, or behind everything else. */
interface Copy {
  readonly kind: 'duplicate' | 're-send';
  readonly when: 'next' | 'late' | 'with';
  readonly offsetSeconds: number;
}

/** What befalls one callback. Every part shrinks to nothing happening. */
interface Fate {
  /** Places by which it comes later (or earlier). */
  readonly shift: number;
  readonly dropped: boolean;
  /** Goes out together with what comes before it. */
  readonly joined: boolean;
  readonly copies: readonly Copy[];
}

/**
 * Plans over `count` callbacks: shuffled, repeated at once, late and concurrently, re-sent, dropped, in bursts.
 * Shrinks towards each callback once, alone and in order.
 */
export function deliveryPlans(
  count: number,
  options: DeliveryPlanOptions = {},
): fc.Arbitrary<DeliveryPlan> {
  return fc
    .array(fates(count, options), { minLength: count, maxLength: count })
    .map((all) => plan(all));
}

function fates(count: number, options: DeliveryPlanOptions): fc.Arbitrary<Fate> {
  const { drops = true, reorders = true, concurrency = true } = options;
  return fc.record({
    shift: reorders ? sometimes(2, fc.integer({ min: -count, max: count }), 0) : fc.constant(0),
    dropped: drops ? sometimes(7, fc.constant(true), false) : fc.constant(false),
    joined: concurrency ? sometimes(3, fc.constant(true), false) : fc.constant(false),
    copies: copies(options),
  });
}

function copies(options: DeliveryPlanOptions): fc.Arbitrary<readonly Copy[]> {
  const { duplicates = true, resends = true, concurrency = true } = options;
  const kinds = [
    ...(duplicates ? ['duplicate' as const] : []),
    ...(resends ? ['re-send' as const] : []),
  ];
  if (kinds.length === 0) {
    return fc.constant([]);
  }
  const copy = fc.record({
    kind: fc.constantFrom(...kinds),
    when: fc.constantFrom<Copy['when']>('next', 'late', ...(concurrency ? ['with' as const] : [])),
    offsetSeconds: fc.constantFrom(1, 10, 60, 3600),
  });
  return sometimes(2, fc.array(copy, { minLength: 1, maxLength: 2 }), []);
}

/** `rare` in one of `otherwise` + 1 cases; shrinks to `usual`. */
function sometimes<T>(otherwise: number, rare: fc.Arbitrary<T>, usual: T): fc.Arbitrary<T> {
  return fc.oneof(
    { withCrossShrink: true },
    { weight: otherwise, arbitrary: fc.constant(usual) },
    { weight: 1, arbitrary: rare },
  );
}

function plan(all: readonly Fate[]): DeliveryPlan {
  const placed = all.map((fate, index) => ({ ...fate, index, place: index + fate.shift }));
  const arriving = placed.filter(({ dropped }) => !dropped);
  const kept = arriving.length > 0 ? arriving : placed.slice(0, 1);
  const waves: Delivery[][] = [];
  const late: Delivery[][] = [];
  for (const { index, joined, copies } of kept.sort((a, b) => a.place - b.place)) {
    const last = waves.at(-1);
    const wave = joined && last !== undefined ? last : [];
    if (wave !== last) {
      waves.push(wave);
    }
    wave.push({ index, kind: 'original' });
    for (const copy of copies) {
      const delivery = repeat(index, copy);
      if (copy.when === 'with') {
        wave.push(delivery);
      } else {
        (copy.when === 'next' ? waves : late).push([delivery]);
      }
    }
  }
  return [...waves, ...late];
}

function repeat(index: number, { kind, offsetSeconds }: Copy): Delivery {
  return kind === 'duplicate'
    ? { index, kind }
    : { index, kind, resendOffsetSeconds: offsetSeconds };
}

/** Every callback once, alone, in the true order. */
export function inOrder(count: number): DeliveryPlan {
  return indices(count).map((index) => [{ index, kind: 'original' }]);
}

/** 0 to `count` - 1. */
export function indices(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index);
}
