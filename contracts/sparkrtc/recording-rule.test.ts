import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson, stringifyJson, type Json } from '../json.ts';
import { readRecordingRule, type ReadRule } from './read-recording-rule.ts';
import {
  exampleRule,
  fileSecondsMax,
  layoutOf,
  mergedPauseSecondsMax,
  ruleOfFormat,
  ruleOfRoom,
  type PauseRule,
  type RecordingRule,
} from './recording-rule.ts';
import { writeRecordingRule } from './write-recording-rule.ts';

const ruleText = `{
  "obs_addr": { "location": "cn-north-4", "project_id": "p", "bucket": "rtc-bucket", "object": "rec" },
  "record_formats": ["HLS", "MP4"],
  "hls_config": { "record_cycle": 43200, "record_slice_duration": 2, "record_max_duration_to_merge_file": -1 },
  "mp4_config": { "record_cycle": 60, "record_max_duration_to_merge_file": 300, "record_prefix": "{stream}-{file_start_time}" }
}`;

function read(text: string): ReadRule {
  return readRecordingRule(parseJson(text));
}

/** `error $.path: what is wrong` of the rule with one part of its text replaced. */
function said(from: string, to: string): readonly string[] {
  expect(ruleText).toContain(from);
  const result = read(ruleText.replace(from, to));
  return (result.ok ? result.advice : result.violations).map(
    ({ severity, path, problem }) => `${severity} ${path}: ${problem}`,
  );
}

function remedyFor(from: string, to: string): string {
  const result = read(ruleText.replace(from, to));
  return (result.ok ? result.advice : result.violations)[0]?.remedy ?? '';
}

