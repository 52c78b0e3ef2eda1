/** A word of a secret that stands before a cut counts when it is at least so long. */
const halfLengthMin = 4;

/** Escapes inside of escapes inside of escapes: more backslashes than these nobody writes. */
const backslashesMax = 8;

/** Finds a secret in whatever way it is written; `whole` is global, `half` finds its beginning before a cut, `…`. */
export interface SecretPattern {
  readonly whole: RegExp;
  readonly half: RegExp | null;
}

/** Patterns for a secret as it is, and for the bytes that it stands for in Base64 and hex. */
export function patternsOf(secret: string): readonly SecretPattern[] {
  const bytes = Buffer.from(secret, 'utf8');
  const forms = new Set([
    secret,
    secret.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/u, ''),
    bytes.toString('base64'),
    bytes.toString('base64url'),
    bytes.toString('hex'),
  ]);
  return [...forms].map((form) => {
    const characters = Array.from(form, characterPattern);
    return { whole: new RegExp(characters.join(''), 'gu'), half: halfPattern(characters) };
  });
}

/** The first characters, as many of the others as there are, perhaps half of an escape, and the cut. */
function halfPattern(characters: readonly string[]): RegExp | null {
  if (characters.length <= halfLengthMin) {
    return null;
  }
  const rest = characters
    .slice(halfLengthMin)
    .reduceRight((tail, character) => `(?:${character}${tail})?`, '');
  const halfEscape = String.raw`(?:%[\dA-Fa-f]?|\\{1,${String(backslashesMax)}}(?:u[\dA-Fa-f]{0,3})?|&[#\w]{0,7})?`;
  return new RegExp(`${characters.slice(0, halfLengthMin).join('')}${rest}${halfEscape}…$`, 'u');
}

const entities: Readonly<Record<string, string>> = {
  '"': '&quot;',
  "'": '&apos;',
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  ' ': String.raw`\+`,
};

/**
 * One character: as it is, behind escaping backslashes (JSON inside of JSON), as `\uXXXX`, percent-encoded or as an
 * entity of HTML. Encoders differ in what they leave alone, so any character may stand in any of these ways.
 */
function characterPattern(character: string): string {
  if (/[A-Za-z0-9]/u.test(character)) {
    return character;
  }
  const codePoint = character.codePointAt(0) ?? 0;
  const units = Array.from({ length: character.length }, (_, unit) =>
    character.charCodeAt(unit).toString(16).padStart(4, '0'),
  );
  const bytes = Array.from(Buffer.from(character, 'utf8'), (byte) =>
    byte.toString(16).padStart(2, '0'),
  );
  const most = String(backslashesMax);
  const ways = [
    String.raw`\\{0,${most}}${character.replace(/[$()*+./?[\\\]^{|}]/u, String.raw`\$&`)}`,
    units.map((unit) => String.raw`\\{1,${most}}u${anyCase(unit)}`).join(''),
    bytes.map((byte) => `%${anyCase(byte)}`).join(''),
    `&#0*${String(codePoint)};`,
    `&#[Xx]0*${anyCase(codePoint.toString(16))};`,
    ...(entities[character] === undefined ? [] : [entities[character]]),
  ];
  return `(?:${ways.join('|')})`;
}

function anyCase(hex: string): string {
  return hex.replace(/[a-f]/gu, (digit) => `[${digit}${digit.toUpperCase()}]`);
}
