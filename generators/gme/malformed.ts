import {
  callbackFields,
  detailFields,
  encodeCallback,
  type GmeCallback,
} from '#contracts/gme/callback.ts';
import { isJsonObject, parseJson, type Json } from '#contracts/json.ts';
import { spellJson } from '#contracts/json-spelling.ts';
import { insert, insideRoomId } from './byte-edits.ts';

/** What is wrong with a malformed body; a check takes the kinds whose clause it cites. */
export type MalformedKind =
  /** Not JSON. */
  | 'syntax'
  /** JSON, but no object. */
  | 'shape'
  /** A documented field is missing. */
  | 'missing-field'
  /** A documented field has another type. */
  | 'wrong-type'
  /** Not UTF-8. */
  | 'encoding'
  /** Large or deep: a receiver has to survive it, whether it refuses it or not. */
  | 'burden';

/** A body that is no proper callback; to be signed rightly, so that nothing but the body can be why it is refused. */
export interface Malformed {
  /** Stable, says the place: `wrong type: Detail.SeqNo is a string`. */
  readonly name: string;
  readonly kind: MalformedKind;
  /** The bytes, made anew at each call: a large body is not kept. */
  readonly body: () => Buffer;
}

/** Sizes of the burdens. */
export interface MalformedOptions {
  /** Bytes of an oversized body, at least. Default 2 MiB. */
  readonly oversizeBytes?: number;
  /** Brackets inside brackets. Default 20,000. */
  readonly nestingDepth?: number;
}

/** Every malformed variant of a callback, plainest first; burdens are last. */
export function malformedBodies(
  callback: GmeCallback,
  options: MalformedOptions = {},
): readonly Malformed[] {
  const genuine = encodeCallback(callback);
  return [
    ...syntaxErrors(genuine),
    ...wrongShapes(genuine),
    ...paths.map((path) => missing(genuine, path)),
    ...paths.flatMap((path) => wrongTypes(genuine, path)),
    ...wrongEncodings(genuine),
    ...burdens(genuine, options),
  ];
}

/** Documented fields as paths, those of `Detail` included. */
const paths: readonly (readonly string[])[] = [
  ...callbackFields.map((name) => [name]),
  ...detailFields.map((name) => ['Detail', name]),
];

const textFields: ReadonlySet<string> = new Set(['RoomID', 'UserID', 'FileName']);

function malformed(kind: MalformedKind, name: string, body: () => Buffer): Malformed {
  return { kind, name, body };
}

function syntaxErrors(genuine: Buffer): readonly Malformed[] {
  const text = genuine.toString('utf8');
  const variants: readonly (readonly [string, string])[] = [
    ['empty', ''],
    ['blank', ' '],
    ['first half', text.slice(0, text.length / 2)],
    ['last brace missing', text.slice(0, -1)],
    ['brace too many', `${text}}`],
    ['a word behind the object', `${text}x`],
    ['twice in a row', text + text],
    ['comma behind the last member', `${text.slice(0, -1)},}`],
    ['comma missing', text.replace(',"RoomID"', '"RoomID"')],
    ['colon missing', text.replace('"RoomID":', '"RoomID"')],
    ['key without quotes', text.replace('"RoomID"', 'RoomID')],
    ['single quotes', text.replaceAll('"', "'")],
    ['comment', text.replace('{', '{/* 1 */')],
    ['form data', `body=${encodeURIComponent(text)}`],
    ['XML', '<Callback><BizID>1</BizID></Callback>'],
  ];
  return variants.map(([name, body]) =>
    malformed('syntax', `syntax: ${name}`, () => Buffer.from(body)),
  );
}

function wrongShapes(genuine: Buffer): readonly Malformed[] {
  const text = genuine.toString('utf8');
  const shapes = {
    null: 'null',
    true: 'true',
    'a number': '1',
    'a list': '[]',
    'the callback in a list': `[${text}]`,
    'the callback as a string': JSON.stringify(text),
    'an empty object': '{}',
  };
  return Object.entries(shapes).map(([name, body]) =>
    malformed('shape', `shape: ${name}`, () => Buffer.from(body)),
  );
}

