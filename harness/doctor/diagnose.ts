import type { Bucket } from '../bucket.ts';
import { SoundcheckError } from '../errors.ts';
import { preflight } from '../run/preflight.ts';
import type { TargetSession } from '../run/session.ts';
import type { Suite, SuiteContext } from '../suite.ts';
import { diagnoseBucket } from './bucket.ts';
import { diagnoseAnswerTime, diagnoseReadings } from './callbacks.ts';
import { illBy, well, type Diagnosis } from './diagnosis.ts';
import { diagnoseForgeries } from './forgeries.ts';
import { diagnoseNetwork } from './network.ts';
import { diagnoseState } from './state.ts';

/** What the doctor looks at. */
export interface Patient {
  readonly suite: Suite;
  readonly context: SuiteContext;
  /** The endpoint with an open session to it; null where there is none. */
  readonly endpoint: { readonly url: URL; readonly session: TargetSession } | null;
  readonly bucket: Bucket | null;
  /** Bound on one request, milliseconds. */
  readonly timeoutMs: number;
  /** Certificates (PEM) to trust instead of the system's, for tests. */
  readonly trusted?: readonly string[];
}

/**
 * Looks at everything that a run needs: the way to the endpoint, what it accepts, its state, the bucket. What is wrong
 * with one does not hide the others, and nothing that a check would judge is a problem here.
 */
export async function diagnose(patient: Patient): Promise<readonly Diagnosis[]> {
  const endpoint =
    patient.endpoint === null ? [] : await diagnoseEndpoint(patient, patient.endpoint);
  const bucket = patient.bucket === null ? [] : await diagnoseBucket(patient.bucket, patient.suite);
  return [...endpoint, ...bucket];
}

async function diagnoseEndpoint(
  patient: Patient,
  { url, session }: NonNullable<Patient['endpoint']>,
): Promise<readonly Diagnosis[]> {
  const { timeoutMs, trusted } = patient;
  const network = await diagnoseNetwork(url, {
    timeoutMs,
    ...(trusted === undefined ? {} : { trusted }),
  });
  return network.every((line) => line.well)
    ? [...network, ...(await diagnoseCallbacks(patient, session))]
    : network;
}

async function diagnoseCallbacks(
  { suite, context, timeoutMs }: Patient,
  session: TargetSession,
): Promise<readonly Diagnosis[]> {
  const lines: Diagnosis[] = [];
  try {
    const readings = await diagnoseReadings(session, suite, context);
    lines.push(...readings);
    if (readings.some((line) => line.topic !== 'clock' && !line.well)) {
      return lines;
    }
    const { answerMs, refused, stateMs } = await preflight(session, suite, context);
    const reading =
      context.dialects.length === 0 ? 'the default reading' : context.dialects.join(' + ');
    lines.push(
      well('signature', `the endpoint takes rightly signed callbacks in ${reading}`),
      ...(refused.length === 0
        ? []
        : [
            well(
              'signature',
              `some valid callbacks are refused: ${refused.join('; ')}`,
              'The checks will say which and why.',
            ),
          ]),
      ...(await diagnoseForgeries(session, suite, context)),
      ...diagnoseAnswerTime(answerMs, timeoutMs, context),
      ...(await diagnoseState(
        session,
        stateMs,
        suite.calibration(context),
        suite.calibration({ ...context, nonce: `${context.nonce}unknown` }),
      )),
    );
  } catch (error) {
    if (!(error instanceof SoundcheckError)) {
      throw error;
    }
    lines.push(illBy(error.kind === 'OBSERVATION' ? 'observation' : 'signature', error));
  }
  return lines;
}
