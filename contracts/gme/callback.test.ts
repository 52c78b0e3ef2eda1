import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LosslessNumber } from '../json.ts';
import { jsonEscapes, jsonStyles } from '../json-spelling.ts';
import {
  callbackFields,
  decodeCallback,
  encodeCallback,
  type BodySpelling,
  type GmeCallback,
} from './callback.ts';

const callback: GmeCallback = {
  bizId: 1400000000,
  roomId: '00"7/房_间😀%',
  userId: '10001',
  taskId: 446192236330927913n,
  recordMode: 0,
  timestamp: 1675930605,
  eventType: 3,
  detail: { seqNo: 0, fileName: '1400000000_a_b/2023-02-09-16-16-45_0_audio.mp3' },
};

const spellings: fc.Arbitrary<BodySpelling> = fc.record(
  {
    style: fc.constantFrom(...jsonStyles),
    escapes: fc.constantFrom(...jsonEscapes),
    keyOrder: fc.shuffledSubarray([...callbackFields]),
    detailKeyOrder: fc.shuffledSubarray(['SeqNo', 'FileName']),
    extraFields: fc.constant([
      ['Zone', { Id: new LosslessNumber('12345678901234567890') }] as const,
    ]),
    trailingNewline: fc.boolean(),
  },
  { requiredKeys: [] },
);

function textOf(spelling: BodySpelling): string {
  return encodeCallback(callback, spelling).toString('utf8');
}

/** The decoder’s complaints about the sample with one member of its JSON text replaced. */
function issuesWith(from: string, to: string): readonly string[] {
  const text = textOf({}).replace(from, to);
  const decoded = decodeCallback(Buffer.from(text));
  return decoded.ok ? [] : decoded.issues.map(({ path, actual }) => `${path}: ${actual}`);
}

describe('encodeCallback', () => {
  it('writes the documented key order on one line by default', () => {
    expect(textOf({})).toBe(
      '{"BizID":1400000000,"RoomID":"00\\"7/房_间😀%","UserID":"10001","TaskID":446192236330927913,"RecordMode":0,"Timestamp":1675930605,"EventType":3,"Detail":{"SeqNo":0,"FileName":"1400000000_a_b/2023-02-09-16-16-45_0_audio.mp3"}}',
    );
  });

  it.each([
    ['compact', '{"BizID":1400000000,"RoomID":"r","'],
    ['spaced', '{"BizID": 1400000000, "RoomID": "r", "'],
    ['pretty', '{\n  "BizID": 1400000000,\n  "RoomID": "r",\n  "'],
    ['tabs', '{\n\t"BizID":\t1400000000,\n\t"RoomID":\t"r",\n\t"'],
    ['crlf', '{\r\n  "BizID": 1400000000,\r\n  "RoomID": "r",\r\n  "'],
  ] as const)('writes the white space of the style %s', (style, beginning) => {
    const text = encodeCallback({ ...callback, roomId: 'r' }, { style }).toString('utf8');
    expect(text.slice(0, beginning.length)).toBe(beginning);
  });

  it('writes the escapes of each kind', () => {
    const roomOf = (escapes: BodySpelling['escapes'] & string): string =>
      (/"RoomID":("(?:[^"\\]|\\.)*")/u.exec(textOf({ escapes })) ?? [])[1] ?? '';
    expect(jsonEscapes.map(roomOf)).toEqual([
      String.raw`"00\"7/房_间😀%"`,
      String.raw`"00\"7/\u623f_\u95f4\ud83d\ude00%"`,
      String.raw`"\u0030\u0030\u0022\u0037\u002f\u623f\u005f\u95f4\ud83d\ude00\u0025"`,
      String.raw`"00\"7\/房_间😀%"`,
    ]);
  });

  it('places keys and extra fields as asked', () => {
    const text = textOf({
      keyOrder: ['Detail', 'Zone', 'TaskID'],
      detailKeyOrder: ['FileName'],
      extraFields: [['Zone', 'cn']],
    });
    const keys = Array.from(text.matchAll(/"(\w+)":/gu), ([, key]) => key);
    expect(keys.join(' ')).toBe(
      'Detail FileName SeqNo Zone TaskID BizID RoomID UserID RecordMode Timestamp EventType',
    );
  });

  it('ends with a line feed when asked, and with the brace otherwise', () => {
    expect(textOf({ trailingNewline: true })).toBe(`${textOf({})}\n`);
    expect(textOf({ trailingNewline: false }).endsWith('}')).toBe(true);
  });

  it('refuses spellings that could not mean what they say', () => {
    expect(() => encodeCallback(callback, { keyOrder: ['BizId'] })).toThrow(/absent key 'BizId'/u);
    expect(() => encodeCallback(callback, { extraFields: [['BizID', 'x']] })).toThrow(/repeats/u);
  });

  it('says the same in every spelling', () => {
    fc.assert(
      fc.property(spellings, (spelling) => {
        expect(decodeCallback(encodeCallback(callback, spelling))).toEqual({ ok: true, callback });
      }),
    );
  });
});

