import type { Contract } from '../contract.ts';
import { clauses } from './clauses.ts';
import { dialects, exclusiveDialects } from './dialects.ts';

/** GME server-side recording, as the catalogue and the reports see it. */
export const gme: Contract = {
  service: 'gme',
  title: 'Tencent GME server-side recording',
  appIdName: 'BizID',
  clauses: Object.values(clauses),
  dialects,
  exclusiveDialects,
  recordingExtensions: ['.mp3'],
};
