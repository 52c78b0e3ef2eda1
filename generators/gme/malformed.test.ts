import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeCallback, encodeCallback, type GmeCallback } from '#contracts/gme/callback.ts';
import { callbacks } from './callback.ts';
import { malformedBodies, type MalformedKind } from './malformed.ts';

const callback: GmeCallback = {
  bizId: 1400000000,
  roomId: 'r',
  userId: '10001',
  taskId: 2n ** 53n + 1n,
  recordMode: 0,
  timestamp: 1675930605,
  eventType: 1,
  detail: { seqNo: 0, fileName: '1400000000_r_10001/2023-02-09-16-16-45_0_audio.mp3' },
};
const small = { oversizeBytes: 10_000, nestingDepth: 100 };
const all = malformedBodies(callback, small);
const refused = all.filter(({ kind }) => kind !== 'burden');

describe('malformedBodies', () => {
  it('have different names and different bytes', () => {
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
    expect(new Set(all.map(({ body }) => body().toString('hex'))).size).toBe(all.length);
  });

  it.each(refused)('$name is no callback', ({ body }) => {
    expect(decodeCallback(body()).ok).toBe(false);
  });

  it('are malformed whatever callback they are made of', () => {
    fc.assert(
      fc.property(callbacks(), (any) => {
        const accepted = malformedBodies(any, small)
          .filter(({ kind, body }) => kind !== 'burden' && decodeCallback(body()).ok)
          .map(({ name }) => name);
        expect(accepted).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  it.each<[MalformedKind, number]>([
    ['syntax', 14],
    ['shape', 7],
    ['missing-field', 10],
    ['wrong-type', 45],
    ['encoding', 7],
    ['burden', 5],
  ])('has bodies of the kind %s, at least %d', (kind, least) => {
    expect(all.filter((malformed) => malformed.kind === kind).length).toBeGreaterThanOrEqual(least);
  });

  it('name the one field that is wrong', () => {
    for (const { name, kind, body } of all) {
      const decoded = decodeCallback(body());
      const paths = decoded.ok ? [] : decoded.issues.map(({ path }) => path);
      if (kind === 'missing-field' || kind === 'wrong-type') {
        const [, path = ''] = /^[a-z ]+: ([A-Za-z.]+)/u.exec(name) ?? [];
        const named = path === 'Detail' && name.endsWith('object') ? paths : [`$.${path}`];
        expect(paths, name).toEqual(named);
      }
    }
  });

  it('burdens are as large and deep as asked, the readable ones are the callback', () => {
    const burdens = all.filter(({ kind }) => kind === 'burden').map(({ body }) => body());
    expect(burdens.filter((body) => body.length >= 10_000).length).toBeGreaterThanOrEqual(3);
    const readable = burdens.map(decodeCallback).filter(({ ok }) => ok);
    expect(readable).toEqual(Array(3).fill({ ok: true, callback }));
    const [deep] = malformedBodies(callback, { nestingDepth: 1000 })
      .slice(-4)
      .map(({ body }) => body());
    expect(deep?.length).toBe(encodeCallback(callback).length + '"Extra":,'.length + 2000);
  });
});
