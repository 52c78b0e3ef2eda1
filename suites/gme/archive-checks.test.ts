import { describe, expect, test } from 'vitest';
import { formatObjectKey } from '#contracts/gme/index.ts';
import type { ArchiveFacts, AuditedObject } from '#harness/archive-facts.ts';
import { plainEvening } from '#fixtures/archives/gme/objects.ts';
import { subjectAppId } from '#fixtures/archives/gme/index.ts';
import { inspectBytes } from '#media/inspector.ts';
import { archiveChecks, archiveEvidence, archiveFault, isRecordingKey } from './archive-checks.ts';
import * as media from './media.ts';
import * as naming from './naming.ts';
import * as segmentation from './segmentation.ts';

function factsOf(
  objects: readonly AuditedObject[],
  declared: Partial<Pick<ArchiveFacts, 'scope' | 'dialects'>> = {},
): ArchiveFacts {
  return {
    appId: String(subjectAppId),
    scope: 'both',
    dialects: [],
    rule: null,
    callbacks: null,
    ...declared,
    objects,
    count: objects.length,
  };
}

/** The plain evening as an audit finds it. */
const evening: readonly AuditedObject[] = plainEvening().map(({ key, bytes }, index) => ({
  key,
  size: bytes.length,
  media: inspectBytes(bytes),
  sha256: index.toString(16).padStart(64, '0'),
}));

function reasonsOf(facts: ArchiveFacts): ReadonlyMap<string, string> {
  return new Map(
    archiveChecks.flatMap((check) => {
      const reason = check.notApplicable?.(facts) ?? check.untestable?.(facts) ?? null;
      return reason === null ? [] : [[check.id, reason] as const];
    }),
  );
}

function firedOn(facts: ArchiveFacts): readonly string[] {
  return archiveChecks
    .filter((check) => check.evaluate({ archive: facts }).length > 0)
    .map(({ id }) => id);
}

describe('the catalogue', () => {
  test.each(
    Object.entries({ naming, segmentation, media }).flatMap(([area, checks]) =>
      Object.entries(checks).map(([name, check]) => [area, name, check] as const),
    ),
  )('%s: %s is what its id says', (area, name, check) => {
    const [service, idArea, claim = ''] = check.id.split('/');
    expect([service, idArea]).toEqual(['gme', area]);
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
    const facts = factsOf([{ key: 'index.html', size: 9 }]);
    expect(firedOn(facts)).toEqual(['gme/naming/has-recordings', 'gme/naming/no-foreign-objects']);
    const silent = archiveChecks.map(({ id }) => id).filter((id) => !reasonsOf(facts).has(id));
    expect(silent.toSorted()).toEqual([
      'gme/naming/has-recordings',
      'gme/naming/no-foreign-objects',
      'gme/naming/no-leftovers',
    ]);
  });

  test('one recording that could not be read leaves all that looks inside untestable', () => {
    const [first, ...others] = evening;
    const { key = '', size = 0 } = first ?? {};
    const facts = factsOf([{ key, size, unreadable: 'Access denied.' }, ...others]);
    const reasons = reasonsOf(facts);
    for (const { id } of archiveChecks.filter(({ id }) =>
      /^gme\/media\/(?!files-are-not-e)/u.test(id),
    )) {
      expect(reasons.get(id)).toBe(
        `1 of 10 recordings were not read, first ${JSON.stringify(key)}: Access denied.`,
      );
    }
    expect(reasons.has('gme/segmentation/segments-last-at-most-two-hours')).toBe(true);
    expect(reasons.has('gme/segmentation/user-streams-lie-inside-the-task')).toBe(true);
    expect(reasons.has('gme/naming/serials-have-no-gaps')).toBe(false);
    expect(firedOn(facts)).toEqual([]);
  });

  test('a recording that was only listed counts as not read', () => {
    const facts = factsOf(evening.map(({ key, size }) => ({ key, size })));
    expect(reasonsOf(facts).get('gme/media/files-are-undamaged')).toMatch(
      /^10 of 10 recordings were not read, .*It was not read\.$/u,
    );
  });

  test('without times of modification, what compares them is untestable', () => {
    const undated = factsOf(evening);
    const late = factsOf(evening.map((object) => ({ ...object, modifiedMs: 2e12 })));
    const ids = [
      'gme/naming/times-precede-uploads',
      'gme/naming/times-are-in-utc-plus-8',
      'gme/segmentation/uploads-follow-recording',
    ];
    expect(ids.filter((id) => reasonsOf(undated).has(id))).toEqual(ids);
    expect(ids.filter((id) => reasonsOf(late).has(id))).toEqual([]);
  });

  test('scope both without a single stream leaves the users’ streams untestable', () => {
    const facts = factsOf(
      evening.filter(({ key }) => key.includes('_4461922363') || key.includes('/4461922363')),
    );
    expect(facts.count).toBe(4);
    expect(reasonsOf(facts).get('gme/segmentation/user-streams-lie-inside-the-task')).toMatch(
      /^No single-stream recording/u,
    );
  });

  test('a declared scope or dialect takes away only what it leaves nothing of', () => {
    const exempt = (declared: Parameters<typeof factsOf>[1]): readonly string[] => {
      const facts = factsOf(evening, declared);
      return archiveChecks
        .filter((check) => (check.notApplicable?.(facts) ?? null) !== null)
        .map(({ id }) => id.slice('gme/'.length))
        .toSorted();
    };
    expect(exempt({})).toEqual(['segmentation/segments-follow-one-another']);
    expect(exempt({ scope: 'mixed' })).toEqual([
      'segmentation/segments-follow-one-another',
      'segmentation/user-streams-lie-inside-the-task',
    ]);
    expect(exempt({ scope: 'single' })).toEqual([
      'naming/names-have-no-blanks',
      'naming/one-room-per-task',
      'naming/one-start-time-per-task',
      'naming/serials-are-unique',
      'segmentation/segments-are-cut-at-two-hours',
      'segmentation/segments-follow-one-another',
      'segmentation/user-streams-lie-inside-the-task',
    ]);
    expect(exempt({ dialects: ['gme-name-segment-time'] })).toEqual([
      'naming/one-start-time-per-task',
    ]);
    expect(exempt({ dialects: ['gme-name-utc', 'gme-name-blanks', 'gme-name-taskid'] })).toEqual([
      'naming/names-have-no-blanks',
      'naming/times-are-in-utc-plus-8',
    ]);
  });
});

