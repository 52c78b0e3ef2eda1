import { isLosslessNumber, type Json } from '#contracts/json.ts';
import type { Name } from '../experiment.ts';
import { isTimeNear, isTimeTupleNear } from './time-like.ts';

/** A state in which identifiers stand as symbols, so that unrelated rooms can be compared. */
export type Symbolic =
  | SymbolicLeaf
  | { readonly kind: 'list'; readonly items: readonly Symbolic[] }
  | { readonly kind: 'object'; readonly entries: ReadonlyMap<string, Symbolic> };

/** A scalar. */
export interface SymbolicLeaf {
  readonly kind: 'leaf';
  /** JSON text with symbols in place of identifiers, `⟦time⟧` for a moment of this run, `⟦absent⟧`. */
  readonly text: string;
  /** Symbols of the identifiers that the leaf carries, sorted. */
  readonly carries: readonly string[];
  /** Symbols of the task ids that came back rounded or cut, and what stood there. */
  readonly approximates: readonly { readonly symbol: string; readonly actual: string }[];
}

export const absentLeaf: SymbolicLeaf = {
  kind: 'leaf',
  text: '⟦absent⟧',
  carries: [],
  approximates: [],
};

/**
 * Values shorter than this are only taken for an identifier where they are the whole leaf, and never for a damaged
 * one: the low half of a task id may be any small number.
 */
const embeddedLengthMin = 6;
/** `0`, the user id of mixed streams, is no identifier but a number like any other. */
const wholeLengthMin = 4;

/** Puts symbols for identifiers. Pure; `nowMs` is the wall clock of the run, for times near it. */
export function toSymbolic(value: Json, names: readonly Name[], nowMs: number): Symbolic {
  return rename(value, createRenamer(names), nowMs);
}

interface Renamer {
  text(raw: string): Omit<SymbolicLeaf, 'kind'>;
  number(digits: string): Omit<SymbolicLeaf, 'kind'>;
}

