/** What a member of a JSON document must be: `list` is one of objects, `texts` one of texts. */
export type Kind = 'text' | 'text or null' | 'list' | 'texts' | 'object' | 'number';

/** What a reader relies on in a JSON document, by dotted path. */
export interface Shape {
  readonly required: readonly (readonly [path: string, kind: Kind])[];
  /** Paths whose text is given. */
  readonly literals: Readonly<Record<string, string>>;
}

/** The first member that is not as the shape says, as a sentence; null where all are. */
export function shapeFault(value: unknown, { required, literals }: Shape): string | null {
  for (const [path, kind] of required) {
    const member = memberAt(value, path);
    if (!isOfKind(member, kind)) {
      return `${path} is missing or of another kind`;
    }
    const literal = literals[path];
    if (literal !== undefined && member !== literal) {
      return `${path} is not ${literal}`;
    }
  }
  return null;
}

function memberAt(value: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (inside, name) =>
        typeof inside === 'object' && inside !== null && Object.hasOwn(inside, name)
          ? (inside as Readonly<Record<string, unknown>>)[name]
          : undefined,
      value,
    );
}

function isOfKind(member: unknown, kind: Kind): boolean {
  switch (kind) {
    case 'text':
      return typeof member === 'string';
    case 'text or null':
      return typeof member === 'string' || member === null;
    case 'number':
      return typeof member === 'number' && Number.isFinite(member);
    case 'object':
      return isObject(member);
    case 'list':
      return Array.isArray(member) && member.every(isObject);
    case 'texts':
      return Array.isArray(member) && member.every((one) => typeof one === 'string');
  }
}

function isObject(member: unknown): boolean {
  return typeof member === 'object' && member !== null && !Array.isArray(member);
}
