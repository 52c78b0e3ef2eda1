import { isJsonObject, isLosslessNumber, type Json } from './json.ts';
import { describeJson } from './json-body.ts';

/** What a rule configuration does wrong. */
export interface RuleViolation {
  /** JSON path: `$.hls_config.record_cycle`. */
  readonly path: string;
  /** `error`: the service refuses it or has no such rule. `advice`: allowed, but files get lost or lie unexpectedly. */
  readonly severity: 'error' | 'advice';
  /** One sentence. */
  readonly problem: string;
  /** What to do, one sentence. */
  readonly remedy: string;
}

/** A violation as one line for people: where, what is wrong, what to do. */
export function violationText({ path, problem, remedy }: RuleViolation): string {
  return `${path}: ${problem} ${remedy}`;
}

/** One object of a rule configuration, read member by member; what is wrong is collected. */
export class RuleBlock {
  readonly #path: string;
  readonly #value: Readonly<Record<string, Json>>;
  readonly #violations: RuleViolation[];
  readonly #known = new Set<string>();

  constructor(path: string, value: Readonly<Record<string, Json>>, violations: RuleViolation[]) {
    this.#path = path;
    this.#value = value;
    this.#violations = violations;
  }

  /** The member as it stands; asking for it makes it known. Null counts as absent. */
  take(name: string): Json | undefined {
    this.#known.add(name);
    return Object.hasOwn(this.#value, name) ? (this.#value[name] ?? undefined) : undefined;
  }

  /** The object of that name; undefined, and said, where there is something else; undefined where there is nothing. */
  block(name: string): RuleBlock | undefined {
    const value = this.take(name);
    if (value === undefined) {
      return undefined;
    }
    if (isJsonObject(value)) {
      return new RuleBlock(`${this.#path}.${name}`, value, this.#violations);
    }
    this.error(name, `It is ${describeJson(value)}.`, 'Write an object in braces.');
    return undefined;
  }

  /** A string that is not empty; empty, and said, where there is none. */
  requiredText(name: string, remedy: string): string {
    const value = this.take(name);
    if (value === undefined || value === '') {
      this.error(name, value === '' ? 'It is empty.' : 'It is missing.', remedy);
    }
    return this.text(name) ?? '';
  }

  /** A string; undefined where there is none, and where there is something else, which is said. */
  text(name: string): string | undefined {
    const value = this.take(name);
    if (value === undefined || typeof value === 'string') {
      return value;
    }
    this.error(name, `It is ${describeJson(value)}.`, 'Write a text in quotation marks.');
    return undefined;
  }

  /** A whole number; undefined where there is none, NaN, and said, where there is something else. */
  integer(name: string): number | undefined {
    const value = this.take(name);
    if (value === undefined) {
      return undefined;
    }
    if (isLosslessNumber(value) && /^-?\d{1,15}$/u.test(value.value)) {
      return Number(value.value);
    }
    this.error(
      name,
      `It is ${describeJson(value)}.`,
      'Write a whole number without quotation marks.',
    );
    return Number.NaN;
  }

  error(name: string, problem: string, remedy: string): void {
    this.#report('error', name, problem, remedy);
  }

  advise(name: string, problem: string, remedy: string): void {
    this.#report('advice', name, problem, remedy);
  }

  /** Says which members nobody has asked for. `ignored` may stand there without meaning. */
  reportUnknown(ignored: readonly string[] = []): void {
    const known = [...this.#known, ...ignored];
    for (const name of Object.keys(this.#value).filter((key) => !known.includes(key))) {
      const meant = known.find((other) => lettersOf(other) === lettersOf(name));
      this.error(
        name,
        'There is no such field.',
        meant === undefined
          ? `Remove it; known are ${[...this.#known].join(', ')}.`
          : `Write ${meant}.`,
      );
    }
  }

  #report(
    severity: RuleViolation['severity'],
    name: string,
    problem: string,
    remedy: string,
  ): void {
    this.#violations.push({ path: `${this.#path}.${name}`, severity, problem, remedy });
  }
}

function lettersOf(name: string): string {
  return name.replace(/[^A-Za-z\d]/gu, '').toLowerCase();
}
