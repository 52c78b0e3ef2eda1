import { describe, expect, test } from 'vitest';
import { armsOf, namesOf, type ArmSketch } from './arm-records.test-kit.ts';
import { expectConvergence, expectExactTaskIds } from './convergence.ts';
import { expectFileNames, expectPresence, expectSensitivity } from './sensitivity.ts';

/** Rows of an arm whose identifiers end in `salt`. */
function rows(salt: number, ...files: readonly string[]): string {
  const task = `400000000000000017${String(salt)}`;
  return JSON.stringify({
    room: `70000000${String(salt)}`,
    rows: files.map((file, index) => ({
      // What a database makes up by itself: it differs from arm to arm and says nothing.
      id: salt * 1000 + index * 7,
      at: new Date(Date.UTC(2026, 0, 31, 0, salt, index)).toISOString(),
      file: `folder${String(salt)}/${file}_0.mp3`,
      task,
    })),
  });
}

function arm(name: string, salt: number, state: string | null, sent = 3): ArmSketch {
  return { name, state, names: namesOf(salt), said: Array.from({ length: sent }, () => ({})) };
}

const baselines = [
  arm('in-order', 1, rows(1, 'first', 'second')),
  arm('in-order-again', 2, rows(2, 'first', 'second')),
];

describe('convergence', () => {
  test('the same rows under other identifiers, times and row numbers, in any order', () => {
    const seen = armsOf(...baselines, arm('hostile', 3, rows(3, 'second', 'first'), 5));
    expect(expectConvergence(seen, 'order-matters')).toEqual([]);
  });

  test.each([
    ['a lost row', rows(3, 'first')],
    ['a row too many', rows(3, 'first', 'second', 'second')],
    ['another room', rows(4, 'first', 'second')],
    ['an unknown room', null],
  ])('%s is a difference', (_, state) => {
    const found = expectConvergence(
      armsOf(...baselines, arm('hostile', 3, state)),
      'order-matters',
    );
    expect(found.length).toBeGreaterThan(0);
    expect(found.every(({ code }) => code === 'order-matters')).toBe(true);
    expect(found[0]?.at).toMatch(/^hostile \$/u);
  });

  test('in-order deliveries that disagree are a finding of their own', () => {
    const [first] = baselines;
    const seen = armsOf(
      ...(first === undefined ? [] : [first]),
      arm('in-order-again', 2, rows(2, 'first')),
      arm('hostile', 3, rows(3, 'first', 'second')),
    );
    expect(expectConvergence(seen, 'x').map(({ code }) => code)).toContain('in-order-differs');
  });

  test('in-order deliveries that disagree are told by the arms compared with them, and by no others', () => {
    const [first] = baselines;
    const disagreeing = [
      ...(first === undefined ? [] : [first]),
      arm('in-order-again', 2, rows(2, 'first')),
    ];
    expect(expectConvergence(armsOf(...disagreeing), 'x')).toEqual([]);
    const found = expectConvergence(
      armsOf(...disagreeing, arm('not-in-order', 3, rows(3, 'first', 'second'))),
      'x',
    );
    expect(found.length).toBeGreaterThan(0);
  });

  test('counters of deliveries are no part of the recordings', () => {
    const counted = (name: string, salt: number, sent: number): ArmSketch =>
      arm(
        name,
        salt,
        JSON.stringify({ calls: sent, files: [`folder${String(salt)}/first_0.mp3`] }),
        sent,
      );
    const seen = armsOf(
      counted('in-order', 1, 3),
      counted('in-order-again', 2, 3),
      counted('hostile', 3, 5),
    );
    expect(expectConvergence(seen, 'x')).toEqual([]);
  });
});

describe('task ids', () => {
  const withTask = (task: string): ReturnType<typeof armsOf> =>
    armsOf({ name: 'peculiar', names: namesOf(1), state: `{"task":${task}}` });

  test.each([
    ['exact as a number', '4000000000000000171'],
    ['exact as a text', '"4000000000000000171"'],
    ['not shown', 'null'],
  ])('%s', (_, task) => {
    expect(expectExactTaskIds(withTask(task))).toEqual([]);
  });

  test.each([
    ['rounded to a double', String(Number('4000000000000000171'))],
    ['rounded, as a text', JSON.stringify(BigInt(Number('4000000000000000171')).toString())],
    ['cut to 32 bits', BigInt.asUintN(32, 4000000000000000171n).toString()],
  ])('%s', (_, task) => {
    expect(expectExactTaskIds(withTask(task))).toMatchObject([
      { code: 'task-id-changed', expected: '4000000000000000171' },
    ]);
  });
});

