import { describe, expect, test } from 'vitest';
import { findSameBytes, type ComparedRecording } from './same-bytes.ts';

const [one, two] = ['a'.repeat(64), 'b'.repeat(64)];

interface Recorded {
  readonly key: string;
  readonly sha256?: string;
  readonly size?: number;
  readonly kind?: string;
}

function recording({ key, sha256, size = 9, kind = 'mp3' }: Recorded): ComparedRecording {
  const listed = { key, size, modifiedMs: 0 };
  return { kind, object: sha256 === undefined ? listed : { ...listed, sha256 } };
}

function found(...recorded: readonly Recorded[]): readonly string[] {
  const list = recorded.map(recording);
  return findSameBytes(() => list, 'bytes of its own').map(
    ({ at, code, expected, actual }) => `${at} ${code} ${expected}: ${actual}`,
  );
}

const sameAs = (at: string, twin: string): string =>
  `${at} same-bytes bytes of its own: byte for byte the same as ${twin}`;

describe('findSameBytes', () => {
  test('tells each that repeats, beside the first', () => {
    const list = ['a', 'b', 'c'].map((key) => ({ key, sha256: one }));
    expect(found({ key: '0', sha256: two }, ...list)).toEqual([sameAs('b', 'a'), sameAs('c', 'a')]);
  });

  test('tells nothing of different bytes', () => {
    expect(found({ key: 'a', sha256: one }, { key: 'b', sha256: two })).toEqual([]);
  });

  test('compares whole digests, not their beginnings', () => {
    const near = `${'a'.repeat(63)}b`;
    expect(found({ key: 'a', sha256: one }, { key: 'b', sha256: near })).toEqual([]);
    expect(
      found({ key: 'a', sha256: one }, { key: 'b', sha256: near }, { key: 'c', sha256: one }),
    ).toEqual([sameAs('c', 'a')]);
  });

  test('compares recordings of one kind alone', () => {
    const [a, b] = [
      { key: 'a', sha256: one },
      { key: 'b', sha256: one, kind: 'ts' },
    ];
    expect(found(a, b)).toEqual([]);
    expect(found(a, b, { ...b, key: 'c' })).toEqual([sameAs('c', 'b')]);
  });

  test('says nothing of what was not read, and of empty files', () => {
    expect(found({ key: 'a' }, { key: 'b' }, { key: 'c', sha256: one })).toEqual([]);
    const empty = { sha256: one, size: 0 };
    expect(found({ key: 'a', ...empty }, { key: 'b', ...empty })).toEqual([]);
  });

  test('asks for the recordings again only where something repeats', () => {
    let asked = 0;
    const list = [{ key: 'a', sha256: one }].map(recording);
    findSameBytes(() => {
      asked += 1;
      return list;
    }, '');
    expect(asked).toBe(1);
  });
});
