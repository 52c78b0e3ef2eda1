import { describeJson, type CallbackIssue } from './json-body.ts';
import { isJsonObject, isLosslessNumber, type Json } from './json.ts';

/** Reads members of one object; a wrong one adds an issue and yields a stand-in that is never shown. */
export class JsonFields {
  readonly #path: string;
  readonly #value: Readonly<Record<string, Json>> | undefined;
  readonly #issues: CallbackIssue[];

  /** `value` undefined: the object itself was missing or wrong, which was said already. */
  constructor(
    path: string,
    value: Readonly<Record<string, Json>> | undefined,
    issues: CallbackIssue[],
  ) {
    this.#path = path;
    this.#value = value;
    this.#issues = issues;
  }

  /** Whether the object has this member of its own, whatever its value. */
  has(name: string): boolean {
    return this.#value !== undefined && Object.hasOwn(this.#value, name);
  }

  /** The member as it stands; undefined where there is none. */
  value(name: string): Json | undefined {
    return this.has(name) ? this.#value?.[name] : undefined;
  }

  /** A member that is an object. */
  object(name: string): JsonFields {
    const value = this.value(name);
    const isObject = isJsonObject(value);
    if (!isObject) {
      this.report(name, 'an object');
    }
    return new JsonFields(`${this.#path}.${name}`, isObject ? value : undefined, this.#issues);
  }

  /** A string without lone surrogates. */
  text(name: string): string {
    const value = this.value(name);
    if (typeof value === 'string' && !hasLoneSurrogate(value)) {
      return value;
    }
    this.report(name, 'a string of whole Unicode characters');
    return '';
  }

  /** An integer from 0 to `max`, however large. */
  bigInteger(name: string, max: bigint): bigint {
    const natural = naturalOf(this.value(name));
    if (natural !== undefined && natural <= max) {
      return natural;
    }
    this.report(name, `an integer from 0 to ${String(max)}`);
    return 0n;
  }

  /** An integer from 0 to 2^53 - 1. */
  integer(name: string): number {
    return Number(this.bigInteger(name, BigInt(Number.MAX_SAFE_INTEGER)));
  }

  /** Says what should have stood there; silent where the object itself was wrong. */
  report(name: string, expected: string): void {
    if (this.#value !== undefined) {
      const actual = describeJson(this.value(name));
      this.#issues.push({ path: `${this.#path}.${name}`, expected, actual });
    }
  }
}

/** The value of a number written as plain digits, at most 20; `1.0`, `1e3` and `-0` are not integers of these protocols. */
export function naturalOf(value: Json | undefined): bigint | undefined {
  if (!isLosslessNumber(value) || !/^\d{1,20}$/u.test(value.value)) {
    return undefined;
  }
  return BigInt(value.value);
}

/** Whether a text holds half a character, which no UTF-8 can carry. */
export function hasLoneSurrogate(text: string): boolean {
  return /\p{Surrogate}/u.test(text);
}
