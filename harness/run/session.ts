import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { WritableBucket } from '../bucket.ts';
import { deliverArm } from '../deliver/deliver-arm.ts';
import { openConnection, type HttpConnection } from '../deliver/http-client.ts';
import { createPermits } from '../deliver/permits.ts';
import type { Arm } from '../experiment.ts';
import { subjectsOf, type Exchange, type Observed } from '../observation.ts';
import type { Observer } from '../observe/observer.ts';
import { createPlacedObjects } from './placed-objects.ts';
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
  /** Lays the arm's objects, then sends its waves; `afterWave` is waited for between them. */
  deliver(arm: Arm, afterWave?: (wave: number) => Promise<void>): Promise<readonly Exchange[]>;
  observe(arm: Arm): Promise<ReadonlyMap<string, Observed>>;
  /** Paths in a subject's state that vary by themselves; set by preflight. */
  restless: ReadonlySet<string>;
  /** Takes away the objects that `deliver` laid for the arm. */
  cleanUp(arm: Arm): Promise<void>;
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
  const { endpoint, timeoutMs } = options;
  const reuse = { kept: 0, closed: 0 };
  const open = (): HttpConnection => openConnection({ endpoint, timeoutMs, now, signal, reuse });
  const permits = createPermits(options.concurrency, options.ratePerSecond, now, sleep);
  const placed = createPlacedObjects(options.bucket);
  const isSilent = createSilenceWatch();
  let requests = 0;
  let lost: string | null = null;

  const giveUp = (reason: string): void => {
    lost ??= reason;
    gone.abort();
  };
  const onSent = (count: number): void => {
    // Nothing leaves us any more after the run was stopped.
    if (!signal.aborted) {
      requests += count;
      options.onRequests(requests);
    }
  };

  return {
    settling: createSettling(options.settleMs),
    hasObserver: options.observer !== null,
    restless: new Set(),
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
    async deliver(arm, afterWave) {
      await placed.lay(arm);
      const exchanges = await deliverArm(arm, open, permits, onSent, afterWave);
      if (isSilent(exchanges)) {
        giveUp(
          `the target stopped answering: ${String(silentRequestsMax)} requests in a row without an answer`,
        );
      }
      return exchanges;
    },
    cleanUp: (arm) => placed.clear(arm),
    observe: (arm) => observeArm(arm, options.observer, signal),
  };
}

/** Counts requests without an answer; true once too many of them came in a row. */
function createSilenceWatch(): (exchanges: readonly Exchange[]) => boolean {
  let silent = 0;
  return (exchanges) => {
    for (const { result } of exchanges) {
      if ('fault' in result && result.fault === 'aborted') {
        // We stopped it ourselves; the target has nothing to do with that.
        continue;
      }
      silent = 'answer' in result ? 0 : silent + 1;
    }
    return silent >= silentRequestsMax;
  };
}

/** Asks for each distinct address once: subjects may share one. */
async function observeArm(
  arm: Arm,
  observer: Observer | null,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Observed>> {
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
}
