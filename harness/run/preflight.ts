import { setTimeout as sleep } from 'node:timers/promises';
import { stringifyJson } from '#contracts/json.ts';
import { SoundcheckError } from '../errors.ts';
import type { Arm } from '../experiment.ts';
import { describeResult, isAccepted, type Exchange, type Observed } from '../observation.ts';
import type { PreflightProbe, Suite, SuiteContext } from '../suite.ts';
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
const calibrationMsMax = 10_000;
const pollMs = 25;

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
  const answerMs = Math.max(
    1,
    ...answers
      .filter(({ exchange }) => isAccepted(exchange))
      .map(({ exchange }) => tookMs(exchange)),
  );
  session.limitConcurrency(Math.max(2, Math.floor(queueMsMax / answerMs)));
  return {
    answerMs,
    refused: answers
      .filter(({ exchange }) => !isAccepted(exchange))
      .map(({ probe, exchange }) => `${probe.title} (${describeResult(exchange)})`),
    stateMs: session.hasObserver ? await calibrate(session, suite.calibration(context)) : null,
  };
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
    requireReachable(exchange);
    answered.push({ probe, exchange });
  }
  if (answered.some(({ exchange }) => isAccepted(exchange))) {
    return answered;
  }
  for (const probe of probes.filter((candidate) => !isOwn(candidate))) {
    const exchange = await sendProbe(session, probe);
    if (isAccepted(exchange)) {
      throw new SoundcheckError(
        'PREFLIGHT',
        `the endpoint refuses the default reading but accepts the one named ${probe.dialects.join(' + ')}`,
        `Run again with ${probe.dialects.map((dialect) => `--dialect ${dialect}`).join(' ')}.`,
      );
    }
  }
  const [first] = answered;
  throw new SoundcheckError(
    'PREFLIGHT',
    `the endpoint accepts no rightly signed callback in any documented reading (it answers ${
      first === undefined ? 'nothing' : describeResult(first.exchange)
    })`,
    'Check that the URL is the callback endpoint, that the key is the one this endpoint verifies with and that --app-id is its application; if all three are right, the endpoint refuses what it must accept.',
  );
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

function requireReachable(exchange: Exchange): void {
  const { result } = exchange;
  if (!('fault' in result)) {
    return;
  }
  throw new SoundcheckError(
    'PREFLIGHT',
    `cannot reach the endpoint: ${result.detail}`,
    result.fault === 'timeout'
      ? 'The endpoint took the connection but gave no answer to a valid callback; see what it waits for, or raise --timeout.'
      : 'Start the receiver, or correct --endpoint (scheme, host, port).',
  );
}

function tookMs(exchange: Exchange): number {
  return exchange.endedMs - exchange.startedMs;
}

/** Delivers one recording and watches the state until it has changed and come to rest. */
async function calibrate(session: TargetSession, arm: Arm): Promise<number | null> {
  const before = await observeOnce(session, arm);
  await session.deliver(arm);
  const deliveredMs = session.now();
  let previous = before;
  let changedMs: number | null = null;
  for (;;) {
    const elapsedMs = session.now() - deliveredMs;
    const state = await observeOnce(session, arm);
    if (state !== previous) {
      changedMs = session.now() - deliveredMs;
      session.settling.learn(changedMs);
      previous = state;
    }
    const atRest = changedMs !== null && elapsedMs > session.settling.quietMs() + changedMs;
    if (atRest || elapsedMs > calibrationMsMax || session.lost !== null) {
      return changedMs;
    }
    await sleep(changedMs === null ? Math.min(400, pollMs + elapsedMs / 10) : pollMs);
  }
}

/** @throws SoundcheckError OBSERVATION where the observation does not work at all. */
async function observeOnce(session: TargetSession, arm: Arm): Promise<string> {
  const states = await session.observe(arm);
  return [...states.values()].map(fingerprintOf).join('\n');
}

function fingerprintOf(observed: Observed): string {
  if (observed.kind === 'failed') {
    throw new SoundcheckError(
      'OBSERVATION',
      `the state cannot be observed: ${observed.detail}`,
      'The observation must answer 200 with JSON for a known room and 404 (or an empty answer) for an unknown one; open it for a room of yours and compare.',
    );
  }
  return observed.kind === 'value' ? stringifyJson(observed.value) : '';
}
