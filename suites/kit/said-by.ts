import { isJsonObject, isLosslessNumber, parseJson, type Json } from '#contracts/json.ts';

/** Reads members of a body, by what they say to us and how they are called there; absent ones are left out. */
export type MemberReader = <K extends string>(
  names: Readonly<Record<K, string>>,
) => Partial<Record<K, string>>;

/**
 * The texts and numbers of a body's members as a lenient receiver would read them: invalid bytes become U+FFFD, and
 * what is no JSON says nothing. Total.
 * @param path Members that lead to the object with the wanted ones.
 */
export function memberTexts(body: Uint8Array, ...path: readonly string[]): MemberReader {
  const value = path.reduce<Json | undefined>(
    (inside, name) => (isJsonObject(inside) ? inside[name] : undefined),
    parsedOf(body),
  );
  return (names) => {
    const said: Partial<Record<keyof typeof names, string>> = {};
    for (const key in names) {
      const member = isJsonObject(value) ? value[names[key]] : undefined;
      const text = isLosslessNumber(member) ? member.value : member;
      if (typeof text === 'string') {
        said[key] = text;
      }
    }
    return said;
  };
}

function parsedOf(body: Uint8Array): Json | undefined {
  try {
    return parseJson(new TextDecoder().decode(body));
  } catch {
    return undefined;
  }
}
