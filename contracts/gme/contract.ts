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
  topics: {
    request: [
      clauses.requestMethod,
      clauses.requestBody,
      clauses.requestEncoding,
      clauses.contentType,
    ],
    signature: [
      clauses.signature,
      clauses.signatureHeader,
      clauses.signatureAlgorithm,
      clauses.signatureBytes,
      clauses.signatureEncoding,
      clauses.secretKey,
    ],
    events: [
      clauses.eventStarted,
      clauses.eventCompleted,
      clauses.eventUploaded,
      clauses.eventsPerFile,
    ],
    answer: [clauses.responseStatus, clauses.responseTime],
    repetition: [
      clauses.orderNotGuaranteed,
      clauses.retries,
      clauses.retrySchedule,
      clauses.lossPossible,
    ],
    identifiers: [
      clauses.bizId,
      clauses.roomId,
      clauses.userId,
      clauses.mixedUserId,
      clauses.taskId,
    ],
    task: [clauses.taskStart, clauses.taskEnd, clauses.taskHardStop],
    formats: [clauses.fileFormat, clauses.scope, clauses.storageBucket, clauses.availability],
    names: [clauses.nameSingle, clauses.nameMixed, clauses.nameTime, clauses.nameSerial],
    segmentation: [
      clauses.segmentationTwoHours,
      clauses.segmentationMic,
      clauses.segmentationInterruption,
    ],
  },
};
