import { describe, expect, test } from 'vitest';
import { parseJson } from '#contracts/json.ts';
import type { Name } from '#harness/experiment.ts';
import type { ArmRecord } from '#harness/observation.ts';
import { expectOwnCompany } from './company.ts';
import { armsOf } from './arm-records.test-kit.ts';

const names: readonly Name[] = [
  { kind: 'task', symbol: 'T1', value: 'job-one' },
  { kind: 'task', symbol: 'T2', value: 'job-two' },
  { kind: 'file', symbol: 'F1', value: 'a/first.mp4' },
  { kind: 'file', symbol: 'F2', value: 'a/second.mp4' },
  { kind: 'file', symbol: 'T1-stream', value: 'same' },
];

/** Deliveries of both files, of the first and of the second one, each with the same state twice. */
function seen(
  both: string,
  one: string,
  other: string,
): { readonly arms: ReadonlyMap<string, ArmRecord> } {
  return armsOf(
    ...Object.entries({ 'in-order': both, 'only the one': one, 'only the other': other }).flatMap(
      ([name, state]) => ['', ' again'].map((twin) => ({ name: `${name}${twin}`, state, names })),
    ),
  );
}

const row = (job: string, ...files: readonly string[]): string =>
  `{"job":"${job}","files":[${files.map((file) => `{"object":"a/${file}.mp4"}`).join(',')}]}`;

const list = (...rows: readonly string[]): string => `{"stream":"same","jobs":[${rows.join(',')}]}`;

describe('a file stays with its task', () => {
  test.each<[string, string, string, string]>([
    [
      'lists of rows',
      list(row('job-one', 'first'), row('job-two', 'second')),
      list(row('job-one', 'first')),
      list(row('job-two', 'second')),
    ],
    [
      'a room that names one task as its present one',
      '{"current":"job-two","files":["a/first.mp4","a/second.mp4"]}',
      '{"current":"job-one","files":["a/first.mp4"]}',
      '{"current":"job-two","files":["a/second.mp4"]}',
    ],
    [
      'composite keys',
      '{"job-one|a/first.mp4":1,"job-two|a/second.mp4":1}',
      '{"job-one|a/first.mp4":1}',
      '{"job-two|a/second.mp4":1}',
    ],
    [
      'files without tasks',
      '["a/first.mp4","a/second.mp4"]',
      '["a/first.mp4"]',
      '["a/second.mp4"]',
    ],
    ['nothing at all', 'null', 'null', 'null'],
    [
      'a last one that no longer is',
      '{"all":["a/first.mp4","a/second.mp4"],"last":[{"job":"job-two","file":"a/second.mp4"}]}',
      '{"all":["a/first.mp4"],"last":[{"job":"job-one","file":"a/first.mp4"}]}',
      '{"all":["a/second.mp4"],"last":[{"job":"job-two","file":"a/second.mp4"}]}',
    ],
  ])('in %s', (_, both, one, other) => {
    expect(expectOwnCompany(seen(both, one, other))).toEqual([]);
  });

  test.each<[string, string, string, string, string]>([
    [
      'rows of the first task',
      list(row('job-one', 'first', 'second'), row('job-two')),
      list(row('job-one', 'first')),
      list(row('job-two', 'second')),
      'F2',
    ],
    [
      'rows of the last task',
      list(row('job-one'), row('job-two', 'first', 'second')),
      list(row('job-one', 'first')),
      list(row('job-two', 'second')),
      'F1',
    ],
    [
      'keyed rows',
      '{"job-one":["a/first.mp4","a/second.mp4"],"job-two":[]}',
      '{"job-one":["a/first.mp4"]}',
      '{"job-two":["a/second.mp4"]}',
      'F2',
    ],
    [
      'keyed rows that name their task inside',
      '{"a/first.mp4":{"by":{"job":"job-one"}},"a/second.mp4":{"by":{"job":"job-one"}}}',
      '{"a/first.mp4":{"by":{"job":"job-one"}}}',
      '{"a/second.mp4":{"by":{"job":"job-two"}}}',
      'F2',
    ],
    [
      'rows below their own task that name the first one',
      '[{"id":"job-one","files":[["a/first.mp4"]]},{"id":"job-two","files":[{"of":"job-one","at":"a/second.mp4"}]}]',
      '[{"id":"job-one","files":[["a/first.mp4"]]}]',
      '[{"id":"job-two","files":[{"of":"job-two","at":"a/second.mp4"}]}]',
      'F2',
    ],
  ])('but not in %s', (_, both, one, other, file) => {
    const findings = expectOwnCompany(seen(both, one, other));
    expect(findings.map(({ code }) => code)).toEqual(['file-elsewhere']);
    expect(findings[0]?.actual).toContain(`${file} in one row with`);
  });

  test('nor does it move to the answer for another room', () => {
    const moved = (name: string, here: readonly string[], there: readonly string[]): ArmRecord => {
      const [record] = armsOf({ name, state: null, names }).arms.values();
      if (record === undefined) {
        throw new Error('armsOf made no arm');
      }
      const rooms = [here, there].map((files, index) => ({
        subject: { key: `R${String(index + 1)}`, appId: '1', roomId: 'r', taskId: '1', userId: '' },
        files,
      }));
      return {
        ...record,
        arm: { ...record.arm, subjects: rooms.map(({ subject }) => subject) },
        states: new Map(
          rooms.map(({ subject, files }) => [
            subject.key,
            { kind: 'value', value: parseJson(JSON.stringify(files)) },
          ]),
        ),
      };
    };
    const [first, second] = ['a/first.mp4', 'a/second.mp4'];
    const arms = new Map([
      ['in-order', moved('in-order', [first, second], [])],
      ['only the one', moved('only the one', [first], [])],
      ['only the other', moved('only the other', [], [second])],
    ]);
    expect(expectOwnCompany({ arms })).toEqual([
      {
        at: 'in-order',
        code: 'file-elsewhere',
        expected: 'F2 in the answer for R2, as with only the other',
        actual: 'F2 in the answer for R1',
      },
    ]);
  });
});
