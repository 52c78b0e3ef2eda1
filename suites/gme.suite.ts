import { loadConfigFile } from '../cli/load-config.ts';
import { mergeConfiguration } from '../cli/configuration.ts';
import { certifySuite } from '../vitest.ts';

/** The configured target (soundcheck.config.ts, SOUNDCHECK_* variables), or the embedded one. */
const configuration = mergeConfiguration(
  {},
  process.env,
  await loadConfigFile(process.cwd(), process.env['SOUNDCHECK_CONFIG']),
);

certifySuite('Tencent GME server-side recording', configuration);
