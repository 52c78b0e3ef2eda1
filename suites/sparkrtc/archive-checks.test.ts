import { describe, expect, test } from 'vitest';
import { exampleRule, formatObjectKey, type RecordingRule } from '#contracts/sparkrtc/index.ts';
import { subjectAppId } from '#fixtures/archives/sparkrtc/subject.ts';
import type { ArchiveFacts, AuditedObject } from '#harness/archive-facts.ts';
import type { ArchiveCheck } from '#harness/check.ts';
import type { MediaVerdict } from '#media/verdict.ts';
import * as agreement from './agreement.ts';
import { archiveChecks, archiveEvidence, archiveFault, isRecordingKey } from './archive-checks.ts';
import * as media from './media.ts';
import * as naming from './naming.ts';
import { readRule } from './read-rule.ts';
import * as segmentation from './segmentation.ts';

function factsOf(
  objects: readonly AuditedObject[],
  declared: Partial<Pick<ArchiveFacts, 'scope' | 'dialects' | 'rule' | 'callbacks'>> = {},
): ArchiveFacts {
  return {
    appId: subjectAppId,
    scope: 'both',
    dialects: [],
    rule: null,
    callbacks: null,
    ...declared,
    objects,
    count: objects.length,
  };
}

const begin = Date.UTC(2026, 0, 31, 12) / 1000;
const automatic = `${subjectAppId}_room_user_av_m`;

interface FileOptions {
  readonly at: number;
  readonly seconds: number;
  readonly streamName?: string;
  readonly modifiedMs?: number;
}

/** An MP4 file as an audit finds it, generated `at` seconds after noon. */
function mp4({ at, seconds, streamName = automatic, modifiedMs }: FileOptions): AuditedObject {
  const file = { appId: subjectAppId, format: 'MP4', streamName } as const;
  const verdict: MediaVerdict = {
    verdict: 'valid',
    format: 'mp4',
    durationSeconds: seconds,
    frames: 1,
    faults: [],
  };
  return {
    key: formatObjectKey({ ...file, fileTimeSeconds: begin + at }),
    size: 1000,
    media: verdict,
    ...(modifiedMs === undefined ? {} : { modifiedMs }),
  };
}

function codes(check: ArchiveCheck, facts: ArchiveFacts): readonly string[] {
  return check.evaluate({ archive: facts }).map(({ code }) => code);
}

function reasonsOf(facts: ArchiveFacts): ReadonlyMap<string, string> {
  return new Map(
    archiveChecks.flatMap((check) => {
      const reason = check.notApplicable?.(facts) ?? check.untestable?.(facts) ?? null;
      return reason === null ? [] : [[check.id, reason] as const];
    }),
  );
}

describe('what is not recorded', () => {
  const file = mp4({ at: 0, seconds: 60, modifiedMs: (begin + 90) * 1000 });
  const { hls: _, ...mp4Alone } = exampleRule;
  const ofPlaylists = 'sparkrtc/media/playlists-are-complete';
  const untestable = (rule: RecordingRule | null): readonly string[] => {
    const facts = factsOf([file], { rule });
    return archiveChecks
      .filter((check) => (check.notApplicable?.(facts) ?? null) === null)
      .filter((check) => (check.untestable?.(facts) ?? null) !== null)
      .filter(({ needsCallbacks }) => needsCallbacks !== true)
      .map(({ id }) => id);
  };

  test('is not missed where the rule says so', () => {
    expect(untestable({ ...mp4Alone, hls: undefined })).not.toContain(ofPlaylists);
    expect(untestable({ ...mp4Alone, hls: undefined })).toEqual([]);
  });

  test('is missed where a rule records it or none is declared, which is the advice', () => {
    expect(untestable(exampleRule)).toContain(ofPlaylists);
    expect(untestable(null)).toContain(ofPlaylists);
    expect(reasonsOf(factsOf([file])).get(ofPlaylists)).toMatch(/declare .*--rule/u);
  });
});

