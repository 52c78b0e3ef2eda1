import type { AuditedObject } from '#harness/archive-facts.ts';
import type { Finding, FindingPlace } from '#harness/check.ts';
import type { PromisedFormat } from '#media/promised-format.ts';
import type { MediaFault, MediaVerdict } from '#media/verdict.ts';
import { FindingList } from './finding-list.ts';

/** An object that is a recording by its name, and the format that it should have. */
export interface PromisedRecording {
  readonly object: AuditedObject;
  readonly promised: PromisedFormat;
}

/** How formats are called in findings. */
export const formatNames: Readonly<Record<PromisedFormat, string>> = {
  mp3: 'an MP3 file',
  m3u8: 'a playlist',
  ts: 'an MPEG-TS segment',
  mp4: 'an MP4 file',
};

/** Recordings whose bytes were read, with their verdict. */
function* inspected(
  recordings: Iterable<PromisedRecording>,
): Generator<PromisedRecording & { readonly media: MediaVerdict }> {
  for (const { object, promised } of recordings) {
    if (object.media !== undefined) {
      yield { object, promised, media: object.media };
    }
  }
}

/** Recordings that are files without a byte. */
export function findEmptyFiles(recordings: Iterable<PromisedRecording>): readonly Finding[] {
  const findings = new FindingList();
  for (const { object, promised } of recordings) {
    if (object.size === 0) {
      const expected = formatNames[promised];
      findings.add({ at: object.key, code: 'empty', expected, actual: '0 bytes' });
    }
  }
  return findings.list();
}

/** Recordings that are, by their bytes, something else than promised. Empty files are not meant. */
export function findForeignFormats(recordings: Iterable<PromisedRecording>): readonly Finding[] {
  const findings = new FindingList();
  for (const { object, promised, media } of inspected(recordings)) {
    const [fault] = media.faults;
    if (object.size > 0 && media.format !== promised) {
      findings.add({
        at: `${object.key}@${String(fault?.offset ?? 0)}`,
        code: 'foreign-format',
        expected: promised,
        actual: `${media.format}${fault === undefined ? '' : `: ${fault.message}`}`,
        place: placeIn(object, media, fault?.offset ?? 0, fault?.line),
      });
    }
  }
  return findings.list();
}

/** Which faults of media are meant, and what should be there instead. */
export interface FaultSelection {
  readonly severity: MediaFault['severity'];
  readonly expected: string;
  /** Codes of which another check speaks. */
  readonly ignored?: ReadonlySet<string>;
}

/** Faults of recordings that are of the promised format: the first of each code for each file. */
export function findMediaFaults(
  recordings: Iterable<PromisedRecording>,
  { severity, expected, ignored = new Set() }: FaultSelection,
): readonly Finding[] {
  const findings = new FindingList();
  for (const { object, promised, media } of inspected(recordings)) {
    const codes = new Set<string>(ignored);
    for (const fault of media.format === promised ? media.faults : []) {
      if (fault.severity === severity && !codes.has(fault.code)) {
        codes.add(fault.code);
        findings.add({
          at: `${object.key}@${String(fault.offset)}`,
          code: fault.code,
          expected,
          actual: fault.message,
          place: placeIn(object, media, fault.offset, fault.line),
        });
      }
    }
  }
  return findings.list();
}

/** The spot for the drawing of a finding; a fault may be told of one byte behind the end. */
function placeIn(
  { key, size }: AuditedObject,
  { format, durationSeconds }: MediaVerdict,
  offset: number,
  line: number | undefined,
): FindingPlace {
  const offsetBytes = Math.min(offset, size);
  // Services write MP3 at a constant bit rate; in containers bytes say nothing of the time.
  const isEven = format === 'mp3' && durationSeconds > 0 && size > 0;
  return {
    key,
    offsetBytes,
    sizeBytes: size,
    ...(line === undefined ? {} : { line }),
    ...(isEven ? { aboutSeconds: Math.round((offsetBytes / size) * durationSeconds) } : {}),
  };
}
