import type { ArchiveFacts, AuditedObject } from '#harness/archive-facts.ts';
import type { Finding } from '#harness/check.ts';
import type { MediaFault, MediaVerdict } from '#media/verdict.ts';
import { FindingList } from './finding-list.ts';
import { isAmbiguousStream, recordingsOf, type ArchiveIndex } from './index-archive.ts';

/** Recordings whose bytes were read, with their verdict. */
function* inspected(
  facts: ArchiveFacts,
): Generator<{ readonly object: AuditedObject; readonly media: MediaVerdict }> {
  for (const { object } of recordingsOf(facts)) {
    if (object.media !== undefined) {
      yield { object, media: object.media };
    }
  }
}

/** Recordings that are files without a byte. */
export function findEmptyFiles(facts: ArchiveFacts): readonly Finding[] {
  const findings = new FindingList();
  for (const { object } of recordingsOf(facts)) {
    if (object.size === 0) {
      findings.add({ at: object.key, code: 'empty', expected: 'an MP3 file', actual: '0 bytes' });
    }
  }
  return findings.list();
}

/** Recordings that are something else than MP3, by their bytes. */
export function findForeignFormats(facts: ArchiveFacts): readonly Finding[] {
  const findings = new FindingList();
  for (const { object, media } of inspected(facts)) {
    const [fault] = media.faults;
    if (object.size > 0 && media.format !== 'mp3') {
      findings.add({
        at: `${object.key}@${String(fault?.offset ?? 0)}`,
        code: 'foreign-format',
        expected: 'mp3',
        actual: `${media.format}${fault === undefined ? '' : `: ${fault.message}`}`,
      });
    }
  }
  return findings.list();
}

/** Faults of MP3 recordings that are of one severity: the first of each code for each file. */
export function findMediaFaults(
  facts: ArchiveFacts,
  severity: MediaFault['severity'],
): readonly Finding[] {
  const findings = new FindingList();
  for (const { object, media } of inspected(facts)) {
    const codes = new Set<string>();
    for (const fault of media.format === 'mp3' ? media.faults : []) {
      if (fault.severity === severity && !codes.has(fault.code)) {
        codes.add(fault.code);
        findings.add({
          at: `${object.key}@${String(fault.offset)}`,
          code: fault.code,
          expected:
            severity === 'invalid' ? 'whole MP3 audio' : 'MP3 audio and nothing odd around it',
          actual: fault.message,
        });
      }
    }
  }
  return findings.list();
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