test('an archive cannot be judged that is empty or of no GME application', () => {
  expect(archiveFault({ appId: '1400000000', count: 1 })).toBeNull();
  expect(archiveFault({ appId: '1400000000', count: 0 })).toMatch(/no objects/u);
  for (const appId of ['', '0', '01400', 'abc', '-1', '1e9', '99999999999999999999']) {
    expect(archiveFault({ appId, count: 1 })).toMatch(/not a number, as GME’s are/u);
  }
});

test('evidence counts what was there and says what names leave open', () => {
  const key = formatObjectKey({
    bizId: subjectAppId,
    roomId: 'a_b',
    userId: 'c',
    mode: 'single',
    taskId: 0n,
    startSeconds: 1_675_930_605,
    seqNo: 0,
  });
  expect(archiveEvidence(factsOf([...evening, { key, size: 1 }, { key: 'x', size: 1 }]))).toEqual([
    '12 objects, 11 recordings: 4 of mixed streams in 3 tasks, 7 of single streams',
    '1 recordings were not read',
    expect.stringMatching(/^1 names are ambiguous/u),
  ]);
  expect(archiveEvidence(factsOf(evening))).toHaveLength(1);
});

test('findings are bounded, and the rest is counted', () => {
  const objects = Array.from({ length: 500 }, (_, index) => ({
    key: `${String(subjectAppId)}_r_u/${String(index)}.mp3`,
    size: 1,
  }));
  const findings = naming.namesFollowTheRule.evaluate({ archive: factsOf(objects) });
  expect(findings).toHaveLength(20);
  expect(findings.at(-1)).toEqual({
    at: 'the bucket',
    code: 'more-findings',
    expected: 'none',
    actual: 'and 481 more',
  });
});

test('every file that may be a recording is read, whatever its name’s other faults', () => {
  for (const key of [
    '1400_r_u/2023-02-09-16-16-45_0_audio.mp3',
    '1400_r_u/whatever.MP3',
    '1400_a\nb_u/2023-02-09-16-16-45_0_audio.mp3',
  ]) {
    expect(isRecordingKey(key), key).toBe(true);
  }
  for (const key of ['logs/a.mp3', '1400_r_u/notes.txt', '1400_r_u/', 'x_r_u/a.mp3']) {
    expect(isRecordingKey(key), key).toBe(false);
  }
});
