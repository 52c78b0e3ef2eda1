import { isJsonObject, isLosslessNumber, type Json } from './json.ts';

/** White space of a JSON text. `tabs` is the form cJSON prints and TRTC signs: a tab before each key and after each colon. */
export const jsonStyles = ['compact', 'spaced', 'pretty', 'tabs', 'crlf'] as const;
export type JsonStyle = (typeof jsonStyles)[number];

/**
 * Which characters of string values are written as escapes though they need not be: `non-ascii` all outside ASCII,
 * `all` every one, `slashes` `/` as `\/`. Keys are always written plainly.
 */
export const jsonEscapes = ['none', 'non-ascii', 'all', 'slashes'] as const;
export type JsonEscapes = (typeof jsonEscapes)[number];

/** One of the many texts of one JSON value. */
export interface JsonSpelling {
  /** Default `compact`. */
  readonly style?: JsonStyle;
  /** Default `none`. */
  readonly escapes?: JsonEscapes;
}

/**
 * Writes a JSON value in a given spelling; every spelling of a value parses to the same value, digits included.
 * Keys stand in the order of the record.
 */
export function spellJson(value: Json, spelling: JsonSpelling = {}): string {
  return spell(value, layouts[spelling.style ?? 'compact'], spelling.escapes ?? 'none', 1);
}

interface Layout {
  /** Between a bracket or comma and the next member, at a depth. */
  readonly gap: (depth: number) => string;
  readonly afterComma: (depth: number) => string;
  readonly colon: string;
}

const layouts: Readonly<Record<JsonStyle, Layout>> = {
  compact: { gap: () => '', afterComma: () => '', colon: ':' },
  spaced: { gap: () => '', afterComma: () => ' ', colon: ': ' },
  pretty: lines('\n', '  ', ': '),
  tabs: lines('\n', '\t', ':\t'),
  crlf: lines('\r\n', '  ', ': '),
};

function lines(newline: string, indent: string, colon: string): Layout {
  const gap = (depth: number): string => newline + indent.repeat(depth);
  return { gap, afterComma: gap, colon };
}

function spell(value: Json, layout: Layout, escapes: JsonEscapes, depth: number): string {
  if (typeof value === 'string') {
    return spellString(value, escapes);
  }
  if (value === null || typeof value === 'boolean') {
    return String(value);
  }
  if (isLosslessNumber(value)) {
    return value.value;
  }
  const [open, close, members] = isJsonObject(value)
    ? ['{', '}', spellMembers(value, layout, escapes, depth)]
    : ['[', ']', value.map((item) => spell(item, layout, escapes, depth + 1))];
  if (members.length === 0) {
    return open + close;
  }
  const inner = members.join(`,${layout.afterComma(depth)}`);
  return open + layout.gap(depth) + inner + layout.gap(depth - 1) + close;
}

function spellMembers(
  value: Readonly<Record<string, Json>>,
  layout: Layout,
  escapes: JsonEscapes,
  depth: number,
): string[] {
  return Object.entries(value).map(
    ([key, item]) => JSON.stringify(key) + layout.colon + spell(item, layout, escapes, depth + 1),
  );
}

function spellString(text: string, escapes: JsonEscapes): string {
  if (escapes === 'all') {
    return `"${escapeUnits(text)}"`;
  }
  const plain = JSON.stringify(text);
  if (escapes === 'slashes') {
    return plain.replaceAll('/', String.raw`\/`);
  }
  if (escapes === 'non-ascii') {
    return plain.replace(/[^\x20-\x7e]/gu, escapeUnits);
  }
  return plain;
}

/** Every UTF-16 unit as `\uXXXX`: characters outside the first plane become a surrogate pair, as JSON requires. */
function escapeUnits(text: string): string {
  let escaped = '';
  for (let index = 0; index < text.length; index += 1) {
    escaped += String.raw`\u` + text.charCodeAt(index).toString(16).padStart(4, '0');
  }
  return escaped;
}
