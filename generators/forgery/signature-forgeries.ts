import { createHash, createHmac } from 'node:crypto';
import { changeDigit, insert, insideText, replaceAt } from './byte-edits.ts';
import type { Forgery, ForgeryGround, SignedBody } from './forgery.ts';
import { macLengths, macOf, signWith, type MacScheme } from './mac-scheme.ts';

function signature(
  name: string,
  statement: string,
  forge: (genuine: SignedBody) => string | undefined,
): Forgery {
  return {
    name,
    statement,
    forges: 'signature',
    apply: (genuine) => ({ body: genuine.body, signature: forge(genuine) }),
  };
}

/** Genuine bodies with signatures that are not theirs, plainest first. */
export function signatureForgeries(scheme: MacScheme): readonly Forgery[] {
  return [
    ...crippledTexts(scheme),
    ...changedMacs(scheme),
    signature('literal-null', 'The signature is the word null.', () => 'null'),
    signature('literal-undefined', 'The signature is the word undefined.', () => 'undefined'),
    ...otherMacs(scheme),
    ...otherAlgorithms(scheme),
    signature('of-empty-body', 'The MAC is of an empty body.', ({ key }) =>
      signWith(scheme, Buffer.alloc(0), key),
    ),
    signature('of-another-body', 'The signature is right for another body.', ({ body, key }) =>
      signWith(scheme, changeDigit(Buffer.from(body), 'middle'), key),
    ),
  ];
}

/** What is left of the right signature, or nothing of it. */
function crippledTexts({ caseMatters }: MacScheme): readonly Forgery[] {
  return [
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
      ({ signature }) => replaceAt(signature, Math.floor(signature.length / 2), caseMatters),
    ),
  ];
}

/** The right MAC with other bytes, encoded as the service encodes it. */
function changedMacs(scheme: MacScheme): readonly Forgery[] {
  const changed = (
    name: string,
    statement: string,
    change: (mac: Uint8Array) => Uint8Array,
  ): Forgery =>
    signature(name, statement, ({ body, key }) =>
      scheme.encode(change(new Uint8Array(macOf(body, key, scheme)))),
    );
  const length = macLengths[scheme.hash];
  return [
    changed('last-byte-changed', 'The last byte of the MAC is another.', (mac) =>
      mac.map((byte, at) => (at === mac.length - 1 ? byte ^ 1 : byte)),
    ),
    changed('bytes-reversed', 'The bytes of the MAC stand in reverse.', (mac) => mac.toReversed()),
    changed(
      'high-bits-flipped',
      'The highest bit of each byte of the MAC is the other way round.',
      (mac) => mac.map((byte) => byte ^ 0x80),
    ),
    changed(
      'bytes-unreadable-as-text',
      'Bytes of the MAC beyond ASCII are others, which as UTF-8 are as unreadable.',
      (mac) => mac.map((byte) => (byte < 0x80 ? byte : byte === 0xff ? 0xfe : 0xff)),
    ),
    changed('all-zeros', `The signature encodes ${String(length)} zero bytes.`, () =>
      Buffer.alloc(length),
    ),
  ];
}

/** What those make who lack the key, or the way to use it. */
function otherMacs(scheme: MacScheme): readonly Forgery[] {
  const hashName = { sha1: 'SHA-1', sha256: 'SHA-256' }[scheme.hash];
  const bare = scheme.bareInput ?? ((body: Uint8Array) => scheme.input(body));
  return [
    signature('wrong-key', 'The MAC is made with another key.', ({ body, key }) =>
      signWith(scheme, body, `${key}x`),
    ),
    signature('empty-key', 'The MAC is made with an empty key.', ({ body }) =>
      signWith(scheme, body, ''),
    ),
    signature(
      'unkeyed',
      `The signature is the ${hashName} of the body, without any key.`,
      ({ body }) => scheme.encode(createHash(scheme.hash).update(bare(body)).digest()),
    ),
    signature(
      'key-prefixed-hash',
      `The signature is the ${hashName} of key and body, not an HMAC.`,
      ({ body, key }) =>
        scheme.encode(createHash(scheme.hash).update(key).update(bare(body)).digest()),
    ),
    signature('key-and-body-swapped', 'The MAC is of the key, under the body.', ({ body, key }) =>
      scheme.encode(createHmac(scheme.hash, bare(body)).update(key).digest()),
    ),
  ];
}

/** The key used rightly under a hash that the service does not use. */
function otherAlgorithms(scheme: MacScheme): readonly Forgery[] {
  return [scheme.hash === 'sha1' ? 'sha256' : 'sha1', 'sha512', 'md5'].map((hash) =>
    signature(`hmac-${hash}`, `The MAC is HMAC-${hash.toUpperCase()}.`, ({ body, key }) =>
      scheme.encode(macOf(body, key, scheme, hash)),
    ),
  );
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
export function ofReplacedBytes({ scheme, textField }: ForgeryGround): Forgery {
  return {
    name: 'of-replaced-bytes',
    statement: 'The signature is right for the body with its invalid byte replaced by U+FFFD.',
    forges: 'both',
    apply: ({ body, key }) => {
      const genuine = Buffer.from(body);
      const inside = insideText(genuine, textField);
      return {
        body: insert(genuine, inside, Buffer.of(0xff)),
        signature: signWith(scheme, insert(genuine, inside, replacement), key),
      };
    },
  };
}
