import type { Finding } from '#harness/check.ts';
import { expect, test } from 'vitest';
import { FindingList, findingsListedMax } from './finding-list.ts';

const finding = (at: string): Finding => ({ at, code: 'x', expected: 'a', actual: 'b' });

test('findings are listed in their order, and beyond a bound only counted', () => {
  const list = new FindingList();
  let drawn = 0;
  const add = (index: number): void =>
    list.add(() => {
      drawn += 1;
      return finding(String(index));
    });
  expect(list.list()).toEqual([]);
  list.add(finding('first'));
  for (let index = 1; index < findingsListedMax; index++) {
    add(index);
  }
  expect(list.list()).toHaveLength(findingsListedMax);
  expect(list.list().map(({ at }) => at)).toEqual([
    'first',
    ...Array.from({ length: findingsListedMax - 1 }, (_, index) => String(index + 1)),
  ]);
  add(98);
  list.add(finding('99'));
  expect(list.list().slice(findingsListedMax)).toEqual([
    { at: 'the bucket', code: 'more-findings', expected: 'none', actual: 'and 2 more' },
  ]);
  expect(drawn).toBe(findingsListedMax - 1);
});
