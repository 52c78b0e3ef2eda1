import { gme, resolveReading } from '#contracts/gme/index.ts';
import type { ActiveCheck } from '#harness/check.ts';
import type { Suite } from '#harness/suite.ts';
import { archiveChecks, archiveEvidence, archiveFault, isRecordingKey } from './archive-checks.ts';
import { configurationFaultOf, wholeNumberAppId } from '../kit/configuration.ts';
import { inOrder } from '../kit/plan.ts';
import { tellStory } from '../kit/teller.ts';
import * as callback from './callback.ts';
import * as delivery from './delivery.ts';
import { gmeKit } from './kit.ts';
import { preflightProbes } from './preflight.ts';
import * as recovery from './recovery.ts';
import { signingRecipe } from './request.ts';
import * as signature from './signature.ts';
import * as state from './state.ts';
import { oneFile } from './stories.ts';

/** Every check of GME, in the order of the catalogue. */
const activeChecks: readonly ActiveCheck[] = [
  ...byId(delivery),
  ...byId(signature),
  ...byId(callback),
  ...byId(state),
  ...byId(recovery),
];

/** Modules list their exports by name or by place, as the loader will: the order of ids is the same everywhere. */
function byId(area: Readonly<Record<string, ActiveCheck>>): readonly ActiveCheck[] {
  return Object.values(area).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Tencent GME server-side recording: the plan that every front end runs. */
export const gmeSuite: Suite = {
  service: gme.service,
  title: gme.title,
  clauses: gme.clauses,
  dialects: gme.dialects,
  activeChecks,
  archiveChecks,
  configurationFault: configurationFaultOf(gme, wholeNumberAppId, resolveReading),
  signing: signingRecipe,
  preflight: preflightProbes,
  calibration: (context) =>
    tellStory(gmeKit, oneFile, inOrder(oneFile), context, 'calibration', 'calibration'),
  isRecordingKey,
  archiveFault,
  archiveEvidence,
};