describe('readRecordingRule', () => {
  it('reads a rule and fills in the defaults', () => {
    expect(read(ruleText)).toEqual({
      ok: true,
      advice: [],
      rule: {
        region: 'cn-north-4',
        projectId: 'p',
        bucket: 'rtc-bucket',
        storagePath: 'rec',
        hls: {
          lengthSeconds: 43_200,
          pause: 'same-file',
          pattern: '{app_id}/{record_format}/{stream}_{file_start_time}/{stream}_{file_start_time}',
          sliceSeconds: 2,
        },
        mp4: {
          lengthSeconds: 60,
          pause: { withinSeconds: 300 },
          pattern: '{stream}-{file_start_time}',
        },
      },
    });
  });

  it('reads the least that a rule can be', () => {
    const result = read(
      '{"obs_addr":{"location":"cn-north-4","project_id":"p","bucket":"abc"},"record_formats":["HLS"],"hls_config":{"record_cycle":0}}',
    );
    expect(result).toMatchObject({
      ok: true,
      advice: [],
      rule: {
        storagePath: '',
        hls: { lengthSeconds: 0, pause: 'new-file', sliceSeconds: 10 },
        mp4: undefined,
      },
    });
  });

  it('reads what the API answers: a rule with its id and times, or a list of one', () => {
    const answered = ruleText.replace(
      '{',
      '{"rule_id":"1","app_id":"a","create_time":"2006-01-02T15:04:05.075Z","update_time":null,',
    );
    expect(read(answered)).toEqual(read(ruleText));
    expect(read(`{"rules":[${ruleText}]}`)).toEqual(read(ruleText));
  });

  it.each([
    [
      '60, "record_max',
      '59, "record_max',
      'error $.mp4_config.record_cycle: A recording length of 59 seconds is not allowed for MP4.',
    ],
    [
      '60, "record_max',
      '10801, "record_max',
      'error $.mp4_config.record_cycle: A recording length of 10801 seconds is not allowed for MP4.',
    ],
    [
      '60, "record_max',
      '0, "record_max',
      'error $.mp4_config.record_cycle: A recording length of 0 seconds is not allowed for MP4.',
    ],
    [
      '43200',
      '43201',
      'error $.hls_config.record_cycle: A recording length of 43201 seconds is not allowed for HLS.',
    ],
    [
      '43200',
      '-60',
      'error $.hls_config.record_cycle: A recording length of -60 seconds is not allowed for HLS.',
    ],
    ['43200', '"43200"', 'error $.hls_config.record_cycle: It is the string "43200".'],
    ['43200', '60.5', 'error $.hls_config.record_cycle: It is the number 60.5.'],
    [
      '"record_cycle": 43200,',
      '',
      'error $.hls_config.record_cycle: The recording length is missing.',
    ],
    [
      '_file": -1',
      '_file": 301',
      'error $.hls_config.record_max_duration_to_merge_file: A pause of 301 seconds cannot be named.',
    ],
    [
      '_file": -1',
      '_file": -2',
      'error $.hls_config.record_max_duration_to_merge_file: A pause of -2 seconds cannot be named.',
    ],
    [
      '_file": 300',
      '_file": -1',
      'error $.mp4_config.record_max_duration_to_merge_file: MP4 files cannot go on after any pause, only HLS ones can.',
    ],
    [
      '_duration": 2',
      '_duration": 1',
      'error $.hls_config.record_slice_duration: Media segments of 1 seconds are not allowed.',
    ],
    [
      '_duration": 2',
      '_duration": 61',
      'error $.hls_config.record_slice_duration: Media segments of 61 seconds are not allowed.',
    ],
    [
      '{stream}-',
      '{stream}{user}-',
      'error $.mp4_config.record_prefix: The pattern has {user}, which is none of its variables.',
    ],
    [
      '{stream}-',
      '{stream}{-',
      'error $.mp4_config.record_prefix: The pattern has {, which is none of its variables.',
    ],
    ['"{stream}-{file_start_time}"', '7', 'error $.mp4_config.record_prefix: It is the number 7.'],
    [
      'cn-north-4',
      'cn-north-1',
      'error $.obs_addr.location: Recordings cannot be stored in cn-north-1.',
    ],
    ['"obs_addr": {', '"obs_addr": 7, "app_id": {', 'error $.obs_addr: It is the number 7.'],
    ['"location": "cn-north-4",', '', 'error $.obs_addr.location: It is missing.'],
    ['"p"', '""', 'error $.obs_addr.project_id: It is empty.'],
    ['"rtc-bucket"', '7', 'error $.obs_addr.bucket: It is the number 7.'],
    ['rtc-bucket', 'RTC', 'error $.obs_addr.bucket: "RTC" is no name of a bucket.'],
    ['rtc-bucket', 'ab', 'error $.obs_addr.bucket: "ab" is no name of a bucket.'],
    ['rtc-bucket', '10.0.0.1', 'error $.obs_addr.bucket: "10.0.0.1" is no name of a bucket.'],
    ['rtc-bucket', 'a.-b', 'error $.obs_addr.bucket: "a.-b" is no name of a bucket.'],
    [
      '["HLS", "MP4"]',
      '["HLS", "MP4", "HLS"]',
      'error $.record_formats[2]: The format is named twice.',
    ],
    ['"record_formats": ["HLS", "MP4"],', '', 'error $.record_formats: It is missing.'],
    ['["HLS", "MP4"]', '"HLS"', 'error $.record_formats: It is no list of formats.'],
    [
      '["HLS", "MP4"]',
      '["HLS", "MP4", 1]',
      'error $.record_formats[2]: There is no format the number 1.',
    ],
    [
      '"mp4_config": {',
      '"MP4Config": {',
      'error $.mp4_config: MP4 is recorded, but its block is missing.',
    ],
    ['"hls_config": {', '"hls_config": 7, "app_id": {', 'error $.hls_config: It is the number 7.'],
    [
      '"record_cycle": 60',
      '"record_cycle": 60, "length": 1',
      'error $.mp4_config.length: There is no such field.',
    ],
    [
      '"object": "rec"',
      '"object": "/rec/"',
      'advice $.obs_addr.object: A slash at an end of the path, or two in a row, may make folders without a name.',
    ],
    [
      '"object": "rec"',
      '"object": "{app_id}"',
      'advice $.obs_addr.object: The storage path has braces, but variables are known in record_prefix alone.',
    ],
    [
      '{stream}-',
      '',
      'advice $.mp4_config.record_prefix: Without {stream}, streams of one second get the same name and overwrite each other.',
    ],
    [
      '-{file_start_time}',
      '',
      'advice $.mp4_config.record_prefix: Without {file_start_time}, a stream’s later files overwrite its earlier ones.',
    ],
    [
      '{stream}-',
      '/{stream}-',
      'advice $.mp4_config.record_prefix: A slash at an end of the pattern, or two in a row, make a folder or file without a name.',
    ],
    [
      '["HLS", "MP4"]',
      '["HLS"]',
      'advice $.mp4_config: MP4 is not among record_formats, so the block does nothing.',
    ],
  ])('for %s as %s says %s', (from, to, sentence) => {
    const sentences = said(from, to);
    expect(sentences).toContain(sentence);
    // One mistake is one sentence; a misspelt field is also an unknown and a missing one.
    expect(sentences).toHaveLength(to.startsWith('"MP4Config"') ? 2 : 1);
  });

  it('says what to do', () => {
    expect(remedyFor('60, "record_max', '30, "record_max')).toBe(
      'Write 60 to 10800 seconds. The unit is seconds: 30 minutes are 1800.',
    );
    expect(remedyFor('43200', '50000')).toBe(
      'Write 60 to 43200 seconds, or 0 for one file of the whole stream.',
    );
    expect(remedyFor('"p"', '""')).toBe(
      'Write the id of the region’s project, from My Credentials.',
    );
    expect(remedyFor('"MP4"]', '"mp4"]')).toBe('Write MP4 in upper case.');
    expect(remedyFor('"record_cycle": 60', '"recordCycle": 1, "record_cycle": 60')).toBe(
      'Write record_cycle.',
    );
  });

  it('lists every violation, and advice with them', () => {
    const result = read(
      '{"record_formats":["FLV","HLS"],"hls_config":{"record_prefix":"x"},"x":1}',
    );
    expect(result.ok ? [] : result.violations.map(({ path }) => path)).toEqual([
      '$.obs_addr',
      '$.record_formats[0]',
      '$.hls_config.record_cycle',
      '$.hls_config.record_prefix',
      '$.hls_config.record_prefix',
      '$.x',
    ]);
  });

  it.each([
    ['[]', '$'],
    ['null', '$'],
    ['"HLS"', '$'],
    ['{"rules":[]}', '$.rules'],
    [`{"rules":[${ruleText},${ruleText}]}`, '$.rules'],
    ['{"rules":[7]}', '$.rules'],
  ])('finds no rule in %s', (text, path) => {
    expect(read(text)).toMatchObject({ ok: false, violations: [{ path, severity: 'error' }] });
  });

  it('says how many rules an answer lists, and where in the one rule something is wrong', () => {
    expect(read(`{"rules":[${ruleText},${ruleText}]}`)).toEqual({
      ok: false,
      violations: [
        {
          path: '$.rules',
          severity: 'error',
          problem: 'There are 2 rules, and an application has one.',
          remedy: 'Keep the rule that is in force.',
        },
      ],
    });
    expect(read(`{"rules":[${ruleText.replace('"p"', '7')}]}`)).toMatchObject({
      violations: [{ path: '$.rules[0].obs_addr.project_id' }],
    });
  });

  it('is total over JSON, and its sentences are whole', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const result = read(text);
        expect(result.ok).toBe(false);
        for (const { problem, remedy } of result.ok ? [] : result.violations) {
          expect(problem).toMatch(/^[A-Z].*\.$/u);
          expect(remedy).toMatch(/^[A-Z].*\.$/u);
        }
      }),
    );
  });
});