function rename(value: Json, renamer: Renamer, nowMs: number): Symbolic {
  if (value === null || typeof value === 'boolean') {
    return { kind: 'leaf', text: String(value), carries: [], approximates: [] };
  }
  if (typeof value === 'string') {
    const leaf = renamer.text(value);
    const isTime = leaf.carries.length === 0 && isTimeNear(value, nowMs);
    return { kind: 'leaf', ...leaf, text: isTime ? '⟦time⟧' : JSON.stringify(leaf.text) };
  }
  if (isLosslessNumber(value)) {
    const leaf = renamer.number(value.value);
    const isTime =
      leaf.carries.length === 0 && leaf.approximates.length === 0 && isTimeNear(value.value, nowMs);
    return { kind: 'leaf', ...leaf, text: isTime ? '⟦time⟧' : leaf.text };
  }
  if (isList(value)) {
    return isTimeTupleNear(value, nowMs)
      ? { kind: 'leaf', text: '⟦time⟧', carries: [], approximates: [] }
      : { kind: 'list', items: value.map((item) => rename(item, renamer, nowMs)) };
  }
  return {
    kind: 'object',
    entries: new Map(
      Object.entries(value).map(([key, item]) => [
        renamer.text(key).text,
        rename(item, renamer, nowMs),
      ]),
    ),
  };
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

interface Alias {
  readonly text: string;
  readonly symbol: string;
}

function createRenamer(given: readonly Name[]): Renamer {
  const names = given.filter(({ value }) => value.length >= wholeLengthMin);
  const plain = new Set(names.map(({ value }) => value));
  const aliases = names
    .flatMap(({ value, symbol }) =>
      spellingsOf(value)
        // One identifier's encoded form may be another identifier: then it is the other.
        .filter((text) => text === value || !plain.has(text))
        .map((text): Alias => ({ text, symbol: `⟦${symbol}⟧` })),
    )
    .sort((a, b) => b.text.length - a.text.length);
  const whole = new Map(aliases.map(({ text, symbol }) => [text, symbol]));
  const embedded = aliases.filter(({ text }) => text.length >= embeddedLengthMin);
  const rounded = new Map(
    names
      .filter(({ kind }) => kind === 'task')
      .flatMap(({ value, symbol }) => damagedForms(value).map((form) => [form, symbol] as const)),
  );

  const text = (raw: string): Omit<SymbolicLeaf, 'kind'> => {
    const exact = whole.get(raw);
    if (exact !== undefined) {
      return { text: exact, carries: [exact], approximates: [] };
    }
    const damaged = decimal.test(raw) ? rounded.get(plainDigits(raw)) : undefined;
    if (damaged !== undefined) {
      return approximation(damaged, raw);
    }
    const carries: string[] = [];
    let renamed = raw;
    for (const alias of embedded) {
      if (renamed.includes(alias.text)) {
        renamed = renamed.replaceAll(alias.text, alias.symbol);
        carries.push(alias.symbol);
      }
    }
    const approximates: { symbol: string; actual: string }[] = [];
    renamed = renamed.replace(/(?<!\d)-?\d{9,}(?!\d)/gu, (digits) => {
      const symbol = rounded.get(digits);
      if (symbol === undefined) {
        return digits;
      }
      approximates.push({ symbol, actual: digits });
      return `⟦≈${symbol}⟧`;
    });
    return { text: renamed, carries: carries.sort(), approximates };
  };

  return {
    text,
    number(digits) {
      const exact = whole.get(digits);
      if (exact !== undefined) {
        return { text: exact, carries: [exact], approximates: [] };
      }
      const symbol = rounded.get(digits) ?? rounded.get(plainDigits(digits));
      return symbol === undefined
        ? { text: digits, carries: [], approximates: [] }
        : approximation(symbol, digits);
    },
  };
}

/** A number with a fraction or an exponent, as texts hold it. */
const decimal = /^-?\d{1,30}(?:\.\d{1,30})?(?:[eE][+-]?\d{1,3})?$/u;

function approximation(symbol: string, actual: string): Omit<SymbolicLeaf, 'kind'> {
  return { text: `⟦≈${symbol}⟧`, carries: [], approximates: [{ symbol, actual }] };
}

/** An identifier as it stands in plain text and in URLs: percent-encoders differ in what they leave alone. */
function spellingsOf(value: string): readonly string[] {
  const encoders: readonly ((text: string) => string)[] = [
    encodeURIComponent,
    (text) => encodeURIComponent(text).replace(/[!'()*]/gu, percent),
    (text) =>
      encodeURIComponent(text)
        .replace(/[!'()~]/gu, percent)
        .replaceAll('%20', '+'),
    encodeURI,
  ];
  return [
    ...new Set([
      value,
      ...encoders.flatMap((encode) => [encode(value), value.split('/').map(encode).join('/')]),
    ]),
  ];
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

/** What usual damage makes of a 64-bit id: a double, printed with all its digits or fewer, and 32-bit cuts. */
function damagedForms(digits: string): readonly string[] {
  if (!/^\d{1,20}$/u.test(digits)) {
    return [];
  }
  const exact = BigInt(digits);
  const double = Number(digits);
  const forms = [
    String(double),
    BigInt(double).toString(),
    // PHP, Lua and .NET are used to print doubles with so many digits.
    ...[14, 15, 16].map((digitsKept) => BigInt(Number(double.toPrecision(digitsKept))).toString()),
    BigInt.asUintN(32, exact).toString(),
    BigInt.asIntN(32, exact).toString(),
  ];
  return forms.filter((form) => form !== digits && form.length >= embeddedLengthMin);
}

/** `4.46e17` and `446946705284000000.0` as plain digits. */
function plainDigits(number: string): string {
  const value = Number(number);
  return Number.isInteger(value) && Math.abs(value) > Number.MAX_SAFE_INTEGER
    ? BigInt(value).toString()
    : number;
}
