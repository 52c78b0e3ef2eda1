import { suiteConfiguration } from '../cli/suite-configuration.ts';
import { certifySuite } from '../vitest.ts';

certifySuite(
  'Tencent TRTC on-cloud recording',
  await suiteConfiguration('trtc', process.cwd(), process.env),
  'trtc',
);
