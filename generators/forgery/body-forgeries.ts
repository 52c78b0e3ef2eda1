import {
  changeDigit,
  insert,
  insideText,
  respell,
  reverseKeys,
  withExponent,
} from './byte-edits.ts';
import type { Forgery, ForgeryGround } from './forgery.ts';
import { rightMaking } from './mac-scheme.ts';

/** A forgery of the body, which only the service's way to sign is missing to. */
interface Tampering extends Omit<Forgery, 'apply'> {
  readonly tamper: (body: Buffer) => Uint8Array;
}

function body(name: string, statement: string, tamper: (body: Buffer) => Uint8Array): Tampering {
  return { name, statement, forges: 'body', tamper };
}

/** Genuine signatures on bodies that are not theirs: what the body says is another thing, or only its bytes are. */
export function bodyForgeries(ground: ForgeryGround): readonly Forgery[] {
  return [
    ...otherContents(ground),
    ...otherBytes(ground),
    ...otherJson(ground),
    ...broken(ground),
  ].map(({ tamper, ...about }) => ({
    ...about,
    apply: ({ body, signature }) => ({
      body: tamper(Buffer.from(body)),
      signature,
      making: rightMaking(ground.scheme, body),
    }),
  }));
}

/** The body says something else. */
function otherContents(ground: ForgeryGround): readonly Tampering[] {
  return [
    body('changed-at-start', 'One digit near the start of the body is another.', (bytes) =>
      changeDigit(bytes, 'start'),
    ),
    body('changed-in-middle', 'One digit near the middle of the body is another.', (bytes) =>
      changeDigit(bytes, 'middle'),
    ),
    body('changed-at-end', 'One digit near the end of the body is another.', (bytes) =>
      changeDigit(bytes, 'end'),
    ),
    body('other-room', 'The body speaks of another room.', (bytes) =>
      ground.rewrite(bytes, 'room'),
    ),
    body('other-task', 'The body speaks of another task.', (bytes) =>
      ground.rewrite(bytes, 'task'),
    ),
    body('other-event', 'The body speaks of another event.', (bytes) =>
      ground.rewrite(bytes, 'event'),
    ),
  ];
}

/** Bytes more, between which and the body a lenient reader sees no difference. */
function otherBytes({ textField }: ForgeryGround): readonly Tampering[] {
  return [
    body('blank-before', 'There is a blank before the body.', (bytes) => insert(bytes, 0, ' ')),
    body('blank-behind', 'There is a blank behind the body.', (bytes) =>
      insert(bytes, bytes.length, ' '),
    ),
    body('line-feed-behind', 'There is a line feed behind the body.', (bytes) =>
      insert(bytes, bytes.length, '\n'),
    ),
    body('byte-order-mark-before', 'There is a byte order mark before the body.', (bytes) =>
      insert(bytes, 0, Buffer.of(0xef, 0xbb, 0xbf)),
    ),
    body('null-byte-behind', 'There is a null byte behind the body.', (bytes) =>
      insert(bytes, bytes.length, Buffer.of(0)),
    ),
    body('null-byte-inside', 'There is a null byte inside a string of the body.', (bytes) =>
      insert(bytes, insideText(bytes, textField), Buffer.of(0)),
    ),
    body('blank-inside', 'There is a blank behind the opening brace.', (bytes) =>
      insert(bytes, 1, ' '),
    ),
  ];
}

/** The same JSON value in other bytes. */
function otherJson({ numberField }: ForgeryGround): readonly Tampering[] {
  return [
    body('other-white-space', 'The body is the same JSON with other white space.', (bytes) =>
      respell(bytes, [{ style: 'compact' }, { style: 'pretty' }]),
    ),
    body('other-escapes', 'The body is the same JSON with other escapes.', (bytes) =>
      respell(bytes, [{ escapes: 'all' }, { escapes: 'slashes' }]),
    ),
    body(
      'other-key-order',
      'The body is the same JSON with its keys in another order.',
      reverseKeys,
    ),
    ...(numberField === null
      ? []
      : [
          body('other-number', 'A number of the body is written with an exponent.', (bytes) =>
            withExponent(bytes, numberField),
          ),
        ]),
  ];
}

/** Bytes that are no text, or not all of them. */
function broken({ textField }: ForgeryGround): readonly Tampering[] {
  return [
    body('invalid-byte-before', 'A byte that is not UTF-8 stands before the body.', (bytes) =>
      insert(bytes, 0, Buffer.of(0xff)),
    ),
    body(
      'invalid-byte-inside',
      'A byte that is not UTF-8 stands inside a string of the body.',
      (bytes) => insert(bytes, insideText(bytes, textField), Buffer.of(0xff)),
    ),
    body('invalid-byte-behind', 'A byte that is not UTF-8 stands behind the body.', (bytes) =>
      insert(bytes, bytes.length, Buffer.of(0xff)),
    ),
    body('cut', 'The last byte of the body is missing.', (bytes) => bytes.subarray(0, -1)),
    body('emptied', 'The body is empty.', () => Buffer.alloc(0)),
  ];
}
