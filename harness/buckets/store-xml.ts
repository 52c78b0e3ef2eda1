import { XMLParser } from 'fast-xml-parser';

/** An element with its children, as far as the listing and error grammars need it; text under `#text`. */
export type XmlNode = Readonly<Record<string, unknown>>;

// Entities are never processed by the parser: nothing can be declared, and so nothing can expand.
const parser = new XMLParser({
  ignoreAttributes: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
  removeNSPrefix: true,
  parseTagValue: false,
  trimValues: false,
  processEntities: false,
  cdataPropName: '#cdata',
  maxNestedTags: 8,
  isArray: (name) => name === 'Contents',
});

/**
 * Parses an answer of an object store as untrusted XML and returns the root element.
 *
 * Refuses document types and anything that does not end with the root's closing tag (a truncated answer).
 * @throws Error with one clause saying what is wrong; the caller names request and store.
 */
export function parseStoreXml(bytes: Uint8Array, root: string): XmlNode {
  const text = decodeUtf8(bytes);
  if (/<!DOCTYPE/i.test(text)) {
    throw new Error('it declares a document type');
  }
  const last = /<\/(?:[\w.-]+:)?(?<name>[\w.-]+)\s*>\s*$/.exec(text.slice(-256));
  if (last?.groups?.['name'] !== root) {
    throw new Error(`it is no complete <${root}>`);
  }
  // The parser would fold a carriage return into a line feed; in a key it counts.
  const document: unknown = parser.parse(text.replaceAll('\r', '&#13;'));
  const element = isNode(document) ? document[root] : undefined;
  if (!isNode(element)) {
    throw new Error(`it has no <${root}>`);
  }
  return element;
}

/** Text of a child element with its character references resolved; undefined where it is absent or not plain text. */
export function textOf(node: XmlNode, name: string): string | undefined {
  const value = Object.hasOwn(node, name) ? node[name] : undefined;
  return typeof value === 'string' ? resolveReferences(value) : undefined;
}

/** Child elements that may repeat. */
export function childrenOf(node: XmlNode, name: string): readonly XmlNode[] {
  const value = Object.hasOwn(node, name) ? node[name] : undefined;
  return Array.isArray(value) ? value.filter(isNode) : [];
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/**
 * Resolves the five named and all numeric character references, control characters included: XML 1.0 forbids those,
 * object stores send them for keys that contain them. Anything else stays as it is.
 */
export function resolveReferences(text: string): string {
  return text.replace(
    /&(?:#(?<decimal>\d{1,7})|#x(?<hex>[\da-f]{1,6})|(?<name>amp|lt|gt|quot|apos));/gi,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) {
        return named[name] ?? whole;
      }
      const point = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      const isCharacter = point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff);
      return isCharacter ? String.fromCodePoint(point) : whole;
    },
  );
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new Error('it is not UTF-8', { cause });
  }
}

function isNode(value: unknown): value is XmlNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
