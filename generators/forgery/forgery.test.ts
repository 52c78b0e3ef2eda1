import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isJsonObject, LosslessNumber, parseJson } from '#contracts/json.ts';
import { jsonEscapes, jsonStyles, spellJson } from '#contracts/json-spelling.ts';
import { makeSignature } from '#contracts/signature-making.ts';
import { forgeries, type ForgeryGround, type MacScheme } from './forgery.ts';
import { signWith } from './mac-scheme.ts';

const base64Of256: MacScheme = {
  hash: 'sha256',
  encoding: 'base64',
  input: (body) => body,
};
const hexBehindNonce: MacScheme = {
  hash: 'sha256',
  encoding: 'hex',
  input: (body) => Buffer.concat([Buffer.from('4711'), body]),
};

function ground(scheme: MacScheme, numberField: string | null): ForgeryGround {
  return {
    scheme,
    textField: 'Text',
    numberField,
    rewrite: (body, what) => {
      const value = parseJson(body.toString());
      return Buffer.from(spellJson({ ...(isJsonObject(value) ? value : {}), [what]: 'other' }));
    },
  };
}

const grounds: readonly (readonly [string, ForgeryGround])[] = [
  ['Base64', ground(base64Of256, 'Number')],
  ['hexadecimal', ground(hexBehindNonce, null)],
];

const bodies = fc
  .record({
    text: fc.string({ unit: 'grapheme', maxLength: 8 }),
    number: fc.nat(),
    style: fc.constantFrom(...jsonStyles),
    escapes: fc.constantFrom(...jsonEscapes),
  })
  .map(({ text, number, ...spelling }) => {
    const inner = { Text: text, Number: new LosslessNumber(String(number)) };
    return Buffer.from(spellJson({ Outer: new LosslessNumber('3'), Inner: inner }, spelling));
  });

describe.each(grounds)('forgeries of a %s signature', (_, on) => {
  const key = 'klé';
  const all = forgeries(on);

  it('have different names', () => {
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  });

  it('tell how they made what they made with the key, and of what needs no key nothing', () => {
    fc.assert(
      fc.property(bodies, (body) => {
        const signature = signWith(on.scheme, body, key);
        const others = { body, signature: signWith(on.scheme, body, 'other'), key: 'other' };
        for (const { name, apply } of all) {
          const { signature: forged, making } = apply({ body, signature, key });
          expect(making === undefined ? forged : makeSignature(making, key), name).toBe(forged);
          // One character may be the same under another key.
          if (making === undefined) {
            expect(apply(others).signature, name).toBe(forged);
          }
        }
      }),
    );
  });

  it('prove no knowledge of the key, and leave alone what they say they do', () => {
    const fold = (value: string | undefined): string | undefined =>
      on.scheme.encoding === 'hex' ? value?.toLowerCase() : value;
    fc.assert(
      fc.property(bodies, (body) => {
        const signature = signWith(on.scheme, body, key);
        for (const { name, forges, apply } of all) {
          const forged = apply({ body, signature, key });
          const right = signWith(on.scheme, forged.body, key);
          expect(fold(forged.signature), name).not.toBe(fold(right));
          expect(body.equals(forged.body), name).toBe(forges === 'signature');
          expect(forged.signature === signature, name).toBe(forges === 'body');
        }
      }),
    );
  });
});

describe('forgeries', () => {
  const namesOf = (on: ForgeryGround): readonly string[] => forgeries(on).map(({ name }) => name);

  it('swap the case only where it matters, and change a number only where there is one', () => {
    expect(namesOf(ground(base64Of256, 'Number'))).toEqual(
      expect.arrayContaining(['wrong-case', 'other-number']),
    );
    const hex = namesOf(ground(hexBehindNonce, null));
    expect(hex).not.toContain('wrong-case');
    expect(hex).not.toContain('other-number');
  });

  it('use the hashes that the service does not', () => {
    const hmacs = (hash: 'sha1' | 'sha256'): readonly string[] =>
      namesOf(ground({ ...base64Of256, hash }, null)).filter((name) => name.startsWith('hmac-'));
    expect(hmacs('sha1')).toEqual(['hmac-sha256', 'hmac-sha512', 'hmac-md5']);
    expect(hmacs('sha256')).toEqual(['hmac-sha1', 'hmac-sha512', 'hmac-md5']);
  });

  it('sign what the service signs, under the other hash, too', () => {
    const body = Buffer.from('{"Outer":1,"Inner":{"Text":"t"}}');
    const forged = forgeries(ground(hexBehindNonce, null))
      .find(({ name }) => name === 'hmac-sha512')
      ?.apply({ body, signature: '', key: 'k' });
    const mac = createHmac('sha512', 'k').update('4711').update(body).digest('hex');
    expect(forged?.signature).toBe(mac);
  });

  it('throw where the ground is not what it says it is', () => {
    const inside = forgeries(ground(base64Of256, null)).find(
      ({ name }) => name === 'null-byte-inside',
    );
    expect(() => inside?.apply({ body: Buffer.from('{}'), signature: '', key: '' })).toThrow(
      'The body has no string Text.',
    );
  });
});
