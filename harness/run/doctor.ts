import type { Bucket } from '../bucket.ts';
import { SoundcheckError } from '../errors.ts';
import type { Arm } from '../experiment.ts';
import { describeResult, isAccepted, statusOf, type Exchange } from '../observation.ts';
import type { PreflightProbe, Suite, SuiteContext } from '../suite.ts';
import { preflight } from './preflight.ts';
import type { TargetSession } from './session.ts';

/** One line of the doctor's. */
export interface Diagnosis {
  readonly well: boolean;
  readonly what: string;
  /** What to do, one sentence; null where nothing is to be done. */
  readonly advice: string | null;
}

export interface Patient {
  readonly suite: Suite;
  readonly context: SuiteContext;
  readonly session: TargetSession | null;
  readonly bucket: Bucket | null;
}

const objectsLookedAt = 3;

/** Looks at endpoint, signature, state and bucket, each by itself; what is wrong with one does not hide the next. */
export async function diagnose(patient: Patient): Promise<readonly Diagnosis[]> {
  const endpoint = patient.session === null ? [] : await diagnoseEndpoint(patient, patient.session);
  const bucket = patient.bucket === null ? [] : await diagnoseBucket(patient.bucket);
  return [...endpoint, ...bucket];
}

async function diagnoseEndpoint(
  { suite, context }: Patient,
  session: TargetSession,
): Promise<readonly Diagnosis[]> {
  try {
    const { answerMs, refused, stateMs } = await preflight(session, suite, context);
    const reading =
      context.dialects.length === 0 ? 'the default reading' : context.dialects.join(' + ');
    return [
      well(
        `the endpoint takes rightly signed callbacks in ${reading} (${String(Math.round(answerMs))} ms)`,
      ),
      ...(refused.length === 0
        ? []
        : [
            well(
              `some valid callbacks are refused: ${refused.join('; ')}`,
              'The checks will say which and why.',
            ),
          ]),
      ...(await diagnoseForgeries(session, suite.preflight(context), context)),
      diagnoseState(session, stateMs),
    ];
  } catch (error) {
    if (error instanceof SoundcheckError) {
      return [{ well: false, what: error.message, advice: error.hint }];
    }
    throw error;
  }
}

function diagnoseState(session: TargetSession, stateMs: number | null): Diagnosis {
  if (!session.hasObserver) {
    return well(
      'no observation is given: the state profile cannot be certified',
      'Give --observe or --observe-command.',
    );
  }
  return stateMs === null
    ? {
        well: false,
        what: 'the observation answers, but a delivered recording does not show in it',
        advice:
          'Open the observation for a room that you have delivered to; check the placeholders and caches in between.',
      }
    : well(`a delivered recording shows in the state after ${String(Math.round(stateMs))} ms`);
}

/** The plainest callback without a signature and with one of another key. */
async function diagnoseForgeries(
  session: TargetSession,
  probes: readonly PreflightProbe[],
  context: SuiteContext,
): Promise<readonly Diagnosis[]> {
  const [plain] = probes.filter(({ dialects }) => dialects.length === context.dialects.length);
  if (plain === undefined) {
    return [];
  }
  const { request } = plain.send;
  const unsigned = await sendOne(session, {
    ...request,
    headers: request.headers.filter(([, value]) => value === 'application/json'),
    query: [],
  });
  const wrongBody = Buffer.concat([request.body, Buffer.from(' ')]);
  const wronglySigned = await sendOne(session, { ...request, body: wrongBody });
  return [
    forgeryLine('an unsigned callback', unsigned),
    forgeryLine('a wrongly signed callback', wronglySigned),
  ];
}

function forgeryLine(what: string, exchange: Exchange | undefined): Diagnosis {
  const result = exchange === undefined ? 'nothing' : describeResult(exchange);
  const isRefused = exchange !== undefined && statusOf(exchange) >= 400 && statusOf(exchange) < 500;
  return isRefused
    ? well(`${what} is refused (${result})`)
    : well(
        `${what} is ${exchange !== undefined && isAccepted(exchange) ? 'accepted' : 'answered'} (${result})`,
        'The signature checks will judge it.',
      );
}

async function sendOne(
  session: TargetSession,
  request: PreflightProbe['send']['request'],
): Promise<Exchange | undefined> {
  const arm: Arm = {
    name: 'doctor',
    names: [],
    subjects: [],
    waves: [[{ label: 'doctor', role: 'probe', request }]],
  };
  return (await session.deliver(arm))[0];
}

async function diagnoseBucket(bucket: Bucket): Promise<readonly Diagnosis[]> {
  const startedMs = performance.now();
  try {
    const lines: Diagnosis[] = [];
    for await (const object of bucket.list()) {
      if (lines.length === 0) {
        const tookMs = String(Math.round(performance.now() - startedMs));
        lines.push(well(`the bucket ${bucket.uri} lists (${tookMs} ms)`));
      }
      for await (const chunk of bucket.read(object)) {
        lines.push(well(`${object.key} can be read (first ${String(chunk.byteLength)} bytes)`));
        break;
      }
      if (lines.length > objectsLookedAt) {
        break;
      }
    }
    return lines.length === 0
      ? [
          {
            well: false,
            what: `the bucket ${bucket.uri} is empty`,
            advice: 'Check name and prefix; an empty bucket cannot be certified.',
          },
        ]
      : lines;
  } catch (error) {
    if (error instanceof SoundcheckError) {
      return [{ well: false, what: error.message, advice: error.hint }];
    }
    throw error;
  }
}

function well(what: string, advice: string | null = null): Diagnosis {
  return { well: true, what, advice };
}
