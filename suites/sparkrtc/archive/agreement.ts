import {
  fileSecondsMax,
  mergedPauseSecondsMax,
  readStreamName,
  ruleOfFormat,
  type HlsRule,
  type Mp4Rule,
} from '#contracts/sparkrtc/index.ts';
import type { ArchiveFacts } from '#harness/archive-facts.ts';
import type { Finding } from '#harness/check.ts';
import { FindingList } from '../../archive/finding-list.ts';
import { durationToleranceSeconds } from '../../archive/playlist-findings.ts';
import type { ArchiveIndex, RecordedFile } from './index-archive.ts';
import { cutToleranceSeconds } from './lengths.ts';
import { toldFiles, toldOf, type ToldFile } from './told.ts';
import { absenceTrack, toldLaneTrack, toldTrack } from './told-track.ts';

/** Files that callbacks call complete and that are not in the bucket. */
export function findAbsentFiles(facts: ArchiveFacts, index: ArchiveIndex): readonly Finding[] {
  const findings = new FindingList();
  const all = toldFiles(facts, index);
  for (const one of all) {
    const { key, isThere } = one;
    if (key !== undefined && !isThere) {
      findings.add(() => ({
        at: key,
        code: 'file-missing',
        expected: 'the object that a callback calls complete',
        actual: 'no such object in the bucket',
        ...absenceTrack(one, all),
      }));
    }
  }
  return findings.list();
}

/** Recordings of which no callback tells that they are complete, though callbacks tell of their application. */
export function findUnannounced(
  facts: ArchiveFacts,
  index: ArchiveIndex,
  isRecent: (modifiedMs: number | undefined) => boolean,
): readonly Finding[] {
  const findings = new FindingList();
  const told = new Set(toldFiles(facts, index).map(({ key }) => key));
  for (const { key, modifiedMs } of index.files) {
    if (!told.has(key) && !isRecent(modifiedMs)) {
      findings.add({
        at: key,
        code: 'file-unannounced',
        expected: 'a callback that calls it complete',
        actual: 'none among those that were given',
      });
    }
  }
  return findings.list();
}

/** How far the media may be from the told length, seconds: both are rounded, and players measure to the last frame. */
const lengthToleranceSeconds = 3;

/** Length of a file's media: a playlist's segments count with what they hold where that is not what it says of them. */
function mediaSeconds({ seconds, playlist }: RecordedFile): number {
  return (playlist?.entries ?? []).reduce((sum, { segment, seconds: said }) => {
    const off = segment?.whole === true ? segment.seconds - said : 0;
    return Math.abs(off) > durationToleranceSeconds ? sum + off : sum;
  }, seconds);
}

/** Files that are longer than told, and shorter ones where no merged pause explains it. */
export function findOtherLengths(facts: ArchiveFacts, index: ArchiveIndex): readonly Finding[] {
  const findings = new FindingList();
  for (const { told, file } of toldFiles(facts, index)) {
    const seconds = told.recordDurationSeconds;
    if (seconds === undefined || file?.whole !== true) {
      continue;
    }
    const measured = mediaSeconds(file);
    const off = measured - seconds;
    const rule =
      index.declared.rule === null ? undefined : ruleOfFormat(index.declared.rule, file.format);
    const isPausing = rule?.pause !== 'new-file';
    if (off > lengthToleranceSeconds || (off < -lengthToleranceSeconds && !isPausing)) {
      findings.add(() => ({
        at: file.key,
        code: 'length-differs',
        expected: `${String(seconds)} s, as its callback says`,
        actual: `${measured.toFixed(1)} s`,
        ...toldTrack(file, told, told.startSeconds, { kind: 'wrong' }),
      }));
    }
  }
  return findings.list();
}

/** MP4 files whose pictures have another size than their callback says. */
export function findOtherPictures(facts: ArchiveFacts, index: ArchiveIndex): readonly Finding[] {
  const findings = new FindingList();
  for (const {
    told: { width, height },
    file,
  } of toldFiles(facts, index)) {
    const picture = file?.picture;
    if (
      file !== undefined &&
      picture !== undefined &&
      width !== undefined &&
      height !== undefined &&
      (picture.width !== width || picture.height !== height)
    ) {
      findings.add({
        at: file.key,
        code: 'picture-differs',
        expected: `${String(width)} × ${String(height)}, as its callback says`,
        actual: `${String(picture.width)} × ${String(picture.height)}`,
      });
    }
  }
  return findings.list();
}

/** Clocks of the recorder and of the storage, and the time that it takes to generate a file, seconds. */
const nameSlackSeconds = 60;

