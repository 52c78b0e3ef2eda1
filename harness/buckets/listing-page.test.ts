import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { create } from 'xmlbuilder2';
import { parseListingPage } from './listing-page.ts';

const parse = (xml: string): unknown => parseListingPage(Buffer.from(xml));
const page = (inner: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${inner}</ListBucketResult>\n`;
const object = (key: string): string => `<Contents><Key>${key}</Key><Size>1</Size></Contents>`;

describe('parseListingPage', () => {
  test('reads the fields of a page', () => {
    const xml = page(
      '<Name>b</Name><IsTruncated>true</IsTruncated><NextMarker>n&amp;</NextMarker>' +
        '<Contents><Key>a.mp3</Key><LastModified>2026-01-02T03:04:05.678Z</LastModified>' +
        '<ETag>&quot;e&quot;</ETag><Size>5368709120</Size><Owner><ID>o</ID></Owner></Contents>' +
        '<CommonPrefixes><Prefix>p/</Prefix></CommonPrefixes>',
    );

    expect(parse(xml)).toEqual({
      isTruncated: true,
      nextMarker: 'n&',
      entries: [
        {
          key: 'a.mp3',
          size: 5_368_709_120,
          modifiedMs: Date.UTC(2026, 0, 2, 3, 4, 5, 678),
          etag: '"e"',
        },
      ],
    });
  });

  test('takes an empty page', () => {
    expect(parse(page('<IsTruncated>false</IsTruncated>'))).toEqual({
      isTruncated: false,
      entries: [],
    });
  });

  test.each([
    ['  spaces ', '  spaces '],
    ['a+b%20c', 'a+b%20c'],
    ['&#x1b;[31m&#7;', '\u001b[31m\u0007'],
    ['raw \u001b', 'raw \u001b'],
    ['&#13;&#10;', '\r\n'],
    ['raw\r\nbreak', 'raw\r\nbreak'],
    ['&lt;script&gt;&amp;amp;', '<script>&amp;'],
    ['&#128512;', '😀'],
    ['0123', '0123'],
    ['true', 'true'],
    ['__proto__', '__proto__'],
    ['你/é', '你/é'],
  ])('key %j', (written, key) => {
    const xml = page(`<IsTruncated>false</IsTruncated>${object(written)}`);

    expect(parse(xml)).toMatchObject({ entries: [{ key, size: 1 }] });
  });

  const bomb =
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>' +
    page('<IsTruncated>false</IsTruncated><Contents><Key>&b;</Key><Size>1</Size></Contents>');

  test.each([
    ['entity declarations', bomb, /markup that is no element/],
    ['HTML', '<html><body>Sign in</body></html>', /has no <ListBucketResult>/],
    ['nothing', '', /not complete/],
    ['text', 'Not found', /not complete/],
    ['two roots', `${page('')}<x/>`, /beside its root/],
    ['two roots without a gap', `${page('').trim()}<x/>`, /beside its root/],
    ['text before the root', 'x<ListBucketResult/>', /beside its root/],
    ['text behind the root', `${page('')}x`, /beside its root/],
    ['a second root that stays open', `${page('').trim()}<x>`, /not complete/],
    ['elements that cross', '<a><b></a></b>', /close in order/],
    ['a reference to half a character', page('<Key>&#xD800;</Key>'), /does not exist/],
    ['an unknown entity', page('<Key>&nbsp;</Key>'), /does not exist/],
    ['an inherited name', page('<Key>&constructor;</Key>'), /does not exist/],
    ['a bare ampersand', page('<Key>a & b</Key>'), /does not exist/],
    [
      'two keys',
      page('<IsTruncated>false</IsTruncated><Contents><Key>a</Key><Key>b</Key></Contents>'),
      /no plain <Key>/,
    ],
    ['a page cut off', page(object('a')).slice(0, -30), /not complete|no element/],
    ['no truncation flag', page(object('a')), /does not say whether it is truncated/],
    [
      'no key',
      page('<IsTruncated>false</IsTruncated><Contents><Size>1</Size></Contents>'),
      /no key/,
    ],
    [
      'an odd size',
      page('<IsTruncated>false</IsTruncated><Contents><Key>a</Key><Size>-1</Size></Contents>'),
      /no size/,
    ],
    [
      'a CDATA key',
      page(
        '<IsTruncated>false</IsTruncated><Contents><Key><![CDATA[a]]></Key><Size>1</Size></Contents>',
      ),
      /markup that is no element/,
    ],
    ['deep nesting', `${'<a>'.repeat(50)}${page('')}`, /nested deeper than 8/],
  ])('refuses %s', (_, xml, message) => {
    expect(() => parse(xml)).toThrow(message);
  });

  test('reads what an independent writer writes', () => {
    const key = fc
      .string({ unit: 'binary', minLength: 1 })
      // The writer knows XML 1.0 alone, which has no control characters.
      .filter((text) => !/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/u.test(text));
    fc.assert(
      fc.property(fc.array(key), fc.boolean(), (keys, isTruncated) => {
        const Contents = keys.map((Key, index) => ({ Key, Size: index }));
        const xml = create({ ListBucketResult: { IsTruncated: isTruncated, Contents } }).end();

        expect(parse(xml)).toEqual({
          isTruncated,
          entries: keys.map((Key, index) => ({ key: Key, size: index })),
        });
      }),
    );
  });

  test('never takes a part of a page for a page', () => {
    const whole = page(`<IsTruncated>false</IsTruncated>${object('a')}${object('b')}`).trim();
    fc.assert(
      fc.property(fc.integer({ min: 0, max: whole.length - 1 }), (length) => {
        expect(() => parse(whole.slice(0, length))).toThrow();
      }),
    );
  });

  test('refuses bytes that are not UTF-8', () => {
    expect(() => parseListingPage(Buffer.from([0xff, 0xfe]))).toThrow('not UTF-8');
  });
});
