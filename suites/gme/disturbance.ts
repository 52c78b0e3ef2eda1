import { encodeCallback } from '#contracts/gme/index.ts';
import { malformedBodies, type Malformed, type MalformedKind } from '#generators/gme/malformed.ts';
import type { Experiment, Send } from '#harness/experiment.ts';
import type { SuiteContext } from '#harness/suite.ts';
import { afterwards } from '../oracles/serving.ts';
import { controlSend, oneFile, tellStory } from './arms.ts';
import { signBytes, signedRequest } from './request.ts';
import { bindStory } from './story.ts';

/** Malformed bodies of some kinds, each of a file of its own and each rightly signed. */
export function malformedSends(
  context: SuiteContext,
  kinds: readonly MalformedKind[],
): readonly { readonly malformed: Malformed; readonly send: Send }[] {
  const bound = bindStory(oneFile, context, `malformed/${kinds.join('+')}`);
  const callback = bound.callback('F1', 3, Math.floor(context.nowMs / 1000) - 60);
  return malformedBodies(callback)
    .filter(({ kind }) => kinds.includes(kind))
    .map((malformed) => {
      const body = malformed.body();
      return {
        malformed,
        send: {
          label: malformed.name,
          role: 'probe',
          request: signedRequest(context, body, signBytes(context, body)),
          mark: { file: 'F1', event: '3', kind: 'malformed', order: 0 },
        },
      };
    });
}

/** One malformed body between valid callbacks, on the same connection and on a new one. */
export function disturbances(
  context: SuiteContext,
  kinds: readonly MalformedKind[],
): readonly Experiment[] {
  const sends = kinds.flatMap((kind) => {
    const own = malformedSends(context, [kind]);
    // Burdens all differ in what they strain; of the light kinds the first and last stand for the rest.
    return kind === 'burden' ? own : [...own.slice(0, 3), ...own.slice(-2)];
  });
  return sends.map(({ malformed, send }, index) => {
    const after = controlSend(context, `after/${String(index)}`, 'probe');
    const again = controlSend(context, `again/${String(index)}`, 'probe');
    return {
      title: malformed.name,
      key: `directed:${String(index)}`,
      shows: 'disturbed',
      arms: [
        {
          name: 'disturbed',
          names: [],
          subjects: [],
          waves: [
            [controlSend(context, `before/${String(index)}`, 'control')],
            [send],
            [{ ...after, label: `${afterwards}, same connection` }],
            [
              {
                ...again,
                label: `${afterwards}, new connection`,
                request: { ...again.request, connection: 'fresh' },
              },
            ],
          ],
        },
      ],
    };
  });
}

/** `count` callbacks of as many users, at the same time. */
export function burst(context: SuiteContext, count: number): Experiment {
  const symbols = Array.from({ length: count }, (_, index) => `F${String(index + 1)}`);
  const arm = tellStory(
    {
      title: 'a large room ends',
      files: Object.fromEntries(
        symbols.map((file, index) => [file, { user: `U${String(index + 1)}` }]),
      ),
      events: symbols.map((file) => [file, 3]),
    },
    [symbols.map((_, event) => ({ event }))],
    context,
    'burst',
  );
  return {
    title: `${String(count)} callbacks at the same time`,
    key: 'directed:0',
    shows: 'burst',
    arms: [{ ...arm, subjects: [] }],
  };
}

/** A genuine body under methods that the service does not use. */
export function methodProbes(context: SuiteContext): readonly Experiment[] {
  return ['GET', 'PUT', 'DELETE'].map((method, index) => {
    const bound = bindStory(oneFile, context, `method/${method}`);
    const body =
      method === 'GET'
        ? Buffer.alloc(0)
        : encodeCallback(bound.callback('F1', 3, Math.floor(context.nowMs / 1000) - 60));
    const request = signedRequest(context, body, signBytes(context, body));
    return {
      title: `the method ${method}`,
      key: `directed:${String(index)}`,
      shows: 'method',
      arms: [
        {
          name: 'method',
          names: bound.names,
          subjects: [],
          waves: [
            [controlSend(context, `method/${method}`, 'control')],
            [
              {
                label: `${method} instead of POST`,
                role: 'probe',
                request: { ...request, method },
              },
            ],
          ],
        },
      ],
    };
  });
}
