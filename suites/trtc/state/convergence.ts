import { clauses } from '#contracts/trtc/index.ts';
import { toldStories } from '#generators/trtc/told-story.ts';
import { claimFor } from '../../claims/claim.ts';
import * as claims from '../../claims/state.ts';
import {
  afterPause,
  afterthoughts,
  convergences,
  firstOnesAgain,
  generatedPlans,
} from '../../kit/experiments.ts';
import { duplicate, resend, sequence } from '../../kit/plan.ts';
import { trtcKit } from '../kit.ts';
import { identifierStories } from '../peculiar.ts';
import { courses, each, news, pairs, twoFiles } from './courses.ts';

const { orderNotGuaranteed, retrySchedule, repetition, lateNeverDowngrades } = clauses;

export const orderChangesNothing = claimFor('trtc', claims.orderChangesNothing, {
  basis: 'inferred',
  clauses: [retrySchedule, orderNotGuaranteed, lateNeverDowngrades, clauses.uploadStop],
  hint: 'Merge instead of overwriting: EventMsTs says which 305 is the later one, and a 301 or 302 takes nothing back.',
  experiments: (context) =>
    convergences(trtcKit, context, [
      ...each('two callbacks in reverse', pairs, sequence(1, 0)),
      ...each(
        'three callbacks out of order',
        courses,
        sequence(2, 1, 0),
        sequence(2, 0, 1),
        sequence(1, 2, 0),
      ),
      ...each('two files in reverse', twoFiles, sequence(1, 0)),
      ...each('peculiar tasks in reverse', identifierStories('tasks').slice(0, 3), [
        ...sequence(2, 1, 0),
      ]),
    ]),
});

export const duplicatesChangeNothing = claimFor('trtc', claims.duplicatesChangeNothing, {
  basis: 'inferred',
  clauses: [retrySchedule, repetition],
  hint: 'Make the write idempotent: a unique key per file, and per task and event, insert-or-update instead of insert.',
  experiments: (context) =>
    convergences(trtcKit, context, [
      ...each(
        'a callback comes twice in a row',
        courses,
        [...sequence(0), [duplicate(0)], ...sequence(1, 2)],
        [...sequence(0, 1), [duplicate(1)], ...sequence(2)],
        [...sequence(0, 1, 2), [duplicate(2)]],
      ),
    ]),
});

export const lateDuplicatesChangeNothing = claimFor('trtc', claims.lateDuplicatesChangeNothing, {
  basis: 'inferred',
  clauses: [retrySchedule, repetition, lateNeverDowngrades],
  hint: 'A 301, or a 305 with Status 1, that comes again after what followed it is old news: never go back.',
  experiments: (context) => [
    ...convergences(trtcKit, context, [
      ...each(
        'a callback comes again at the end',
        courses,
        [...sequence(0, 1, 2), [duplicate(0)]],
        [...sequence(0, 1, 2), [duplicate(1)]],
      ),
      firstOnesAgain(trtcKit),
    ]),
    ...convergences(
      trtcKit,
      context,
      each(
        'a callback comes again a while later',
        // Rooms of their own: the cases above have the same keys.
        courses.map((story) => ({ ...story, title: `${story.title}, much later` })),
        [...sequence(0, 1, 2), [resend(1)]],
        [...sequence(0, 1, 2), [duplicate(2)]],
      ),
    ).map(afterPause),
  ],
});

export const resendsChangeNothing = claimFor('trtc', claims.resendsChangeNothing, {
  title: 'A callback sent again with a new CallbackTs leaves the state as it was',
  clauses: [retrySchedule, clauses.callbackTs],
  hint: 'Recognise a repetition by TaskId, EventType, event time and file: CallbackTs, Sign and so the body’s hash differ.',
  experiments: (context) =>
    convergences(
      trtcKit,
      context,
      each(
        'a callback is sent again with a new CallbackTs',
        courses,
        [...sequence(0, 1, 2), [resend(2)]],
        [...sequence(0), [resend(0)], ...sequence(1, 2)],
        [...sequence(0, 1), [resend(1)], ...sequence(2)],
        [...sequence(0, 1, 2), [resend(0)]],
      ),
    ),
});

/** A start, then something that no document names yet. */
const unknownNews = news([
  ['T1', 301],
  ['T1', 399],
]);

export const unknownEventsChangeNothing = claimFor('trtc', claims.unknownEventsChangeNothing, {
  clauses: [clauses.fieldEvolution, clauses.eventType],
  hint: 'Acknowledge what you do not know and leave the state alone; a default branch is no end of a recording.',
  experiments: (context) => afterthoughts(trtcKit, context, unknownNews, 'with the unknown event'),
});

export const anyPlanConverges = claimFor('trtc', claims.anyPlanConverges, {
  clauses: [retrySchedule, orderNotGuaranteed, repetition, clauses.lossPossible],
  experiments: () => [],
  property: (context) => generatedPlans(trtcKit, context, toldStories),
});
