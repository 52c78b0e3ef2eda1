import fc from 'fast-check';
import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { sendOf } from './deliver/loopback.test-kit.ts';
import { createRedactor, publicUrl, secretsOfSend } from './redact.ts';

const key = 'k3y/+ with "quotes" & ümlaut';

describe('the key', () => {
  test.each([
    ['plain', key],
    ['in a URL', encodeURIComponent(key)],
    ['in JSON', JSON.stringify({ key })],
    ['in JSON with escaped slashes', JSON.stringify({ key }).replaceAll('/', '\\/')],
    ['in Base64', Buffer.from(key).toString('base64')],
    ['in URL-safe Base64', Buffer.from(key).toString('base64url')],
    ['in hex', Buffer.from(key).toString('hex')],
    ['twice', `${key}${key}`],
  ])('%s is blotted out', (_, text) => {
    const clean = createRedactor([key]).text(`before ${text} after`);

    expect(clean).toContain('[redacted]');
    expect(clean).toMatch(/^before .* after$/u);
    for (const form of [text, key, 'ümlaut', 'with']) {
      expect(clean).not.toContain(form);
    }
  });

  test('of any letters never comes through, nor does a half of it before a cut', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 8, maxLength: 40 }).filter((text) => text.trim() !== ''),
        fc.string(),
        fc.nat(),
        (secret, around, at) => {
          const redactor = createRedactor([secret]);
          const cutAt = 4 + (at % (secret.length - 4));
          const head = secret.slice(0, cutAt);

          expect(
            redactor.text(`${around}${secret}${around}`).replaceAll('[redacted]', '\0'),
          ).not.toContain(secret);
          expect(redactor.text(`around: ${head}…`)).toBe('around: [redacted]…');
        },
      ),
    );
  });

  test.each(['%', '%2', '\\', '\\\\u00', '&', '&#4', '&plu'])(
    'is blotted out before a cut that goes through the escape %s',
    (escape) => {
      const redactor = createRedactor(['abcdef+ghi']);
      expect(redactor.text(`k=abcdef${escape}…`)).toBe('k=[redacted]…');
      expect(redactor.text(`k=abcdef${escape}!…`)).toBe(`k=abcdef${escape}!…`);
    },
  );

  test('takes no backslash with it that escapes nothing', () => {
    expect(createRedactor(['secretkey']).text('C:\\secretkey')).toBe('C:\\[redacted]');
  });

  test('too short to be known by its half, is looked for whole alone', () => {
    expect(createRedactor(['k3y']).text('null k3y k3…')).toBe('null [redacted] k3…');
  });

  test('blank and absent secrets change nothing', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), (text) => {
        expect(createRedactor(['', '  ']).text(text)).toBe(text);
      }),
    );
  });
});

describe('digests', () => {
  test.each(
    (['sha1', 'sha256'] as const).flatMap((algorithm) => {
      const mac = createHmac(algorithm, 'key').update('body').digest();
      return [
        [`${algorithm} Base64`, mac.toString('base64')],
        [`${algorithm} hex`, mac.toString('hex')],
        [`${algorithm} HEX`, mac.toString('hex').toUpperCase()],
      ];
    }),
  )('%s is blotted out', (_, digest) => {
    expect(createRedactor([]).text(`{"expected":"${digest}"}`)).toBe(
      '{"expected":"[redacted digest]"}',
    );
  });

  test('Base64 of hex is blotted out', () => {
    const digest = Buffer.from(createHmac('sha1', 'key').update('b').digest('hex')).toString(
      'base64',
    );

    expect(createRedactor([]).text(digest)).toBe('[redacted digest]');
    expect(createRedactor([]).text(digest.replaceAll('=', ''))).toBe('[redacted digest]');
  });

  test.each([
    '446946705284175911',
    '1400_room_912/446946705284175911_0.mp3',
    'a'.repeat(39),
    '2026-11-20T04:31:05Z',
  ])('%s is none', (text) => {
    expect(createRedactor([]).text(text)).toBe(text);
  });
});

describe('headers', () => {
  test('that carry signatures or credentials lose their values, others what is secret in them', () => {
    expect(
      createRedactor([key]).headers([
        ['Signature', 'short'],
        ['AUTHORIZATION', 'Bearer x'],
        ['Set-Cookie', 'session=1'],
        ['Signature', ''],
        ['X-Echo', `k=${encodeURIComponent(key)}`],
        [`x-${encodeURIComponent(key)}`, 'v'],
        ['Content-Type', 'application/json'],
      ]),
    ).toEqual([
      ['Signature', '[redacted]'],
      ['AUTHORIZATION', '[redacted]'],
      ['Set-Cookie', '[redacted]'],
      ['Signature', ''],
      ['X-Echo', 'k=[redacted]'],
      ['x-[redacted]', 'v'],
      ['Content-Type', 'application/json'],
    ]);
  });
});

describe('what a send carries', () => {
  const signature = 'Zm9v/YmFy+MTIzNDU2Nzg5MDEyMzQ=';

  test('is secret in header, query and list of secrets, however a receiver spells it', () => {
    const redactor = createRedactor(
      secretsOfSend({
        ...sendOf({
          headers: [['signature', signature]],
          query: [['Signature', 'query-signature']],
        }),
        secrets: ['right-signature'],
      }),
    );

    for (const echo of [
      signature,
      encodeURIComponent(signature),
      signature.replaceAll('/', '\\/'),
      signature.replaceAll('/', '_').replaceAll('+', '-').replace('=', ''),
      'query-signature',
      'right-signature',
    ]) {
      expect(redactor.text(`<${echo}>`)).toBe('<[redacted]>');
    }
  });

  test('is not secret where it is shorter than any signature, or no signature', () => {
    expect(
      secretsOfSend(
        sendOf({
          headers: [
            ['Signature', 'x'],
            ['Content-Type', 'application/json'],
          ],
        }),
      ),
    ).toEqual([]);
  });
});

test.each([
  ['http://user:pass@host:8080/path?token=abc&x=1#part', 'http://host:8080/path?token=…&x=…'],
  ['https://host', 'https://host/'],
  ['https://host/a%20b?', 'https://host/a%20b'],
])('publicUrl %s', (raw, expected) => {
  expect(publicUrl(raw)).toBe(expected);
});

describe('headers that carry a signature or a credential', () => {
  test.each([
    'Signature',
    'Sign',
    'X-RTC-Signature',
    'Authorization',
    'Proxy-Authorization',
    'Cookie',
    'Set-Cookie',
  ])('%s is never written', (name) => {
    const redactor = createRedactor([]);

    expect(redactor.headers([[name, 'short']])).toEqual([[name, '[redacted]']]);
    expect(redactor.headers([[name, '']])).toEqual([[name, '']]);
    const send = { ...sendOf({ headers: [[name, '12345678']] }), secrets: ['mine'] };
    expect(secretsOfSend(send)).toEqual(['12345678', 'mine']);
  });

  test('others are, and their values come clean', () => {
    expect(createRedactor(['canary-key']).headers([['X-Note', 'a canary-key b']])).toEqual([
      ['X-Note', 'a [redacted] b'],
    ]);
  });
});
