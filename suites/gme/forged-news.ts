import { encodeCallback, resolveReading } from '#contracts/gme/index.ts';
import { forgeries } from '#generators/gme/forgery.ts';
import type { Arm, Experiment } from '#harness/experiment.ts';
import type { SuiteContext } from '#harness/suite.ts';
import { oneFile, sequence, tellStory } from './arms.ts';
import { signBytes, signedRequest } from './request.ts';
import { bindStory } from './story.ts';

const tried = ['missing', 'wrong-key', 'changed-at-end'];

/**
 * A file that has begun, then a forged callback that says it is uploaded: what the receiver knows must stay what the
 * beginning alone leaves. Forgeries to unknown rooms cannot show a receiver that only updates what it has.
 */
export function forgedNewsExperiments(context: SuiteContext): readonly Experiment[] {
  return tried.map((forgery, index) => {
    const key = `directed:${String(index)}`;
    const begin = (name: string): Arm =>
      tellStory(oneFile, sequence(0), context, name, `${key}/${name}`);
    return {
      title: `a file has begun, then its upload is forged: ${forgery}`,
      key,
      arms: [begin('in-order'), begin('in-order-again'), withForgedUpload(context, forgery, key)],
      shows: 'forged',
    };
  });
}

function withForgedUpload(context: SuiteContext, name: string, key: string): Arm {
  const salt = `${key}/forged`;
  const told = tellStory(oneFile, sequence(0), context, 'forged', salt);
  const bound = bindStory(oneFile, context, `${oneFile.title}/${salt}`);
  const reading = resolveReading(context.dialects);
  const forgery = forgeries(reading).find((one) => one.name === name);
  if (forgery === undefined) {
    throw new RangeError(`no forgery is named ${name}`);
  }
  const body = encodeCallback(bound.callback('F1', 3, Math.floor(context.nowMs / 1000) - 50));
  const signature = signBytes(context, body);
  const forged = forgery.apply({ body, signature, key: context.secretKey, reading });
  return {
    ...told,
    waves: [
      ...told.waves,
      [
        {
          label: `F1 uploaded, forged: ${forgery.statement}`,
          role: 'probe',
          request: signedRequest(context, forged.body, forged.signature),
          mark: { file: 'F1', event: '3', kind: 'forged', order: 1 },
        },
      ],
    ],
  };
}
