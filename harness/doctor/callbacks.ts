import { isAccepted, type Exchange } from '../observation.ts';
import type { TargetSession } from '../run/session.ts';
import type { PreflightProbe, Suite, SuiteContext } from '../suite.ts';
import { ill, ms, well, type Diagnosis } from './diagnosis.ts';
import { diagnoseCredulity } from './forgeries.ts';
import { isOwn, nameOf, plainName, sendOne } from './probe.ts';

/** Clocks further apart are no matter of a slow answer any more. */
const skewSecondsMax = 30;

/**
 * Which of the documented readings an endpoint speaks, whether a run would take the right one, and what time the
 * endpoint has. Nothing where nobody answers: the preflight says why.
 */
export async function diagnoseReadings(
  session: TargetSession,
  suite: Suite,
  context: SuiteContext,
): Promise<readonly Diagnosis[]> {
  const spoken: string[] = [];
  let speaksOwn = false;
  let clock: readonly Diagnosis[] | null = null;
  const readings = readingsOf(suite.preflight(context));
  for (const probe of readings) {
    const exchange = await sendOne(session, probe.send.request, probe.title);
    clock ??= diagnoseClock(exchange, Date.now());
    if (clock.length === 0) {
      return [];
    }
    if (isAccepted(exchange)) {
      spoken.push(nameOf(probe.dialects));
      speaksOwn ||= isOwn(probe, context);
    }
  }
  const own = nameOf(context.dialects);
  if (speaksOwn && spoken.length === readings.length) {
    const credulous = await diagnoseCredulity(session, suite, context);
    if (credulous !== null) {
      return [...(clock ?? []), credulous];
    }
  }
  return [...(clock ?? []), ...readingLines(spoken, speaksOwn, own)];
}

function readingLines(
  spoken: readonly string[],
  speaksOwn: boolean,
  own: string,
): readonly Diagnosis[] {
  if (spoken.length === 0) {
    return [];
  }
  if (!speaksOwn) {
    return [
      ill(
        'dialect',
        `the endpoint speaks ${spoken.join(', ')}, not ${own}`,
        `Run with ${spoken[0] === plainName ? 'no --dialect' : `--dialect ${String(spoken[0]).replaceAll(' + ', ' --dialect ')}`}.`,
      ),
    ];
  }
  const others = spoken.filter((name) => name !== own);
  return others.length === 0
    ? [well('dialect', `of the documented readings it speaks ${own} alone`)]
    : [
        well(
          'dialect',
          `beside ${own} it speaks ${others.join(', ')}`,
          'That is no fault; whoever accepts several readings of a signature should know that it does.',
        ),
      ];
}

/** The plainest probe of each reading. */
function readingsOf(probes: readonly PreflightProbe[]): readonly PreflightProbe[] {
  const readings = new Map<string, PreflightProbe>();
  for (const probe of probes) {
    const name = nameOf(probe.dialects);
    readings.set(name, readings.get(name) ?? probe);
  }
  return [...readings.values()];
}

/** The endpoint's clock by its `Date` header, which whole seconds and a slow answer blur; nothing without an answer. */
function diagnoseClock({ result }: Exchange, receivedAtMs: number): readonly Diagnosis[] {
  if (!('answer' in result)) {
    return [];
  }
  const date = result.answer.headers['date'];
  const theirsMs = date === undefined ? Number.NaN : Date.parse(date);
  if (Number.isNaN(theirsMs)) {
    return [well('clock', 'the endpoint does not say what time it has (no Date header)')];
  }
  const seconds = Math.round((theirsMs - receivedAtMs) / 1000);
  return Math.abs(seconds) <= skewSecondsMax
    ? [
        well(
          'clock',
          `the endpoint’s clock agrees with ours within ${String(Math.max(1, Math.abs(seconds)))} s`,
        ),
      ]
    : [
        ill(
          'clock',
          `the endpoint’s clock is ${String(Math.abs(seconds))} s ${seconds > 0 ? 'ahead of' : 'behind'} ours`,
          'Set both clocks (NTP): who checks how old a callback is refuses good ones otherwise.',
        ),
      ];
}

/** Whether answers come in time, and whether a run would wait for them long enough. */
export function diagnoseAnswerTime(
  answerMs: number,
  timeoutMs: number,
  { responseTimeMsMax }: SuiteContext,
): readonly Diagnosis[] {
  if (timeoutMs < responseTimeMsMax) {
    return [
      ill(
        'time-out',
        `a run waits ${ms(timeoutMs)} for an answer, and a receiver may take ${ms(responseTimeMsMax)}`,
        `Give --timeout ${String(responseTimeMsMax)} or more.`,
      ),
    ];
  }
  return [
    answerMs > responseTimeMsMax / 2
      ? well(
          'time-out',
          `answers take ${ms(answerMs)} of the ${ms(responseTimeMsMax)} that the service waits`,
          'Answer first and work afterwards, or a busy hour makes the service send again.',
        )
      : well(
          'time-out',
          `answers come after ${ms(answerMs)}; the service waits ${ms(responseTimeMsMax)}`,
        ),
  ];
}
