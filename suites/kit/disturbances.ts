import type { Experiment, Send } from '#harness/experiment.ts';
import type { SuiteContext } from '#harness/suite.ts';
import { afterwards } from '../oracles/serving.ts';
import type { MalformedBody, MalformedKind, ServiceKit, Story } from './service.ts';
import { atOnce, controlSend, sentAtSecondsOf, tellStory } from './teller.ts';

/** Malformed bodies of some kinds, made from one callback of a room of its own and each rightly signed. */
function malformedSends<S extends Story, Spelling>(
  kit: ServiceKit<S, Spelling>,
  context: SuiteContext,
  kinds: readonly MalformedKind[],
): readonly { readonly malformed: MalformedBody; readonly send: Send }[] {
  const { story, event } = kit.control;
  const bound = kit.bind(story, context, `malformed/${kinds.join('+')}`);
  const sentAtSeconds = sentAtSecondsOf(context);
  const { body, mark } = bound.message(event, atOnce(sentAtSeconds));
  return kit
    .malformed(body)
    .filter(({ kind }) => kinds.includes(kind))
    .map((malformed) => ({
      malformed,
      send: {
        label: malformed.name,
        role: 'probe',
        request: kit.request(context, malformed.body(), sentAtSeconds),
        mark: { ...mark, kind: 'malformed', order: 0 },
      },
    }));
}

/** One malformed body between valid callbacks, on the same connection and on a new one. */
export function disturbances<S extends Story, Spelling>(
  kit: ServiceKit<S, Spelling>,
  context: SuiteContext,
  kinds: readonly MalformedKind[],
): readonly Experiment[] {
  const sends = kinds.flatMap((kind) => {
    const own = malformedSends(kit, context, [kind]);
    // Burdens all differ in what they strain; of the light kinds the first and last stand for the rest.
    return kind === 'burden' ? own : [...own.slice(0, 3), ...own.slice(-2)];
  });
  return sends.map(({ malformed, send }, index) => {
    const after = controlSend(kit, context, `after/${String(index)}`, 'probe');
    const again = controlSend(kit, context, `again/${String(index)}`, 'probe');
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
            [controlSend(kit, context, `before/${String(index)}`, 'control')],
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

/** Malformed bodies that share one pair of valid callbacks around them. */
const groupSize = 8;

/** Every malformed body of some kinds, in groups framed by valid callbacks. */
export function malformedExperiments<S extends Story, Spelling>(
  kit: ServiceKit<S, Spelling>,
  context: SuiteContext,
  kinds: readonly MalformedKind[],
): readonly Experiment[] {
  const sends = malformedSends(kit, context, kinds).map(({ send }) => send);
  const groups = Array.from({ length: Math.ceil(sends.length / groupSize) }, (_, index) =>
    sends.slice(index * groupSize, (index + 1) * groupSize),
  );
  return groups.map((group, index) => ({
    title: `malformed bodies (${kinds.join(', ')}), group ${String(index + 1)}`,
    key: `directed:${String(index)}`,
    shows: 'malformed',
    arms: [
      {
        name: 'malformed',
        names: [],
        subjects: [],
        waves: [
          [controlSend(kit, context, `malformed/${kinds.join('+')}/${String(index)}`, 'control')],
          ...group.map((send) => [send]),
        ],
      },
    ],
  }));
}

/** `count` callbacks of one room, at the same time. */
export function burst<S extends Story, Spelling>(
  kit: ServiceKit<S, Spelling>,
  context: SuiteContext,
  count: number,
): Experiment {
  const story = { ...kit.crowd(count), title: 'a large room ends' };
  const arm = tellStory(
    kit,
    story,
    [story.events.map((_, event) => ({ event }))],
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
export function methodProbes<S extends Story, Spelling>(
  kit: ServiceKit<S, Spelling>,
  context: SuiteContext,
): readonly Experiment[] {
  const { story, event } = kit.control;
  return ['GET', 'PUT', 'DELETE'].map((method, index) => {
    const bound = kit.bind(story, context, `method/${method}`);
    const sentAtSeconds = sentAtSecondsOf(context);
    const body =
      method === 'GET' ? Buffer.alloc(0) : bound.message(event, atOnce(sentAtSeconds)).body;
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
            [controlSend(kit, context, `method/${method}`, 'control')],
            [
              {
                label: `${method} instead of POST`,
                role: 'probe',
                request: { ...kit.request(context, body, sentAtSeconds), method },
              },
            ],
          ],
        },
      ],
    };
  });
}

/** One callback each with the given bodies, framed by a control: for contents that the story cannot tell. */
export function framedProbe<S extends Story, Spelling>(
  kit: ServiceKit<S, Spelling>,
  context: SuiteContext,
  probe: {
    readonly title: string;
    readonly key: string;
    readonly arm: string;
    readonly salt: string;
    readonly send: Send;
    readonly names: Experiment['arms'][number]['names'];
  },
): Experiment {
  return {
    title: probe.title,
    key: probe.key,
    shows: probe.arm,
    arms: [
      {
        name: probe.arm,
        names: probe.names,
        subjects: [],
        waves: [[controlSend(kit, context, probe.salt, 'control')], [probe.send]],
      },
    ],
  };
}
