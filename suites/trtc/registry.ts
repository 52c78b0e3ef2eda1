import { resolveReading, trtc } from '#contracts/trtc/index.ts';
import type { ActiveCheck } from '#harness/check.ts';
import type { Suite } from '#harness/suite.ts';
import { configurationFaultOf, wholeNumberAppId } from '../kit/configuration.ts';
import { sequence } from '../kit/plan.ts';
import { tellStory } from '../kit/teller.ts';
import { archiveChecks, archiveEvidence, archiveFault, isRecordingKey } from './archive-checks.ts';
import * as callback from './callback.ts';
import * as delivery from './delivery.ts';
import { trtcKit } from './kit.ts';
import { preflightProbes } from './preflight.ts';
import * as recovery from './recovery.ts';
import { signingRecipe } from './request.ts';
import * as signature from './signature.ts';
import * as state from './state.ts';
import { everyStorage } from './stories.ts';

/** A playlist, an MP4 file and one in VOD: some of them every receiver shows, and few callbacks cost a slow one little. */
const fileNews = sequence(3, 6, 9);

/** Every check of TRTC that acts on a target, in the order of the catalogue. */
const activeChecks: readonly ActiveCheck[] = [
  delivery,
  signature,
  callback,
  state,
  recovery,
].flatMap(byId);

/** Modules list their exports by name or by place, as the loader will: the order of ids is the same everywhere. */
function byId(area: Readonly<Record<string, ActiveCheck>>): readonly ActiveCheck[] {
  return Object.values(area).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Tencent TRTC on-cloud recording: the plan that every front end runs. */
export const trtcSuite: Suite = {
  service: trtc.service,
  title: trtc.title,
  clauses: trtc.clauses,
  dialects: trtc.dialects,
  activeChecks,
  archiveChecks,
  configurationFault: configurationFaultOf(trtc, wholeNumberAppId, resolveReading),
  signing: signingRecipe,
  preflight: preflightProbes,
  calibration: (context) =>
    tellStory(trtcKit, everyStorage, fileNews, context, 'calibration', 'calibration'),
  isRecordingKey,
  archiveFault,
  archiveEvidence,
};