describe('sensitivity', () => {
  test('what was left out shows', () => {
    const seen = armsOf(...baselines, arm('without F2', 3, rows(3, 'first'), 2));
    expect(expectSensitivity(seen)).toEqual([]);
  });

  test('a state that is the same with and without kept nothing', () => {
    const seen = armsOf(...baselines, arm('without F2', 3, rows(3, 'first', 'second'), 2));
    expect(expectSensitivity(seen)).toMatchObject([{ at: 'without F2', code: 'left-no-mark' }]);
  });

  test.each(['{"rows":[]}', '[]', 'null'])('a state that is always %s kept nothing', (state) => {
    const seen = armsOf(
      arm('in-order', 1, state),
      arm('in-order-again', 2, state),
      arm('without F1', 3, state, 0),
    );
    expect(expectSensitivity(seen)).toMatchObject([{ code: 'left-no-mark' }]);
  });

  test('a mere counter of callbacks keeps nothing', () => {
    const seen = armsOf(
      arm('in-order', 1, '{"calls":3}', 3),
      arm('in-order-again', 2, '{"calls":3}', 3),
      arm('without F1', 3, '{"calls":0}', 0),
    );
    expect(expectSensitivity(seen)).toMatchObject([{ code: 'left-no-mark' }]);
  });

  test('a room that is only known once something came keeps that', () => {
    const seen = armsOf(
      arm('in-order', 1, '{"ready":true}'),
      arm('in-order-again', 2, '{"ready":true}'),
      arm('without F1', 3, null, 0),
    );
    expect(expectSensitivity(seen)).toEqual([]);
  });

  test('in-order deliveries that disagree are told', () => {
    const seen = armsOf(
      arm('in-order', 1, rows(1, 'first')),
      arm('in-order-again', 2, rows(2, 'first', 'second')),
      arm('without F1', 3, rows(3)),
    );
    expect(expectSensitivity(seen).map(({ code }) => code)).toContain('in-order-differs');
  });
});

describe('presence', () => {
  test('every delivered file occurs where files are named at all', () => {
    expect(expectPresence(armsOf(...baselines), ['F1', 'F2'])).toEqual([]);
    const lossy = armsOf(arm('in-order', 1, rows(1, 'second')));
    expect(expectPresence(lossy, ['F1', 'F2'])).toMatchObject([
      { at: 'in-order', code: 'name-absent', actual: 'no F1' },
    ]);
  });

  test('a state that names no files says nothing of them', () => {
    expect(expectPresence(armsOf(arm('in-order', 1, '{"count":2}')), ['F1', 'F2'])).toEqual([]);
  });
});

describe('names of files', () => {
  test('the same rows in another order', () => {
    const seen = armsOf(...baselines, arm('peculiar', 3, rows(3, 'second', 'first')));
    expect(expectFileNames(seen)).toEqual([]);
  });

  test('a file of a known task under another name', () => {
    const seen = armsOf(...baselines, arm('peculiar', 3, rows(3, 'first', 'seco')));
    expect(expectFileNames(seen)).toMatchObject([{ at: 'peculiar', code: 'file-name-changed' }]);
    expect(expectFileNames(seen)[0]?.expected).toBe('F2 under its name, "folder3/second_0.mp3"');
  });

  test.each([
    ['a room that is not found', null],
    ['a room of which nothing is known', '{"room":"700000003","rows":[]}'],
  ])('%s is no matter of names', (_, state) => {
    expect(expectFileNames(armsOf(...baselines, arm('peculiar', 3, state)))).toEqual([]);
  });

  test('a state that names no files says nothing of them', () => {
    const counts = ['in-order', 'in-order-again', 'peculiar'].map((name, salt) =>
      arm(name, salt, `{"task":"400000000000000017${String(salt)}","files":2}`),
    );
    expect(expectFileNames(armsOf(...counts))).toEqual([]);
    expect(expectFileNames(armsOf(arm('peculiar', 3, rows(3))))).toEqual([]);
  });
});