describe('the catalogue', () => {
  test.each(
    Object.entries({ naming, segmentation, media, agreement }).flatMap(([area, checks]) =>
      Object.entries(checks).map(([name, check]) => [area, name, check] as const),
    ),
  )('%s: %s is what its id says', (area, name, check) => {
    const [service, idArea, claim = ''] = check.id.split('/');
    expect([service, idArea]).toEqual(['sparkrtc', area]);
    expect(claim.replaceAll(/-./gu, (dash) => dash.slice(1).toUpperCase())).toBe(name);
    expect(check.title).toMatch(/^[A-Z].*\.$/u);
    expect(check.hint).toMatch(/^[A-Z].*\.$/u);
  });

  test.each(archiveChecks.map((check) => [check.id, check] as const))(
    '%s rests on clauses that carry its level',
    (_, check) => {
      expect(check.basis === 'assumed' ? check.level : 'SHOULD').toBe('SHOULD');
      const bases = new Set<string>(check.clauses.map(({ basis }) => basis));
      expect(check.level === 'SHOULD' || bases.has('stated') || bases.has('inferred')).toBe(true);
      expect(check.clauses.filter((clause) => 'untestable' in clause)).toEqual([]);
    },
  );
});

describe('no false green', () => {
  test('without recordings nothing is met but what concerns other objects', () => {
    const facts = factsOf([{ key: 'index.html', size: 9 }], { rule: exampleRule, callbacks: [] });
    const silent = archiveChecks
      .filter((check) => check.evaluate({ archive: facts }).length === 0)
      .map(({ id }) => id)
      .filter((id) => !reasonsOf(facts).has(id));
    expect(silent).toEqual(['sparkrtc/naming/no-leftovers']);
  });

  test('files that were not read leave every verdict over contents open', () => {
    const { key, size } = mp4({ at: 10, seconds: 60 });
    const facts = factsOf([{ key, size, unreadable: 'Access denied.' }]);
    const reason = reasonsOf(facts).get(media.filesAreUndamaged.id);
    expect(reason).toBe(`1 of 1 files were not read, first ${JSON.stringify(key)}: Access denied.`);
    expect(archiveEvidence(facts)).toContain('1 files were not read');
  });

  test('without a rule, checks of it do not apply, and say why; those of callbacks ask for them', () => {
    const reasons = reasonsOf(factsOf([mp4({ at: 10, seconds: 60 })]));
    expect(reasons.get(naming.namesFollowTheRule.id)).toContain('--rule');
    expect(Object.values(agreement).every(({ needsCallbacks }) => needsCallbacks)).toBe(true);
    expect(reasons.has(segmentation.mp4LastsAtMost180Minutes.id)).toBe(false);
  });

  test('callbacks that tell of no file prove nothing', () => {
    const callbacks = [Buffer.from('{"event_type":"RECORD_NEW_FILE_START"}')];
    const reasons = reasonsOf(factsOf([mp4({ at: 10, seconds: 60 })], { callbacks }));
    expect(reasons.get(agreement.announcedFilesExist.id)).toContain('None of the callbacks');
  });

  test('a bucket under an undeclared pattern leaves its names open', () => {
    const facts = factsOf([{ ...mp4({ at: 10, seconds: 60 }), key: 'live/x.mp4' }]);
    expect(reasonsOf(facts).get(naming.namesFollowTheDefault.id)).toContain('--rule');
    expect(codes(naming.hasRecordings, facts)).toEqual([]);
    expect(codes(naming.noForeignObjects, facts)).toEqual([]);
    const declared = factsOf([...facts.objects], { rule: exampleRule });
    expect(codes(naming.hasRecordings, declared)).toEqual(['no-recordings']);
    expect(codes(naming.noForeignObjects, declared)).toEqual(['outside-the-rule']);
  });
});

