import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareStates } from './compare.ts';
import { counted, symbolic } from './states.test-kit.ts';

/** The verdict on a state after two deliveries in order. */
function verdict(first: string, second: string, candidate: string): string {
  return compareStates(
    [counted(symbolic(first)), counted(symbolic(second))],
    counted(symbolic(candidate)),
  ).kind;
}

const link = (room: string, seal: string): string =>
  JSON.stringify({ url: `https://s3/${encodeURIComponent(room)}?X-Signature=${seal}` });
const task = '446946705284175911';
const otherTask = '9223372036854775801';

describe('what differs between deliveries in order does not count', () => {
  test.each([
    [
      'row numbers',
      '[{"id":1,"f":"a"},{"id":2,"f":"b"}]',
      '[{"id":3,"f":"a"},{"id":4,"f":"b"}]',
      '[{"id":9,"f":"b"},{"id":5,"f":"a"}]',
    ],
    ['times that are no moments of ours', '{"took":12}', '{"took":31}', '{"took":7}'],
    ['keys made up anew', '{"k-81":{"f":1}}', '{"k-17":{"f":1}}', '{"k-99":{"f":1}}'],
    [
      'values below made-up keys',
      '{"k-81":{"id":"u1","f":1}}',
      '{"k-17":{"id":"u2","f":1}}',
      '{"k-99":{"id":"u3","f":1}}',
    ],
    [
      'made-up keys below made-up keys',
      '{"a1":{"b1":{"f":1}}}',
      '{"a2":{"b2":{"f":1}}}',
      '{"a3":{"b3":{"f":1}}}',
    ],
    [
      'presigned links',
      link('room/7 “é”', 'aaaa'),
      link('room/7 “é”', 'bbbb'),
      link('room/7 “é”', 'cccc'),
    ],
    ['row versions, even where they agree', '{"__v":3}', '{"__v":3}', '{"__v":4}'],
    ['made-up keys in a list', '[{"k1":{"f":1}}]', '[{"k2":{"f":1}}]', '[{"k3":{"f":1}}]'],
    ['a word here and no word there', '{"s":"done"}', '{"s":"x81"}', '{"s":"q7"}'],
    [
      'what only ends like a word',
      String.raw`{"s":"7\"ab"}`,
      String.raw`{"s":"8\"ab"}`,
      '{"s":"q7"}',
    ],
  ])('%s', (_, first, second, candidate) => {
    expect(verdict(first, second, candidate)).toBe('equal');
  });
});

describe('a mask is no blindfold', () => {
  test.each([
    [
      'a masked link still names its room',
      link('room/7 “é”', 'aaaa'),
      link('room/7 “é”', 'bbbb'),
      link('room/8', 'cccc'),
    ],
    [
      'a masked text still names its task',
      `{"k":"x1 ${task}"}`,
      `{"k":"x2 ${task}"}`,
      `{"k":"x3 ${otherTask}"}`,
    ],
    [
      'a masked text still says that a task is damaged',
      `{"k":"x1 ${task}"}`,
      `{"k":"x2 ${task}"}`,
      '{"k":"x3 446946705284175940"}',
    ],
    ['null-ness is kept', '{"at":12}', '{"at":13}', '{"at":null}'],
    ['absence is kept', '{"at":12,"f":1}', '{"at":13,"f":1}', '{"f":1}'],
    ['a row less', '[{"id":1},{"id":2}]', '[{"id":3},{"id":4}]', '[{"id":5}]'],
    ['a row more', '{"k-1":{"f":1}}', '{"k-2":{"f":1}}', '{"k-3":{"f":1},"k-4":{"f":1}}'],
    ['what stands beside a made-up key', '{"k-1":{"f":1}}', '{"k-2":{"f":1}}', '{"k-3":{"f":2}}'],
    [
      'keys that carry an identifier are not made up',
      `{"${task}":{"n":1}}`,
      `{"${task}":{"n":1}}`,
      `{"${otherTask}":{"n":1}}`,
    ],
    [
      'one mask does not cover its neighbour',
      '{"id":1,"f":"a"}',
      '{"id":2,"f":"a"}',
      '{"id":3,"f":"b"}',
    ],
    ['lists in place of a value', '{"id":1}', '{"id":2}', '{"id":[3]}'],
    [
      'what varies below one made-up key does not hide its namesake below another',
      '{"a":{"k1":{"v":1}},"b":{"m1":{"v":5}}}',
      '{"a":{"k2":{"v":2}},"b":{"m2":{"v":5}}}',
      '{"a":{"k3":{"v":3}},"b":{"m3":{"v":6}}}',
    ],
    [
      'a damaged task among what never named one',
      '{"k":"x1"}',
      '{"k":"x2"}',
      '{"k":"x3 446946705284175940"}',
    ],
  ])('%s', (_, first, second, candidate) => {
    expect(verdict(first, second, candidate)).toBe('different');
  });

  test('a changed identifier is seen wherever it stands and however volatile the rest is', () => {
    const noise = fc.stringMatching(/^[g-z]{5}$/u);
    fc.assert(
      fc.property(
        noise,
        noise,
        noise,
        fc.constantFrom('before', 'after', 'both'),
        (a, b, c, side) => {
          const text = (id: string, seal: string): string =>
            JSON.stringify({
              rows: [
                { value: `${side === 'after' ? '' : seal} ${id} ${side === 'before' ? '' : seal}` },
              ],
            });

          expect(verdict(text(task, a), text(task, b), text(task, c))).not.toBe('unstable');
          expect(verdict(text(task, a), text(task, b), text(otherTask, c))).toBe('different');
        },
      ),
    );
  });
});

describe('what is decided does not vary by itself: deliveries in order that disagree in it are unstable', () => {
  test.each([
    ['set here and not there', '{"done":true}', '{"done":false}'],
    ['true in place of a value', '{"x":true}', '{"x":12}'],
    ['false in place of a value', '{"x":false}', '{"x":12}'],
    ['null in place of a value', '{"x":null}', '{"x":12}'],
    ['other keys in two rows than in one', '[{"a":1},{"b":1}]', '[{"a":1},{"a":1}]'],
    ['an identifier for a key here', `{"${task}":1}`, '{"x1":1}'],
    ['an identifier for a key there', '{"x1":1}', `{"${task}":1}`],
    ['identifiers among made-up keys', `{"${task}":1,"k1":1}`, `{"${otherTask}":1,"k2":1}`],
  ])('%s', (_, first, second) => {
    expect(verdict(first, second, first)).toBe('unstable');
  });

  test.each([
    'uploaded',
    'UPLOADED',
    'Uploaded',
    'in_progress',
    'IN-PROGRESS',
    'In Progress',
    'not yet done',
    '上传',
    '处理中',
  ])('the word %s', (word) => {
    expect(verdict(`{"s":"${word}"}`, '{"s":"done"}', '{"s":"done"}')).toBe('unstable');
  });
});

test.each([
  '__v',
  'version',
  'revision',
  'rev',
  '_rev',
  'etag',
  'lock_version',
  'lockVersion',
  'row_version',
  'rowVersion',
])('%s is a row version', (name) => {
  const [first, second] = ['1', '2'].map((value) => counted(symbolic(`{"${name}":${value}}`)));

  expect(first && second && compareStates([first], second).kind).toBe('equal');
});

test('with one delivery in order only names of row versions are known', () => {
  const one = counted(symbolic('{"revision":1,"id":1}'));

  expect(compareStates([one], counted(symbolic('{"revision":2,"id":1}'))).kind).toBe('equal');
  expect(compareStates([one], counted(symbolic('{"revision":1,"id":2}'))).kind).toBe('different');
});
