/** A fenced block of a Markdown document. */
export interface Fence {
  /** First word of the info string: `sh`, `ts`, `text`. */
  readonly language: string;
  /** The other words: `test`, or `name=value`. */
  readonly marks: ReadonlyMap<string, string>;
  readonly text: string;
  /** Line of the opening fence, from 1. */
  readonly line: number;
}

const opening = /^(`{3,})([^`].*)?$/u;

/** The fenced blocks of a document in their order. @throws RangeError where a block does not end. */
export function fencesOf(markdown: string): readonly Fence[] {
  const fences: Fence[] = [];
  const lines = markdown.split('\n');
  for (let index = 0; index < lines.length; index += 1) {
    const [, marker, info = ''] = opening.exec(lines[index] ?? '') ?? [];
    if (marker === undefined) {
      continue;
    }
    const end = lines.indexOf(marker, index + 1);
    if (end === -1) {
      throw new RangeError(`The block at line ${String(index + 1)} does not end.`);
    }
    const [language = '', ...words] = info.trim().split(/\s+/u);
    fences.push({
      language,
      marks: new Map(words.map(markOf)),
      text: lines
        .slice(index + 1, end)
        .map((line) => `${line}\n`)
        .join(''),
      line: index + 1,
    });
    index = end;
  }
  return fences;
}

function markOf(word: string): readonly [string, string] {
  const [name = '', value = ''] = word.split('=', 2);
  return [name, value];
}

/**
 * What of a printed example is missing from the real output: the first line that does not stand there, in order, with
 * any number for a number and anything for `…`; undefined where all of it does.
 */
export function missingLine(example: string, output: string): string | undefined {
  const real = output.split('\n').map(normalize);
  let next = 0;
  for (const line of example.split('\n')) {
    if (line.trim() === '' || line.trim() === '…') {
      continue;
    }
    const parts = normalize(line).split('…');
    const found = real.findIndex((candidate, index) => index >= next && fits(candidate, parts));
    if (found === -1) {
      return line;
    }
    next = found + 1;
  }
  return undefined;
}

/** A line without what differs from run to run: numbers, durations with their unit, and the width of columns. */
function normalize(line: string): string {
  return line
    .replaceAll(/\d+(?:\.\d+)? (?:ms|s)\b/gu, '# s')
    .replaceAll(/\d+/gu, '#')
    .replaceAll(/ {2,}/gu, '  ');
}

/** Whether the line is the parts in their order, with anything between them and nothing around. */
function fits(line: string, parts: readonly string[]): boolean {
  const [first = '', ...others] = parts;
  const last = others.pop();
  if (last === undefined) {
    return line === first;
  }
  let at = first.length;
  for (const part of others) {
    const found = line.indexOf(part, at);
    if (found === -1) {
      return false;
    }
    at = found + part.length;
  }
  return line.startsWith(first) && line.endsWith(last) && line.length - last.length >= at;
}
