import type { Finding } from '#harness/check.ts';

/** Findings listed one by one; further ones are only counted. */
export const findingsListedMax = 19;

/** Collects findings in bounded memory: the first {@link findingsListedMax}, and one that counts the rest. */
export class FindingList {
  readonly #listed: Finding[] = [];
  #count = 0;

  /** A function is only called where the finding is listed: drawings are not made for what is counted only. */
  add(finding: Finding | (() => Finding)): void {
    this.#count += 1;
    if (this.#listed.length < findingsListedMax) {
      this.#listed.push(typeof finding === 'function' ? finding() : finding);
    }
  }

  /** The findings in the order in which they were added. */
  list(): readonly Finding[] {
    const more = this.#count - this.#listed.length;
    return more === 0
      ? this.#listed
      : [
          ...this.#listed,
          {
            at: 'the bucket',
            code: 'more-findings',
            expected: 'none',
            actual: `and ${String(more)} more`,
          },
        ];
  }
}
