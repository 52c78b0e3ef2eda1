import type { Sentences } from '../sentences.ts';
import { agreement } from './checks/agreement.ts';
import { callback } from './checks/callback.ts';
import { callbackSparkrtc } from './checks/callback-sparkrtc.ts';
import { callbackTrtc } from './checks/callback-trtc.ts';
import { delivery } from './checks/delivery.ts';
import { media } from './checks/media.ts';
import { naming } from './checks/naming.ts';
import { recovery } from './checks/recovery.ts';
import { segmentation } from './checks/segmentation.ts';
import { signature } from './checks/signature.ts';
import { state } from './checks/state.ts';
import { stateSparkrtc } from './checks/state-sparkrtc.ts';
import { stateTrtc } from './checks/state-trtc.ts';
import { gmeCallback } from './clauses/gme-callback.ts';
import { gmeRecording } from './clauses/gme-recording.ts';
import { sparkrtcCallback } from './clauses/sparkrtc-callback.ts';
import { sparkrtcRule } from './clauses/sparkrtc-rule.ts';
import { trtcCallback } from './clauses/trtc-callback.ts';
import { trtcNames } from './clauses/trtc-names.ts';
import { trtcRecording } from './clauses/trtc-recording.ts';

/** Chinese of the sentences that checks and clauses consist of, area by area; no sentence stands in two of them. */
export const zhTables: readonly Sentences[] = [
  delivery,
  signature,
  callback,
  callbackTrtc,
  callbackSparkrtc,
  state,
  stateTrtc,
  stateSparkrtc,
  recovery,
  naming,
  segmentation,
  media,
  agreement,
  gmeCallback,
  gmeRecording,
  trtcCallback,
  trtcRecording,
  trtcNames,
  sparkrtcCallback,
  sparkrtcRule,
];
