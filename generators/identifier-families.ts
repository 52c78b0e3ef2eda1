import fc from 'fast-check';

/** Identifiers that careless code takes for something else: every one is an ordinary string to the documents. */
export const lookalikes = [
  '0',
  '007',
  '1e3',
  '0x10',
  '-1',
  '1.0',
  'NaN',
  'null',
  'undefined',
  'true',
  '__proto__',
  'constructor',
  'A',
  'a',
  '9007199254740993',
] as const;

/** Parts that have a meaning in names, URLs, SQL, JSON or markup. */
export const separators = [
  '_',
  '__',
  '/',
  '%',
  '%2F',
  '%s',
  '+',
  ' ',
  '"',
  "'",
  '\\',
  '&',
  '?',
  '#',
  '<',
  ';',
  ',',
] as const;

/** Letters outside ASCII: of one, two and more UTF-16 units. */
export const letters = ['é', 'ß', '房', '間', 'ひ', '방', 'ع', '😀', '👩‍👧', '𝕏'] as const;

/** Short harmless parts of identifiers. */
export const plainParts = fc.oneof(
  fc.integer({ min: 1, max: 999 }).map(String),
  fc.constantFrom('a', 'b', 'room', 'x1'),
);

/** A part, one to three separators or letters each with a part behind it: `a_b`, `100/7_😀x1`. */
export function joined(links: readonly string[]): fc.Arbitrary<string> {
  return fc
    .tuple(
      plainParts,
      fc.array(fc.tuple(fc.constantFrom(...links), plainParts), { minLength: 1, maxLength: 3 }),
    )
    .map(([first, rest]) => first + rest.map(([link, part]) => link + part).join(''));
}

/** `length` UTF-16 units made of one short text. */
export function stretched(text: string, length: number): string {
  return text.repeat(Math.ceil(length / text.length)).slice(0, length);
}

/** Identifiers that a careless receiver mistakes, splits, decodes or rounds. */
export function hostileIds(): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 3, arbitrary: joined(['_']) },
    { weight: 3, arbitrary: joined(separators) },
    { weight: 3, arbitrary: joined(letters) },
    { weight: 2, arbitrary: fc.constantFrom(...lookalikes) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 99 }).map((id) => `00${String(id)}`) },
  );
}

/** Two different identifiers that look the same after a careless normalisation: of case, digits, Unicode or blanks. */
export function confusableIds(): fc.Arbitrary<readonly [string, string]> {
  return fc
    .tuple(plainParts, fc.boolean())
    .chain(([part, swap]) =>
      fc
        .constantFrom<readonly [string, string]>(
          [`${part}a`, `${part}A`],
          [`7${part}`, `07${part}`],
          [part, `${part}\u0020`],
          [`${part}\u00e9`, `${part}e\u0301`],
          [`${part}%2F1`, `${part}/1`],
          [`${part}+1`, `${part} 1`],
        )
        .map(([one, other]) => (swap ? [other, one] : [one, other])),
    );
}

/** What is peculiar about an identifier of any service; for statistics over what a generator reaches. */
export function peculiarities(id: string): readonly string[] {
  const traits: readonly (readonly [string, boolean])[] = [
    ['plain', /^[1-9][0-9a-z]*$/u.test(id)],
    ['underscore', id.includes('_')],
    ['slash', id.includes('/')],
    ['percent', id.includes('%')],
    ['quote', /["']/u.test(id)],
    ['blank', id.includes(' ')],
    ['backslash', id.includes('\\')],
    ['leading-zero', /^0\d/u.test(id)],
    ['cjk', /\p{Script=Han}/u.test(id)],
    ['emoji', /\p{Extended_Pictographic}/u.test(id)],
    ['beyond-first-plane', /[\u{10000}-\u{10ffff}]/u.test(id)],
    ['lookalike', (lookalikes as readonly string[]).includes(id)],
    ['beyond-double', /^\d{17,}$/u.test(id)],
  ];
  return traits.flatMap(([name, holds]) => (holds ? [name] : []));
}