const within = fc.integer({ min: 1, max: 300 }).map((withinSeconds) => ({ withinSeconds }));
const pauses: fc.Arbitrary<Exclude<PauseRule, 'same-file'>> = fc.oneof(
  fc.constant('new-file' as const),
  within,
);
const patterns = fc.constantFrom(
  '{stream}_{file_start_time}',
  '{app_id}/{stream}/{file_start_time}',
);
const rules: fc.Arbitrary<RecordingRule> = fc
  .record({
    region: fc.constant('cn-north-4'),
    projectId: fc.constantFrom('p', '0a1b'),
    bucket: fc.constantFrom('abc', 'rtc.recordings-1'),
    storagePath: fc.constantFrom('', 'rec', 'a/b'),
    hls: fc.option(
      fc.record({
        lengthSeconds: fc.oneof(fc.constant(0), fc.integer({ min: 60, max: 43_200 })),
        pause: fc.oneof(pauses, fc.constant('same-file' as const)),
        pattern: patterns,
        sliceSeconds: fc.integer({ min: 2, max: 60 }),
      }),
      { nil: undefined },
    ),
    mp4: fc.option(
      fc.record({
        lengthSeconds: fc.integer({ min: 60, max: 10_800 }),
        pause: pauses,
        pattern: patterns,
      }),
      { nil: undefined },
    ),
  })
  .filter(({ hls, mp4 }) => hls !== undefined || mp4 !== undefined);

describe('writeRecordingRule', () => {
  it('writes what is read back without a word', () => {
    fc.assert(
      fc.property(rules, (rule) => {
        const text = stringifyJson(writeRecordingRule(rule) satisfies Json);
        expect(read(text)).toEqual({ ok: true, rule, advice: [] });
      }),
    );
    expect(readRecordingRule(writeRecordingRule(exampleRule))).toMatchObject({
      ok: true,
      advice: [],
    });
  });
});

describe('a rule', () => {
  it('says how each format is cut and named', () => {
    const rule = { ...exampleRule, mp4: undefined, storagePath: 'rec' };
    expect(layoutOf(rule)).toEqual({
      storagePath: 'rec',
      patterns: { HLS: exampleRule.hls?.pattern },
    });
    expect(ruleOfFormat(rule, 'MP4')).toBeUndefined();
    expect(ruleOfFormat(exampleRule, 'MP4')).toBe(exampleRule.mp4);
    const pausesAllowed = (['new-file', { withinSeconds: 5 }, 'same-file'] as const).map(
      mergedPauseSecondsMax,
    );
    expect(pausesAllowed).toEqual([0, 5, 2_592_000]);
    expect(fileSecondsMax({ lengthSeconds: 0, pause: 'new-file', pattern: 'x' })).toBeUndefined();
    expect(fileSecondsMax({ lengthSeconds: 60, pause: 'new-file', pattern: 'x' })).toBe(60);
  });

  it('is in force for rooms that are created from then on', () => {
    const other = { ...exampleRule, bucket: 'other' };
    const changes = [
      { atSeconds: 100, rule: exampleRule },
      { atSeconds: 200, rule: other },
      { atSeconds: 300, rule: null },
    ];
    const inForce = [99, 100, 199, 200, 299, 300].map((at) => ruleOfRoom(changes, at)?.bucket);
    expect(inForce).toEqual([
      undefined,
      'rtc-recordings',
      'rtc-recordings',
      'other',
      'other',
      undefined,
    ]);
  });
});
