import { clip, oneLine, printable } from './text.ts';

/**
 * What begins something in HTML, Markdown or GitHub's extensions of it (tables, mentions, issue numbers, formulas,
 * bare links). All else stays, because the source of a summary is read as well.
 */
const active = /[!#$&*<>@[\\\]_`|~]|:(?=\/\/)|(?<=www)\./gi;

/** What makes a list, a heading line or a numbered item of the line that it begins. */
const opening = /^(\d*)([-+=.)])/;

/** Longest text that stands in a line of prose. */
const proseCharactersMax = 1000;

/**
 * Text as inert prose on one line: what has a meaning in Markdown or HTML becomes a character reference, so that
 * neither a link, a mention, an image nor a table cell can begin in it.
 */
export function prose(text: string): string {
  return references(oneLine(clip(text, proseCharactersMax)));
}

/**
 * Text as an inert code span on one line, also inside a table: the HTML element, because a Markdown span cannot hold
 * both backticks and `|`. At most `charactersMax` characters; empty text shows as `(empty)`.
 */
export function code(text: string, charactersMax = proseCharactersMax): string {
  const shown = references(oneLine(clip(text, charactersMax)));
  return shown === '' ? '(empty)' : `<code>${shown}</code>`;
}

/** Text as a fenced block whose fence is longer than any run of backticks in it. */
export function fence(text: string, language: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const marks = '`'.repeat(longest + 1);
  return `${marks}${language}\n${printable(text)}\n${marks}`;
}

function references(text: string): string {
  return text
    .trimStart()
    .replace(active, reference)
    .replace(opening, (_, digits: string, mark: string) => digits + reference(mark));
}

function reference(character: string): string {
  return `&#${character.charCodeAt(0)};`;
}
