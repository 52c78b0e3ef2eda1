import { isJsonObject, isLosslessNumber, parseJson, type Json } from './json.ts';

/** Why a body is not a callback: where, what should stand there, what does. */
export interface CallbackIssue {
  /** `$` for the whole body, else a JSON path: `$.Detail.SeqNo`. */
  readonly path: string;
  readonly expected: string;
  /** Short, never the whole value of a long field. */
  readonly actual: string;
}

/** The one object that a callback's body is, or why it is none. */
export type JsonBody =
  | { readonly ok: true; readonly value: Readonly<Record<string, Json>> }
  | { readonly ok: false; readonly issues: readonly CallbackIssue[] };

/**
 * Reads a body as UTF-8 text that is one JSON object, without rounding numbers. Never throws: bytes that are not UTF-8,
 * a byte order mark, text that is not JSON, nesting too deep to read and values that are no object are issues.
 */
export function readJsonBody(body: Uint8Array): JsonBody {
  const text = utf8TextOf(body);
  if (text === undefined) {
    return unreadable('UTF-8 text', 'bytes that are not UTF-8');
  }
  let value: Json;
  try {
    value = parseJson(text);
  } catch (error) {
    if (error instanceof SyntaxError) {
      return unreadable('JSON', text.trim() === '' ? 'nothing' : error.message);
    }
    if (error instanceof RangeError) {
      return unreadable('JSON', 'nesting too deep to read');
    }
    throw error;
  }
  return isJsonObject(value) ? { ok: true, value } : unreadable('an object', describeJson(value));
}

function unreadable(expected: string, actual: string): JsonBody {
  return { ok: false, issues: [{ path: '$', expected, actual }] };
}

function utf8TextOf(body: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
  } catch (error) {
    if (error instanceof TypeError) {
      return undefined;
    }
    throw error;
  }
}

/** A JSON value in a few words, for `CallbackIssue.actual`; long texts and numbers are cut. */
export function describeJson(value: Json | undefined): string {
  if (value === undefined) {
    return 'nothing';
  }
  if (value === null) {
    return 'null';
  }
  if (isLosslessNumber(value)) {
    return `the number ${shorten(value.value)}`;
  }
  if (typeof value === 'string') {
    return `the string ${JSON.stringify(shorten(value))}`;
  }
  if (typeof value === 'boolean') {
    return String(value);
  }
  return isJsonObject(value) ? 'an object' : 'a list';
}

const shownLengthMax = 60;

function shorten(text: string): string {
  return text.length <= shownLengthMax ? text : `${text.slice(0, shownLengthMax)}…`;
}
