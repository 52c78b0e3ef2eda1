import { describe, expect, test } from 'vitest';
import { formatObjectKey, resolveReading } from '#contracts/gme/index.ts';
import type { ArchiveFacts, AuditedObject } from '#harness/archive-facts.ts';
import { archiveChecks } from './archive-checks.ts';

const appId = 1_400_000_000;
const start = 1_675_930_605;

/** A recording as an audit finds it; only what a test is about is given. */
interface Recording {
  readonly room?: string;
  readonly user?: string;
  readonly task?: bigint;
  /** Seconds after the common start that the name carries. */
  readonly at?: number;
  readonly seqNo?: number;
  readonly seconds?: number;
  /** Seconds after the common start at which it was last modified. */
  readonly uploadedAt?: number;
  readonly damaged?: true;
  readonly sampleRateHz?: number;
}

let digest = 0;

function audited(recording: Recording, dialects: readonly string[]): AuditedObject {
  const { room = 'r', user, task = 1n, at = 0, seqNo = 0, seconds = 1, uploadedAt } = recording;
  digest += 1;
  return {
    key: formatObjectKey(
      {
        bizId: appId,
        roomId: room,
        userId: user ?? '0',
        mode: user === undefined ? 'mixed' : 'single',
        taskId: task,
        startSeconds: start + at,
        seqNo,
      },
      resolveReading(dialects),
    ),
    size: 1000,
    sha256: digest.toString(16).padStart(12, '0').padEnd(64, '0'),
    ...(uploadedAt === undefined ? {} : { modifiedMs: (start + uploadedAt) * 1000 }),
    media: {
      verdict: recording.damaged === true ? 'invalid' : 'valid',
      format: 'mp3',
      durationSeconds: seconds,
      frames: 1,
      faults: [],
      stream: {
        mpegVersion: '1',
        layer: 3,
        sampleRateHz: recording.sampleRateHz ?? 48_000,
        channels: 1,
        bitrateKbps: 64,
        bitrateMode: 'cbr',
      },
    },
  };
}

/** Claims (last part of the id) of the checks that fire, and where. */
function findings(
  recordings: readonly Recording[],
  declared: Partial<Pick<ArchiveFacts, 'scope' | 'dialects'>> = {},
): readonly string[] {
  const dialects = declared.dialects ?? [];
  const objects = recordings.map((recording) => audited(recording, dialects));
  const facts: ArchiveFacts = {
    appId: String(appId),
    scope: 'both',
    dialects,
    rule: null,
    callbacks: null,
    ...declared,
    objects,
    count: objects.length,
  };
  return archiveChecks.flatMap((check) =>
    check.evaluate({ archive: facts }).map(({ code }) => `${check.id.split('/')[2] ?? ''} ${code}`),
  );
}

const mixed = { scope: 'mixed' } as const;
const single = { scope: 'single' } as const;
const ownTimes = { dialects: ['gme-name-segment-time'] } as const;
const taskIds = { dialects: ['gme-name-taskid'] } as const;

describe('lengths', () => {
  test.each([
    [7200, []],
    [7201, []],
    [7201.1, ['segments-last-at-most-two-hours segment-too-long']],
  ])('a file of %d s', (seconds, expected) => {
    expect(findings([{ seconds }], mixed)).toEqual(expected);
  });

  const cuts = (lengths: readonly number[]): readonly string[] =>
    findings(
      lengths.map((seconds, seqNo) => ({ seconds, seqNo })),
      mixed,
    );
  const isCut = ['segments-are-cut-at-two-hours cut-at-another-length'];

  test('cuts at another length show from the fourth on, from five minutes on', () => {
    expect(cuts([600, 600, 600, 9])).toEqual([]);
    expect(cuts([600, 600, 600, 600, 9])).toEqual(isCut);
    expect(cuts([600, 600.9, 600, 600, 700])).toEqual(isCut);
    expect(cuts([600, 601.1, 600, 600, 9])).toEqual([]);
    expect(cuts([299, 299, 299, 299, 9])).toEqual([]);
    expect(cuts([300, 300, 300, 300, 9])).toEqual(isCut);
    expect(cuts([7200, 7200, 7200, 7200, 9])).toEqual([]);
    expect(cuts([7198, 7198, 7198, 7198, 9])).toEqual(isCut);
  });

  test('a user may well speak for equal stretches', () => {
    const files = [600, 600, 600, 600, 600].map((seconds, seqNo) => ({
      user: 'u',
      seconds,
      seqNo,
    }));
    expect(findings(files, single)).toEqual([]);
  });
});

