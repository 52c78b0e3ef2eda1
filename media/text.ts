/** How many bytes are looked at to tell text from other bytes. */
const sampleBytes = 4096;

/** Shortest run of Base64 or hex that is taken for such. */
const encodedCharsMin = 16;

/** Byte sequences of several bytes that must be valid UTF-8 before a binary file is taken for recoded: chance has none. */
const recodedSequencesMin = 12;

const textFormats: readonly (readonly [format: string, pattern: RegExp])[] = [
  ['base64', /^data:[\w/.+-]*;base64,/i],
  ['html', /^<(?:!doctype\s+html|html|head|body|title|meta|script)\b/i],
  ['xml', /^<(?:\?xml|!--|[a-z_][\w:.-]*[\s/>])/i],
  ['json', /^[{[][\s"{}[\]\-\dtfn]/],
  ['http', /^HTTP\/\d/],
];

/** Bytes of well-formed UTF-8, or undefined: a sequence cut at either end of the sample is forgiven. */
function utf8Sequences(sample: Uint8Array): number | undefined {
  let at = 0;
  while (at < 3 && ((sample[at] ?? 0) & 0xc0) === 0x80) {
    at++;
  }
  let sequences = 0;
  while (at < sample.length) {
    const first = sample[at] ?? 0;
    const more = first < 0x80 ? 0 : first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : 1;
    const legal = first < 0x80 || (first >= 0xc2 && first <= 0xf4);
    if (!legal) {
      return undefined;
    }
    for (let next = at + 1; next <= at + more && next < sample.length; next++) {
      if (((sample[next] ?? 0) & 0xc0) !== 0x80) {
        return undefined;
      }
    }
    sequences += more > 0 ? 1 : 0;
    at += more + 1;
  }
  return sequences;
}

function isControl(byte: number): boolean {
  return byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x1b;
}

/**
 * What kind of text the bytes are: `html`, `xml`, `json`, `http`, `base64`, `hex`, `text`;
 * `recoded` for binary bytes that went through a conversion to UTF-8; undefined for anything else.
 */
export function sniffText(head: Uint8Array): string | undefined {
  const sample = head.subarray(0, sampleBytes);
  const sequences = utf8Sequences(sample);
  if (sequences === undefined || sample.length === 0) {
    return undefined;
  }
  if (sample.some(isControl)) {
    return sequences >= recodedSequencesMin ? 'recoded' : undefined;
  }
  const text = String.fromCharCode(...sample).replace(/^(?:\xef\xbb\xbf)?\s+|^\xef\xbb\xbf/, '');
  const known = textFormats.find(([, pattern]) => pattern.test(text))?.[0];
  if (known !== undefined) {
    return known;
  }
  const lines = text.replaceAll(/[\r\n]+/g, '');
  if (lines.length >= encodedCharsMin && /^[\da-f]+$/i.test(lines)) {
    return 'hex';
  }
  if (lines.length >= encodedCharsMin && /^[\w+/-]+={0,2}$/.test(lines)) {
    return 'base64';
  }
  return 'text';
}
