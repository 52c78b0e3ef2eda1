import { clip, printable } from '../text.ts';

/** Markup that is known to be safe: made by `markup` or `trusted` alone. */
export interface Markup {
  readonly html: string;
}

/** What may stand in a template: text is escaped, markup is not, lists are joined, nothing is nothing. */
export type Part = string | number | Markup | readonly Part[] | null | undefined | false;

/** Longest text that is shown in one place; the whole is in report.json. */
const charactersMax = 20_000;

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Template tag for HTML: every value is escaped for text and for quoted attributes, unless it is markup already.
 * (The name is not `html`, because Prettier would re-indent such templates, `<pre>` and all.)
 * Attribute values must stand in quotes; nothing may be put into a tag's or attribute's name.
 */
export function markup(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return {
    html: strings.map((text, index) => text + render(parts[index])).join(''),
  };
}

/** Declares text of our own to be markup. Never for anything that comes from outside. */
export function trusted(html: string): Markup {
  return { html };
}

function render(part: Part): string {
  if (part === null || part === undefined || part === false) {
    return '';
  }
  if (typeof part === 'object') {
    return 'html' in part ? part.html : part.map(render).join('');
  }
  return escapeHtml(String(part));
}

function escapeHtml(text: string): string {
  return printable(clip(text, charactersMax)).replace(
    /[&<>"']/g,
    (found) => references[found] ?? '',
  );
}
