import { isJsonObject, isLosslessNumber, parseJson, type Json } from '../json.ts';
import type { GmeCallback } from './callback.ts';
import { limits } from './limits.ts';

/** Why a body is not a callback: where, what should stand there, what does. */
export interface CallbackIssue {
  /** `$` for the whole body, else a JSON path: `$.Detail.SeqNo`. */
  readonly path: string;
  readonly expected: string;
  /** Short, never the whole value of a long field. */
  readonly actual: string;
}

export type DecodedCallback =
  | { readonly ok: true; readonly callback: GmeCallback }
  | { readonly ok: false; readonly issues: readonly CallbackIssue[] };

/**
 * Reads the body of a callback without rounding the task id. Every documented field is required with its documented
 * type; unknown fields and event types are allowed. Never throws: bytes that are not UTF-8, text that is not JSON and
 * nesting too deep to read are issues too.
 * Clauses `requestEncoding`, `requestBody`, `requiredFields`, `fieldEvolution`.
 */
export function decodeCallback(body: Uint8Array): DecodedCallback {
  const text = utf8TextOf(body);
  if (text === undefined) {
    return notJson('UTF-8 text', 'bytes that are not UTF-8');
  }
  let value: Json;
  try {
    value = parseJson(text);
  } catch (error) {
    if (error instanceof SyntaxError) {
      return notJson('JSON', text.trim() === '' ? 'nothing' : error.message);
    }
    if (error instanceof RangeError) {
      return notJson('JSON', 'nesting too deep to read');
    }
    throw error;
  }
  return decodeValue(value);
}

function notJson(expected: string, actual: string): DecodedCallback {
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

function decodeValue(value: Json): DecodedCallback {
  if (!isJsonObject(value)) {
    return { ok: false, issues: [{ path: '$', expected: 'an object', actual: describe(value) }] };
  }
  const issues: CallbackIssue[] = [];
  const fields = new Fields('$', value, issues);
  const detail = fields.object('Detail');
  const callback: GmeCallback = {
    bizId: fields.integer('BizID'),
    roomId: fields.text('RoomID'),
    userId: fields.text('UserID'),
    taskId: fields.id('TaskID'),
    recordMode: fields.recordMode('RecordMode'),
    timestamp: fields.integer('Timestamp'),
    eventType: fields.integer('EventType'),
    detail: { seqNo: detail.integer('SeqNo'), fileName: detail.text('FileName') },
  };
  return issues.length === 0 ? { ok: true, callback } : { ok: false, issues };
}

/** Reads members of one object; a wrong one adds an issue and yields a stand-in that is never shown. */
class Fields {
  readonly #path: string;
  readonly #value: Readonly<Record<string, Json>> | undefined;
  readonly #issues: CallbackIssue[];

  /** `value` undefined: the object itself was missing or wrong, which was said already. */
  constructor(
    path: string,
    value: Readonly<Record<string, Json>> | undefined,
    issues: CallbackIssue[],
  ) {
    this.#path = path;
    this.#value = value;
    this.#issues = issues;
  }

  object(name: string): Fields {
    const value = this.#value?.[name];
    const isObject = isJsonObject(value);
    if (!isObject) {
      this.#report(name, 'an object', value);
    }
    return new Fields(`${this.#path}.${name}`, isObject ? value : undefined, this.#issues);
  }

  text(name: string): string {
    const value = this.#value?.[name];
    if (typeof value === 'string' && !hasLoneSurrogate(value)) {
      return value;
    }
    this.#report(name, 'a string of whole Unicode characters', value);
    return '';
  }

  id(name: string): bigint {
    const value = this.#value?.[name];
    const id = naturalOf(value);
    if (id !== undefined && id <= limits.taskIdMax) {
      return id;
    }
    this.#report(name, `an integer from 0 to ${String(limits.taskIdMax)}`, value);
    return 0n;
  }

  integer(name: string): number {
    const value = this.#value?.[name];
    const natural = naturalOf(value);
    if (natural !== undefined && natural <= BigInt(Number.MAX_SAFE_INTEGER)) {
      return Number(natural);
    }
    this.#report(name, `an integer from 0 to ${String(Number.MAX_SAFE_INTEGER)}`, value);
    return 0;
  }

  recordMode(name: string): 0 | 1 | 2 {
    const value = this.#value?.[name];
    const natural = naturalOf(value);
    if (natural === 0n) {
      return 0;
    }
    if (natural === 1n) {
      return 1;
    }
    if (natural === 2n) {
      return 2;
    }
    this.#report(name, 'the integer 0, 1 or 2', value);
    return 0;
  }

  #report(name: string, expected: string, value: Json | undefined): void {
    if (this.#value === undefined) {
      return;
    }
    this.#issues.push({ path: `${this.#path}.${name}`, expected, actual: describe(value) });
  }
}

/** The value of a number written as plain digits; `1.0`, `1e3` and `-0` are not integers of this protocol. */
function naturalOf(value: Json | undefined): bigint | undefined {
  if (!isLosslessNumber(value) || !/^\d{1,20}$/u.test(value.value)) {
    return undefined;
  }
  return BigInt(value.value);
}

function hasLoneSurrogate(text: string): boolean {
  return /\p{Surrogate}/u.test(text);
}

function describe(value: Json | undefined): string {
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
