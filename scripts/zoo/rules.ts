import type { Lit, Outcome } from './run-subject.ts';

/** A defective receiver and what its runs came to, one for each seed. */
export interface JudgedDefect {
  readonly name: string;
  readonly defect: string;
  readonly caughtBy: readonly string[];
  readonly invisibleBecause?: string;
  readonly outcomes: readonly Outcome[];
}

/** The check that names a defect, and what it took: the worst of all seeds. */
export interface Catch {
  readonly id: string;
  readonly isAdvice: boolean;
  readonly callbacks: number;
  readonly requests: number;
}

/**
 * Which check names the defect: of those expected the first that every run lit, or else what the first run lit.
 * Null where a run lit none of them.
 */
export function catchOf({ caughtBy, outcomes }: JudgedDefect): Catch | null {
  for (const id of caughtBy) {
    const lit = outcomes.map((outcome) => outcome.lit.find((one) => one.id === id));
    const found = lit.filter((one): one is Lit => one !== undefined);
    const [first] = found;
    if (first !== undefined && found.length === outcomes.length) {
      return {
        id,
        isAdvice: first.level === 'SHOULD',
        callbacks: Math.max(...found.map(({ callbacks }) => callbacks)),
        requests: Math.max(...found.map(({ requests }) => requests)),
      };
    }
  }
  // What is lost by chance is lost elsewhere in every run: then the first run tells.
  const [first] = outcomes;
  const isAlwaysCaught = outcomes.every(({ lit }) => lit.some(({ id }) => caughtBy.includes(id)));
  const some = first?.lit.find(({ id }) => caughtBy.includes(id));
  return isAlwaysCaught && some !== undefined
    ? {
        id: some.id,
        isAdvice: some.level === 'SHOULD',
        callbacks: some.callbacks,
        requests: some.requests,
      }
    : null;
}

/**
 * What is wrong with the runs of a defective receiver: not caught by a check that names the defect, a MUST that did not
 * fail the run, or so many checks lit that nobody could tell what is wrong.
 * @param litMax checks that one defect may light.
 */
export function defectFaults(judged: JudgedDefect, litMax: number): readonly string[] {
  const { name, caughtBy, invisibleBecause, outcomes } = judged;
  if (invisibleBecause !== undefined) {
    return outcomes
      .filter(({ lit }) => lit.length > 0)
      .map(({ seed }) => `${name}: is said to be invisible, but seed ${seed} sees it`);
  }
  const found = catchOf(judged);
  return [
    ...outcomes
      .filter(({ lit }) => !lit.some(({ id }) => caughtBy.includes(id)))
      .map(
        ({ seed, exitCode, summary, lit }) =>
          `${name}: seed ${seed} is not caught by ${caughtBy.join(' or ')}, but exits ${exitCode} (${summary}), lit: ${lit.map(({ id }) => id).join(' ')}`,
      ),
    ...outcomes
      .filter(({ exitCode }) => found !== null && !found.isAdvice && exitCode === 0)
      .map(({ seed }) => `${name}: seed ${seed} is met though a MUST is broken`),
    ...outcomes
      .filter(({ lit }) => lit.length > litMax)
      .map(
        ({ seed, lit }) => `${name}: seed ${seed} lights ${lit.length} checks, more than ${litMax}`,
      ),
  ];
}

/** A conforming receiver must be met, with nothing lit and nothing left open. */
export function unusualFaults(outcome: Outcome): readonly string[] {
  const { name, seed, exitCode, summary, lit, untestable } = outcome;
  return [
    ...lit.map(({ id, replay }) => `${name}: seed ${seed} false alarm ${id}: ${replay ?? ''}`),
    ...untestable.map((one) => `${name}: seed ${seed} leaves untestable ${one}`),
    ...(exitCode === 0 ? [] : [`${name}: seed ${seed} exits ${exitCode}: ${summary}`]),
  ];
}

/** A hostile target and what its runs came to. */
export interface JudgedHostile {
  readonly name: string;
  readonly behaviour: string;
  readonly mayBeMetBecause?: string;
  readonly outcomes: readonly Outcome[];
}

/** A hostile target is never met (but where its receiver conforms), and never a fault of ours. */
export function hostileFaults({ mayBeMetBecause, outcomes }: JudgedHostile): readonly string[] {
  return outcomes
    .filter(({ exitCode }) => exitCode === 2 || (exitCode === 0 && mayBeMetBecause === undefined))
    .map(
      ({ name, seed, exitCode, summary }) => `${name}: seed ${seed} exits ${exitCode}: ${summary}`,
    );
}

/**
 * Checks that no subject trips: nothing shows that they can fail. One whose subject trips what it needs, so that it
 * says nothing there, is proved alone (suites/proof.test.ts).
 */
export function unprovedChecks(
  catalogue: readonly string[],
  judged: readonly Pick<JudgedDefect, 'caughtBy' | 'outcomes'>[],
): readonly string[] {
  const proved = new Set<string>(
    judged.flatMap(({ caughtBy, outcomes }) => [
      ...outcomes.flatMap(({ lit }) => lit.map(({ id }) => id)),
      ...caughtBy.filter((id) =>
        outcomes.some(({ untestable }) =>
          untestable.some((text) => text.startsWith(`${id}: says nothing while`)),
        ),
      ),
    ]),
  );
  return catalogue.filter((id) => !proved.has(id));
}
