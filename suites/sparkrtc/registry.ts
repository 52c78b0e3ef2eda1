import { resolveReading, sparkrtc } from '#contracts/sparkrtc/index.ts';
import type { ActiveCheck } from '#harness/check.ts';
import type { Suite } from '#harness/suite.ts';
import { configurationFaultOf } from '../kit/configuration.ts';
import { inOrder } from '../kit/plan.ts';
import { tellStory } from '../kit/teller.ts';
import { archiveChecks, archiveFault, isRecordingKey } from './archive-checks.ts';
import * as callback from './callback.ts';
import * as delivery from './delivery.ts';
import { sparkKit } from './kit.ts';
import { preflightProbes } from './preflight.ts';
import { readRule } from './read-rule.ts';
import * as recovery from './recovery.ts';
import { signingRecipe } from './request.ts';
import * as signature from './signature.ts';
import * as state from './state.ts';
import { bothFormats } from './stories.ts';

/** Every check of SparkRTC that acts on a target, in the order of the catalogue. */
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

/** 24 hexadecimal digits in the samples; nothing is said of others, but names of objects hold it between separators. */
const appIdForm = {
  pattern: /^[\w-]{1,64}$/u,
  description: 'a text of letters and digits, for instance 5fcdf5651a2b3c46f835d0d4',
};

/** Huawei SparkRTC single-stream recording: the plan that every front end runs. */
export const sparkrtcSuite: Suite = {
  service: sparkrtc.service,
  title: sparkrtc.title,
  clauses: sparkrtc.clauses,
  dialects: sparkrtc.dialects,
  activeChecks,
  archiveChecks,
  configurationFault: configurationFaultOf(sparkrtc, appIdForm, resolveReading),
  readRule,
  signing: signingRecipe,
  preflight: preflightProbes,
  calibration: (context) =>
    tellStory(sparkKit, bothFormats, inOrder(bothFormats), context, 'calibration', 'calibration'),
  isRecordingKey,
  archiveFault,
};
