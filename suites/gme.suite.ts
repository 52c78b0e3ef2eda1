import { suiteConfiguration } from '../cli/suite-configuration.ts';
import { certifySuite } from '../vitest.ts';

certifySuite(
  'Tencent GME server-side recording',
  await suiteConfiguration('gme', process.cwd(), process.env),
);
