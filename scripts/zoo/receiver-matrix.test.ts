import { describe, it } from 'vitest';
import { receiverZoos } from '#fixtures/receivers/index.ts';
import { runSubject } from './run-subject.ts';
import { subjectNamed } from './stability.ts';

/**
 * The fast part of the zoo: the defects that everybody makes and the traits that everybody has. `npm run zoo` runs all.
 * Runs wait more than they work, so several go side by side.
 */
const options = { concurrent: true, timeout: 180_000 } as const;

/**
 * A counterexample that takes more callbacks than these is no longer read: a GME file is told by three, files of the
 * other services in both formats by five.
 */
const callbacksMaxOf = (service: string): number => (service === 'gme' ? 4 : 5);

describe.each(receiverZoos.map((zoo) => [zoo.service, zoo] as const))('%s', (_, zoo) => {
  const { commonDefects, commonTraits } = zoo.chosen;

  describe('the commonest defects are caught in few callbacks', options, () => {
    it.for(commonDefects)('%s by %s', async ([name, id], { expect }) => {
      const subject = subjectNamed(zoo.defects, name);
      const { exitCode, lit, summary } = await runSubject(zoo, subject, { seed: 1, only: id });
      const caught = lit.find((one) => one.id === id);
      expect(caught, `${summary} ${JSON.stringify(lit)}`).toBeDefined();
      expect(caught?.callbacks).toBeGreaterThan(0);
      expect(caught?.callbacks).toBeLessThanOrEqual(callbacksMaxOf(zoo.service));
      // Advice is reported and fails no run.
      expect(exitCode).toBe(caught?.level === 'MUST' ? 1 : 0);
    });
  });

  describe('what is unusual but conforms gets no failure', options, () => {
    it.for(commonTraits)('%s', async (name, { expect }) => {
      const subject = subjectNamed(zoo.unusual, name);
      const { exitCode, lit, untestable, summary } = await runSubject(zoo, subject, { seed: 2 });
      expect(lit).toEqual([]);
      expect(untestable).toEqual([]);
      expect(exitCode, summary).toBe(0);
    });
  });
});
