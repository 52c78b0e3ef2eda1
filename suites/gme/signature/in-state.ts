import { clauses } from '#contracts/gme/index.ts';
import { claimFor } from '../../claims/claim.ts';
import * as claims from '../../claims/signature.ts';
import { forgedExperiments, forgedNewsExperiments, inTurn } from '../../kit/forgeries.ts';
import { gmeKit } from '../kit.ts';
import { probesInTurn } from '../probes.ts';
import { oneFile } from '../stories.ts';

const { forgeriesOf } = claims;

export const refusedLeavesNoTrace = claimFor('gme', claims.refusedLeavesNoTrace, {
  clauses: [clauses.signature],
  experiments: (context) =>
    forgedExperiments(gmeKit, context, inTurn(probesInTurn, forgeriesOf.tracing)),
});

export const refusedChangesNothing = claimFor('gme', claims.refusedChangesNothing, {
  clauses: [clauses.signature],
  experiments: (context) =>
    forgedNewsExperiments(
      gmeKit,
      context,
      { story: oneFile, end: 2, endIs: 'upload' },
      forgeriesOf.news,
    ),
});
