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
  topics: {
    request: [clauses.requestMethod, clauses.requestBody, clauses.contentType],
    signature: [
      clauses.signature,
      clauses.signatureHeaders,
      clauses.signatureBytes,
      clauses.signatureEncoding,
      clauses.callbackKey,
      clauses.noKeyNoHeaders,
    ],
    events: [
      clauses.eventStarted,
      clauses.eventCompleted,
      clauses.eventJobOver,
      clauses.fieldsOptional,
    ],
    answer: [clauses.responseStatus, clauses.responseTime],
    repetition: [
      clauses.orderNotPromised,
      clauses.duplicates,
      clauses.retrySchedule,
      clauses.lossPossible,
    ],
    identifiers: [clauses.jobId, clauses.identityFields, clauses.identifiers],
    task: [clauses.automaticRecording, clauses.newRoomsOnly, clauses.jobEnd],
    formats: [clauses.formats, clauses.bucket, clauses.storagePath],
    names: [
      clauses.fileNaming,
      clauses.nameVariables,
      clauses.nameTime,
      clauses.streamNameAutomatic,
      clauses.streamNameSingle,
      clauses.streamNameMixed,
    ],
    segmentation: [
      clauses.hlsLength,
      clauses.mp4Length,
      clauses.cutAtLength,
      clauses.pauseAlways,
      clauses.pauseNever,
      clauses.pauseWithinSeconds,
    ],
  },
};
