import { describe, expect, it } from 'vitest';
import type { CallbackIssue } from './json-body.ts';
import { hasLoneSurrogate, JsonFields, naturalOf } from './json-fields.ts';
import { isJsonObject, parseJson } from './json.ts';

/** The members of a JSON text, and the issues that reading them has brought up. */
function fieldsOf(text: string): {
  readonly fields: JsonFields;
  readonly issues: readonly CallbackIssue[];
} {
  const issues: CallbackIssue[] = [];
  const value = parseJson(text);
  return { fields: new JsonFields('$', isJsonObject(value) ? value : undefined, issues), issues };
}

describe('members as they should be', () => {
  it('are read without an issue', () => {
    const { fields, issues } = fieldsOf(
      '{"n":9007199254740991,"b":18446744073709551615,"t":"語","o":{"z":0}}',
    );
    expect(fields.integer('n')).toBe(Number.MAX_SAFE_INTEGER);
    expect(fields.bigInteger('b', 2n ** 64n - 1n)).toBe(2n ** 64n - 1n);
    expect(fields.text('t')).toBe('語');
    expect(fields.object('o').integer('z')).toBe(0);
    expect(issues).toEqual([]);
  });

  it('are there when they are null, and not when they are inherited', () => {
    const { fields } = fieldsOf('{"a":null}');
    expect(['a', 'b', 'constructor'].map((name) => fields.has(name))).toEqual([true, false, false]);
    expect(fields.value('a')).toBeNull();
    expect(fields.value('constructor')).toBeUndefined();
  });
});

describe('members as they should not be', () => {
  it.each([
    [
      'a number too large for a double',
      'integer',
      '9007199254740992',
      /^an integer from 0 to 9007199254740991$/u,
    ],
    ['a number behind the bound', 'bigInteger', '8', /^an integer from 0 to 7$/u],
    ['half a character', 'text', String.raw`"\ud800"`, /^a string of whole Unicode characters$/u],
    ['a text for an object', 'object', '"{}"', /^an object$/u],
  ] as const)('%s is told', (_, read, text, expected) => {
    const { fields, issues } = fieldsOf(`{"m":${text}}`);
    if (read === 'bigInteger') {
      fields.bigInteger('m', 7n);
    } else {
      fields[read]('m');
    }
    expect(issues).toEqual([
      {
        path: '$.m',
        expected: expect.stringMatching(expected) as string,
        actual: expect.stringMatching(/./u) as string,
      },
    ]);
  });

  it('of an object that is none are not told one by one', () => {
    const { fields, issues } = fieldsOf('{"Detail":7}');
    const detail = fields.object('Detail');
    expect(detail.has('SeqNo')).toBe(false);
    expect(detail.integer('SeqNo')).toBe(0);
    expect(detail.text('FileName')).toBe('');
    expect(issues).toEqual([{ path: '$.Detail', expected: 'an object', actual: 'the number 7' }]);
  });

  it('inside an object are told with their path', () => {
    const { fields, issues } = fieldsOf('{"Detail":{"SeqNo":"0"}}');
    fields.object('Detail').integer('SeqNo');
    expect(issues.map(({ path }) => path)).toEqual(['$.Detail.SeqNo']);
  });
});

describe('naturalOf', () => {
  it.each([
    ['0', 0n],
    ['12345678901234567890', 12345678901234567890n],
    ['123456789012345678901', undefined],
    ['-0', undefined],
    ['1.0', undefined],
    ['1e3', undefined],
    ['"1"', undefined],
  ])('of %s is %s', (text, expected) => {
    expect(naturalOf(parseJson(text))).toBe(expected);
  });
});

describe('hasLoneSurrogate', () => {
  it.each([
    ['😀', false],
    ['a\ud83d', true],
    ['\ude00b', true],
  ])('of %j is %s', (text, expected) => {
    expect(hasLoneSurrogate(text)).toBe(expected);
  });
});
