import type { ServiceName } from '#contracts/clause.ts';
import { SoundcheckError } from '#harness/errors.ts';
import type { Suite } from '#harness/suite.ts';
import { gmeSuite } from '#suites/gme/registry.ts';

/** The suites that this version has. */
export const suites: readonly Suite[] = [gmeSuite];

/** @throws SoundcheckError CONFIGURATION for a service without a suite. */
export function suiteOf(service: ServiceName): Suite {
  const suite = suites.find((candidate) => candidate.service === service);
  if (suite === undefined) {
    throw new SoundcheckError(
      'CONFIGURATION',
      `there are no checks for ${service} yet`,
      `This version certifies: ${suites.map((one) => one.service).join(', ')}.`,
    );
  }
  return suite;
}
