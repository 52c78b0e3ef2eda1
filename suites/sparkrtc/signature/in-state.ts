import { clauses } from '#contracts/sparkrtc/index.ts';
import { claimFor } from '../../claims/claim.ts';
import * as claims from '../../claims/signature.ts';
import { forgedExperiments, forgedNewsExperiments, inTurn } from '../../kit/forgeries.ts';
import { sparkKit } from '../kit.ts';
import { probesInTurn } from '../probes.ts';
import { isEventSent, type Story, type StoryEvent } from '../story.ts';

const { forgeriesOf } = claims;

export const refusedLeavesNoTrace = claimFor('sparkrtc', claims.refusedLeavesNoTrace, {
  clauses: [clauses.signature],
  experiments: (context) =>
    forgedExperiments(
      sparkKit,
      context,
      // A beginning alone is nothing that every receiver keeps.
      inTurn(
        probesInTurn.filter(({ story, event }) => story.events[event]?.[1] === 'complete'),
        [...forgeriesOf.tracing, 'other-rand'],
      ),
    ),
});

/** A file that has begun, and what a forger may say next. */
const news: readonly { readonly end: StoryEvent; readonly endIs: string }[] = [
  { end: ['F1', 'complete'], endIs: 'completion' },
  { end: ['T1', 'over'], endIs: 'job’s end' },
];

export const refusedChangesNothing = claimFor('sparkrtc', claims.refusedChangesNothing, {
  clauses: [clauses.signature],
  experiments: (context) =>
    news.flatMap(({ end, endIs }, index) => {
      const story: Story = {
        title: `a file begins, and then its ${endIs}`,
        files: { F1: {} },
        events: [['F1', 'start'], end],
      };
      return isEventSent(story, 1, context)
        ? forgedNewsExperiments(sparkKit, context, { story, end: 1, endIs }, [
            ...forgeriesOf.news,
            'other-timestamp',
          ]).map((experiment) => ({ ...experiment, key: `${experiment.key}:${String(index)}` }))
        : [];
    }),
});