/** Names whose time lies before the first frame or behind the last one. */
export function findNamesOutside(facts: ArchiveFacts, index: ArchiveIndex): readonly Finding[] {
  const findings = new FindingList();
  for (const { told, file } of toldFiles(facts, index)) {
    const { startSeconds, endSeconds } = told;
    const time = file?.fileTimeSeconds;
    if (file === undefined || time === undefined) {
      continue;
    }
    const early = (startSeconds ?? time) - time;
    const late = time - (endSeconds ?? time);
    if (Math.max(early, late) > nameSlackSeconds) {
      findings.add(() => ({
        at: file.key,
        code: 'name-outside-recording',
        expected: 'a time between start_time and end_time of its callback',
        actual:
          early > late
            ? `${String(early)} s before the first`
            : `${String(late)} s behind the last`,
        ...toldTrack(file, told, time, { kind: 'misplaced', note: 'by its name' }),
      }));
    }
  }
  return findings.list();
}

/** Files whose name and callback tell another stream, room or format. */
export function findOtherIdentities(facts: ArchiveFacts, index: ArchiveIndex): readonly Finding[] {
  const findings = new FindingList();
  for (const { told, file } of toldFiles(facts, index)) {
    const { streamName, recordFormat, roomId, jobId } = told;
    const add = (code: string, expected: string, actual: string): void => {
      findings.add({ at: file?.key ?? '', code, expected, actual });
    };
    if (file === undefined) {
      continue;
    }
    const name = file.streamName ?? streamName;
    if (streamName !== undefined && name !== streamName) {
      add('stream-differs', `the stream ${streamName}, as its callback says`, String(name));
    } else if (recordFormat !== undefined && recordFormat !== file.format) {
      add('format-differs', `${recordFormat}, as its callback says`, file.format);
    } else if (
      name !== undefined &&
      readStreamName(name, { appId: index.declared.appId, jobId, roomId }).length === 0 &&
      readStreamName(name, { appId: index.declared.appId }).length > 0
    ) {
      const said = [
        roomId === undefined ? '' : `room ${roomId}`,
        jobId === undefined ? '' : `job ${jobId}`,
      ];
      add(
        'room-differs',
        `a stream of ${said.filter((one) => one !== '').join(', ')}, as its callback says`,
        name,
      );
    }
  }
  return findings.list();
}

/** Jobs that were cut though neither the length nor a pause asked for it, by the times of their callbacks. */
export function findWrongCuts(facts: ArchiveFacts, index: ArchiveIndex): readonly Finding[] {
  const { rule } = index.declared;
  const findings = new FindingList();
  const files = new Map(toldFiles(facts, index).map((file) => [file.told, file]));
  for (const { told: job, files: ofJob } of rule === null ? [] : toldOf(facts).truth) {
    for (const format of ['HLS', 'MP4'] as const) {
      const own = rule === null ? undefined : ruleOfFormat(rule, format);
      const inOrder = ofJob
        .flatMap(({ told }) => files.get(told) ?? [])
        .filter(({ told }) => told.recordFormat === format && told.startSeconds !== undefined)
        .sort((a, b) => (a.told.startSeconds ?? 0) - (b.told.startSeconds ?? 0));
      for (const [at, next] of own === undefined || job.jobId === undefined
        ? []
        : inOrder.entries()) {
        const before = inOrder[at - 1];
        const gap = (next.told.startSeconds ?? 0) - (before?.told.endSeconds ?? -Infinity);
        if (own !== undefined && before !== undefined && isNoCut(before, gap, own)) {
          findings.add(() => ({
            at: next.key ?? '',
            code: 'cut-within-pause',
            expected: `the stream going on in ${String(before.key)}, which is not full`,
            actual: `a new file ${String(gap)} s after its end`,
            ...toldLaneTrack(inOrder, (one) =>
              one === next
                ? { kind: 'misplaced', note: 'a new file', isFocus: true, followsGap: true }
                : undefined,
            ),
          }));
        }
      }
    }
  }
  return findings.list();
}

/** Whole seconds at both ends of a pause. */
const pauseSlackSeconds = 1;

/** Whether the file before was neither full nor followed by a pause that ends it. Merged pauses count as not recorded. */
function isNoCut({ told, file }: ToldFile, gap: number, rule: HlsRule | Mp4Rule): boolean {
  const length = fileSecondsMax(rule) ?? Infinity;
  const seconds = file?.whole === true ? file.seconds : (told.recordDurationSeconds ?? Infinity);
  const bound =
    rule.pause === 'new-file' ? 0 : mergedPauseSecondsMax(rule.pause) - pauseSlackSeconds;
  return seconds < length - cutToleranceSeconds && gap <= bound;
}
