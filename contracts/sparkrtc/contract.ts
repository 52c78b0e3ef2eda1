import type { Contract } from '../contract.ts';
import { clauses } from './clauses.ts';
import { dialects, exclusiveDialects } from './dialects.ts';
import { recordingExtensions } from './key-layout.ts';

/** SparkRTC single-stream recording, as the catalogue and the reports see it. */
export const sparkrtc: Contract = {
  service: 'sparkrtc',
  title: 'Huawei SparkRTC single-stream recording',
  appIdName: 'app_id',
  clauses: Object.values(clauses),
  dialects,
  exclusiveDialects,
  recordingExtensions: Object.values(recordingExtensions),
};
