import { resolveReading, type RecordingKey } from '#contracts/trtc/index.ts';
import type { ArchiveFacts, AuditedObject } from '#harness/archive-facts.ts';
import type { PromisedFormat } from '#media/promised-format.ts';
import type { PromisedRecording } from '../../archive/media-findings.ts';
import type { ComparedRecording } from '../../archive/same-bytes.ts';
import { classifyKey } from './classify-key.ts';

/** Each recording of the application with what its name says, in listing order. */
export function* recordingsOf(facts: ArchiveFacts): Generator<{
  readonly object: AuditedObject;
  readonly name: RecordingKey;
}> {
  const reading = resolveReading(facts.dialects);
  for (const object of facts.objects) {
    const keyClass = classifyKey(object.key, Number(facts.appId), reading);
    if (keyClass.kind === 'recording') {
      yield { object, name: keyClass.name };
    }
  }
}

const formats = { playlist: 'm3u8', segment: 'ts', mp4: 'mp4' } as const;

/** The recordings of some formats with the format that their names promise; by default of all. */
export function* promisedRecordingsOf(
  facts: ArchiveFacts,
  wanted: readonly PromisedFormat[] = Object.values(formats),
): Generator<PromisedRecording> {
  for (const { object, name } of recordingsOf(facts)) {
    const promised = formats[name.file.kind];
    if (wanted.includes(promised)) {
      yield { object, promised };
    }
  }
}

/** Recordings whose bytes should differ: segments among themselves, MP4 files among themselves. */
export function* comparedRecordingsOf(facts: ArchiveFacts): Generator<ComparedRecording> {
  for (const { object, name } of recordingsOf(facts)) {
    if (name.file.kind !== 'playlist') {
      yield { object, kind: name.file.kind };
    }
  }
}
