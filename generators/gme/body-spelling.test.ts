import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeCallback, encodeCallback, type BodySpelling } from '#contracts/gme/callback.ts';
import { bodySpellings, directedSpellings, unknownEventTypes } from './body-spelling.ts';
import { callbacks } from './callback.ts';
import { shares, shrunk } from '../statistics.test-helper.ts';

describe('bodySpellings', () => {
  it('never change what is said', () => {
    fc.assert(
      fc.property(callbacks(), bodySpellings(), (callback, spelling) => {
        expect(decodeCallback(encodeCallback(callback, spelling))).toEqual({ ok: true, callback });
      }),
    );
  });

  it('reach every difference, and the plain default', () => {
    const reached = shares(bodySpellings(), (spelling: BodySpelling) => [
      ...Object.keys(spelling),
      ...Object.values(spelling).map(String),
    ]);
    for (const trait of [
      'style',
      'escapes',
      'keyOrder',
      'detailKeyOrder',
      'extraFields',
      'extraDetailFields',
      'trailingNewline',
      'spaced',
      'pretty',
      'tabs',
      'crlf',
      'non-ascii',
      'all',
      'slashes',
    ]) {
      expect(reached.get(trait) ?? 0, trait).toBeGreaterThan(0.1);
    }
  });

  it('shrink to the default', () => {
    expect(shrunk(bodySpellings(), () => true)).toEqual({});
    expect(shrunk(bodySpellings(), ({ style }) => style === 'tabs')).toEqual({ style: 'tabs' });
  });
});

describe('directedSpellings', () => {
  it('are distinct bodies of one callback', () => {
    const sample = { ...shrunk(callbacks(), () => true), roomId: 'a/房' };
    const bodies = directedSpellings.map(({ spelling }) =>
      encodeCallback(sample, spelling).toString(),
    );
    expect(new Set(bodies).size).toBe(bodies.length);
    for (const body of bodies) {
      expect(decodeCallback(Buffer.from(body))).toEqual({ ok: true, callback: sample });
    }
  });
});

describe('unknownEventTypes', () => {
  it('are in no document', () => {
    fc.assert(
      fc.property(unknownEventTypes(), (type) => {
        expect([1, 2, 3]).not.toContain(type);
      }),
    );
  });
});
