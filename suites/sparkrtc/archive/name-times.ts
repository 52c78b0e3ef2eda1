import type { Finding } from '#harness/check.ts';
import { FindingList } from '../../archive/finding-list.ts';
import type { ArchiveIndex } from './index-archive.ts';

/** Clocks of two servers, seconds. */
const clockSkewSeconds = 5;
const zoneSeconds = 8 * 3600;
/** A file is uploaded within that time after it was generated, for a name to be taken as eight hours ahead. */
const uploadSecondsMax = 13 * 3600;

/** Files that were stored before the time in their names. */
export function findNamesAfterUpload({ files }: ArchiveIndex): readonly Finding[] {
  const findings = new FindingList();
  for (const { key, modifiedMs, fileTimeSeconds } of files) {
    if (modifiedMs === undefined || fileTimeSeconds === undefined) {
      continue;
    }
    const lateSeconds = fileTimeSeconds - modifiedMs / 1000;
    if (lateSeconds > clockSkewSeconds) {
      const isZone = lateSeconds <= zoneSeconds && lateSeconds > zoneSeconds - uploadSecondsMax;
      findings.add({
        at: key,
        code: 'name-after-upload',
        expected: 'a time in the name at which the object was not there yet',
        actual: `a time ${lateSeconds.toFixed(0)} s after its last modification${isZone ? ', as if the name were at UTC+8 (dialect spark-name-utc8)' : ''}`,
      });
    }
  }
  return findings.list();
}
