import { clauses } from '#contracts/trtc/index.ts';
import { claimFor } from '../../claims/claim.ts';
import { stateClaim } from '../../claims/state.ts';
import { implications, type ImpliedCase } from '../../kit/relations.ts';
import { expectImplied } from '../../oracles/relations.ts';
import { trtcKit } from '../kit.ts';
import type { EventType, Story } from '../story.ts';

/** One callback, of a file or of a task, with a Status. */
function outcome(what: 'F1' | 'T1', type: EventType, status: 0 | 1 | 2): Story {
  return {
    title: `event type ${String(type)} with Status ${String(status)}`,
    files: { F1: {} },
    events: [
      ['T1', 301],
      [what, type, status],
    ],
  };
}

/** Whoever shows that something went well shows something else when it went wrong. */
function failure(what: 'F1' | 'T1', type: EventType, status: 1 | 2): ImpliedCase<Story> {
  const [good, bad] = [outcome(what, type, 0), outcome(what, type, status)];
  return {
    title: bad.title,
    known: { story: good, events: [0, 1] },
    knownWithout: { story: good, events: [0] },
    asked: { story: bad, events: [0, 1] },
    askedWithout: { story: good, events: [0, 1] },
  };
}

const claim = stateClaim({
  path: 'state/failures-differ-from-success',
  title: 'What a callback calls failed or left behind does not look like what is stored',
  level: 'SHOULD',
  basis: 'inferred',
  needs: ['delivery/accepts-each-outcome'],
  hint: 'Read Status of 305, 310, 311 and 312 and keep it: where it is not 0 the file is not where you would look for it.',
  evaluate: (seen) =>
    expectImplied(seen, 'failure-unread', {
      expected: 'a state that tells this from success, which is shown when it comes',
      actual: 'the same state as after success',
    }),
});

export const failuresDifferFromSuccess = claimFor('trtc', claim, {
  clauses: [
    clauses.uploadStop,
    clauses.mp4Stop,
    clauses.vodCommit,
    clauses.vodFailure,
    clauses.vodStop,
  ],
  experiments: (context) =>
    implications(trtcKit, context, [
      failure('T1', 305, 1),
      failure('F1', 310, 1),
      failure('F1', 310, 2),
      failure('F1', 311, 1),
      failure('F1', 311, 2),
      failure('T1', 312, 1),
    ]),
});
