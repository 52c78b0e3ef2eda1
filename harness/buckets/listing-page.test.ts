import { describe, expect, test } from 'vitest';
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
    ['&#xD800;&bogus;&#x110000;', '&#xD800;&bogus;&#x110000;'],
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
    ['entity declarations', bomb, /document type/],
    ['HTML', '<html><body>Sign in</body></html>', /no complete <ListBucketResult>/],
    ['nothing', '', /no complete/],
    ['a page cut off', page(object('a')).slice(0, -30), /no complete/],
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
      /no key/,
    ],
    ['deep nesting', `${'<a>'.repeat(50)}${page('')}`, /nested/i],
  ])('refuses %s', (_, xml, message) => {
    expect(() => parse(xml)).toThrow(message);
  });

  test('refuses bytes that are not UTF-8', () => {
    expect(() => parseListingPage(Buffer.from([0xff, 0xfe]))).toThrow('not UTF-8');
  });
});
