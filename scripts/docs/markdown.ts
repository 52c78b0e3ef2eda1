/** A Markdown table of cells that are Markdown already; only what would end a cell is escaped. */
export function table(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)];
}

function line(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', String.raw`\|`)).join(' | ')} |`;
}

/** Text as a code span; the text holds no backticks. */
export function code(text: string): string {
  return `\`${text}\``;
}

/** The line that heads a document of which nothing is written by hand. */
export function generatedFrom(source: string): string {
  return `<!-- Generated from ${source} by \`npm run docs\`; edit that instead. -->`;
}

/**
 * Replaces what stands between `<!-- generated: NAME -->` and `<!-- end: NAME -->`, markers kept.
 * @throws RangeError where the document does not hold the two markers once each, in this order.
 */
export function replaceSection(document: string, name: string, content: string): string {
  const open = `<!-- generated: ${name} -->`;
  const close = `<!-- end: ${name} -->`;
  const [before, inside, ...more] = document.split(open);
  const [, after, ...rest] = (inside ?? '').split(close);
  if (before === undefined || after === undefined || more.length > 0 || rest.length > 0) {
    throw new RangeError(`The document needs one section from "${open}" to "${close}".`);
  }
  return `${before}${open}\n\n${content}\n\n${close}${after}`;
}
