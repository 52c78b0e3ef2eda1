import { SoundcheckError } from '../errors.ts';
import type { Arm, RequestSpec } from '../experiment.ts';
import type { Exchange } from '../observation.ts';
import type { TargetSession } from '../run/session.ts';
import type { PreflightProbe, SuiteContext } from '../suite.ts';

/** The reading without any dialect, for people. */
export const plainName = 'the default reading';

/** A reading for people. */
export function nameOf(dialects: readonly string[]): string {
  return dialects.length === 0 ? plainName : dialects.join(' + ');
}

/** Whether a probe is in the reading of the run. */
export function isOwn({ dialects }: PreflightProbe, context: SuiteContext): boolean {
  return nameOf(dialects.toSorted()) === nameOf(context.dialects.toSorted());
}

/** Sends one request by itself. */
export async function sendOne(
  session: TargetSession,
  request: RequestSpec,
  label: string,
): Promise<Exchange> {
  const arm: Arm = {
    name: 'doctor',
    names: [],
    subjects: [],
    waves: [[{ label, role: 'probe', request }]],
  };
  const [exchange] = await session.deliver(arm);
  if (exchange === undefined) {
    throw new SoundcheckError(
      'HARNESS',
      'a probe of the doctor left no exchange',
      'This is a fault of Soundcheck; please report it.',
    );
  }
  return exchange;
}
