import { describe, expect, test } from 'vitest';
import { limits } from '#contracts/trtc/index.ts';
import type { ArchiveFacts, AuditedObject } from '#harness/archive-facts.ts';
import type { MediaVerdict } from '#media/verdict.ts';
import { archiveChecks, archiveEvidence, archiveFault, isRecordingKey } from './archive-checks.ts';
import * as agreement from './agreement.ts';
import * as media from './media.ts';
import * as naming from './naming.ts';
import * as segmentation from './segmentation.ts';

const sound: Pick<MediaVerdict, 'verdict' | 'frames' | 'faults'> = {
  verdict: 'valid',
  frames: 1,
  faults: [],
};

function factsOf(
  objects: readonly AuditedObject[],
  over: Partial<ArchiveFacts> = {},
): ArchiveFacts {
  return {
    appId: '1400',
    scope: 'both',
    dialects: [],
    rule: null,
    callbacks: null,
    objects,
    count: objects.length,
    ...over,
  };
}

function mp4(name: string, size: number, durationSeconds: number): AuditedObject {
  const tracks = [{ id: 1, kind: 'audio', codec: 'aac', durationSeconds, units: 1 }] as const;
  return { key: `t/${name}`, size, media: { ...sound, format: 'mp4', durationSeconds, tracks } };
}

/** Segments named by their start in seconds after midnight, with their lengths in seconds, and the playlist of them. */
function stream(
  segments: readonly (readonly [at: number, seconds: number])[],
  over: { readonly startRecTimeMs?: number; readonly hasEndlist?: boolean } = {},
): readonly AuditedObject[] {
  const dayMs = Date.UTC(2026, 0, 1);
  const named = segments.map(([at, seconds]) => {
    const digits = new Date(dayMs + at * 1000).toISOString().replaceAll(/\D/gu, '');
    return { uri: `1400_1_${digits}.ts`, durationSeconds: seconds };
  });
  const playlist = {
    segments: named.map((one, at) => ({ ...one, discontinuity: false, line: 2 * at + 9 })),
    targetDurationSeconds: 70,
    version: 3,
    mediaSequence: 0,
    hasEndlist: true,
    startRecTimeMs: dayMs + (segments[0]?.[0] ?? 0) * 1000,
    videoSize: undefined,
    ...over,
  };
  const format = 'ts';
  return [
    {
      key: 't/1400_1.m3u8',
      size: 1,
      media: { ...sound, format: 'm3u8', durationSeconds: 1, playlist },
    },
    ...named.map(({ uri, durationSeconds }, at): AuditedObject => ({
      key: `t/${uri}`,
      size: 1,
      sha256: String(at).padStart(64, '0'),
      media: { ...sound, format, durationSeconds, tracks: [] },
    })),
  ];
}

function codes(check: (typeof archiveChecks)[number], facts: ArchiveFacts): readonly string[] {
  return check.evaluate({ archive: facts }).map(({ code }) => code);
}

describe('bounds', () => {
  const day = 86_400;

  test.each([
    [limits.mp4BytesMax + 64 * 2 ** 20, day + 60, []],
    [limits.mp4BytesMax + 64 * 2 ** 20 + 1, 1, ['larger-than-2-gb']],
    [1, day + 60.5, ['longer-than-a-day']],
  ])('an MP4 file of %i bytes and %d s', (size, seconds, expected) => {
    const facts = factsOf([mp4('1400_1.mp4', size, seconds)]);
    expect(codes(segmentation.mp4FilesAreCut, facts)).toEqual(expected);
  });

  test.each([
    [1, 30, ['index-without-cut']],
    [1, 0.98 * day, []],
    [Math.ceil(0.98 * limits.mp4BytesMax), 30, []],
  ])('the only file, with the index 1, of %i bytes and %d s', (size, seconds, expected) => {
    const facts = factsOf([mp4('1400_1_1.mp4', size, seconds)]);
    expect(codes(naming.indicesMarkCuts, facts)).toEqual(expected);
  });

  test.each([
    [13, []],
    [13.001, ['segments-overlap']],
  ])('a segment of %d s, 12 s before the next', (seconds, expected) => {
    const facts = factsOf(
      stream([
        [0, seconds],
        [12, 12],
      ]),
    );
    expect(codes(segmentation.segmentsDoNotOverlap, facts)).toEqual(expected);
  });

  test.each([
    [28, []],
    [28.001, ['section-unmarked']],
  ])('a segment that begins %d s after one of 12 s', (at, expected) => {
    const facts = factsOf(
      stream([
        [0, 12],
        [at, 12],
      ]),
    );
    expect(codes(segmentation.sectionsAreMarked, facts)).toEqual(expected);
  });

  test.each([
    [-1000, []],
    [59, []],
    [1001, ['start-differs']],
    [-8 * 3_600_000, ['names-in-utc-plus-8']],
    [8 * 3_600_000, ['start-differs']],
  ])('a playlist that tells a start %i ms after the first name', (lateMs, expected) => {
    const startRecTimeMs = Date.UTC(2026, 0, 1) + lateMs;
    const facts = factsOf(stream([[0, 12]], { startRecTimeMs }));
    expect(codes(naming.firstSegmentCarriesTheStart, facts)).toEqual(expected);
  });

  test('a length that EXTINF misses by half a second is none; by more it is', () => {
    const [playlist, segment] = stream([[0, 12]]);
    const withLength = (durationSeconds: number): readonly AuditedObject[] =>
      [
        playlist,
        { ...segment, media: { ...sound, format: 'ts', durationSeconds, tracks: [] } },
      ].flatMap((one) => (one?.key === undefined ? [] : [{ key: '', size: 1, ...one }]));
    expect(codes(segmentation.durationsAreTold, factsOf(withLength(12.5)))).toEqual([]);
    expect(codes(segmentation.durationsAreTold, factsOf(withLength(12.51)))).toEqual([
      'duration-differs',
    ]);
  });
});

