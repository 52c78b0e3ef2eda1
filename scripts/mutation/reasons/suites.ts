import type { Reason } from './reason.ts';

/** Why survivors in `suites/` are left alive; the first that fits explains one. */
export const suitesReasons: readonly Reason[] = [
  {
    file: 'suites/gme/kit.ts',
    mutator: 'BlockStatement',
    reason: 'Guards against faults of our own: nothing that the suites build comes this way.',
  },
  {
    file: 'suites/gme/preflight.ts',
    mutator: 'BlockStatement',
    reason: 'Guards against faults of our own: nothing that the suites build comes this way.',
  },
  {
    file: 'suites/gme/request.ts',
    mutator: 'BlockStatement',
    reason: 'Guards against faults of our own: nothing that the suites build comes this way.',
  },
  {
    file: 'suites/kit/teller.ts',
    mutator: 'BlockStatement',
    reason: 'Guards against faults of our own: nothing that the suites build comes this way.',
  },
  {
    file: 'suites/kit/forgeries.ts',
    mutator: 'BlockStatement',
    reason: 'Guards against faults of our own: nothing that the suites build comes this way.',
  },
  {
    file: 'suites/gme/signature.ts',
    reason:
      'Shows in the hexadecimal readings alone, which registry.test.ts tries; it is too slow to be run once a mutant.',
  },
  {
    file: 'suites/gme/archive/declared.ts',
    reason: 'Equal: null and undefined both say that nothing speaks against it.',
  },
  {
    file: 'suites/gme/archive/',
    mutator: 'ArrayDeclaration',
    reason: 'Equal: a text in the place of no segments has no times to be judged by.',
  },
  {
    file: 'suites/gme/archive-checks.ts',
    was: 'a.id < b.id',
    reason: 'Equal: no two checks have one id.',
  },
  {
    file: 'suites/kit/padded.ts',
    mutator: 'Regex',
    reason: 'Equal to a receiver: another callback is found whose signature holds both characters.',
  },
  {
    file: 'suites/kit/forgeries.ts',
    was: 'contentType === undefined',
    reason: 'Equal: a content type that is undefined is as good as none.',
  },
];
