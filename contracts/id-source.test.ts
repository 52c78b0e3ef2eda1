import { expect, it } from 'vitest';
import { idSource } from './id-source.ts';

it('gives ids one by one, or by a function', () => {
  const listed = idSource(new Set(['a', 'b']), 'job');
  expect([listed(0), listed(1)]).toEqual(['a', 'b']);
  expect(() => listed(2)).toThrow(
    new RangeError('There are only 2 job ids, but the session has more jobs.'),
  );
  expect(idSource((index) => index * 2, 'task')(21)).toBe(42);
});
