import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { WritableBucket } from '../bucket.ts';
import { deliverArm } from '../deliver/deliver-arm.ts';
import { openConnection } from '../deliver/http-client.ts';
import { createPermits } from '../deliver/permits.ts';
import { SoundcheckError } from '../errors.ts';
import type { Arm } from '../experiment.ts';
import { subjectsOf, type Exchange, type Observed } from '../observation.ts';
import type { Observer } from '../observe/observer.ts';
import { emptyMask, type Mask } from '../state/volatility.ts';
import { createSettling, type Settling } from './settling.ts';

export interface SessionOptions {
  readonly endpoint: URL;
  readonly observer: Observer | null;
  readonly bucket: WritableBucket | null;
  readonly timeoutMs: number;
  readonly concurrency: number;
  readonly ratePerSecond: number;
  readonly settleMs: number;
  readonly signal: AbortSignal;
  readonly onRequests: (sent: number) => void;
}

/** The live target: everything that is sent to it and asked of it goes through here. */
export interface TargetSession {
  readonly settling: Settling;
  readonly hasObserver: boolean;
  /** Lays the arm's objects, then sends its waves. */
  deliver(arm: Arm): Promise<readonly Exchange[]>;
  observe(arm: Arm): Promise<ReadonlyMap<string, Observed>>;
  /** Takes away the objects that `deliver` laid for the arm. */
  cleanUp(arm: Arm): Promise<void>;
  /** What differs in the state of a subject from one look to the next; learnt in preflight. */
  volatile(): Mask;
  learnVolatile(mask: Mask): void;
  /** Monotonic, milliseconds since the session was opened. */
  now(): number;
  /** Callbacks sent so far. */
  readonly requests: number;
  /** Why nothing more is sent: the target stopped answering or the run was stopped. */
  readonly lost: string | null;
  /** Says that the target no longer answers. */
  giveUp(reason: string): void;
  /** Lets at most this many requests be under way. */
  limitConcurrency(total: number): void;
  readonly signal: AbortSignal;
}

/** So many requests in a row without any answer, and the target counts as gone. */
const silentRequestsMax = 24;

/** Opens a session; nothing is sent before the first `deliver`. */
export function openSession(options: SessionOptions): TargetSession {
  const startedMs = performance.now();
  const now = (): number => Math.round((performance.now() - startedMs) * 10) / 10;
  const gone = new AbortController();
  const signal = AbortSignal.any([options.signal, gone.signal]);
  // Every request listens to the one signal; their number is bounded by the permits.
  setMaxListeners(0, signal);
  const permits = createPermits(options.concurrency, options.ratePerSecond, now, sleep);
  const settling = createSettling(options.settleMs);
  let requests = 0;
  let silent = 0;
  let lost: string | null = null;
  let mask = emptyMask;

  const giveUp = (reason: string): void => {
    lost ??= reason;
    gone.abort();
  };
  const watch = (exchanges: readonly Exchange[]): void => {
    for (const { result } of exchanges) {
      silent = 'answer' in result ? 0 : silent + 1;
    }
    if (silent >= silentRequestsMax && lost === null) {
      giveUp(`the target stopped answering: ${String(silent)} requests in a row without an answer`);
    }
  };

  return {
    settling,
    volatile: () => mask,
    learnVolatile: (learnt) => {
      mask = learnt;
    },
    hasObserver: options.observer !== null,
    now,
    signal,
    giveUp,
    get requests() {
      return requests;
    },
    get lost() {
      return lost ?? (options.signal.aborted ? 'the run was stopped' : null);
    },
    limitConcurrency: (total) => {
      permits.resize(Math.min(options.concurrency, total));
    },
    async deliver(arm) {
      for (const object of arm.objects ?? []) {
        if (options.bucket === null) {
          throw new SoundcheckError(
            'HARNESS',
            `experiment arm ${arm.name} lays objects, but there is no writable bucket`,
            'This is a fault of Soundcheck; please report it.',
          );
        }
        await options.bucket.put(object.key, object.bytes());
      }
      const exchanges = await deliverArm(
        arm,
        () =>
          openConnection({ endpoint: options.endpoint, timeoutMs: options.timeoutMs, now, signal }),
        permits,
        (count) => {
          requests += count;
          options.onRequests(requests);
        },
      );
      watch(exchanges);
      return exchanges;
    },
    async cleanUp(arm) {
      for (const { key } of arm.objects ?? []) {
        await options.bucket?.remove(key);
      }
    },
    async observe(arm) {
      const { observer } = options;
      if (observer === null) {
        return new Map();
      }
      const answers = new Map<string, Promise<Observed>>();
      const states = subjectsOf(arm).map(async (subject) => {
        const address = observer.address(subject);
        const answer = answers.get(address) ?? observer.observe(subject, signal);
        answers.set(address, answer);
        return [subject.key, await answer] as const;
      });
      return new Map(await Promise.all(states));
    },
  };
}
