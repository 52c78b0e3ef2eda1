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

test('with one delivery in order only names of row versions are known', () => {
  const one = counted(symbolic('{"revision":1,"id":1}'));

  expect(compareStates([one], counted(symbolic('{"revision":2,"id":1}'))).kind).toBe('equal');
  expect(compareStates([one], counted(symbolic('{"revision":1,"id":2}'))).kind).toBe('different');
});
