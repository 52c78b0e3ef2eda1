import type { Finding, Observations } from '#harness/check.ts';
import type { ArmRecord } from '#harness/observation.ts';
import { countedState } from '#harness/state/arm-state.ts';
import { compareStates, occursIn } from '#harness/state/compare.ts';

type Seen = Pick<Observations, 'arms'>;

/** How the second delivery of an arm is called: from the two is learnt what varies by itself. */
export const againSuffix = ' again';

/** Arms of an experiment that asks whether two pieces of news are kept beside each other. */
export const besideArms = {
  both: 'in-order',
  one: 'only the one',
  other: 'only the other',
  neither: 'neither',
} as const;

/** Arms of an experiment that asks for a difference only where a like one is known to show. */
export const impliedArms = {
  known: 'known to show',
  knownWithout: 'known to show, without',
  asked: 'asked for',
  askedWithout: 'asked for, without',
} as const;

/**
 * What a receiver keeps of either of two pieces of news alone it must keep of both together. What it keeps is its own
 * affair: news that leave no mark alone, or the same mark, are not asked for again, unless that mark is a name.
 */
export function expectKeptBeside(seen: Seen): readonly Finding[] {
  const { one, other } = besideArms;
  return keptBeside(seen, [
    { kept: one, beside: other },
    { kept: other, beside: one },
  ]);
}

/** The same of the one news alone: it must be kept beside the other, which need not show any more. */
export function expectOneKeptBeside(seen: Seen): readonly Finding[] {
  return keptBeside(seen, [{ kept: besideArms.one, beside: besideArms.other }]);
}

interface Kept {
  readonly kept: string;
  readonly beside: string;
}

function keptBeside(seen: Seen, asked: readonly Kept[]): readonly Finding[] {
  const { both, one, other, neither } = besideArms;
  const unstable = Object.values(besideArms).flatMap((name) => instabilityOf(seen, name));
  const relation = relationOf(seen, one, other);
  if (unstable.length > 0 || relation !== 'different') {
    return relation === 'equal'
      ? [...unstable, ...namesMistaken(seen, one, other), ...namesMistaken(seen, other, one)]
      : unstable;
  }
  return asked.flatMap(({ kept, beside }) =>
    relationOf(seen, kept, neither) === 'different' && relationOf(seen, both, beside) === 'equal'
      ? [
          {
            at: both,
            code: 'displaced',
            expected: `a state that tells both from ${beside}, as ${kept} leaves a mark`,
            actual: 'the same state: what is kept alone is lost beside the other',
          },
        ]
      : namesLost(seen, kept),
  );
}

/** Names that the state shows when their news comes alone must be there when more comes. */
function namesLost({ arms }: Seen, alone: string): readonly Finding[] {
  const [few, all] = [arms.get(alone), arms.get(besideArms.both)];
  if (few === undefined || all === undefined) {
    return [];
  }
  const [shown, kept] = [countedState(few).state, countedState(all).state];
  return [...new Set(few.arm.names.map(({ symbol }) => symbol))]
    .filter((symbol) => occursIn(shown, symbol) && !occursIn(kept, symbol))
    .map((symbol) => ({
      at: besideArms.both,
      code: 'name-absent',
      expected: `${symbol} in the state, as with ${alone}`,
      actual: `no ${symbol}`,
    }));
}

/** Names that stand in the state though only the other thing was told of, whose own name does not. */
function namesMistaken({ arms }: Seen, one: string, other: string): readonly Finding[] {
  const [ones, others] = [arms.get(one), arms.get(other)];
  const [told, toldInstead] = [ones, others].map(soleThingTold);
  if (!ones || !others || told === undefined || toldInstead === undefined) {
    return [];
  }
  const [shown, shownInstead] = [countedState(ones).state, countedState(others).state];
  const symbols = new Set(others.arm.names.map(({ symbol }) => symbol));
  return [...symbols].flatMap((symbol) => {
    const own = `${toldInstead}${symbol.slice(told.length)}`;
    const isMistaken =
      (symbol === told || symbol.startsWith(`${told}-`)) &&
      symbols.has(own) &&
      [shown, shownInstead].every((state) => occursIn(state, symbol)) &&
      !occursIn(shownInstead, own);
    return isMistaken
      ? [
          {
            at: other,
            code: 'name-mistaken',
            expected: `${own} in the state, as ${symbol} is with ${one}`,
            actual: `${symbol}, of which nothing was told`,
          },
        ]
      : [];
  });
}

/** The symbol of what all callbacks of a delivery are about; undefined where they are about several things. */
function soleThingTold(record: ArmRecord | undefined): string | undefined {
  const things = new Set(record?.exchanges.map(({ send }) => send.mark?.file));
  const [thing] = things;
  return things.size === 1 ? thing : undefined;
}

/** Where leaving something out shows in one circumstance, it must show in the other. `words`: what the finding says. */
export function expectImplied(
  seen: Seen,
  code: string,
  words: Pick<Finding, 'expected' | 'actual'> = {
    expected: `a mark in the state, as there is in the delivery ${impliedArms.known}`,
    actual: 'the same state as without it',
  },
): readonly Finding[] {
  const { known, knownWithout, asked, askedWithout } = impliedArms;
  const unstable = Object.values(impliedArms).flatMap((name) => instabilityOf(seen, name));
  if (unstable.length > 0) {
    return unstable;
  }
  return relationOf(seen, known, knownWithout) === 'different' &&
    relationOf(seen, asked, askedWithout) === 'equal'
    ? [
        {
          at: asked,
          code,
          ...words,
        },
      ]
    : [];
}

function pairOf({ arms }: Seen, name: string): readonly ArmRecord[] {
  return [arms.get(name), arms.get(`${name}${againSuffix}`)].filter(
    (record) => record !== undefined,
  );
}

/** How the states of two arms relate; `unclear` where what varies by itself in one of them hides it. */
function relationOf(seen: Seen, left: string, right: string): 'equal' | 'different' | 'unclear' {
  const [lefts, rights] = [pairOf(seen, left), pairOf(seen, right)].map((records) =>
    records.map(countedState),
  );
  const [first] = lefts ?? [];
  const [second] = rights ?? [];
  if (lefts === undefined || rights === undefined || first === undefined || second === undefined) {
    return 'unclear';
  }
  const kinds = new Set([compareStates(lefts, second).kind, compareStates(rights, first).kind]);
  const [kind] = kinds;
  return kinds.size === 1 && kind !== undefined && kind !== 'unstable' ? kind : 'unclear';
}

/** Two deliveries of the same that do not agree. */
function instabilityOf(seen: Seen, name: string): readonly Finding[] {
  const records = pairOf(seen, name).map(countedState);
  const [first] = records;
  if (first === undefined) {
    return [];
  }
  const comparison = compareStates(records, first);
  return comparison.kind === 'unstable'
    ? comparison.differences.map(({ path, expected, actual }) => ({
        at: `${name} ${path}`,
        code: 'in-order-differs',
        expected: `the same after every in-order delivery: ${expected}`,
        actual,
      }))
    : [];
}