describe('tasks of a room', () => {
  const two = (seconds: number, at: number): readonly string[] =>
    findings([{ seconds }, { task: 2n, at, seconds: 5 }], mixed);
  const overlap = ['tasks-of-a-room-do-not-overlap tasks-overlap'];

  test('overlap only beyond what whole seconds and padding leave open', () => {
    expect(two(100, 100)).toEqual([]);
    expect(two(101.2, 100)).toEqual([]);
    expect(two(101.3, 100)).toEqual(overlap);
  });

  test('may start in one second when the first is over by then', () => {
    expect(two(1.2, 0)).toEqual([]);
    expect(two(3, 0)).toEqual(overlap);
  });

  test('a long task is remembered over a short one inside it', () => {
    expect(
      findings(
        [
          { seconds: 100 },
          { task: 2n, at: 10, seconds: 1 },
          { task: 3n, at: 50, seconds: 1 },
          { task: 4n, at: 100, seconds: 1 },
        ],
        mixed,
      ),
    ).toEqual([...overlap, ...overlap]);
  });

  test('user streams of one start belong to one task, and to the mixed one of that start', () => {
    expect(
      findings([
        { seconds: 60 },
        { user: 'u', seconds: 50 },
        { user: 'v', seconds: 55 },
        { task: 2n, at: 60, seconds: 5 },
      ]),
    ).toEqual([]);
  });

  test('in several rooms have nothing to do with each other', () => {
    expect(findings([{ seconds: 60 }, { room: 's', task: 2n, at: 5, seconds: 60 }], mixed)).toEqual(
      [],
    );
  });

  test('an ambiguous folder proves nothing', () => {
    const files = [
      { room: 'a', user: 'b_c', seconds: 60 },
      { room: 'a', user: 'b_c', at: 5, seconds: 60 },
    ];
    expect(findings(files, single)).toEqual([]);
    expect(
      findings(
        files.map((file) => ({ ...file, user: 'b' })),
        single,
      ),
    ).toEqual(overlap);
  });
});

describe('user streams and their task', () => {
  const outside = ['user-streams-lie-inside-the-task outside-the-task'];
  const missing = ['user-streams-lie-inside-the-task no-mixed-stream'];

  test('last at most as long as the mixed stream and the slack', () => {
    expect(findings([{ seconds: 60 }, { user: 'u', seconds: 61.4 }])).toEqual([]);
    expect(findings([{ seconds: 60 }, { user: 'u', seconds: 61.6 }])).toEqual(outside);
  });

  test('are not measured by a mixed stream that is damaged or has a gap', () => {
    expect(
      findings([
        { seconds: 60, damaged: true },
        { user: 'u', seconds: 90 },
      ]),
    ).toEqual([]);
    expect(
      findings([{ seconds: 60 }, { seqNo: 2, seconds: 60 }, { user: 'u', seconds: 150 }]),
    ).toEqual(['serials-have-no-gaps serial-missing']);
  });

  test('need a mixed stream of the same start', () => {
    expect(findings([{ seconds: 60 }, { user: 'u', at: 1 }])).toContain(missing[0]);
  });

  test('of an ambiguous folder need one in any of its rooms', () => {
    const user = { room: 'a', user: 'b_c' };
    expect(findings([{ room: 'a' }, user])).toEqual([]);
    expect(findings([{ room: 'a_b' }, user])).toEqual([]);
    expect(findings([{ room: 'a_b_c' }, user])).toEqual(missing);
  });

  test('may be there before the mixed stream of a task that is still recorded', () => {
    const user = { user: 'u', at: 100_000, uploadedAt: 100_010 };
    const earlier = { task: 9n, uploadedAt: 60 };
    expect(findings([earlier, user])).toEqual([]);
    const newest = (uploadedAt: number): readonly string[] =>
      findings([earlier, user, { task: 8n, at: 200_000, uploadedAt }]).filter((one) =>
        one.startsWith('user-streams'),
      );
    expect(newest(100_000 + 7200 + 1799)).toEqual([]);
    expect(newest(100_000 + 7200 + 1801)).toEqual(missing);
  });

  test('with a task id and times of their own start inside the task', () => {
    const inTask = (at: number): readonly string[] =>
      findings([{ seconds: 60 }, { user: 'u', at, seconds: 5 }], taskIds);
    expect(inTask(-1)).toEqual([]);
    expect(inTask(-2)).toEqual(outside);
    expect(inTask(30)).toEqual([]);
    expect(findings([{ task: 2n, at: 100, seconds: 60 }, { user: 'u' }], taskIds)).toEqual(missing);
  });

  test('with times of their own lie between the task’s start and end', () => {
    const inTask = (at: number, seconds: number): readonly string[] =>
      findings([{ seconds: 60 }, { user: 'u', at, seconds }], ownTimes);
    expect(inTask(0, 61)).toEqual([]);
    expect(inTask(55, 6)).toEqual([]);
    expect(inTask(55, 7)).toEqual(outside);
    expect(inTask(61, 0.2)).toEqual([]);
    expect(inTask(62, 1)).toEqual(missing);
    expect(inTask(-1, 1)).toEqual(missing);
  });
});

