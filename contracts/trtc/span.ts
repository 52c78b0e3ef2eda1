/** A stretch of time, `end` excluded; in milliseconds since the session's start. */
export interface Span {
  readonly begin: number;
  readonly end: number;
}

/** The part of a span that lies within another; nothing where they do not overlap. */
export function clip(span: Span, within: Span): readonly Span[] {
  const begin = Math.max(span.begin, within.begin);
  const end = Math.min(span.end, within.end);
  return begin < end ? [{ begin, end }] : [];
}

/** Spans that cover the same time without touching one another, in order. */
export function unite(spans: readonly Span[]): readonly Span[] {
  const united: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.begin - b.begin)) {
    const last = united.at(-1);
    if (last === undefined || span.begin > last.end) {
      united.push(span);
    } else if (span.end > last.end) {
      united[united.length - 1] = { begin: last.begin, end: span.end };
    }
  }
  return united;
}

/** A span in pieces of a length, the last perhaps shorter. */
export function cut(span: Span, lengthMax: number): readonly Span[] {
  const pieces: Span[] = [];
  for (let begin = span.begin; begin < span.end; begin += lengthMax) {
    pieces.push({ begin, end: Math.min(begin + lengthMax, span.end) });
  }
  return pieces;
}
