import fc from 'fast-check';
import type { TrtcCallback } from './callback.ts';
import { eventTypes, mediaIds, trackTypes, type TrtcEvent, type VodCommitEvent } from './event.ts';

const times = fc.integer({ min: 1_500_000_000_000, max: 4_000_000_000_000 });
const texts = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });
const statuses = fc.nat(2);
/** Some come again, so that callbacks speak of the same file. */
const fileNames = fc.oneof(
  texts.map((text) => `${text}.mp4`),
  fc.constantFrom('a.mp4', 'b.mp4'),
);

const stored: fc.Arbitrary<VodCommitEvent> = fc.record({
  kind: fc.constant('vod-commit'),
  status: fc.constant(0),
  errorMessage: fc.constant(undefined),
  userId: fc.oneof(texts, fc.constant('')),
  trackType: fc.constantFrom(...trackTypes),
  mediaId: fc.constantFrom(...mediaIds),
  fileId: texts,
  videoUrl: fc.webUrl(),
  cacheFile: fc.option(fileNames, { nil: undefined }),
  startMs: times,
  endMs: times,
});

const failed: fc.Arbitrary<VodCommitEvent> = fc.record({
  kind: fc.constant('vod-commit'),
  status: fc.constantFrom(1, 2),
  errorMessage: texts,
  userId: texts,
  trackType: fc.constantFrom(...trackTypes),
  mediaId: fc.constant(undefined),
  fileId: fc.constant(undefined),
  videoUrl: fc.constant(undefined),
  cacheFile: fileNames,
  startMs: fc.constant(undefined),
  endMs: fc.constant(undefined),
});

const details = fc.record({
  userId: fc.oneof(texts, fc.constant('')),
  trackType: fc.constantFrom(...trackTypes),
  mediaId: fc.constantFrom(...mediaIds),
  startMs: times,
  endMs: times,
});

/** Events of every documented kind, one file each where there are files. */
export const events: fc.Arbitrary<TrtcEvent> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('recorder-start', 'upload-start', 'upload-stop', 'failover', 'vod-stop'),
    status: statuses,
  }),
  fc.record({
    kind: fc.constant('recorder-stop'),
    leaveCode: fc.constantFrom(0, 1, 2, 3, 4, 99, 100, 101, 777),
  }),
  fc.record({
    kind: fc.constant('file-info'),
    fileNames: fc.tuple(texts),
  }),
  fc.record({
    kind: fc.constant('file-slice'),
    fileName: texts,
    userId: fc.oneof(texts, fc.constant('')),
    trackType: fc.constantFrom(...trackTypes),
    beginMs: times,
  }),
  fc.record({ kind: fc.constant('upload-error'), code: texts, message: texts }),
  fc.record({ kind: fc.constant('download-image-error'), url: fc.webUrl() }),
  fc.record({
    kind: fc.constant('mp4-stop'),
    status: fc.constantFrom(0, 1),
    files: fc.tuple(fc.record({ fileName: fileNames, details })),
  }),
  stored,
  failed,
  fc.record({
    kind: fc.constant('unknown'),
    eventType: fc.integer({ min: 313, max: 400 }),
    payload: fc.constantFrom(undefined, null, 'text', { Deep: [true] }),
  }),
);

/** Callbacks of any room and task, with the shapes of task ids that occur. */
export const callbacks: fc.Arbitrary<TrtcCallback> = fc.record({
  callbackTsMs: times,
  roomId: fc.oneof(fc.integer({ min: 1, max: 4_294_967_294 }), texts),
  eventTsSeconds: fc.integer({ min: 1_500_000_000, max: 4_000_000_000 }),
  eventMsTsMs: times,
  robotId: texts,
  taskId: fc.constantFrom('-m9-bVVU7id', 'nHuqHlU7islZ.', '20015', '-a+b-.'),
  event: events,
});

/** Number of documented event types, for tests that want to see them all. */
export const documentedTypes: readonly number[] = Object.values(eventTypes);
