import { expect, test } from 'vitest';
import { armsOf, namesOf } from './arm-records.test-kit.ts';
import { expectNoStrangers } from './strangers.ts';

const [own = '', other = ''] = [0, 1].map((salt) => namesOf(salt)[0]?.value ?? '');
const [ownTask = '', otherTask = ''] = [0, 1].map((salt) => namesOf(salt)[1]?.value ?? '');

function find(told: string | null, nothing: string | null): ReturnType<typeof expectNoStrangers> {
  return expectNoStrangers(
    armsOf(
      { name: 'in-order', state: told, names: namesOf(0) },
      { name: 'nothing', state: nothing, names: namesOf(1) },
    ),
  );
}

test('each room with what is its own is well, and one that nobody knows', () => {
  expect(find(`{"room":"${own}","tasks":[${ownTask}]}`, `{"room":"${other}"}`)).toEqual([]);
  expect(find(`["${own}"]`, null)).toEqual([]);
  expect(find(null, null)).toEqual([]);
});

test('a room that shows another one is called, once', () => {
  expect(find(`["${own}"]`, `[{"room":"${own}","task":"${ownTask}"}]`)).toEqual([
    {
      at: 'nothing',
      code: 'other-room-shown',
      expected: 'what is known of the room that the observation was asked for',
      actual: `room ${own} as well, which only in-order has told of`,
    },
  ]);
});

test('a task of another room is called, as a number too', () => {
  expect(find(`[${ownTask},${otherTask}]`, null)).toMatchObject([
    { at: 'in-order', actual: `task ${otherTask} as well, which only nothing has told of` },
  ]);
});