describe('lengths and cuts at their bounds', () => {
  const rule: RecordingRule = { ...exampleRule, hls: undefined };

  test.each([
    [10_800, []],
    [10_815, []],
    [10_816, ['file-too-long']],
  ])('MP4 of %i s', (seconds, expected) => {
    const facts = factsOf([mp4({ at: 10, seconds })]);
    expect(codes(segmentation.mp4LastsAtMost180Minutes, facts)).toEqual(expected);
  });

  test.each([
    [3615, []],
    [3616, ['file-too-long']],
  ])('%i s where the rule says an hour', (seconds, expected) => {
    const facts = factsOf([mp4({ at: 10, seconds })], { rule });
    expect(codes(segmentation.filesKeepToTheLength, facts)).toEqual(expected);
  });

  test.each([
    [123, []],
    [124, ['files-overlap']],
  ])('%i s between names that are two minutes apart', (seconds, expected) => {
    const files = [
      mp4({ at: 0, seconds: 9 }),
      mp4({ at: 60, seconds }),
      mp4({ at: 120, seconds: 9 }),
    ];
    expect(codes(segmentation.filesDoNotOverlap, factsOf(files))).toEqual(expected);
    const ambiguous = files.map((file) => ({
      ...file,
      key: file.key.replaceAll('_room_user_', '_a_b_c_'),
    }));
    expect(codes(segmentation.filesDoNotOverlap, factsOf(ambiguous))).toEqual([]);
  });

  test.each([
    ['s_1_room_user', 330, ['cut-within-pause']],
    ['s_1_room_user', 332, []],
    [automatic, 330, []],
  ])('%s goes on in a new file %i s later', (streamName, at, expected) => {
    const merging: RecordingRule = {
      ...rule,
      mp4: { lengthSeconds: 3600, pattern: '', ...rule.mp4, pause: { withinSeconds: 300 } },
    };
    const files = [mp4({ at: 0, seconds: 60, streamName }), mp4({ at, seconds: 60, streamName })];
    expect(codes(segmentation.pausesFollowTheRule, factsOf(files, { rule: merging }))).toEqual(
      expected,
    );
  });

  test('four equal files are a cut, three are a coincidence', () => {
    const files = [0, 100, 200, 300, 400].map((at) => mp4({ at, seconds: 100 }));
    expect(codes(segmentation.filesAreCutAtTheLength, factsOf(files, { rule }))).toEqual([
      'cut-at-another-length',
    ]);
    const fewer = factsOf(files.slice(1), { rule });
    expect(codes(segmentation.filesAreCutAtTheLength, fewer)).toEqual([]);
  });
});

describe('what may still be recorded', () => {
  const modifiedMs = (begin + 100) * 1000;

  test('is not missed in a format before its file can be closed', () => {
    const young = [
      mp4({ at: 10, seconds: 60, modifiedMs }),
      mp4({ at: 10, seconds: 60, streamName: 's_1_a_b', modifiedMs: modifiedMs + 3_600_000 }),
    ];
    expect(codes(naming.formatsAreTheRules, factsOf(young, { rule: exampleRule }))).toEqual([]);
    const old = young.map((file, index) =>
      index === 1 ? { ...file, modifiedMs: modifiedMs + 3 * 3_600_000 } : file,
    );
    expect(codes(naming.formatsAreTheRules, factsOf(old, { rule: exampleRule }))).toEqual([
      'format-missing',
    ]);
  });
});

describe('archiveFault, isRecordingKey, readRule', () => {
  test('an empty bucket and an impossible application id cannot be judged', () => {
    expect(archiveFault({ appId: subjectAppId, count: 1 })).toBeNull();
    expect(archiveFault({ appId: subjectAppId, count: 0 })).toContain('no objects');
    expect(archiveFault({ appId: 'a/b', count: 1 })).toContain('"a/b"');
  });

  test('files are read by their endings, in any case', () => {
    expect(['a.m3u8', 'x/a.TS', 'a.mp4'].filter(isRecordingKey)).toHaveLength(3);
    expect(['a.mp3', 'm3u8', 'a.mp4.part'].filter(isRecordingKey)).toEqual([]);
  });

  test('a rule file that is none has a sentence for every violation', () => {
    const read = readRule({ record_formats: ['hls'] });
    expect('faults' in read ? read.faults.length : 0).toBeGreaterThan(1);
  });
});
