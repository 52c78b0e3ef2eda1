import type { ArchiveFacts } from '#harness/archive-facts.ts';
import type { Finding } from '#harness/check.ts';
import { FindingList } from '../../archive/finding-list.ts';
import type { PromisedRecording } from '../../archive/media-findings.ts';
import type { ComparedRecording } from '../../archive/same-bytes.ts';
import { isAmbiguousStream, recordingsOf, type ArchiveIndex } from './index-archive.ts';

/** The application's recordings, all of which are MP3. */
export function* mp3RecordingsOf(facts: ArchiveFacts): Generator<PromisedRecording> {
  for (const { object } of recordingsOf(facts)) {
    yield { object, promised: 'mp3' };
  }
}

/**
 * Recordings whose bytes should differ: those of one kind. A user's stream may equal the mix of a room in which nobody
 * else spoke, so the two kinds are not compared.
 */
export function* comparedRecordingsOf(facts: ArchiveFacts): Generator<ComparedRecording> {
  for (const { object, name } of recordingsOf(facts)) {
    yield { object, kind: name.kind };
  }
}

/** Streams whose segments differ in MPEG version, layer, sample rate or channels. */
export function findSwitchedParameters({ streams }: ArchiveIndex): readonly Finding[] {
  const findings = new FindingList();
  for (const stream of streams.filter(
    (one) => one.taskId !== undefined || !isAmbiguousStream(one),
  )) {
    const known = stream.segments.filter(({ parameters }) => parameters !== undefined);
    const [first] = known;
    for (const { key, parameters } of known) {
      if (parameters !== first?.parameters) {
        findings.add({
          at: key,
          code: 'parameters-differ',
          expected: `${String(first?.parameters)}, as ${String(first?.key)}`,
          actual: String(parameters),
        });
      }
    }
  }
  return findings.list();
}
