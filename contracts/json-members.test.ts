import { describe, expect, it } from 'vitest';
import { orderedMembers } from './json-members.ts';

const members = [
  ['b', 'two'],
  ['a', null],
  ['c', 'three'],
] as const;

describe('orderedMembers', () => {
  it('keeps the order that it is given', () => {
    expect(Object.entries(orderedMembers(members))).toEqual(members);
  });

  it('puts the named ones first, in their order', () => {
    expect(Object.keys(orderedMembers(members, ['c', 'a']))).toEqual(['c', 'a', 'b']);
  });

  it('refuses a name that is absent or there twice', () => {
    expect(() => orderedMembers(members, ['c', 'd'])).toThrow(
      new RangeError("The key order names the absent key 'd'."),
    );
    expect(() => orderedMembers([...members, ['a', 'again']])).toThrow(
      new RangeError('An extra field repeats another field.'),
    );
  });
});
