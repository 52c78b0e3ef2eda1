import { clauses } from '#contracts/gme/index.ts';
import { defineActive } from '#harness/check.ts';
import { expectConvergence } from '../../oracles/convergence.ts';
import { expectNoTrace } from '../../oracles/refusal.ts';
import { forgedExperiments, forgedInTurn } from '../forged.ts';
import { forgedNewsExperiments } from '../forged-news.ts';

const { signature } = clauses;

export const refusedLeavesNoTrace = defineActive({
  id: 'gme/signature/refused-leaves-no-trace',
  title: 'A refused callback changes nothing in the receiver’s state',
  level: 'MUST',
  basis: 'inferred',
  profile: 'state',
  clauses: [signature],
  observes: ['arms'],
  needs: ['gme/state/records-each-file'],
  hint: 'Verify first and store afterwards; a refused callback must not reach the database.',
  experiments: (context) =>
    forgedExperiments(
      context,
      forgedInTurn([
        'wrong-key',
        'missing',
        'changed-at-end',
        'blank-behind',
        'truncated',
        'empty',
      ]),
    ),
  evaluate: expectNoTrace,
});

export const refusedChangesNothing = defineActive({
  id: 'gme/signature/refused-changes-nothing',
  title: 'A forged callback changes nothing in what is already known',
  level: 'MUST',
  basis: 'inferred',
  profile: 'state',
  clauses: [signature],
  observes: ['arms'],
  needs: ['gme/state/records-each-file', 'gme/signature/refuses-wrong-key'],
  hint: 'Verify before you look anything up: also an update of a known recording needs a right signature.',
  experiments: (context) => forgedNewsExperiments(context),
  evaluate: (seen) => expectConvergence(seen, 'changed-by-forgery'),
});
