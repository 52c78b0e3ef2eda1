import { readJsonBody, type CallbackIssue } from '../json-body.ts';
import { JsonFields } from '../json-fields.ts';
import { callbackFields, type CallbackField, type SparkCallback } from './callback-fields.ts';
import { parseWireTime } from './wire-time.ts';

export type { CallbackIssue };

export type DecodedCallback =
  | { readonly ok: true; readonly callback: SparkCallback }
  | { readonly ok: false; readonly issues: readonly CallbackIssue[] };

/**
 * Reads the body of a callback. Every documented field may be absent, but one that is there has its documented type
 * (null is no type of theirs); unknown fields, event types and formats are allowed, and so is a body without any field.
 * Never throws: bytes that are not UTF-8, text that is not JSON and nesting too deep to read are issues too.
 * What fields say of each other is judged by `findInconsistencies`.
 * Clauses `requestBody`, `fieldsOptional`, `fieldEvolution`.
 */
export function decodeCallback(body: Uint8Array): DecodedCallback {
  const read = readJsonBody(body);
  if (!read.ok) {
    return read;
  }
  const issues: CallbackIssue[] = [];
  const fields = new JsonFields('$', read.value, issues);
  const callback: SparkCallback = Object.fromEntries(
    callbackFields
      .filter(({ name }) => fields.has(name))
      .map((field) => [field.member, readField(fields, field)]),
  );
  return issues.length === 0 ? { ok: true, callback } : { ok: false, issues };
}

function readField(fields: JsonFields, { name, type }: CallbackField): string | number {
  switch (type) {
    case 'text':
      return fields.text(name);
    case 'integer':
      return fields.integer(name);
    case 'time':
      return readTime(fields, name);
  }
}

function readTime(fields: JsonFields, name: string): number {
  const value = fields.value(name);
  const unixSeconds = typeof value === 'string' ? parseWireTime(value) : undefined;
  if (unixSeconds === undefined) {
    fields.report(name, 'a time at UTC as YYYY-MM-DDThh:mm:ssZ');
  }
  return unixSeconds ?? 0;
}
