import { describe, expect, test } from 'vitest';
import { memberTexts } from './said-by.ts';

const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf8'));
const names = { room: 'RoomId', user: 'UserId' };

describe('memberTexts', () => {
  test('reads texts, and numbers without losing digits', () => {
    const body = bytes('{"RoomId":446946705284175911,"UserId":"u","Other":1}');
    expect(memberTexts(body)(names)).toEqual({ room: '446946705284175911', user: 'u' });
  });

  test('leaves out what is neither, and what is absent', () => {
    expect(memberTexts(bytes('{"RoomId":null,"UserId":["u"]}'))(names)).toEqual({});
    expect(memberTexts(bytes('{"roomid":"r"}'))(names)).toEqual({});
  });

  test('follows members inside of members', () => {
    const body = bytes('{"A":{"B":{"RoomId":"r"}},"RoomId":"outside"}');
    expect(memberTexts(body, 'A', 'B')(names)).toEqual({ room: 'r' });
    expect(memberTexts(body, 'A')(names)).toEqual({});
    expect(memberTexts(body, 'RoomId')(names)).toEqual({});
    expect(memberTexts(body, 'C', 'B')(names)).toEqual({});
  });

  test.each(['', 'no JSON', '[]', '"RoomId"', '7', '{"RoomId":"r"'])('%j says nothing', (text) => {
    expect(memberTexts(bytes(text))(names)).toEqual({});
  });

  test('reads invalid bytes as U+FFFD', () => {
    const body = Uint8Array.of(...bytes('{"RoomId":"'), 0xff, ...bytes('"}'));
    expect(memberTexts(body)(names)).toEqual({ room: '\ufffd' });
  });
});
