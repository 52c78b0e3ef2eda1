import { createHash, createHmac } from 'node:crypto';
import {
  encodeMac,
  makeSignature,
  type MacChange,
  type SignatureMaking,
  type TextChange,
} from '#contracts/signature-making.ts';
import { changeDigit, insert, insideText } from './byte-edits.ts';
import type { Forgery, ForgeryGround } from './forgery.ts';
import { macLengths, rightMaking, type MacScheme } from './mac-scheme.ts';

/** A genuine body with a signature that nobody needs the key for; none at all where it is undefined. */
function keyless(
  name: string,
  statement: string,
  forge: (body: Uint8Array) => string | undefined,
): Forgery {
  return {
    name,
    statement,
    forges: 'signature',
    apply: ({ body }) => ({ body, signature: forge(body) }),
  };
}

/** A genuine body with a signature that is made with the key, but not as the service makes it. */
function made(
  scheme: MacScheme,
  name: string,
  statement: string,
  change: (body: Uint8Array) => Partial<SignatureMaking>,
): Forgery {
  return {
    name,
    statement,
    forges: 'signature',
    apply: ({ body, key }) => {
      const making = { ...rightMaking(scheme, body), ...change(body) };
      return { body, signature: makeSignature(making, key), making };
    },
  };
}

/** Genuine bodies with signatures that are not theirs, plainest first. */
export function signatureForgeries(scheme: MacScheme): readonly Forgery[] {
  return [
    keyless('missing', 'There is no signature.', () => undefined),
    keyless('empty', 'The signature is empty.', () => ''),
    ...crippledTexts(scheme),
    ...changedMacs(scheme),
    keyless('literal-null', 'The signature is the word null.', () => 'null'),
    keyless('literal-undefined', 'The signature is the word undefined.', () => 'undefined'),
    ...otherMacs(scheme),
    ...otherAlgorithms(scheme),
    made(scheme, 'of-empty-body', 'The MAC is of an empty body.', () => ({
      input: scheme.input(Buffer.alloc(0)),
    })),
    made(scheme, 'of-another-body', 'The signature is right for another body.', (body) => ({
      input: scheme.input(changeDigit(Buffer.from(body), 'middle')),
    })),
  ];
}

/** What is left of the right signature. */
function crippledTexts(scheme: MacScheme): readonly Forgery[] {
  const changed = (name: string, statement: string, text: TextChange): Forgery =>
    made(scheme, name, statement, () => ({ text }));
  return [
    changed('truncated', 'The second half of the signature is missing.', 'first-half'),
    changed(
      'first-character',
      'Only the first character of the signature is there.',
      'first-character',
    ),
    changed(
      'one-character-changed',
      'One character in the middle of the signature is another.',
      'one-character',
    ),
  ];
}

/** The right MAC with other bytes, encoded as the service encodes it. */
function changedMacs(scheme: MacScheme): readonly Forgery[] {
  const changed = (name: string, statement: string, bytes: MacChange): Forgery =>
    made(scheme, name, statement, () => ({ bytes }));
  const length = macLengths[scheme.hash];
  return [
    changed('last-byte-changed', 'The last byte of the MAC is another.', 'last-byte'),
    changed('bytes-reversed', 'The bytes of the MAC stand in reverse.', 'reversed'),
    changed(
      'high-bits-flipped',
      'The highest bit of each byte of the MAC is the other way round.',
      'high-bits',
    ),
    changed(
      'bytes-unreadable-as-text',
      'Bytes of the MAC beyond ASCII are others, which as UTF-8 are as unreadable.',
      'unreadable',
    ),
    keyless('all-zeros', `The signature encodes ${String(length)} zero bytes.`, () =>
      encodeMac(Buffer.alloc(length), scheme.encoding),
    ),
  ];
}

/** What those make who lack the key, or the way to use it. */
function otherMacs(scheme: MacScheme): readonly Forgery[] {
  const hashName = { sha1: 'SHA-1', sha256: 'SHA-256' }[scheme.hash];
  const bare = scheme.bareInput ?? ((body: Uint8Array) => scheme.input(body));
  return [
    made(scheme, 'wrong-key', 'The MAC is made with another key.', () => ({ keySuffix: 'x' })),
    keyless('empty-key', 'The MAC is made with an empty key.', (body) =>
      encodeMac(createHmac(scheme.hash, '').update(scheme.input(body)).digest(), scheme.encoding),
    ),
    keyless('unkeyed', `The signature is the ${hashName} of the body, without any key.`, (body) =>
      encodeMac(createHash(scheme.hash).update(bare(body)).digest(), scheme.encoding),
    ),
    made(
      scheme,
      'key-prefixed-hash',
      `The signature is the ${hashName} of key and body, not an HMAC.`,
      (body) => ({ way: 'hash-behind-key', input: bare(body) }),
    ),
    made(scheme, 'key-and-body-swapped', 'The MAC is of the key, under the body.', (body) => ({
      way: 'hmac-of-key',
      input: bare(body),
    })),
  ];
}

/** The key used rightly under a hash that the service does not use. */
function otherAlgorithms(scheme: MacScheme): readonly Forgery[] {
  const other = scheme.hash === 'sha1' ? 'sha256' : 'sha1';
  return ([other, 'sha512', 'md5'] as const).map((hash) =>
    made(scheme, `hmac-${hash}`, `The MAC is HMAC-${hash.toUpperCase()}.`, () => ({ hash })),
  );
}

/** Only where the case of the signature's letters has a meaning. */
export function wrongCase(scheme: MacScheme): Forgery {
  const statement = 'Upper and lower case of the signature are swapped.';
  return made(scheme, 'wrong-case', statement, () => ({ text: 'other-case' }));
}

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
      const making = rightMaking(scheme, insert(genuine, inside, replacement));
      return {
        body: insert(genuine, inside, Buffer.of(0xff)),
        signature: makeSignature(making, key),
        making,
      };
    },
  };
}

/** More than receivers read at once, and less than they refuse for its size: web frameworks take 100 kB by default. */
const longBlanks = ' '.repeat(20_000);

/** A long body with its own signature, and then one digit changed: for whoever verifies beginnings or short bodies only. */
export function longChangedAtEnd({ scheme }: ForgeryGround): Forgery {
  return {
    name: 'long-changed-at-end',
    statement: 'One digit near the end of a body of 20 kB, which was rightly signed, is another.',
    forges: 'both',
    apply: ({ body, key }) => {
      const long = insert(Buffer.from(body), 1, longBlanks);
      const making = rightMaking(scheme, long);
      return { body: changeDigit(long, 'end'), signature: makeSignature(making, key), making };
    },
  };
}
