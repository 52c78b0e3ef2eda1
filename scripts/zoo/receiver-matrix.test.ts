import { describe, it } from 'vitest';
import { defects, unusual, type StartableReceiver } from '#fixtures/receivers/gme/index.ts';
import { runSubject } from './run-subject.ts';

/**
 * The fast part of the zoo: the defects that everybody makes and the traits that everybody has. `npm run zoo` runs all.
 * Runs wait more than they work, so several go side by side.
 */
const options = { concurrent: true, timeout: 60_000 } as const;

/** A counterexample that takes more callbacks than these is no longer read. */
const callbacksMax = 4;

function subjectNamed(list: readonly StartableReceiver[], name: string): StartableReceiver {
  const found = list.find((subject) => subject.name === name);
  if (found === undefined) {
    throw new Error(`there is no receiver ${name}`);
  }
  return found;
}

describe('the commonest defects are caught in at most four callbacks', options, () => {
  it.for([
    ['no-signature-check', 'gme/signature/refuses-wrong-key'],
    ['mac-over-json-stringify', 'gme/signature/accepts-every-spelling'],
    ['task-id-as-double', 'gme/state/task-id-exact'],
    ['last-write-wins', 'gme/state/order-changes-nothing'],
    ['deduplicated-by-body', 'gme/state/resends-change-nothing'],
    ['deduplicated-by-task-and-event', 'gme/state/segments-stay-apart'],
    ['row-per-duplicate', 'gme/state/duplicates-change-nothing'],
    ['events-before-started-ignored', 'gme/state/lost-events-harm-nothing-else'],
    ['keyed-by-room', 'gme/state/tasks-stay-apart'],
    ['keyed-by-folder-split', 'gme/state/colliding-folders-stay-apart'],
    ['check-then-insert-race', 'gme/state/concurrent-duplicates-change-nothing'],
    ['duplicates-refused-409', 'gme/delivery/accepts-duplicates'],
    ['stores-what-it-refused', 'gme/signature/refused-leaves-no-trace'],
    ['serial-zero-ignored', 'gme/state/segment-zero-counts'],
    ['stores-nothing', 'gme/state/records-each-file'],
    ['stops-listening-after-malformed-body', 'gme/delivery/keeps-serving-after-malformed-input'],
  ] as const)('%s by %s', async ([name, id], { expect }) => {
    const { exitCode, lit, summary } = await runSubject(subjectNamed(defects, name), {
      seed: 1,
      only: id,
    });
    const caught = lit.find((one) => one.id === id);
    expect(caught, `${summary} ${JSON.stringify(lit)}`).toBeDefined();
    expect(caught?.callbacks).toBeGreaterThan(0);
    expect(caught?.callbacks).toBeLessThanOrEqual(callbacksMax);
    expect(exitCode).toBe(1);
  });
});

describe('what is unusual but conforms gets no failure', options, () => {
  it.for([
    'answers-204',
    'refuses-with-400',
    'refuses-with-403',
    'works-in-background',
    'volatile-row-numbers',
    'last-seen-at',
    'random-row-order',
    'deep-object',
  ])('%s', async (name, { expect }) => {
    const { exitCode, lit, untestable, summary } = await runSubject(subjectNamed(unusual, name), {
      seed: 2,
    });
    expect(lit).toEqual([]);
    expect(untestable).toEqual([]);
    expect(exitCode, summary).toBe(0);
  });
});
