import { suiteConfiguration } from '../cli/suite-configuration.ts';
import { certifySuite } from '../vitest.ts';

certifySuite(
  'Huawei SparkRTC single-stream recording',
  await suiteConfiguration('sparkrtc', process.cwd(), process.env),
);
