import { SoundcheckError } from '../errors.ts';
import type { Arm, Send } from '../experiment.ts';
import { describeResult, isAccepted, type Exchange } from '../observation.ts';
import type { PreflightProbe, Suite, SuiteContext } from '../suite.ts';
import { calibrate } from './calibrate.ts';
import { refusedHint, unreachedHint } from './preflight-hints.ts';
import type { TargetSession } from './session.ts';

/** What preflight learnt. */
export interface PreflightFacts {
  /** Time from request to answer of a single callback, milliseconds. */
  readonly answerMs: number;
  /** Valid spellings that the endpoint refused, for people. */
  readonly refused: readonly string[];
  /** Milliseconds until the first delivered recording showed in the state; null: no observation or no change. */
  readonly stateMs: number | null;
}

/** A slow serial target must not be given a queue longer than this. */
const queueMsMax = 1000;

/**
 * Finds out before the first check whether the endpoint is there, takes rightly signed callbacks and shows its state.
 * @throws SoundcheckError PREFLIGHT or OBSERVATION: a wrong address, key or reading is never a non-conformance.
 */
export async function preflight(
  session: TargetSession,
  suite: Suite,
  context: SuiteContext,
): Promise<PreflightFacts> {
  const answers = await probeAll(session, suite.preflight(context), context);
  const accepted = answers.filter(({ exchange }) => isAccepted(exchange));
  const times = accepted.map(({ exchange }) => tookMs(exchange));
  const answerMs = Math.max(1, ...times);
  if (answerMs > slowAnswerMs) {
    const burstMs = await timeBurst(
      session,
      accepted.map(({ probe }) => probe.send),
    );
    // The quickest answer is what one callback takes; a slower one may have waited for something else.
    const isSerial = burstMs > (Math.min(...times) * burstSize) / 2;
    session.limitConcurrency(
      isSerial ? Math.max(1, Math.floor(queueMsMax / answerMs)) : Number.MAX_SAFE_INTEGER,
    );
  }
  return {
    answerMs,
    refused: answers
      .filter(({ exchange }) => !isAccepted(exchange))
      .map(({ probe, exchange }) => `${probe.title} (${describeResult(exchange)})`),
    stateMs: session.hasObserver ? await calibrate(session, suite, context) : null,
  };
}

/** A target that answers faster than this has no queue worth minding. */
const slowAnswerMs = 40;
const burstSize = 4;

/**
 * Time for four callbacks at once: a serial target takes as long as for one after the other.
 * @param accepted callbacks that the target takes, at least one; what it refuses at once would not queue.
 */
async function timeBurst(session: TargetSession, accepted: readonly Send[]): Promise<number> {
  const sends = Array.from({ length: burstSize }, () => accepted)
    .flat()
    .slice(0, burstSize);
  const startedMs = session.now();
  await session.deliver({ name: 'burst', waves: [sends], names: [], subjects: [] });
  return session.now() - startedMs;
}

interface Answered {
  readonly probe: PreflightProbe;
  readonly exchange: Exchange;
}

async function probeAll(
  session: TargetSession,
  probes: readonly PreflightProbe[],
  context: SuiteContext,
): Promise<readonly Answered[]> {
  const isOwn = (probe: PreflightProbe): boolean =>
    probe.dialects.length === context.dialects.length &&
    probe.dialects.every((dialect) => context.dialects.includes(dialect));
  const answered: Answered[] = [];
  for (const probe of probes.filter(isOwn)) {
    const exchange = await sendProbe(session, probe);
    answered.push({ probe, exchange });
    if (answered.length >= unreachedMax) {
      requireReachable(answered);
    }
  }
  if (answered.some(({ exchange }) => isAccepted(exchange))) {
    return answered;
  }
  for (const probe of probes.filter((candidate) => !isOwn(candidate))) {
    const exchange = await sendProbe(session, probe);
    if (isAccepted(exchange)) {
      throw new SoundcheckError(
        'PREFLIGHT',
        `the endpoint refuses ${readingName(context.dialects)} but accepts ${readingName(probe.dialects)}`,
        `Run again ${
          probe.dialects.length === 0
            ? `without --dialect ${context.dialects.join(', ')}`
            : `with ${probe.dialects.map((dialect) => `--dialect ${dialect}`).join(' ')}`
        }.`,
      );
    }
  }
  const [first] = answered;
  requireReachable(answered);
  throw new SoundcheckError(
    'PREFLIGHT',
    `the endpoint accepts no rightly signed callback in any documented reading (it answers ${
      first === undefined ? 'nothing' : describeResult(first.exchange)
    })`,
    `${refusedHint(first?.exchange)} If all of it is right, the endpoint refuses what it must accept.`,
  );
}

function readingName(dialects: readonly string[]): string {
  return dialects.length === 0
    ? 'the default reading'
    : `the reading named ${dialects.join(' + ')}`;
}

async function sendProbe(session: TargetSession, probe: PreflightProbe): Promise<Exchange> {
  const arm: Arm = { name: probe.title, waves: [[probe.send]], names: [], subjects: [] };
  const [exchange] = await session.deliver(arm);
  if (exchange === undefined) {
    throw new SoundcheckError(
      'HARNESS',
      'a preflight probe left no exchange',
      'This is a fault of Soundcheck; please report it.',
    );
  }
  return exchange;
}

/** A single broken connection may be a finding for the checks; so many in a row mean that nobody is there. */
const unreachedMax = 2;

function requireReachable(answered: readonly Answered[]): void {
  const [first] = answered;
  if (first === undefined || answered.some(({ exchange }) => 'answer' in exchange.result)) {
    return;
  }
  const { result } = first.exchange;
  if (!('fault' in result)) {
    return;
  }
  throw new SoundcheckError(
    'PREFLIGHT',
    `cannot reach the endpoint: ${result.detail}`,
    unreachedHint(result.fault),
  );
}

function tookMs(exchange: Exchange): number {
  return exchange.endedMs - exchange.startedMs;
}
