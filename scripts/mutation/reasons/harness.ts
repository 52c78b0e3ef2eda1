import type { Reason } from './reason.ts';

/** Why survivors in `harness/` are left alive; the first that fits explains one. */
export const harnessReasons: readonly Reason[] = [
  {
    file: 'harness/state/compare.ts',
    was: "'$'",
    reason: 'Equal: without a mask nobody looks the path up.',
  },
  {
    file: 'harness/state/compare.ts',
    was: '!== undefined',
    reason: 'For the compiler: a list of one has a first item.',
  },
  {
    file: 'harness/state/compare.ts',
    was: "''",
    reason:
      'Equal: only whether two masked texts are the same is asked, and symbols cannot run together.',
  },
  {
    file: 'harness/state/recording-view.ts',
    was: "''",
    reason: 'For the compiler: every step of a path is one of the three forms.',
  },
  {
    file: 'harness/state/row-numbers.ts',
    mutator: 'ArrayDeclaration',
    reason: 'For the compiler: there is always a first state.',
  },
  {
    file: 'harness/state/volatility.ts',
    mutator: 'ArrayDeclaration',
    reason: 'For the compiler: there is always a first baseline.',
  },
  {
    file: 'harness/state/volatility.ts',
    was: "'null'",
    reason:
      'Equal: a masked null still reads null, so baselines that differ in it are unstable either way.',
  },
  {
    file: 'harness/state/volatility.ts',
    mutator: 'Regex',
    reason: 'Equal: inside a JSON text a quote is escaped, so the first bare one ends it.',
  },
  {
    file: 'harness/state/volatility.ts',
    reason:
      'Equal but for time: the loop reads the leaves again until nothing is new, at most six times.',
  },
  {
    file: 'harness/state/time-like.ts',
    mutator: 'EqualityOperator',
    reason: 'Equal: times in minutes never lie exactly on a border that has milliseconds.',
  },
  {
    file: 'harness/state/time-like.ts',
    mutator: 'Regex',
    reason:
      'Equal but for speed: Date.parse, which has the last word, refuses what is too long or framed.',
  },
  {
    file: 'harness/state/symbolic.ts',
    mutator: 'EqualityOperator',
    reason: 'Equal: 2^53 - 1 reads the same as digits and as a whole number.',
  },
  {
    file: 'harness/state/symbolic.ts',
    mutator: 'ArrayDeclaration',
    reason: 'No JSON leaf is the text that Stryker puts there, so nothing is ever renamed by it.',
  },
  {
    file: 'harness/judge.ts',
    reason: 'For the compiler: the verdicts are all listed above it.',
  },
  {
    file: 'harness/observation.ts',
    reason: 'The tests of the oracles read this text; this scope does not run them.',
  },
  {
    file: 'harness/secret-pattern.ts',
    was: 'return null',
    reason: 'Equal: so short a secret has no half, and the whole of it is blotted out before.',
  },
  {
    file: 'harness/secret-pattern.ts',
    was: "''",
    reason: 'Equal: with its last character a secret is whole, and blotted out before.',
  },
  {
    file: 'harness/secret-pattern.ts',
    was: "'u'",
    reason: 'Equal: the pattern spells whole characters, which are found in either mode.',
  },
  {
    file: 'harness/redact.ts',
    was: "'…'",
    reason: 'Equal but for time: the pattern of a half asks for the same sign at the end.',
  },
  {
    file: 'harness/redact.ts',
    was: '[]',
    reason: 'Equal: no letter of the text that Stryker puts there is a header with a secret.',
  },
];