describe('serial numbers where names carry their own times', () => {
  const user = { user: 'u' };

  test('start over with each task of the folder', () => {
    const files = [0, 1, 2, 0, 0, 1].map((seqNo, index) => ({ ...user, seqNo, at: 10 * index }));
    expect(findings(files, { ...single, ...ownTimes })).toEqual([]);
  });

  test('are missing at the start of a later task, or inside one', () => {
    const files = [0, 1, 1].map((seqNo, index) => ({ ...user, seqNo, at: 10 * index }));
    expect(findings(files, { ...single, ...ownTimes })).toEqual([
      'serials-start-at-zero first-serial-not-zero',
    ]);
    const gap = [0, 2].map((seqNo, index) => ({ ...user, seqNo, at: 10 * index }));
    expect(findings(gap, { ...single, ...ownTimes })).toEqual([
      'serials-have-no-gaps serial-missing',
    ]);
  });

  test('of an ambiguous folder may interleave, but one of them is 0', () => {
    const at = (serials: readonly number[]): readonly string[] =>
      findings(
        serials.map((seqNo, index) => ({ room: 'a', user: 'b_c', seqNo, at: index, seconds: 9 })),
        { ...single, ...ownTimes },
      );
    expect(at([0, 1, 0, 2, 1, 3])).toEqual([]);
    expect(at([1, 2, 1])).toEqual(['serials-start-at-zero first-serial-not-zero']);
  });
});

describe('files of a stream with times of their own', () => {
  test('follow one another but for the slack', () => {
    const pair = (seconds: number): readonly string[] =>
      findings([{ seconds }, { seqNo: 1, at: 100 }], { ...mixed, ...ownTimes });
    expect(pair(101.2)).toEqual([]);
    expect(pair(101.3)).toEqual(['segments-follow-one-another segments-overlap']);
  });

  test('are one stream in an ambiguous folder only where a task id says so', () => {
    const pair = [
      { room: 'a', user: 'b_c', seconds: 60 },
      { room: 'a', user: 'b_c', seqNo: 1, at: 5, seconds: 60 },
    ];
    expect(findings(pair, { ...single, ...ownTimes })).toEqual([]);
    expect(findings(pair, { ...single, ...taskIds })).toEqual([
      'segments-follow-one-another segments-overlap',
    ]);
  });
});

describe('times of modification', () => {
  test('may be a minute before the start in the name, and no more', () => {
    expect(findings([{ uploadedAt: -60, seconds: 0.1 }], mixed)).toEqual([]);
    expect(findings([{ uploadedAt: -61 }], mixed)).toEqual([
      'times-precede-uploads named-after-upload',
    ]);
  });

  test('lie after the end of what was recorded, but for a minute', () => {
    expect(findings([{ uploadedAt: 100, seconds: 160 }], mixed)).toEqual([]);
    expect(findings([{ uploadedAt: 100, seconds: 161 }], mixed)).toEqual([
      'uploads-follow-recording uploaded-before-end',
    ]);
  });

  test('count all earlier files of a stream, not those of an ambiguous folder', () => {
    const files = [0, 1].map((seqNo) => ({ user: 'u', seqNo, seconds: 100, uploadedAt: 130 }));
    expect(findings(files, single)).toEqual(['uploads-follow-recording uploaded-before-end']);
    const ambiguous = files.map((file) => ({ ...file, room: 'a_b' }));
    expect(findings(ambiguous, single)).toEqual([]);
  });

  const late = 8 * 3600;
  const inUtc = ['times-are-in-utc-plus-8 names-in-utc'];
  const uploads = (lateSeconds: readonly number[], spread = 3600): readonly string[] =>
    findings(
      lateSeconds.map((seconds, index) => ({
        task: BigInt(index + 1),
        at: index * spread,
        seconds: 10,
        uploadedAt: index * spread + 10 + seconds,
      })),
      mixed,
    );

  test('that are all eight hours late mean names in UTC', () => {
    expect(uploads([late + 120, late + 90])).toEqual(inUtc);
    expect(uploads([late - 60, late + 1800])).toEqual(inUtc);
    expect(uploads([late - 61, late + 90])).toEqual([]);
    expect(uploads([late + 1801, late + 90])).toEqual([]);
  });

  test('that come from one copy of everything mean nothing', () => {
    expect(uploads([late + 120, late + 90], 3599)).toEqual([]);
    expect(uploads([late + 120])).toEqual([]);
  });
});

describe('parameters of a stream', () => {
  const files = [48_000, 44_100].map((sampleRateHz, seqNo) => ({ user: 'u', seqNo, sampleRateHz }));

  test('stay the same over its files', () => {
    expect(findings(files, single)).toEqual(['stream-parameters-stay parameters-differ']);
  });

  test('may differ in an ambiguous folder, and between streams', () => {
    expect(
      findings(
        files.map((file) => ({ ...file, room: 'a_b' })),
        single,
      ),
    ).toEqual([]);
    const streams = files.map((file, index) => ({ ...file, seqNo: 0, user: String(index) }));
    expect(findings(streams, single)).toEqual([]);
  });
});
