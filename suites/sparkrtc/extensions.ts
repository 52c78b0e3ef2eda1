import { encodeCallback, type SparkCallback } from '#contracts/sparkrtc/index.ts';
import type { Experiment, Name, RequestSpec } from '#harness/experiment.ts';
import type { SuiteContext } from '#harness/suite.ts';
import { framedProbe } from '../kit/disturbances.ts';
import type { RequestShape } from '../kit/service.ts';
import { sentAtSecondsOf } from '../kit/teller.ts';
import { sparkKit } from './kit.ts';
import { genuineRequest, nonceOf, requireReadBack } from './request.ts';
import { oneFile } from './stories.ts';
import { bindStory } from './story.ts';

/** A valid callback that no story tells. */
export interface SingleCallback {
  readonly title: string;
  /** Made from the completed file of a room of its own. */
  readonly change: (complete: SparkCallback) => SparkCallback;
  readonly shape?: (body: Uint8Array) => RequestShape;
  /** Instead of the request's own headers. */
  readonly rand?: string;
}

/** Each callback behind a control, to a room of its own. */
export function singleCallbacks(
  context: SuiteContext,
  arm: string,
  callbacks: readonly SingleCallback[],
): readonly Experiment[] {
  return callbacks.map((one, index) => {
    const salt = `${arm}/${String(index)}`;
    const { callback, names } = complete(context, salt);
    const told = one.change(callback);
    return framedProbe(sparkKit, context, {
      title: one.title,
      key: `directed:${String(index)}`,
      arm,
      salt,
      names,
      send: {
        label: one.title,
        role: 'probe',
        request: requestOf(context, told, one),
        mark: { file: 'F1', event: told.eventType ?? '', kind: 'original', order: 0 },
      },
    });
  });
}

function complete(
  context: SuiteContext,
  salt: string,
): { readonly callback: SparkCallback; readonly names: readonly Name[] } {
  const bound = bindStory(oneFile, context, salt);
  return { callback: bound.callback(1), names: bound.names };
}

function requestOf(
  context: SuiteContext,
  told: SparkCallback,
  { shape, rand }: SingleCallback,
): RequestSpec {
  const body = encodeCallback(told);
  requireReadBack(body, told);
  const nonce = nonceOf(context, body, sentAtSecondsOf(context));
  const own = rand === undefined ? nonce : { ...nonce, rand };
  return genuineRequest(context, body, own, shape?.(body));
}
