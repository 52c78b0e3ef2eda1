import type { ActiveCheck } from '#harness/check.ts';
import { SoundcheckError } from '#harness/errors.ts';
import type { Experiment } from '#harness/experiment.ts';
import { decodeReplayToken, type ReplayCoordinates } from '#harness/run/replay-token.ts';
import { experimentAt } from '#harness/run/run-checks.ts';
import type { Suite, SuiteContext } from '#harness/suite.ts';
import { suites } from '../services.ts';

/** A token with the check that it is a case of. */
export interface TokenCase {
  readonly coordinates: ReplayCoordinates;
  readonly suite: Suite;
  readonly check: ActiveCheck;
}

/** The case of a token. @throws SoundcheckError USAGE where this version has no such service or check. */
export function caseOf(token: string): TokenCase {
  const coordinates = decodeReplayToken(token);
  const suite = suites.find(({ service }) => service === coordinates.service);
  if (suite === undefined) {
    throw new SoundcheckError(
      'USAGE',
      `this version has no checks for ${coordinates.service}`,
      'The token was made by another version: replay it with that one.',
    );
  }
  const check = suite.activeChecks.find(({ id }) => id === coordinates.check);
  if (check === undefined) {
    throw unknownCase(coordinates);
  }
  return { coordinates, suite, check };
}

/** The experiment of a case. @throws SoundcheckError USAGE where this version has none at its key. */
export function experimentOf(
  { check, coordinates }: Pick<TokenCase, 'check' | 'coordinates'>,
  context: SuiteContext,
): Experiment {
  const experiment = experimentAt(check, context, coordinates.key);
  if (experiment === undefined) {
    throw unknownCase(coordinates);
  }
  return experiment;
}

function unknownCase({ key, check }: ReplayCoordinates): SoundcheckError {
  return new SoundcheckError(
    'USAGE',
    `this version has no case ${key} of ${check}`,
    'The token was made by another version; run the check itself: --only with its id.',
  );
}
