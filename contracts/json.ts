import { isLosslessNumber, parse, stringify, LosslessNumber } from 'lossless-json';

/**
 * A JSON value in which every number keeps its digits: 64-bit task ids do not survive `JSON.parse`.
 * Objects are plain records in document order.
 */
export type Json =
  null | boolean | string | LosslessNumber | readonly Json[] | { readonly [key: string]: Json };

export { LosslessNumber, isLosslessNumber };

/**
 * Reads JSON text without rounding numbers.
 * @throws SyntaxError where the text is not JSON (duplicate keys with different values included).
 */
export function parseJson(text: string): Json {
  return parse(text) as Json;
}

/** Writes JSON with the digits that were read. `indent` as in `JSON.stringify`. */
export function stringifyJson(value: Json, indent?: number): string {
  return stringify(value, undefined, indent) ?? 'null';
}

/** Whether a JSON value is an object (not a list, not a number, not null). */
export function isJsonObject(value: Json | undefined): value is Readonly<Record<string, Json>> {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && !isLosslessNumber(value)
  );
}
