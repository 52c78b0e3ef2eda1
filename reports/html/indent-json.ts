/** Deeper than this everything stays at the same indentation. */
const depthMax = 20;

/**
 * Breaks JSON text into lines without reading it: numbers keep their digits, and text that was cut at a bound, or is no
 * JSON at all, comes out readable all the same. White space outside strings is made anew.
 */
export function indentJson(text: string): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let depth = 0;
  const flush = (): void => {
    if (line.trim() !== '') {
      lines.push(line);
    }
    line = '  '.repeat(Math.min(depth, depthMax));
  };
  for (const [token] of text.matchAll(
    /"(?:[^"\\]|\\[\s\S])*(?:"|$)|[[{]\s*[\]}]|[[\]{},:]|[^\s"[\]{},:]+/g,
  )) {
    if (token === '{' || token === '[') {
      depth += 1;
      line += token;
      flush();
    } else if (token === '}' || token === ']') {
      depth = Math.max(0, depth - 1);
      flush();
      line += token;
    } else if (token === ',') {
      line += token;
      flush();
    } else {
      line += token === ':' ? ': ' : token;
    }
  }
  flush();
  return lines;
}