describe('decodeCallback', () => {
  it('keeps ids apart that a double cannot hold', () => {
    const ids = [446192236330927912n, 446192236330927913n, 2n ** 64n - 1n];
    const read = ids.map((taskId) => decodeCallback(encodeCallback({ ...callback, taskId })));
    expect(read.map((decoded) => (decoded.ok ? decoded.callback.taskId : undefined))).toEqual(ids);
  });

  it('takes event types that no document names', () => {
    const future = { ...callback, eventType: 99 };
    expect(decodeCallback(encodeCallback(future))).toEqual({ ok: true, callback: future });
  });

  it.each([0, 1, 2] as const)('reads the recording mode %d', (recordMode) => {
    const other = { ...callback, recordMode };
    expect(decodeCallback(encodeCallback(other))).toEqual({ ok: true, callback: other });
  });

  it('says which recording modes there are', () => {
    const decoded = decodeCallback(
      Buffer.from(textOf({}).replace('"RecordMode":0', '"RecordMode":3')),
    );
    expect(decoded).toMatchObject({ issues: [{ expected: 'the integer 0, 1 or 2' }] });
  });

  it.each([
    ['"BizID":1400000000', '"BizID":"1400000000"', '$.BizID: the string "1400000000"'],
    ['"BizID":1400000000', '"BizID":9007199254740993', '$.BizID: the number 9007199254740993'],
    ['"BizID":1400000000', '"BizID":-1', '$.BizID: the number -1'],
    ['"UserID":"10001"', '"UserID":10001', '$.UserID: the number 10001'],
    ['"UserID":"10001"', String.raw`"UserID":"\ud800"`, '$.UserID: the string "\\ud800"'],
    ['"UserID":"10001",', '', '$.UserID: nothing'],
    ['446192236330927913', '18446744073709551616', '$.TaskID: the number 18446744073709551616'],
    ['446192236330927913', '4.46e17', '$.TaskID: the number 4.46e17'],
    ['446192236330927913', 'null', '$.TaskID: null'],
    ['"RecordMode":0', '"RecordMode":3', '$.RecordMode: the number 3'],
    ['"RecordMode":0', '"RecordMode":false', '$.RecordMode: false'],
    ['"EventType":3', '"EventType":3.0', '$.EventType: the number 3.0'],
    ['"SeqNo":0', '"SeqNo":[]', '$.Detail.SeqNo: a list'],
    ['"SeqNo":0', '"SeqNo":-0', '$.Detail.SeqNo: the number -0'],
    ['"Detail":{', '"Detail":7,"Other":{', '$.Detail: the number 7'],
    ['"BizID":', '"__proto__":{"BizID":1},"X":', '$.BizID: nothing'],
  ])('for %s as %s says %s', (from, to, issue) => {
    expect(issuesWith(from, to)).toEqual([issue]);
  });

  it('lists every issue', () => {
    const decoded = decodeCallback(Buffer.from('{"Detail":{}}'));
    expect(decoded.ok ? [] : decoded.issues.map(({ path }) => path)).toEqual(
      expect.arrayContaining([
        ...callbackFields.filter((name) => name !== 'Detail').map((name) => `$.${name}`),
        '$.Detail.SeqNo',
        '$.Detail.FileName',
      ]),
    );
  });

  it.each([
    ['nothing', Buffer.alloc(0), 'nothing'],
    ['blanks', Buffer.from(' \n'), 'nothing'],
    ['a byte order mark', Buffer.from(`\ufeff${textOf({})}`), /position 0/u],
    ['invalid UTF-8', Buffer.from([0x7b, 0xff, 0x7d]), 'bytes that are not UTF-8'],
    ['half a body', encodeCallback(callback).subarray(0, 80), /position/u],
    ['text behind', Buffer.from(`${textOf({})}x`), /position/u],
    ['deep nesting', Buffer.from('['.repeat(200_000)), 'nesting too deep to read'],
    ['a list', Buffer.from('[]'), 'a list'],
    ['null', Buffer.from('null'), 'null'],
  ])('refuses %s without throwing', (_, body, actual) => {
    expect(decodeCallback(body)).toMatchObject({
      ok: false,
      issues: [{ path: '$', actual: expect.stringMatching(actual) as string }],
    });
  });

  it('never shows a long value whole', () => {
    const [issue = ''] = issuesWith('"BizID":1400000000', `"BizID":"${'x'.repeat(5000)}"`);
    expect(issue.length).toBeLessThan(100);
  });

  it('is total over bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        expect(decodeCallback(bytes).ok).toBe(false);
      }),
    );
  });
});
