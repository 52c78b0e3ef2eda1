import type { ServiceName } from '#contracts/clause.ts';
import { SoundcheckError } from '#harness/errors.ts';
import type { Suite } from '#harness/suite.ts';
import { services, type Service } from './registry.ts';

export type { Service } from './registry.ts';

/** The suites that this version has. */
export const suites: readonly Suite[] = services.map(({ suite }) => suite);

/** What a command takes where no service is named. */
export const defaultService: ServiceName = services[0].suite.service;

/**
 * The row of a service; the default one where none is named.
 * @throws SoundcheckError CONFIGURATION for a service without a row.
 */
export function serviceOf(name: ServiceName = defaultService): Service {
  const service = services.find(({ suite }) => suite.service === name);
  if (service === undefined) {
    throw new SoundcheckError(
      'CONFIGURATION',
      `there are no checks for ${name} yet`,
      `This version certifies: ${suites.map((suite) => suite.service).join(', ')}.`,
    );
  }
  return service;
}
