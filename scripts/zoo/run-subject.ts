import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReceiverZoo, StartableReceiver } from '#fixtures/receivers/index.ts';
import type { CheckId, Level } from '#harness/check.ts';
import { SoundcheckError } from '#harness/errors.ts';
import type { CheckResult } from '#harness/result.ts';
import type { Verdict } from '#harness/verdict.ts';
import { certify } from '../../cli/certify.ts';

/** A check that a receiver broke. */
export interface Lit {
  /** `preflight` where no plain callback was accepted, so that no check was run. */
  readonly id: CheckId | 'preflight';
  readonly level: Level;
  /** Callbacks of the counterexample. */
  readonly callbacks: number;
  /** Requests that the check sent before it was judged: what finding the defect cost. */
  readonly requests: number;
  readonly isFlaky: boolean;
  readonly replay: string | null;
}

/** What one run against one receiver came to. */
export interface Outcome {
  readonly name: string;
  readonly seed: number;
  /** 2 where the run ended by an error that is no SoundcheckError. */
  readonly exitCode: number;
  /** The run's sentence, or the error's. */
  readonly summary: string;
  readonly lit: readonly Lit[];
  /** Checks that could not be tested, each with the reason. */
  readonly untestable: readonly string[];
  /** Requests of the whole run. */
  readonly requests: number;
  /** Verdicts by check; empty where the run ended before its first one. */
  readonly verdicts: ReadonlyMap<string, Verdict>;
}

/** How a receiver is run. */
export interface SubjectRun {
  readonly seed: number;
  /** Beyond endpoint and state: a mapping of the state, or the claim to recover from a bucket. */
  readonly given?: 'mapping' | 'recovery';
  readonly only?: string;
}

const secretKey = 'zoo-secret-key-0123456789';
const maxTimeSeconds = 1200;

/** Starts a receiver, certifies it in this process and closes it. Never throws for what the receiver does. */
export async function runSubject(
  { service, reference }: Pick<ReceiverZoo, 'service' | 'reference'>,
  subject: StartableReceiver,
  { seed, given, only }: SubjectRun,
): Promise<Outcome> {
  const bucket = await mkdtemp(join(tmpdir(), 'soundcheck-zoo-'));
  const receiver = await subject.start({
    secretKey,
    // A subject's own faults are its business; they would only clutter the console.
    onError: () => undefined,
    ...(given === 'recovery' ? { bucketDir: bucket, reconcileEveryMs: 100 } : {}),
  });
  try {
    const result = await certify({
      service,
      appId: reference.appId,
      endpoint: receiver.endpoint,
      observe: receiver.observe,
      secretKey,
      seed,
      maxTime: maxTimeSeconds,
      profile: given === 'recovery' ? ['wire', 'state', 'recovery'] : ['wire', 'state'],
      ...(given === 'recovery' ? { bucket, recovers: true } : {}),
      ...(given === 'mapping' && reference.mapping !== null
        ? { recordings: reference.mapping }
        : {}),
      ...(only === undefined ? {} : { only }),
    });
    return {
      name: subject.name,
      seed,
      exitCode: result.exitCode,
      summary: result.summary,
      lit: result.checks.filter(({ verdict }) => verdict === 'not-met').map(toLit),
      untestable: result.checks
        .filter(({ verdict }) => verdict === 'untestable' || verdict === 'harness-error')
        .map(({ id, fault }) => `${id}: ${fault ?? ''}`),
      requests: result.requests,
      verdicts: new Map(result.checks.map(({ id, verdict }) => [id, verdict])),
    };
  } catch (error) {
    const isOurs = error instanceof SoundcheckError;
    const isPreflight = isOurs && error.kind === 'PREFLIGHT';
    return {
      name: subject.name,
      seed,
      exitCode: isOurs ? error.exitCode : 2,
      summary: error instanceof Error ? error.message : String(error),
      lit: isPreflight ? [caughtInPreflight] : [],
      untestable: [],
      requests: 0,
      verdicts: new Map(),
    };
  } finally {
    await receiver.close();
    await rm(bucket, { recursive: true, force: true });
  }
}

const caughtInPreflight: Lit = {
  id: 'preflight',
  level: 'MUST',
  callbacks: 1,
  requests: 1,
  isFlaky: false,
  replay: null,
};

function toLit(check: CheckResult): Lit {
  return {
    id: check.id,
    level: check.level,
    callbacks: check.counterexample?.callbacks ?? 0,
    requests: check.requests,
    isFlaky: check.stability?.kind === 'flaky',
    replay: check.replay,
  };
}
