import { type FaultCode, faultKinds } from './faults.ts';
import type { MediaFault, MediaSeverity, MediaVerdict } from './verdict.ts';

/** How many faults of one code are listed; further ones are only counted. */
export const faultsPerCodeMax = 20;

/** Collects faults in bounded memory: at most {@link faultsPerCodeMax} of each code, the rest as one closing entry. */
export class FaultLog {
  readonly #listed: MediaFault[] = [];
  readonly #counts = new Map<FaultCode, number>();
  #worst: MediaVerdict['verdict'] = 'valid';

  /**
   * Notes a fault at a byte offset from the start of the file; `message` is one sentence with the figures.
   * @param line Of a playlist, counted from 1.
   */
  add(code: FaultCode, offset: number, message: string, line?: number): void {
    const { severity } = faultKinds[code];
    const count = this.count(code) + 1;
    this.#counts.set(code, count);
    this.#worst = severity === 'invalid' || this.#worst === 'invalid' ? 'invalid' : 'suspicious';
    if (count <= faultsPerCodeMax) {
      this.#listed.push({
        code,
        severity,
        offset,
        message,
        ...(line === undefined ? {} : { line }),
      });
    }
  }

  /** How often a code was noted, listed or not. */
  count(code: FaultCode): number {
    return this.#counts.get(code) ?? 0;
  }

  /** The gravest severity noted so far. */
  get worst(): MediaVerdict['verdict'] {
    return this.#worst;
  }

  /** The faults by offset, closed by a `more-faults` entry where some were only counted. */
  list(): readonly MediaFault[] {
    const faults = this.#listed.toSorted((a, b) => a.offset - b.offset);
    const unlisted = [...this.#counts].filter(([, count]) => count > faultsPerCodeMax);
    if (unlisted.length === 0) {
      return faults;
    }
    const severity: MediaSeverity = unlisted.some(
      ([code]) => faultKinds[code].severity === 'invalid',
    )
      ? 'invalid'
      : 'suspicious';
    const counts = unlisted.map(([code, count]) => `${count - faultsPerCodeMax} ${code}`);
    const offset = faults.at(-1)?.offset ?? 0;
    const message = `Not listed: ${counts.join(', ')}.`;
    return [...faults, { code: 'more-faults', severity, offset, message }];
  }
}
