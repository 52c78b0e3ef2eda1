import { encodeCallback, type BodySpelling } from '#contracts/gme/index.ts';
import type { Experiment } from '#harness/experiment.ts';
import type { SuiteContext } from '#harness/suite.ts';
import { framedProbe } from '../kit/disturbances.ts';
import type { Case } from '../kit/experiments.ts';
import { gmeKit } from './kit.ts';
import { signBytes, signedRequest } from './request.ts';
import { mixedFile, oneFile } from './stories.ts';
import { bindStory, type Story } from './story.ts';

/** A GME story and a way to deliver it, in any spelling. */
export type GmeCase = Case<Story, BodySpelling>;

/** Event types next to the documented ones, and far from them. */
const unknownTypes = [4, 0, 14, 1000];

/** One callback of each unknown event type. */
export function unknownTypeExperiments(context: SuiteContext): readonly Experiment[] {
  return unknownTypes.map((type, index) => {
    const bound = bindStory(oneFile, context, `unknown-type/${String(type)}`);
    const body = encodeCallback(bound.callback('F1', type, Math.floor(context.nowMs / 1000) - 60));
    return framedProbe(gmeKit, context, {
      title: `event type ${String(type)}`,
      key: `directed:${String(index)}`,
      arm: 'unknown',
      salt: `unknown-type/${String(type)}`,
      names: bound.names,
      send: {
        label: `F1 event type ${String(type)}`,
        role: 'probe',
        request: signedRequest(context, body, signBytes(context, body)),
        mark: { file: 'F1', event: String(type), kind: 'original', order: 0 },
      },
    });
  });
}

/** The two forms that the user id of a mixed stream may have. */
export function mixedUserCases(): readonly GmeCase[] {
  return ['0', ''].map((user) => ({
    title: `a mixed stream with the user id ${JSON.stringify(user)}`,
    story: {
      ...mixedFile,
      title: `mixed user ${JSON.stringify(user)}`,
      identifiers: () => ({ mixed: user }),
    },
    plan: [[{ event: 2 }]],
  }));
}
