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
      clauses.signatureBytes,
      clauses.callbackKey,
      clauses.sdkAppIdHeader,
    ],
    events: [
      clauses.eventType,
      clauses.recorderStart,
      clauses.recorderStop,
      clauses.uploadStart,
      clauses.fileInfo,
      clauses.uploadStop,
      clauses.failover,
      clauses.fileSlice,
      clauses.uploadError,
      clauses.downloadImageError,
      clauses.vodCommit,
      clauses.vodStop,
    ],
    answer: [clauses.responseStatus, clauses.responseTime, clauses.responseSize],
    repetition: [
      clauses.orderNotGuaranteed,
      clauses.retrySchedule,
      clauses.repetition,
      clauses.lossPossible,
    ],
    identifiers: [
      clauses.sdkAppIdHeader,
      clauses.roomId,
      clauses.taskIdField,
      clauses.roomTypes,
      clauses.nameIdentifiers,
    ],
    task: [clauses.maxIdleTime, clauses.stopRequest, clauses.taskId],
    formats: [
      clauses.recordingModes,
      clauses.userUploads,
      clauses.vodRecording,
      clauses.playlistForm,
    ],
    names: [
      clauses.namePlaylistSingle,
      clauses.nameSegmentSingle,
      clauses.namePlaylistMixed,
      clauses.recoveredNames,
      clauses.nameTime,
      clauses.nameIndex,
    ],
    segmentation: [clauses.mp4Segmentation, clauses.segmentLength, clauses.mergeSections],
  },
};
