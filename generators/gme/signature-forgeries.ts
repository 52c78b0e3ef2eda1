import { createHash, createHmac } from 'node:crypto';
import { defaultReading, type GmeReading } from '#contracts/gme/reading.ts';
import { signCallback } from '#contracts/gme/signature.ts';
import { changeDigit, insert, insideRoomId, replaceAt } from './byte-edits.ts';
import type { Forgery, SignedBody } from './forgery.ts';

type Genuine = SignedBody & { readonly reading: GmeReading };

function signature(
  name: string,
  statement: string,
  forge: (genuine: Genuine) => string | undefined,
): Forgery {
  return {
    name,
    statement,
    forges: 'signature',
    apply: (genuine) => ({
      body: genuine.body,
      signature: forge({ ...genuine, reading: genuine.reading ?? defaultReading }),
    }),
  };
}

/** The text form that the reading gives to MAC bytes of any length. */
function encode(mac: Buffer, { signatureEncoding }: GmeReading): string {
  switch (signatureEncoding) {
    case 'base64':
      return mac.toString('base64');
    case 'hex':
      return mac.toString('hex');
    case 'base64-of-hex':
      return Buffer.from(mac.toString('hex')).toString('base64');
  }
}

function hmac(algorithm: 'sha256' | 'sha512' | 'md5', { body, key, reading }: Genuine): string {
  return encode(
    createHmac(algorithm, key).update(reading.signedPrefix).update(body).digest(),
    reading,
  );
}

/** Genuine bodies with signatures that are not theirs, plainest first. */
export const signatureForgeries: readonly Forgery[] = [
  signature('missing', 'There is no signature.', () => undefined),
  signature('empty', 'The signature is empty.', () => ''),
  signature('truncated', 'The second half of the signature is missing.', ({ signature }) =>
    signature.slice(0, signature.length / 2),
  ),
  signature(
    'first-character',
    'Only the first character of the signature is there.',
    ({ signature }) => signature.slice(0, 1),
  ),
  signature(
    'one-character-changed',
    'One character in the middle of the signature is another.',
    ({ signature }) => replaceAt(signature, Math.floor(signature.length / 2)),
  ),
  signature('last-byte-changed', 'The last byte of the MAC is another.', ({ body, key, reading }) =>
    withMac(body, key, reading, (mac) =>
      mac.map((byte, at) => (at === mac.length - 1 ? byte ^ 1 : byte)),
    ),
  ),
  signature('bytes-reversed', 'The bytes of the MAC stand in reverse.', ({ body, key, reading }) =>
    withMac(body, key, reading, (mac) => mac.toReversed()),
  ),
  signature(
    'high-bits-flipped',
    'The highest bit of each byte of the MAC is the other way round.',
    ({ body, key, reading }) =>
      withMac(body, key, reading, (mac) => mac.map((byte) => byte ^ 0x80)),
  ),
  signature(
    'bytes-unreadable-as-text',
    'Bytes of the MAC beyond ASCII are others, which as UTF-8 are as unreadable.',
    ({ body, key, reading }) =>
      withMac(body, key, reading, (mac) =>
        mac.map((byte) => (byte < 0x80 ? byte : byte === 0xff ? 0xfe : 0xff)),
      ),
  ),
  signature('all-zeros', 'The signature encodes 20 zero bytes.', ({ reading }) =>
    encode(Buffer.alloc(20), reading),
  ),
  signature('literal-null', 'The signature is the word null.', () => 'null'),
  signature('literal-undefined', 'The signature is the word undefined.', () => 'undefined'),
  signature('wrong-key', 'The MAC is made with another key.', ({ body, key, reading }) =>
    signCallback(body, `${key}x`, reading),
  ),
  signature('empty-key', 'The MAC is made with an empty key.', ({ body, reading }) =>
    signCallback(body, '', reading),
  ),
  signature(
    'unkeyed',
    'The signature is the SHA-1 of the body, without any key.',
    ({ body, reading }) => encode(createHash('sha1').update(body).digest(), reading),
  ),
  signature(
    'key-prefixed-hash',
    'The signature is the SHA-1 of key and body, not an HMAC.',
    ({ body, key, reading }) =>
      encode(createHash('sha1').update(key).update(body).digest(), reading),
  ),
  signature(
    'key-and-body-swapped',
    'The MAC is of the key, under the body.',
    ({ body, key, reading }) => encode(createHmac('sha1', body).update(key).digest(), reading),
  ),
  signature('hmac-sha256', 'The MAC is HMAC-SHA256.', (genuine) => hmac('sha256', genuine)),
  signature('hmac-sha512', 'The MAC is HMAC-SHA512.', (genuine) => hmac('sha512', genuine)),
  signature('hmac-md5', 'The MAC is HMAC-MD5.', (genuine) => hmac('md5', genuine)),
  signature('of-empty-body', 'The MAC is of an empty body.', ({ key, reading }) =>
    signCallback(Buffer.alloc(0), key, reading),
  ),
  signature(
    'of-another-body',
    'The signature is right for another body.',
    ({ body, key, reading }) =>
      signCallback(changeDigit(Buffer.from(body), 'middle'), key, reading),
  ),
];

/** The MAC of a body, changed byte by byte and encoded as the reading wants it. */
function withMac(
  body: Uint8Array,
  key: string,
  reading: GmeReading,
  change: (mac: Uint8Array) => Uint8Array,
): string {
  const mac = createHmac('sha1', key).update(reading.signedPrefix).update(body).digest();
  return encode(Buffer.from(change(new Uint8Array(mac))), reading);
}

/** Only where the case of the signature's letters has a meaning. */
export const wrongCase = signature(
  'wrong-case',
  'Upper and lower case of the signature are swapped.',
  ({ signature }) =>
    Array.from(signature, (letter) =>
      letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase(),
    ).join(''),
);

/** U+FFFD in UTF-8: what decoders put in the place of bytes that they cannot read. */
const replacement = Buffer.of(0xef, 0xbf, 0xbd);

/** Not right for its body, but for the text that a lenient decoder makes of it. */
export const ofReplacedBytes: Forgery = {
  name: 'of-replaced-bytes',
  statement: 'The signature is right for the body with its invalid byte replaced by U+FFFD.',
  forges: 'both',
  apply: ({ body, key, reading }) => {
    const genuine = Buffer.from(body);
    const inside = insideRoomId(genuine);
    return {
      body: insert(genuine, inside, Buffer.of(0xff)),
      signature: signCallback(insert(genuine, inside, replacement), key, reading),
    };
  },
};
