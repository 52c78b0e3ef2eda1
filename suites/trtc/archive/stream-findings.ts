import { limits, type TrtcReading } from '#contracts/trtc/index.ts';
import type { Finding } from '#harness/check.ts';
import { FindingList } from '../../archive/finding-list.ts';
import { clockOf } from '../../archive/track.ts';
import type { PlaylistEntry, SegmentObject } from '../../archive/index-playlists.ts';
import { playlistKeyOf } from './completeness.ts';
import type { ArchiveIndex, Stream } from './index-archive.ts';
import { begunAt, entryTrack, startOf, streamLane, streamTrack } from './stream-track.ts';
import { beginToleranceMs, utc8ShiftMs } from './tolerances.ts';

/** Playlists that list segments of another stream or task. */
export function findStrayEntries(index: ArchiveIndex): readonly Finding[] {
  const { hls, streams } = index;
  const findings = new FindingList();
  for (const playlist of hls.playlists.values()) {
    const { key, entries } = playlist;
    for (const entry of streams.get(key)?.hasPlaylist === true ? entries : []) {
      const { segment, line } = entry;
      const other = segment === undefined ? key : playlistKeyOf(segment.key);
      if (other !== key && streams.has(other)) {
        findings.add(() => ({
          at: `${key}:${String(line)}`,
          code: 'segment-of-another-stream',
          expected: 'a segment whose name is the playlist’s and a time',
          actual: segment?.key ?? '',
          ...entryTrack(index)(playlist, entry, { kind: 'misplaced', note: 'of another stream' }),
        }));
      }
    }
  }
  return findings.list();
}

interface TimedEntry extends PlaylistEntry {
  readonly segment: SegmentObject;
  readonly startMs: number;
}

/** Entries whose segment is there and carries a time. */
function timedEntries(
  entries: readonly PlaylistEntry[],
  reading: TrtcReading,
): readonly TimedEntry[] {
  return entries.flatMap((entry) => {
    const startMs = startOf(entry.segment?.key, reading);
    return entry.segment === undefined || startMs === undefined
      ? []
      : [{ ...entry, segment: entry.segment, startMs }];
  });
}

/** Playlists that list a segment behind one that began later, or the same one again. */
export function findDisorder(index: ArchiveIndex): readonly Finding[] {
  const findings = new FindingList();
  for (const playlist of index.hls.playlists.values()) {
    let last: TimedEntry | undefined;
    for (const entry of timedEntries(playlist.entries, index.reading)) {
      const before = last;
      if (before !== undefined && entry.startMs <= before.startMs) {
        findings.add(() => ({
          at: `${playlist.key}:${String(entry.line)}`,
          code: 'out-of-order',
          expected: `a segment that began later than ${before.segment.key}`,
          actual: entry.segment.key,
          ...entryTrack(index)(playlist, entry, {
            kind: 'misplaced',
            note:
              entry.segment.key === before.segment.key
                ? 'listed again'
                : `listed behind ${clockOf(before.startMs / 1000)}`,
          }),
        }));
      }
      last = entry;
    }
  }
  return findings.list();
}

/** Segments of one stream that begin, by their names, before the one before them has ended. */
export function findOverlaps(index: ArchiveIndex): readonly Finding[] {
  const findings = new FindingList();
  for (const { segments, playlistKey } of index.streams.values()) {
    for (const [at, { startMs, object }] of segments.entries()) {
      const before = segments[at - 1];
      const overMs =
        before?.object.whole === true
          ? before.startMs + before.object.seconds * 1000 - startMs
          : -Infinity;
      if (before !== undefined && overMs > beginToleranceMs) {
        findings.add(() => ({
          at: object.key,
          code: 'segments-overlap',
          expected: `a start at least ${before.object.seconds.toFixed(3)} s after that of ${before.object.key}`,
          actual: `${((startMs - before.startMs) / 1000).toFixed(3)} s after it`,
          ...streamTrack(index, playlistKey, ({ key }) =>
            key === object.key ? { isFocus: true } : undefined,
          ),
        }));
      }
    }
  }
  return findings.list();
}

/** Segments of different sections, by the rule of the merge script, between which a playlist marks no discontinuity. */
export function findUnmarkedSections(index: ArchiveIndex): readonly Finding[] {
  const findings = new FindingList();
  for (const playlist of index.hls.playlists.values()) {
    let before: TimedEntry | undefined;
    for (const entry of timedEntries(playlist.entries, index.reading)) {
      const gapMs =
        before?.segment.whole === true
          ? entry.startMs - before.startMs - before.segment.seconds * 1000
          : 0;
      if (gapMs > limits.sectionGapMsMax + beginToleranceMs && !entry.discontinuity) {
        findings.add(() => ({
          at: `${playlist.key}:${String(entry.line)}`,
          code: 'section-unmarked',
          expected: '#EXT-X-DISCONTINUITY where another section begins',
          actual: `none after a gap of ${(gapMs / 1000).toFixed(1)} s`,
          ...entryTrack(index)(playlist, entry, { followsGap: true }),
        }));
      }
      before = entry;
    }
  }
  return findings.list();
}

/** Playlists whose start of recording is not that in the name of their first segment. */
export function findWrongStarts(index: ArchiveIndex): readonly Finding[] {
  const findings = new FindingList();
  for (const { key, startRecTimeMs, entries } of index.hls.playlists.values()) {
    const [first] = entries;
    const stream = index.streams.get(key);
    const startMs = startOf(first?.key, index.reading);
    if (stream === undefined || startRecTimeMs === undefined || startMs === undefined) {
      continue;
    }
    const lateMs = startMs - startRecTimeMs;
    if (Math.abs(lateMs) > beginToleranceMs && !isOfOriginal(stream, startRecTimeMs, index)) {
      const isUtc8 = Math.abs(lateMs - utc8ShiftMs) <= beginToleranceMs;
      findings.add(() => ({
        at: key,
        code: isUtc8 ? 'names-in-utc-plus-8' : 'start-differs',
        expected: `a first segment named ${new Date(startRecTimeMs).toISOString()}, the start of recording in the playlist`,
        actual: `${first?.key ?? ''}, ${(lateMs / 1000).toFixed(3)} s later${isUtc8 ? ' (dialect trtc-ts-utc8)' : ''}`,
        ...streamTrack(
          index,
          key,
          () => undefined,
          begunAt('the start in the playlist', startRecTimeMs, streamLane(index, key)),
        ),
      }));
    }
  }
  return findings.list();
}

/** Whether a recovered playlist tells the start of the stream that it continues, which no document rules out. */
function isOfOriginal(stream: Stream, startMs: number, { hls }: ArchiveIndex): boolean {
  return stream.task.streams.some((other) => {
    const told = hls.playlists.get(other.playlistKey)?.startRecTimeMs;
    return (
      other.recovery < stream.recovery &&
      JSON.stringify(other.stream) === JSON.stringify(stream.stream) &&
      told !== undefined &&
      Math.abs(told - startMs) <= beginToleranceMs
    );
  });
}
