import { describe, expect, it } from 'vitest';
import { limits } from '#contracts/gme/index.ts';
import type { ArchiveIndex, Segment, Stream } from './index-archive.ts';
import { resolveReading } from '#contracts/gme/index.ts';
import { findLongSegments, findOverlappingSegments } from './lengths.ts';
import { findGaps, findLateStarts } from './serials.ts';

function segmentOf(seqNo: number, seconds: number, startSeconds = 0): Segment {
  return {
    key: `room/R1/${String(seqNo)}_audio.mp3`,
    startSeconds,
    seqNo,
    seconds,
    whole: true,
    modifiedMs: undefined,
    parameters: undefined,
  };
}

function indexOf(segments: Segment[], dialects: readonly string[] = []): ArchiveIndex {
  const stream: Stream = { mode: 'mixed', folder: 'room/R1', rooms: ['R1'], taskId: 7n, segments };
  const none = {
    objects: 0,
    recordings: 0,
    single: 0,
    mixed: 0,
    dated: 0,
    ambiguous: 0,
    unread: 0,
  };
  return {
    reading: resolveReading(dialects),
    counts: none,
    firstUnread: undefined,
    streams: [stream],
    newestMs: undefined,
  };
}

describe('drawings of GME streams', () => {
  it('show where a serial number is left out', () => {
    const segments = Array.from({ length: 30 }, (_, serial) => segmentOf(serial, 60)).filter(
      ({ seqNo }) => seqNo !== 20,
    );
    const [finding] = findGaps(indexOf(segments));
    const parts = finding?.track?.parts ?? [];
    expect(finding?.track?.name).toBe('room/R1');
    expect(parts.filter(({ kind }) => kind !== 'file')).toEqual([
      { kind: 'missing', label: 'serial 20', startSeconds: 600, endSeconds: 660 },
    ]);
  });

  it('show that the first file is missing', () => {
    const [finding] = findLateStarts(indexOf([segmentOf(2, 60), segmentOf(3, 60)]));
    expect(finding?.track?.parts[0]).toMatchObject({ kind: 'missing', label: 'serial 0–1' });
  });

  it('show which file is too long', () => {
    const long = limits.segmentSecondsMax + 600;
    const [finding] = findLongSegments(indexOf([segmentOf(0, 60), segmentOf(1, long)]));
    expect(finding?.track?.parts.map(({ kind }) => kind)).toEqual(['file', 'wrong']);
  });

  it('show where files overlap', () => {
    const segments = [segmentOf(0, 300, 1000), segmentOf(1, 60, 1100)];
    const [finding] = findOverlappingSegments(indexOf(segments, ['gme-name-segment-time']));
    expect(finding?.track?.parts.map(({ kind }) => kind)).toEqual(['file', 'overlap', 'file']);
  });
});
