import { describe, expect, it } from 'vitest';
import { defaultReading } from './reading.ts';
import {
  authenticationHeaders,
  formatTimestamp,
  signCallback,
  verifySignature,
} from './signature.ts';

/** Our own vector, none is published: the documents have the formula and the code of the hexadecimal step. */
const key = '0123456789abcdef0123456789abcdef';
const nonce = { rand: '8f14e45f', timestamp: '1619600282' };
const body = Buffer.from(
  '{"event_type":"RECORD_FILE_COMPLETE","stream_name":"mystream","record_format":"HLS","job_id":"608196a2fa1xxxxxx515147f32ef463b","room_id":"room01"}',
);
const value = '4bdfeb3d048269e098a6b1f7e802d8086c23a88e79e9674e62cc44cd19e794fd';

describe('signCallback', () => {
  it('signs the derived vector of 147 bytes', () => {
    expect(body).toHaveLength(147);
    expect(signCallback(body, key, nonce)).toBe(value);
    expect(verifySignature(body, key, nonce, value)).toBe(true);
  });

  it('takes the key as UTF-8 and the body as bytes, valid text or not', () => {
    const bytes = Uint8Array.of(0xff, 0x00, 0xfe);
    expect(verifySignature(bytes, '密钥', nonce, signCallback(bytes, '密钥', nonce))).toBe(true);
    expect(signCallback(Buffer.from('é'), key, { rand: '', timestamp: '' })).toBe(
      signCallback(Buffer.alloc(0), key, { rand: 'é', timestamp: '' }),
    );
  });
});

describe('verifySignature', () => {
  it.each([
    ['nothing', ''],
    ['upper case', value.toUpperCase()],
    ['a shorter value', value.slice(0, -1)],
    ['a blank behind', `${value} `],
    ['Base64', Buffer.from(value, 'hex').toString('base64')],
    ['a non-ASCII value of the same length', 'é'.repeat(value.length / 2)],
    ['the MAC of the body alone', signCallback(body, key, { rand: '', timestamp: '' })],
    [
      'the MAC of timestamp and rand in the other order',
      signCallback(body, key, { rand: nonce.timestamp, timestamp: nonce.rand }),
    ],
    ['the MAC with a separator', signCallback(body, key, { ...nonce, rand: `${nonce.rand}\n` })],
    [
      'the MAC of another spelling of the body',
      signCallback(Buffer.from(body.toString().replaceAll(':', ': ')), key, nonce),
    ],
  ])('refuses %s', (_, forged) => {
    expect(verifySignature(body, key, nonce, forged)).toBe(false);
  });

  it('refuses another key, an empty key, and another rand, timestamp or body', () => {
    expect(verifySignature(body, key.replace('f', 'F'), nonce, value)).toBe(false);
    expect(verifySignature(body, '', nonce, value)).toBe(false);
    expect(verifySignature(body, key, { ...nonce, rand: '8f14e45e' }, value)).toBe(false);
    expect(verifySignature(body, key, { ...nonce, timestamp: '1619600283' }, value)).toBe(false);
    expect(verifySignature(Buffer.concat([body, Buffer.from('\n')]), key, nonce, value)).toBe(
      false,
    );
  });
});

describe('authenticationHeaders', () => {
  it('are three', () => {
    expect(authenticationHeaders(body, key, nonce)).toEqual({
      'X-Rtc-Rand': '8f14e45f',
      'X-Rtc-Timestamp': '1619600282',
      'X-Rtc-Signature': value,
    });
  });

  it('are none without a key', () => {
    expect(authenticationHeaders(body, '', nonce)).toEqual({});
  });
});

describe('formatTimestamp', () => {
  it('writes seconds, or milliseconds where the dialect says so', () => {
    expect(formatTimestamp(1_619_600_282_999)).toBe('1619600282');
    expect(
      formatTimestamp(1_619_600_282_999, { ...defaultReading, timestampUnit: 'milliseconds' }),
    ).toBe('1619600282999');
  });
});
