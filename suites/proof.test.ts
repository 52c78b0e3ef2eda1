import { describe, expect, test, vi } from 'vitest';
import { zooOf, type ReceiverSubject, type StartableReceiver } from '#fixtures/receivers/index.ts';
import type { Finding } from '#harness/check.ts';
import type { MemoryReceiver } from './memory-shell.test-kit.ts';
import { judge, secretKey, suites } from './stand.test-kit.ts';

vi.mock('#fixtures/receivers/shell/receiver.ts', async () => {
  const { startInMemory } = await import('./memory-shell.test-kit.ts');
  return { startShell: startInMemory };
});

async function start(subject: Pick<StartableReceiver, 'start'>): Promise<MemoryReceiver> {
  // The shell is replaced above, so every receiver is one of these.
  return (await subject.start({ secretKey, onError: () => undefined })) as MemoryReceiver;
}

/** What takes sockets, segments, seconds or a disk to show; the zoo proves these. */
const notInMemory = new Set<string>([
  'gme/delivery/accepts-resends',
  'gme/delivery/accepts-split-bodies',
  'gme/delivery/answers-in-time',
  'gme/signature/refuses-inserted-bytes',
  'gme/state/bursts-are-recorded',
  'sparkrtc/delivery/accepts-split-bodies',
  'sparkrtc/delivery/answers-in-time',
  'sparkrtc/signature/refuses-inserted-bytes',
  'sparkrtc/state/bursts-are-recorded',
  'trtc/delivery/accepts-split-bodies',
  'trtc/delivery/answers-in-time',
  'trtc/signature/refuses-inserted-bytes',
  'trtc/state/bursts-are-recorded',
]);

/**
 * Each check alone, without engine, socket or disk, against the receivers that name it: fast enough to be run for every
 * mutant of the suites. `npm run zoo` does the same with whole certifications.
 */
describe.each(suites.map((suite) => [suite.service, suite] as const))(
  '%s',
  { timeout: 60_000 },
  (service, suite) => {
    const zoo = zooOf(service);
    const checks = suite.activeChecks.filter(({ profile }) => profile !== 'recovery');
    const over = { mapping: zoo.reference.mapping, appId: zoo.reference.appId };

    test.each(checks.map((check) => [check.id, check] as const))(
      '%s is silent on the reference',
      async (_, check) => {
        expect(await judge(await start(zoo.reference), check, over)).toEqual([]);
      },
    );

    test.each(checks.map((check) => [check.id, check] as const))(
      '%s names a receiver that has its defect',
      async (id, check) => {
        const named = zoo.defects.filter(({ caughtBy }) => caughtBy.includes(id));
        const receivers = await Promise.all(named.filter(isPrompt).map(start));
        const modelled = receivers.filter(({ unmodelled }) => unmodelled.length === 0);
        let findings: readonly Finding[] = [];
        for (const receiver of modelled) {
          findings = findings.length > 0 ? findings : await judge(receiver, check, over);
        }

        expect(findings.length > 0).toBe(!notInMemory.has(id));
        for (const { at, code, expected, actual } of findings) {
          expect(code).toMatch(/^[a-z]+(?:-[a-z\d]+)*$/u);
          expect([at, expected, actual]).not.toContain('');
        }
      },
    );
  },
);

/** Slow receivers are too slow here, and of invisible ones there is nothing to say. */
function isPrompt({ isSlow, invisibleBecause }: ReceiverSubject): boolean {
  return isSlow !== true && invisibleBecause === undefined;
}
