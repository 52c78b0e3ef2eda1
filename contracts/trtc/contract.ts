import type { Contract } from '../contract.ts';
import { clauses } from './clauses.ts';
import { dialects, exclusiveDialects } from './dialects.ts';

/** TRTC on-cloud recording, as the catalogue and the reports see it. */
export const trtc: Contract = {
  service: 'trtc',
  title: 'Tencent TRTC on-cloud recording',
  appIdName: 'SdkAppId',
  clauses: Object.values(clauses),
  dialects,
  exclusiveDialects,
  recordingExtensions: ['.m3u8', '.ts', '.mp4'],
};
