import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeCallback, encodeCallback } from '#contracts/gme/callback.ts';
import { resolveReading } from '#contracts/gme/dialects.ts';
import type { GmeReading } from '#contracts/gme/reading.ts';
import { signCallback, verifySignature } from '#contracts/gme/signature.ts';
import { parseJson } from '#contracts/json.ts';
import { bodySpellings } from './body-spelling.ts';
import { callbacks } from './callback.ts';
import { forgeries, type Forgery, type SignedBody } from './forgery.ts';

const key = 'a key of 密 letters';

const genuine: fc.Arbitrary<SignedBody & { readonly reading: GmeReading }> = fc
  .record({
    callback: callbacks(),
    spelling: bodySpellings(),
    reading: fc
      .constantFrom([], ['gme-sig-hex'], ['gme-sig-base64-of-hex'], ['gme-sig-post-prefix'])
      .map(resolveReading),
  })
  .map(({ callback, spelling, reading }) => {
    const body = encodeCallback(callback, spelling);
    return { body, key, reading, signature: signCallback(body, key, reading) };
  });

const all = forgeries();

function named(name: string): Forgery {
  const forgery = all.find((candidate) => candidate.name === name);
  if (forgery === undefined) {
    throw new Error(`There is no forgery named ${name}.`);
  }
  return forgery;
}

describe('forgeries', () => {
  it('have different names', () => {
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
    expect(all.length).toBeGreaterThanOrEqual(35);
  });

  it.each(all.map(({ name }) => name))(
    '%s is never rightly signed, whatever it is made of',
    (name) => {
      fc.assert(
        fc.property(genuine, (request) => {
          const forgery = forgeries(request.reading).find((candidate) => candidate.name === name);
          if (forgery === undefined) {
            // The case of letters means nothing in hexadecimal.
            expect([name, request.reading.signatureEncoding]).toEqual(['wrong-case', 'hex']);
            return;
          }
          const forged = forgery.apply(request);
          expect(verifySignature(forged.body, key, forged.signature ?? '', request.reading)).toBe(
            false,
          );
          const isSameBody = Buffer.from(forged.body).equals(request.body);
          expect(isSameBody).toBe(forgery.forges === 'signature');
          expect(forged.signature === request.signature).toBe(forgery.forges === 'body');
        }),
      );
    },
  );

  it.each([
    'changed-at-start',
    'changed-in-middle',
    'changed-at-end',
    'other-room',
    'other-task',
    'other-event',
  ])('%s leaves a readable callback that says something else', (name) => {
    fc.assert(
      fc.property(callbacks(), (callback) => {
        const body = encodeCallback(callback);
        const forged = named(name).apply({ body, key, signature: signCallback(body, key) });
        const decoded = decodeCallback(forged.body);
        expect(decoded.ok && JSON.stringify(decoded.callback, bigintsAsText)).not.toBe(
          JSON.stringify(callback, bigintsAsText),
        );
        expect(decoded.ok).toBe(true);
      }),
    );
  });

  it.each([
    'blank-before',
    'blank-behind',
    'line-feed-behind',
    'blank-inside',
    'other-white-space',
    'other-escapes',
    'other-key-order',
  ])('%s leaves the same JSON value', (name) => {
    fc.assert(
      fc.property(genuine, (request) => {
        const forged = Buffer.from(named(name).apply(request).body);
        expect(parseJson(forged.toString())).toEqual(
          parseJson(Buffer.from(request.body).toString()),
        );
      }),
    );
  });

  it('do not change the genuine request', () => {
    const body = encodeCallback({
      bizId: 1,
      roomId: 'r',
      userId: 'u',
      taskId: 1n,
      recordMode: 0,
      timestamp: 1,
      eventType: 1,
      detail: { seqNo: 0, fileName: 'f' },
    });
    const before = Buffer.from(body);
    for (const forgery of all) {
      forgery.apply({ body, key, signature: signCallback(body, key) });
    }
    expect(body.equals(before)).toBe(true);
  });
});

function bigintsAsText(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}
