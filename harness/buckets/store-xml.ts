/**
 * A strict reader for the XML that object stores answer: elements and text, nothing else.
 *
 * General XML libraries were weighed and left: what matters here is that a key comes out exactly as it is stored, control
 * characters and carriage returns included, and that a damaged listing is an error, never a shorter listing. They fold
 * line ends, accept unclosed elements or know entities, and read a page of 1,000 keys several times slower.
 */

/** An element with its text (without that of its children) and its children in order. */
export interface XmlElement {
  /** Local name, any namespace prefix cut off. */
  readonly name: string;
  readonly text: string;
  readonly children: readonly XmlElement[];
}

interface OpenElement {
  readonly tag: string;
  readonly children: XmlElement[];
  text: string;
}

const depthMax = 8;
const declaration = /^<\?xml\s[^<>]*\?>/;
const startTag = /<([\w:.-]+)(?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*(\/?)>/y;
const endTag = /<\/([\w:.-]+)\s*>/y;

/**
 * Parses an answer as untrusted XML and returns its root element.
 *
 * Document types, and with them entities of their own, are refused like comments, CDATA and processing instructions:
 * object stores send none.
 * @param root the local name that the root must have.
 * @throws Error with one clause that says what is wrong; the caller names request and store.
 */
export function parseStoreXml(bytes: Uint8Array, root: string): XmlElement {
  const text = decodeUtf8(bytes).replace(declaration, '').trim();
  const holder: OpenElement = { tag: '', children: [], text: '' };
  const open: OpenElement[] = [holder];
  let position = 0;
  while (position < text.length) {
    const next = text.indexOf('<', position);
    const end = next === -1 ? text.length : next;
    const current = open.at(-1) ?? holder;
    if (end > position) {
      current.text += resolveReferences(text.slice(position, end));
    }
    position = next === -1 ? end : readTag(text, next, open);
  }
  const [element, ...others] = holder.children;
  if (open.length > 1 || element === undefined) {
    throw new Error('it is not complete XML');
  }
  if (others.length > 0 || holder.text !== '') {
    throw new Error('something stands beside its root');
  }
  if (element.name !== root) {
    throw new Error(`it has no <${root}>`);
  }
  return element;
}

/** Reads one tag, opens or closes its element, and returns where it ends. */
function readTag(text: string, position: number, open: OpenElement[]): number {
  endTag.lastIndex = position;
  const closing = endTag.exec(text);
  if (closing !== null) {
    close(open, closing[1] ?? '');
    return endTag.lastIndex;
  }
  startTag.lastIndex = position;
  const opening = startTag.exec(text);
  if (opening === null) {
    throw new Error('it has markup that is no element');
  }
  const [, tag = '', slash] = opening;
  if (open.length > depthMax) {
    throw new Error(`its elements are nested deeper than ${depthMax}`);
  }
  open.push({ tag, children: [], text: '' });
  if (slash === '/') {
    close(open, tag);
  }
  return startTag.lastIndex;
}

function close(open: OpenElement[], tag: string): void {
  const element = open.pop();
  const parent = open.at(-1);
  if (element?.tag !== tag || parent === undefined) {
    throw new Error('its elements do not close in order');
  }
  const name = tag.slice(tag.indexOf(':') + 1);
  parent.children.push({ name, text: element.text, children: element.children });
}

/**
 * Text of the one child of a name; undefined where there is none.
 * @throws Error where there are several, or elements inside.
 */
export function textOf(element: XmlElement, name: string): string | undefined {
  const [child, ...others] = childrenOf(element, name);
  if (others.length > 0 || (child !== undefined && child.children.length > 0)) {
    throw new Error(`its <${element.name}> has no plain <${name}>`);
  }
  return child?.text;
}

/** Children of a name, in order. */
export function childrenOf(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

const named: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/**
 * Resolves the five named and all numeric character references. Control characters are taken too: XML 1.0 forbids them,
 * object stores send them for keys that contain them.
 */
function resolveReferences(text: string): string {
  if (!text.includes('&')) {
    return text;
  }
  return text.replace(
    /&(?:#(\d{1,7});|#x([\da-f]{1,6});|([a-z]{2,4});)?/gi,
    (_, decimal?: string, hex?: string, name?: string) => {
      const character =
        name === undefined ? characterAt(decimal ?? `0x${hex ?? ''}`) : named.get(name);
      if (character === undefined) {
        throw new Error('it refers to a character or entity that does not exist');
      }
      return character;
    },
  );
}

/** The character of a code point in digits; undefined beyond Unicode, for half a surrogate pair and for no digits. */
function characterAt(digits: string): string | undefined {
  const point = Number(digits);
  const isCharacter = point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
  return isCharacter ? String.fromCodePoint(point) : undefined;
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new Error('it is not UTF-8', { cause });
  }
}
