import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  callbackHeaders,
  isCallbackKey,
  signCallback,
  signatureName,
  verifySignature,
} from './signature.ts';

/** The body of the published example, with real line feeds and tabs. */
const published = Buffer.from(
  '{\n\t"EventGroupId":\t2,\n\t"EventType":\t204,\n\t"CallbackTs":\t1664209748188,\n\t"EventInfo":\t{\n\t\t"RoomId":\t8489,\n\t\t"EventTs":\t1664209748,\n\t\t"EventMsTs":\t1664209748180,\n\t\t"UserId":\t"user_85034614",\n\t\t"Reason":\t0\n\t}\n}',
);
const key = '123654';
const sign = 'kkoFeO3Oh2ZHnjtg8tEAQhtXK16/KI05W3BQff8IvGA=';

describe('the published vector', () => {
  it('has the bytes that the example means', () => {
    expect(published).toHaveLength(207);
    expect(createHash('sha256').update(published).digest('hex')).toBe(
      '4c4c52193bebe962a47d3736aec7a27e81fba536f3a8ecfa04ba306b0edcb2f6',
    );
  });

  it('is what we compute', () => {
    expect(signCallback(published, key)).toBe(sign);
    expect(verifySignature(published, key, sign)).toBe(true);
  });

  it.each([
    [
      'escapes taken literally',
      published
        .toString()
        .replaceAll('\n', String.raw`\n`)
        .replaceAll('\t', String.raw`\t`),
      'LvKyTq86nULm22HssZHPn1L7gkGafhnxpO//kNZ31TM=',
    ],
    [
      'the body written anew without blanks',
      JSON.stringify(JSON.parse(published.toString())),
      'anzyZII7pPNA7OhLIykuCYYviTmAgduUch5n7HSFggc=',
    ],
  ])('has a companion with another value: %s', (_, body, value) => {
    expect(signCallback(Buffer.from(body), key)).toBe(value);
    expect(verifySignature(Buffer.from(body), key, sign)).toBe(false);
  });

  it('agrees with the second published input, whose result we derived', () => {
    const body = Buffer.from(
      '{\n\t"EventGroupId":\t1,\n\t"EventType":\t101,\n\t"CallbackTs":\t1608086882372,\n\t"EventInfo":\t{\n\t\t"RoomId":\t20222,\n\t\t"EventTs":\t1608086882,\n\t\t"UserId":\t"222222_phone"\n\t}\n}',
    );
    expect(body).toHaveLength(162);
    expect(signCallback(body, '789')).toBe('t2Yq1R4wilV/RIMRyygkgdhxWO8dgTdXXrfNVtz7V3k=');
  });
});

describe('verifySignature', () => {
  it.each([
    ['nothing', ''],
    ['another letter case', sign.toLowerCase()],
    ['a shorter value', sign.slice(0, -1)],
    ['a blank behind', `${sign} `],
    ['the URL alphabet', sign.replace('/', '_')],
    ['the hexadecimal form', Buffer.from(sign, 'base64').toString('hex')],
    ['a non-ASCII value of the same length', 'é'.repeat(sign.length)],
  ])('refuses %s', (_, forged) => {
    expect(verifySignature(published, key, forged)).toBe(false);
  });

  it('refuses another key, an empty key and a body that differs in one blank', () => {
    expect(verifySignature(published, '123655', sign)).toBe(false);
    expect(verifySignature(published, '', sign)).toBe(false);
    expect(verifySignature(Buffer.concat([published, Buffer.from(' ')]), key, sign)).toBe(false);
  });
});

describe('callbackHeaders', () => {
  it('are the three documented ones', () => {
    expect(callbackHeaders(published, 1400000000, key)).toEqual([
      ['Content-Type', 'application/json'],
      ['Sign', sign],
      ['SdkAppId', '1400000000'],
    ]);
  });

  it('have no signature where there is no key', () => {
    const names = callbackHeaders(published, 1400000000, undefined).map(([name]) => name);
    expect(names).not.toContain(signatureName);
  });
});

describe('isCallbackKey', () => {
  it.each([
    [key, true],
    ['a'.repeat(32), true],
    ['a'.repeat(33), false],
    ['', false],
    ['a-b', false],
    ['ключ', false],
  ])('of %s is %s', (text, expected) => {
    expect(isCallbackKey(text)).toBe(expected);
  });
});
