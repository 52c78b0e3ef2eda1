/** The variables that a pattern knows. Clause `nameVariables`. */
export const nameVariables = ['app_id', 'record_format', 'stream', 'file_start_time'] as const;
export type NameVariable = (typeof nameVariables)[number];

/** The pattern of both formats where a rule names none. Clause `fileNaming`. */
export const defaultPattern =
  '{app_id}/{record_format}/{stream}_{file_start_time}/{stream}_{file_start_time}';

/** Characters of `{file_start_time}`: `yyyy-MM-dd-HH-mm-ss`. */
const timeLength = 19;

/** A pattern in pieces: names in braces that are no variables are literal text. */
type PatternPart = { readonly variable: NameVariable } | { readonly text: string };

function partsOf(pattern: string): readonly PatternPart[] {
  return pattern
    .split(/(\{[^{}]*\})/u)
    .filter((piece) => piece !== '')
    .map((piece) => {
      const variable = nameVariables.find((name) => piece === `{${name}}`);
      return variable === undefined ? { text: piece } : { variable };
    });
}

/** The variables that a pattern uses, each once, in the order of `nameVariables`. */
export function variablesOf(pattern: string): readonly NameVariable[] {
  return nameVariables.filter((name) => pattern.includes(`{${name}}`));
}

/** Names in braces that no document knows, and braces without a partner: `['{user}', '}']`. */
export function unknownVariables(pattern: string): readonly string[] {
  const known = new Set(nameVariables.map((name) => `{${name}}`));
  return (pattern.match(/\{[^{}]*\}|[{}]/gu) ?? []).filter((braces) => !known.has(braces));
}

/** The text of a pattern with its variables filled in. */
export function expandPattern(
  pattern: string,
  values: Readonly<Record<NameVariable, string>>,
): string {
  return partsOf(pattern)
    .map((part) => ('text' in part ? part.text : values[part.variable]))
    .join('');
}

/** What a text says where a pattern has variables; undefined where the pattern has none of them. */
export interface PatternMatch {
  readonly stream: string | undefined;
  /** 19 characters, not yet read as a time. */
  readonly fileStartTime: string | undefined;
}

/**
 * Reads a text that a pattern made. There is never more than one way: every variable but the stream has a known width,
 * so the text's length gives the stream's. Stream names are not empty and hold no slash.
 * @param known The application and the format, as they stand in names.
 * @returns undefined where the pattern cannot make this text.
 */
export function matchPattern(
  pattern: string,
  text: string,
  known: Readonly<Record<'app_id' | 'record_format', string>>,
): PatternMatch | undefined {
  const parts = partsOf(pattern);
  const streams = parts.filter((part) => 'variable' in part && part.variable === 'stream').length;
  const fixed = expandPattern(pattern, {
    ...known,
    stream: '',
    file_start_time: '.'.repeat(timeLength),
  }).length;
  const streamLength = streams === 0 ? 0 : (text.length - fixed) / streams;
  if (!Number.isInteger(streamLength) || (streams > 0 && streamLength < 1)) {
    return undefined;
  }
  const found: { stream?: string; file_start_time?: string } = {};
  let at = 0;
  for (const part of parts) {
    if ('variable' in part && (part.variable === 'stream' || part.variable === 'file_start_time')) {
      found[part.variable] ??= text.slice(
        at,
        at + (part.variable === 'stream' ? streamLength : timeLength),
      );
    }
    const piece =
      'text' in part
        ? part.text
        : { ...known, stream: '', file_start_time: '', ...found }[part.variable];
    if (!text.startsWith(piece, at)) {
      return undefined;
    }
    at += piece.length;
  }
  return at === text.length && found.stream?.includes('/') !== true
    ? { stream: found.stream, fileStartTime: found.file_start_time }
    : undefined;
}
