import { insert, insideText } from '../forgery/byte-edits.ts';
import type { Malformed, MalformedGround } from './malformed.ts';

/** Texts that are almost JSON, or another format altogether. */
export function syntaxErrors({ genuine, fields }: MalformedGround): readonly Malformed[] {
  const text = genuine.toString('utf8');
  const outer = fields.flatMap(({ path }) => (path.length === 1 ? path : []));
  const [first, second] = outer;
  if (first === undefined || second === undefined) {
    throw new RangeError('A callback has at least two required fields.');
  }
  const variants: readonly (readonly [string, string])[] = [
    ['empty', ''],
    ['blank', ' '],
    ['first half', text.slice(0, text.length / 2)],
    ['last brace missing', text.slice(0, -1)],
    ['brace too many', `${text}}`],
    ['a word behind the object', `${text}x`],
    ['twice in a row', text + text],
    ['comma behind the last member', `${text.slice(0, -1)},}`],
    ['comma missing', text.replace(`,"${second}"`, `"${second}"`)],
    ['colon missing', text.replace(`"${second}":`, `"${second}"`)],
    ['key without quotes', text.replace(`"${second}"`, second)],
    ['single quotes', text.replaceAll('"', "'")],
    ['comment', text.replace('{', '{/* 1 */')],
    ['form data', `body=${encodeURIComponent(text)}`],
    ['XML', `<Callback><${first}>1</${first}></Callback>`],
  ];
  return variants.map(([name, body]) => ({
    kind: 'syntax',
    name: `syntax: ${name}`,
    body: () => Buffer.from(body),
  }));
}

/** JSON values that are no object, or an object without any field where one is mandatory. */
export function wrongShapes({ genuine, areFieldsOptional }: MalformedGround): readonly Malformed[] {
  const text = genuine.toString('utf8');
  const shapes = {
    null: 'null',
    true: 'true',
    'a number': '1',
    'a list': '[]',
    'the callback in a list': `[${text}]`,
    'the callback as a string': JSON.stringify(text),
    ...(areFieldsOptional === true ? {} : { 'an empty object': '{}' }),
  };
  return Object.entries(shapes).map(([name, body]) => ({
    kind: 'shape',
    name: `shape: ${name}`,
    body: () => Buffer.from(body),
  }));
}

/** Bytes inside a text, or of the whole body, that are not UTF-8. */
export function wrongEncodings({ genuine, textField }: MalformedGround): readonly Malformed[] {
  const inside = insideText(genuine, textField);
  const invalid: readonly (readonly [string, Buffer])[] = [
    ['lone byte FF', Buffer.of(0xff)],
    ['lone continuation byte', Buffer.of(0x80)],
    ['cut sequence', Buffer.of(0xe6, 0x88)],
    ['overlong slash', Buffer.of(0xc0, 0xaf)],
    ['encoded surrogate', Buffer.of(0xed, 0xa0, 0x80)],
    ['GBK letters', Buffer.of(0xb7, 0xbf)],
  ];
  const bodies: readonly (readonly [string, () => Buffer])[] = [
    ...invalid.map(([name, bytes]) => [name, () => insert(genuine, inside, bytes)] as const),
    ['UTF-16', () => Buffer.from(genuine.toString('utf8'), 'utf16le')],
  ];
  return bodies.map(([name, body]) => ({ kind: 'encoding', name: `encoding: ${name}`, body }));
}
