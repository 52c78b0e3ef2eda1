import { eventTypes, type SparkCallback } from './callback-fields.ts';
import { downloadUrlOf, obsLocationOf } from './download-url.ts';
import { limits } from './limits.ts';
import type { PredictedCallback, SparkJob, SparkRecording } from './prediction.ts';
import type { SparkReading } from './reading.ts';

/**
 * All notifications of a job with every field that the documents have: each file's beginning and completion, and the
 * end of the job after the last of them.
 * Clauses `eventStarted`, `eventCompleted`, `eventJobOver`, `completedFields`, `recordDuration`, `downloadUrl`.
 */
export function callbacksOf(job: SparkJob, reading: SparkReading): readonly PredictedCallback[] {
  const ofFiles = job.recordings.flatMap((recording): readonly PredictedCallback[] => [
    {
      callback: fileStarted(job, recording),
      job,
      recording,
      occurredAtSeconds: recording.file.fileTimeSeconds,
    },
    {
      callback: fileCompleted(job, recording, reading),
      job,
      recording,
      occurredAtSeconds: recording.closedAtSeconds + limits.completionSecondsTypical,
    },
  ]);
  if (reading.jobOverEvent === 'none') {
    return ofFiles;
  }
  const jobOver: PredictedCallback = {
    callback: { eventType: reading.jobOverEvent, ...identityOf(job) },
    job,
    recording: undefined,
    occurredAtSeconds: job.endSeconds + limits.completionSecondsTypical,
  };
  return [...ofFiles, jobOver];
}

/** In one second, what completes is told before what begins, and the end of a job last. */
export function byOccurrence(a: PredictedCallback, b: PredictedCallback): number {
  return a.occurredAtSeconds - b.occurredAtSeconds || rankOf(a) - rankOf(b);
}

function rankOf({ callback: { eventType }, recording }: PredictedCallback): number {
  if (recording === undefined) {
    return 2;
  }
  return eventType === eventTypes.fileCompleted ? 0 : 1;
}

function identityOf({ streamName, appId, jobId, roomId }: SparkJob): SparkCallback {
  return { streamName, appId, jobId, roomId };
}

function fileStarted(job: SparkJob, { file }: SparkRecording): SparkCallback {
  return { eventType: eventTypes.fileStarted, ...identityOf(job), recordFormat: file.format };
}

function fileCompleted(
  job: SparkJob,
  recording: SparkRecording,
  reading: SparkReading,
): SparkCallback {
  const obsLocation = obsLocationOf(job.rule.region);
  const address = { obsLocation, obsBucket: job.rule.bucket, obsObject: recording.objectKey };
  const downloadUrl = downloadUrlOf(address);
  return {
    eventType: eventTypes.fileCompleted,
    ...identityOf(job),
    recordFormat: recording.file.format,
    ...(downloadUrl === undefined ? {} : { downloadUrl }),
    ...(reading.fileSize
      ? { fileSizeBytes: recording.recordedSeconds * limits.bytesPerSecondTypical }
      : {}),
    recordDurationSeconds: recording.endSeconds - recording.beginSeconds,
    startSeconds: recording.beginSeconds,
    endSeconds: recording.endSeconds,
    ...recording.picture,
    ...address,
  };
}
