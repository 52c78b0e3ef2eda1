/**
 * What must not reach a reader as it is: control characters (they drive terminals, break tables and are illegal in
 * XML 1.0), lone surrogates and non-characters (not every encoder can write them), and the marks that reorder, hide
 * or break text.
 * Line feed and tab are left to the caller.
 */
const unprintable = /[^\P{Cc}\n\t]|[\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Noncharacter_Code_Point}]/gu;

/**
 * Makes text from a target safe to show anywhere: every unprintable character becomes a visible `\u{1b}`.
 * Line feeds and tabs stay; all other text is unchanged. Idempotent.
 */
export function printable(text: string): string {
  return text.replace(unprintable, (found) => `\\u{${(found.codePointAt(0) ?? 0).toString(16)}}`);
}

/** Like `printable`, on one line: line feeds become `\n`, tabs `\t`. */
export function oneLine(text: string): string {
  return printable(text)
    .replaceAll('\n', String.raw`\n`)
    .replaceAll('\t', String.raw`\t`);
}

/**
 * Cuts text to at most `charactersMax` UTF-16 units, without cutting a character in two, and says how much is gone.
 * The note about the cut comes on top of the bound.
 */
export function clip(text: string, charactersMax: number): string {
  if (text.length <= charactersMax) {
    return text;
  }
  const last = text.charCodeAt(charactersMax - 1);
  const end = last >= 0xd800 && last <= 0xdbff ? charactersMax - 1 : charactersMax;
  return `${text.slice(0, end)}… (${String(text.length - end)} more characters)`;
}

/** `1 check`, `3 checks`; irregular plurals are given. */
export function count(amount: number, noun: string, plural = `${noun}s`): string {
  return `${String(amount)} ${amount === 1 ? noun : plural}`;
}

/** A duration for people: `840 ms`, `12.4 s`, `2 min 5 s`. */
export function duration(ms: number): string {
  if (ms < 1000) {
    return `${String(Math.round(ms))} ms`;
  }
  if (ms < 59_950) {
    return `${(ms / 1000).toFixed(1)} s`;
  }
  const seconds = Math.round(ms / 1000);
  return `${String(Math.floor(seconds / 60))} min ${String(seconds % 60)} s`;
}
