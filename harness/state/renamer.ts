import type { Name } from '../experiment.ts';
import type { SymbolicLeaf } from './symbolic.ts';

/**
 * Values shorter than this are only taken for an identifier where they are the whole leaf, and never for a damaged
 * one: the low half of a task id may be any small number.
 */
const embeddedLengthMin = 6;
/** `0`, the user id of mixed streams, is no identifier but a number like any other. */
const wholeLengthMin = 4;

/** Text with symbols in place of identifiers, and which those were. */
export type Renamed = Omit<SymbolicLeaf, 'kind'>;

/** Puts symbols in place of the identifiers of one delivery. */
export interface Renamer {
  /** A string or a key of an object; identifiers may stand inside. */
  text(raw: string): Renamed;
  /** A number, by its digits as they were sent. */
  number(digits: string): Renamed;
}

/** Renamers by their list of names: a delivery's states are looked at again and again. */
const known = new WeakMap<readonly Name[], Renamer>();

/** The renamer of a list of names; made once for each list. */
export function renamerOf(names: readonly Name[]): Renamer {
  const renamer = known.get(names) ?? remembering(createRenamer(names));
  known.set(names, renamer);
  return renamer;
}

/** Looks of one room hold the same texts, and most of those are keys. */
function remembering(renamer: Renamer): Renamer {
  const texts = new Map<string, Renamed>();
  return {
    number: (digits) => renamer.number(digits),
    text(raw) {
      const renamed = texts.get(raw) ?? renamer.text(raw);
      texts.set(raw, renamed);
      return renamed;
    },
  };
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

  const text = (raw: string): Renamed => {
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

function approximation(symbol: string, actual: string): Renamed {
  return { text: `⟦≈${symbol}⟧`, carries: [], approximates: [{ symbol, actual }] };
}

/** What every encoder leaves alone. */
const unreserved = /^[a-z\d]*$/i;

/**
 * An identifier as it stands in plain text, in URLs and in composite keys: percent-encoders differ in what they leave
 * alone, and who joins keys with a mark encodes that mark.
 */
function spellingsOf(value: string): readonly string[] {
  if (unreserved.test(value)) {
    return [value];
  }
  const encoders: readonly ((text: string) => string)[] = [
    encodeURIComponent,
    (text) => encodeURIComponent(text).replace(/[!'()*]/gu, percent),
    (text) =>
      encodeURIComponent(text)
        .replace(/[!'()~]/gu, percent)
        .replaceAll('%20', '+'),
    (text) => encodeURIComponent(text).replaceAll('_', '%5F'),
    (text) => encodeURIComponent(text).replace(/[-_.!'()*~]/gu, percent),
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
