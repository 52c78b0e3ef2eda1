import type { Configuration } from './keys.ts';

/** How an option's text is read. */
export type OptionKind = 'text' | 'number' | 'list' | 'switch' | readonly string[];

/** One option: flag, configuration key and environment variable at once. */
export interface OptionSpec {
  readonly key: keyof Configuration;
  readonly kind: OptionKind;
  /** Placeholder in the help. */
  readonly value: string;
  readonly help: string;
  /** Bounds of a number, both included. */
  readonly min?: number;
  readonly max?: number;
}

/** `observeCommand` → `--observe-command`. */
export function flagOf(key: string): string {
  return `--${key.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** `observeCommand` → `SOUNDCHECK_OBSERVE_COMMAND`. */
export function variableOf(key: string): string {
  return `SOUNDCHECK_${key.replace(/[A-Z]/gu, (letter) => `_${letter}`).toUpperCase()}`;
}
