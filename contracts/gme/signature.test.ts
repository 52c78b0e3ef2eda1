import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { encodeCallback, type GmeCallback } from './callback.ts';
import { resolveReading } from './dialects.ts';
import { signatureName, signCallback, verifySignature } from './signature.ts';

/** The documents' sample callback; the signatures of its one-line body are our own, none is published. */
const sample: GmeCallback = {
  bizId: 1400000000,
  roomId: '100',
  userId: '999',
  taskId: 446946705284000000n,
  recordMode: 1,
  timestamp: 1675930605,
  eventType: 1,
  detail: {
    seqNo: 0,
    fileName: '1400000000_100_999/2023-02-09-16-16-45_446946705284000000_audio.mp3',
  },
};
const body = encodeCallback(sample);
const key = 'testSecretKey';

const vectors = [
  [[], 'mB1K1Y1oXV2EcSP/ST11etAogEg='],
  [['gme-sig-hex'], '981d4ad58d685d5d847123ff493d757ad0288048'],
  [['gme-sig-base64-of-hex'], 'OTgxZDRhZDU4ZDY4NWQ1ZDg0NzEyM2ZmNDkzZDc1N2FkMDI4ODA0OA=='],
  [['gme-sig-post-prefix'], 'eFOpXK1In/OIVdoEWxOV0ayPakM='],
] as const;

describe('signCallback', () => {
  it('signs the sample body of 232 known bytes', () => {
    expect(body).toHaveLength(232);
    expect(createHash('sha256').update(body).digest('hex')).toBe(
      'faf0b5f8703f56fff1eee6883323ed62593770c1703d7101c0daa4e6875ec726',
    );
  });

  it('is carried under the documented name', () => {
    expect(signatureName).toBe('Signature');
  });

  it.each(vectors)('under the dialects %j gives %s', (dialects, value) => {
    const reading = resolveReading(dialects);
    expect(signCallback(body, key, reading)).toBe(value);
    expect(verifySignature(body, key, value, reading)).toBe(true);
  });
});

describe('verifySignature', () => {
  const value = signCallback(body, key);

  it.each([
    ['nothing', ''],
    ['another letter case', value.toLowerCase()],
    ['a shorter value', value.slice(0, -1)],
    ['a blank behind', `${value} `],
    ['the same value without padding', value.replace('=', '')],
    ['the hexadecimal form', signCallback(body, key, resolveReading(['gme-sig-hex']))],
    ['a non-ASCII value of the same length', 'é'.repeat(value.length)],
  ])('refuses %s', (_, forged) => {
    expect(verifySignature(body, key, forged)).toBe(false);
  });

  it('refuses another key, an empty key and a body that differs in one blank', () => {
    expect(verifySignature(body, 'testSecretkey', value)).toBe(false);
    expect(verifySignature(body, '', value)).toBe(false);
    expect(verifySignature(Buffer.concat([body, Buffer.from(' ')]), key, value)).toBe(false);
  });

  it('takes the key as UTF-8 and the body as bytes, valid text or not', () => {
    const bytes = Uint8Array.of(0xff, 0x00, 0xfe);
    expect(verifySignature(bytes, '密钥', signCallback(bytes, '密钥'))).toBe(true);
  });
});
