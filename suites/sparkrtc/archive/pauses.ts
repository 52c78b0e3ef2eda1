import {
  fileSecondsMax,
  mergedPauseSecondsMax,
  ruleOfFormat,
  type HlsRule,
  type Mp4Rule,
} from '#contracts/sparkrtc/index.ts';
import type { Finding } from '#harness/check.ts';
import { FindingList } from '../../archive/finding-list.ts';
import { playlistTrack } from '../../archive/playlist-track.ts';
import type { ArchiveIndex } from './index-archive.ts';
import { cutToleranceSeconds } from './lengths.ts';
import { isOneJob } from './stream-names.ts';
import { streamTrack } from './stream-track.ts';
import { pairsOf, streamsOf, type TimedFile } from './streams.ts';

/** A file is generated so long after its first frame at most, seconds; in the sample callback it is 10. */
const generationSecondsMax = 30;

/**
 * Files that a pause began though the rule merges it, and playlists that go on over a pause though the rule does not. Only
 * jobs of the API tell: who is recorded automatically and comes back is recorded by another job under the same name.
 */
export function findWrongPauses(index: ArchiveIndex): readonly Finding[] {
  const { rule, appId } = index.declared;
  const findings = new FindingList();
  for (const stream of rule === null ? [] : streamsOf(index)) {
    const { streamName, format, files } = stream;
    const own = rule === null ? undefined : ruleOfFormat(rule, format);
    if (own === undefined) {
      continue;
    }
    for (const file of own.pause === 'new-file' ? files : []) {
      const entry = file.playlist?.entries.find(({ discontinuity }, at) => discontinuity && at > 0);
      const { playlist } = file;
      if (playlist !== undefined && entry !== undefined) {
        findings.add(() => ({
          at: `${file.key}:${String(entry.line)}`,
          code: 'pause-merged',
          expected: 'a new file after every pause of the stream, as the rule says',
          actual: 'the same playlist going on behind a discontinuity',
          ...playlistTrack(playlist, entry, { kind: 'misplaced', note: 'behind a pause' }),
        }));
      }
    }
    for (const [file, next] of isOneJob(streamName, appId) ? pairsOf(files) : []) {
      const gap = gapSecondsMax(file, next);
      if (file.whole && isNeitherFullNorPaused(file, gap, own)) {
        findings.add(() => ({
          at: next.key,
          code: 'cut-within-pause',
          expected: `${describePause(own)} going on in ${file.key}, which holds ${file.seconds.toFixed(0)} s`,
          actual: `a new file at most ${gap.toFixed(0)} s after its end`,
          ...streamTrack(stream, files, (one) =>
            one === next
              ? { kind: 'misplaced', note: 'a new file', isFocus: true, followsGap: true }
              : undefined,
          ),
        }));
      }
    }
  }
  return findings.list();
}

/** The longest that the stream can have paused between two files. */
function gapSecondsMax(file: TimedFile, next: TimedFile): number {
  return Math.max(
    0,
    next.fileTimeSeconds - file.fileTimeSeconds + generationSecondsMax - file.seconds,
  );
}

function isNeitherFullNorPaused(file: TimedFile, gap: number, rule: HlsRule | Mp4Rule): boolean {
  const length = fileSecondsMax(rule) ?? Infinity;
  return (
    file.seconds < length - cutToleranceSeconds &&
    rule.pause !== 'new-file' &&
    gap <= mergedPauseSecondsMax(rule.pause)
  );
}

function describePause({ pause }: HlsRule | Mp4Rule): string {
  return pause === 'same-file' || pause === 'new-file'
    ? 'the stream'
    : `a stream that pauses for at most ${String(pause.withinSeconds)} s`;
}

/** A segment may be that much longer than asked for: encoders cut at key frames, which come every so many seconds. */
const sliceFactorMax = 2;

/** Segments that are much longer than the rule's slices, or than any rule's. */
export function findLongSegments({ files, declared: { rule } }: ArchiveIndex): readonly Finding[] {
  const target = rule?.hls?.sliceSeconds ?? 60;
  const findings = new FindingList();
  for (const { key, playlist } of files) {
    for (const entry of playlist?.entries ?? []) {
      const { seconds, line } = entry;
      if (playlist !== undefined && seconds > target * sliceFactorMax + cutToleranceSeconds) {
        findings.add(() => ({
          at: `${key}:${String(line)}`,
          code: 'segment-too-long',
          expected: `segments of about ${String(target)} s`,
          actual: `${seconds.toFixed(1)} s`,
          ...playlistTrack(playlist, entry, { kind: 'wrong' }),
        }));
      }
    }
  }
  return findings.list();
}
