import { clauses } from '#contracts/trtc/index.ts';
import { claimFor } from '../../claims/claim.ts';
import * as claims from '../../claims/signature.ts';
import { forgedExperiments, forgedNewsExperiments, inTurn } from '../../kit/forgeries.ts';
import { trtcKit } from '../kit.ts';
import { probesInTurn } from '../probes.ts';
import type { Story, StoryEvent } from '../story.ts';

const { forgeriesOf } = claims;

export const refusedLeavesNoTrace = claimFor('trtc', claims.refusedLeavesNoTrace, {
  clauses: [clauses.signature],
  experiments: (context) =>
    forgedExperiments(trtcKit, context, inTurn(probesInTurn, forgeriesOf.tracing)),
});

/** A task that has begun, and what a forger may say of it next. */
const news: readonly { readonly end: StoryEvent; readonly endIs: string }[] = [
  { end: ['T1', 302], endIs: 'stop' },
  { end: ['F1', 310], endIs: 'MP4 file' },
  { end: ['F1', 311], endIs: 'file in VOD' },
];

export const refusedChangesNothing = claimFor('trtc', claims.refusedChangesNothing, {
  clauses: [clauses.signature],
  experiments: (context) =>
    news.flatMap(({ end, endIs }, index) => {
      const story: Story = {
        title: `a task, and then its ${endIs}`,
        files: { F1: {} },
        events: [['T1', 301], end],
      };
      return forgedNewsExperiments(
        trtcKit,
        context,
        { story, end: 1, endIs },
        forgeriesOf.news,
      ).map((experiment) => ({ ...experiment, key: `${experiment.key}:${String(index)}` }));
    }),
});
