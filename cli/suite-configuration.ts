import type { ServiceName } from '#contracts/clause.ts';
import { mergeConfiguration } from './configuration.ts';
import { loadConfigFile } from './load-config.ts';
import type { Configuration } from './options.ts';
import { defaultService } from './services.ts';

/**
 * What the suite of a service is run against in this repository: the configured target (soundcheck.config.ts,
 * `SOUNDCHECK_*` variables) where it is one of this service, the embedded one otherwise.
 * @throws SoundcheckError CONFIGURATION for a configuration that is wrong.
 */
export async function suiteConfiguration(
  service: ServiceName,
  folder: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Configuration> {
  const file = await loadConfigFile(folder, environment['SOUNDCHECK_CONFIG']);
  const configured = mergeConfiguration({}, environment, file);
  return (configured.service ?? defaultService) === service ? configured : { service };
}