describe('what says nothing is not met', () => {
  const check = segmentation.finishedPlaylistsEnd;

  test('an open playlist without any word of an end', () => {
    const open = stream([[0, 12]], { hasEndlist: false });
    expect(check.untestable?.(factsOf(open))).toMatch(/--callbacks/u);
    expect(check.untestable?.(factsOf(stream([[0, 12]])))).toBeNull();
  });

  test('recordings that nobody read, and a bucket without what is judged', () => {
    const [playlist] = stream([[0, 12]]);
    const unread = { key: 't/1400_1_20260101000000000.ts', size: 1, unreadable: 'No permission.' };
    const facts = factsOf(playlist === undefined ? [] : [playlist, unread]);
    expect(media.filesAreUndamaged.untestable?.(facts)).toMatch(
      /1 of 2 recordings.*No permission/u,
    );
    expect(media.tracksAgreeWithNames.untestable?.(factsOf([{ key: 'x', size: 1 }]))).toMatch(
      /No segment/u,
    );
  });

  test('callbacks of which none tells of a recording', () => {
    const other = Buffer.from('{"EventGroupId":1,"EventType":101}');
    const facts = factsOf(stream([[0, 12]]), { callbacks: [other] });
    expect(agreement.roomsAgree.untestable?.(facts)).toMatch(/None of the callbacks/u);
    expect(codes(agreement.callbacksAreReadable, facts)).toEqual([]);
  });
});

describe('what does not apply', () => {
  const applies = (objects: readonly AuditedObject[]): readonly string[] =>
    archiveChecks
      .filter((check) => (check.notApplicable?.(factsOf(objects)) ?? null) === null)
      .map(({ id }) => id);

  test('HLS alone leaves out what is said of MP4 files, and the other way round', () => {
    const hls = applies(stream([[0, 12]]));
    const files = applies([mp4('1400_1.mp4', 1, 5)]);
    expect(hls).not.toContain('trtc/segmentation/mp4-files-are-cut');
    expect(hls).toContain('trtc/segmentation/durations-are-told');
    expect(files).toContain('trtc/segmentation/mp4-files-are-cut');
    expect(files).not.toContain('trtc/segmentation/durations-are-told');
  });

  test('an empty bucket leaves out nothing', () => {
    expect(applies([])).toHaveLength(archiveChecks.length);
  });
});

test('an archive cannot be judged that is empty or of no TRTC application', () => {
  expect(archiveFault({ appId: '1400000000', count: 1 })).toBeNull();
  expect(archiveFault({ appId: '1400000000', count: 0 })).toMatch(/no objects/u);
  for (const appId of ['', '0', '01400', 'abc', '-1', '1e9', '99999999999999999999']) {
    expect(archiveFault({ appId, count: 1 })).toMatch(/not a number, as TRTC’s are/u);
  }
});

test('evidence counts what was there and what was told', () => {
  const objects = [...stream([[0, 12]]), mp4('1400_1.mp4', 1, 5), { key: 'x', size: 1 }];
  expect(archiveEvidence(factsOf(objects, { callbacks: [] }))).toEqual([
    '4 objects, 3 recordings of 1 tasks: 1 playlists, 1 segments, 1 MP4 files',
    '0 callbacks tell of 0 tasks',
  ]);
  expect(archiveEvidence(factsOf(objects))).toHaveLength(1);
});

test('every file that may be a recording is read, whatever its name’s other faults', () => {
  const keys = ['a.ts', 't/x.M3U8', 'b c/x.mp4', 'x.aac', 'x.ts.tmp', 't/'];
  expect(keys.map(isRecordingKey)).toEqual([true, true, true, false, false, false]);
});

test('findings are bounded, and the rest is counted', () => {
  const objects = Array.from({ length: 500 }, (_, at) => ({
    key: `t/1400_x_${String(at)}.aac`,
    size: 1,
  }));
  const findings = naming.namesFollowTheRules.evaluate({ archive: factsOf(objects) });
  expect(findings).toHaveLength(20);
  expect(findings.at(-1)).toMatchObject({ code: 'more-findings', actual: 'and 481 more' });
});
