import type { ServiceName } from '#contracts/clause.ts';
import { isLosslessNumber } from '#contracts/json.ts';
import type { ReferenceReceiver } from '#fixtures/receivers/shell/reference.ts';
import { startBareServer } from '#fixtures/receivers/tools/bare-server.ts';
import type { WorldMaker } from '#generators/world.ts';
import { defineArchive } from '#harness/check.ts';
import { fakeCheck, suiteOf } from '#harness/run/fake-suite.test-kit.ts';
import type { Suite } from '#harness/suite.ts';
import type { Service } from './registry.ts';

/** A service that no contract names: what the command line does for it, it does for every row. */
export const fourth = 'fourth' as ServiceName;

const clause = {
  id: `${fourth}/document#clause`,
  document: 'Document',
  section: 'Section',
  statement: 'Something holds.',
  basis: 'stated',
} as const;

const acceptsCallbacks = fakeCheck('accepts-callbacks', {
  id: `${fourth}/delivery/accepts-callbacks`,
  clauses: [clause],
});

/** The rule is the number of objects that the bucket must hold. */
const holdsWhatTheRuleSays = defineArchive({
  id: `${fourth}/naming/holds-what-the-rule-says`,
  title: 'The bucket holds as many objects as the rule says.',
  level: 'MUST',
  basis: 'stated',
  profile: 'archive',
  clauses: [clause],
  observes: ['archive'],
  hint: 'Store what was recorded.',
  untestable: ({ rule }) => (rule === null ? 'no rule is given' : null),
  evaluate: ({ archive: { rule, count } }) =>
    rule === null || rule === count
      ? []
      : [
          {
            at: 'bucket',
            code: 'wrong-count',
            expected: JSON.stringify(rule),
            actual: String(count),
          },
        ],
});

/** One callback a world, and it is an empty object. */
const holdsWhatWasTold = defineArchive({
  id: `${fourth}/agreement/holds-what-was-told`,
  title: 'The bucket holds what callbacks have told.',
  level: 'MUST',
  basis: 'stated',
  profile: 'archive',
  clauses: [clause],
  observes: ['archive'],
  hint: 'Store what was recorded.',
  needsCallbacks: true,
  evaluate: ({ archive: { callbacks } }) => {
    const bodies = (callbacks ?? []).map((body) => Buffer.from(body).toString());
    return bodies.join() === '{}'
      ? []
      : [{ at: 'callbacks', code: 'other-callbacks', expected: '{}', actual: bodies.join() }];
  },
});

const suite: Suite = suiteOf([acceptsCallbacks], {
  service: fourth,
  title: 'A fourth service',
  clauses: [clause],
  dialects: [{ name: 'fourth-other', clause: clause.id, statement: 'Other.' }],
  archiveChecks: [holdsWhatTheRuleSays, holdsWhatWasTold],
  configurationFault: (appId) =>
    appId === 'app' ? null : { message: 'no such application', hint: 'Take app.' },
  readRule: (value) =>
    isLosslessNumber(value)
      ? { rule: Number(value.value) }
      : { faults: ['the rule is no number', 'the rule says nothing'] },
});

const worlds: WorldMaker = {
  signatureHeader: 'X-Proof',
  sample: (seed, { appId, rule }) => ({
    session: { seed, rule },
    callbacks: [
      {
        occurredAtMs: 0,
        file: null,
        body: Buffer.from('{}'),
        headers: (key) => ({ 'X-App': appId, ...(key === null ? {} : { 'X-Proof': `by ${key}` }) }),
      },
    ],
    objects: [{ key: 'a/b.bin', chunks: () => [Buffer.from('12'), Buffer.from('3')] }],
    taskCount: 1,
  }),
  embedded: (settings) => worlds.sample(0, settings),
};

const reference: ReferenceReceiver = {
  service: fourth,
  appId: 'app',
  mapping: null,
  unspokenDialects: ['fourth-other'],
  start: () => {
    let callbacks = 0;
    return startBareServer(({ method }, response) => {
      callbacks += method === 'POST' ? 1 : 0;
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ callbacks }));
    });
  },
};

/** The row. */
export const fourthService: Service = { suite, worlds, reference };