function missing(genuine: Buffer, path: readonly string[]): Malformed {
  return malformed('missing-field', `missing field: ${path.join('.')}`, () =>
    edited(genuine, path, () => undefined),
  );
}

function wrongTypes(genuine: Buffer, path: readonly string[]): readonly Malformed[] {
  const name = path.at(-1) ?? '';
  const isText = textFields.has(name);
  const values: readonly (readonly [string, string])[] = [
    ['null', 'null'],
    ['a boolean', 'true'],
    ['a list', '[]'],
    ...(name === 'Detail' ? [] : [['an object', '{}'] as const]),
    isText ? ['a number', '7'] : ['a word', '"seven"'],
    ...(isText || name === 'Detail'
      ? []
      : ([
          ['a fraction', '0.5'],
          ['a text of digits', '"12345"'],
        ] as const)),
  ];
  return values.map(([what, json]) =>
    malformed('wrong-type', `wrong type: ${path.join('.')} is ${what}`, () =>
      edited(genuine, path, () => parseJson(json)),
    ),
  );
}

/** The body with the member at `path` replaced, or left out where `change` gives undefined. */
function edited(genuine: Buffer, path: readonly string[], change: () => Json | undefined): Buffer {
  return Buffer.from(spellJson(withMember(parseJson(genuine.toString('utf8')), path, change)));
}

function withMember(
  value: Json,
  [name, ...rest]: readonly string[],
  change: () => Json | undefined,
): Json {
  if (!isJsonObject(value)) {
    throw new RangeError('Only members of objects can be changed.');
  }
  const members = Object.entries(value).flatMap(([key, member]) => {
    if (key !== name) {
      return [[key, member] as const];
    }
    const changed = rest.length > 0 ? withMember(member, rest, change) : change();
    return changed === undefined ? [] : [[key, changed] as const];
  });
  return Object.fromEntries(members);
}

function wrongEncodings(genuine: Buffer): readonly Malformed[] {
  const inside = insideRoomId(genuine);
  const invalid: readonly (readonly [string, Buffer])[] = [
    ['lone byte FF', Buffer.of(0xff)],
    ['lone continuation byte', Buffer.of(0x80)],
    ['cut sequence', Buffer.of(0xe6, 0x88)],
    ['overlong slash', Buffer.of(0xc0, 0xaf)],
    ['encoded surrogate', Buffer.of(0xed, 0xa0, 0x80)],
    ['GBK letters', Buffer.of(0xb7, 0xbf)],
  ];
  return [
    ...invalid.map(([name, bytes]) =>
      malformed('encoding', `encoding: ${name}`, () => insert(genuine, inside, bytes)),
    ),
    malformed('encoding', 'encoding: UTF-16', () =>
      Buffer.from(genuine.toString('utf8'), 'utf16le'),
    ),
  ];
}

function burdens(genuine: Buffer, options: MalformedOptions): readonly Malformed[] {
  const { oversizeBytes = 2 * 1024 * 1024, nestingDepth = 20_000 } = options;
  const nested = (): string => '['.repeat(nestingDepth) + ']'.repeat(nestingDepth);
  const extended = (member: string): Buffer => insert(genuine, 1, `"Extra":${member},`);
  return [
    malformed('burden', 'burden: brackets never closed', () =>
      Buffer.from('['.repeat(nestingDepth)),
    ),
    malformed('burden', 'burden: a callback with deep nesting', () => extended(nested())),
    malformed('burden', 'burden: a callback with a huge field', () =>
      extended(`"${'x'.repeat(oversizeBytes)}"`),
    ),
    malformed('burden', 'burden: a huge text that is no JSON', () =>
      Buffer.alloc(oversizeBytes, 'x'),
    ),
    malformed('burden', 'burden: a huge number', () =>
      extended('9'.repeat(Math.min(oversizeBytes, 100_000))),
    ),
  ];
}
