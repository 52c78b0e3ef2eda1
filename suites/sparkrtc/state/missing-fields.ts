import { callbackFields, clauses, type SparkCallback } from '#contracts/sparkrtc/index.ts';
import type { Finding, Observations } from '#harness/check.ts';
import { stateOfArm } from '#harness/state/arm-state.ts';
import { occursIn } from '#harness/state/compare.ts';
import type { Symbolic } from '#harness/state/symbolic.ts';
import { emptyMask, Place } from '#harness/state/place.ts';
import { visitLeaves } from '#harness/state/volatility.ts';
import { claimFor } from '../../claims/claim.ts';
import { stateClaim } from '../../claims/state.ts';
import { inOrder } from '../../kit/plan.ts';
import { implications, type Telling } from '../../kit/relations.ts';
import { tellStory } from '../../kit/teller.ts';
import { baselinesOf } from '../../oracles/convergence.ts';
import { expectImplied } from '../../oracles/relations.ts';
import { sparkKit } from '../kit.ts';
import type { Story } from '../story.ts';

type Member = keyof SparkCallback;

function nameOf(wanted: Member): string {
  return callbackFields.find(({ member }) => member === wanted)?.name ?? wanted;
}

/** A file begun and complete; which of two files of its job it is, its object alone says. */
function completed(file: 'F1' | 'F2', without: readonly Member[]): Story {
  return {
    title: `a file without ${without.map(nameOf).join(', ') || 'nothing'}`,
    files: { F1: {}, F2: { afterSeconds: 600 } },
    events: [
      [file, 'start'],
      [file, 'complete', without],
    ],
  };
}

function told(file: 'F1' | 'F2', without: readonly Member[]): Telling<Story> {
  return { story: completed(file, without), events: [0, 1] };
}

const detailsClaim = stateClaim({
  path: 'state/missing-details-lose-nothing-else',
  title: 'A file is kept though its callback lacks size, length, picture, times or region',
  basis: 'inferred',
  needs: ['callback/accepts-missing-fields'],
  hint: 'Answering 200 is not enough: store the file with what is known of it, and leave the rest empty.',
  evaluate: (seen) => expectImplied(seen, 'file-lost-with-a-field'),
});

/** What no receiver tells files by. */
const details: readonly (readonly Member[])[] = [
  ['fileSizeBytes'],
  ['recordDurationSeconds'],
  ['width', 'height'],
  ['startSeconds'],
  ['endSeconds'],
  ['obsLocation'],
  ['fileSizeBytes', 'recordDurationSeconds', 'width', 'height', 'startSeconds', 'endSeconds'],
];

export const missingDetailsLoseNothingElse = claimFor('sparkrtc', detailsClaim, {
  clauses: [clauses.fieldsOptional, clauses.eventCompleted, clauses.resolution],
  experiments: (context) =>
    implications(
      sparkKit,
      context,
      details.map((without) => ({
        title: `two files of a job, both without ${without.map(nameOf).join(', ')}`,
        known: told('F1', []),
        knownWithout: told('F2', []),
        asked: told('F1', without),
        askedWithout: told('F2', without),
      })),
    ),
});

const addressClaim = stateClaim({
  path: 'state/missing-addresses-lose-nothing-else',
  title:
    'A file whose object is shown is kept though its callback lacks URL, bucket, format or app',
  level: 'SHOULD',
  basis: 'inferred',
  needs: ['callback/accepts-missing-fields'],
  hint: 'The object’s key says which file it is: keep it, and make up for the rest from the configuration of your own.',
  evaluate: expectObjectKept,
});

const addresses: readonly Member[] = ['downloadUrl', 'obsBucket', 'recordFormat', 'appId'];

export const missingAddressesLoseNothingElse = claimFor('sparkrtc', addressClaim, {
  clauses: [clauses.fieldsOptional, clauses.downloadUrl, clauses.obsAddress],
  experiments: (context) =>
    addresses.map((member, index) => {
      const key = `directed:${String(index)}`;
      const tell = (name: string, without: readonly Member[]): ReturnType<typeof tellStory> => {
        const story = completed('F1', without);
        return tellStory(sparkKit, story, inOrder(story), context, name, `${key}/${name}`);
      };
      return {
        title: `a file without ${nameOf(member)}`,
        key,
        arms: [
          tell('in-order', []),
          tell('in-order-again', []),
          tell(`without ${nameOf(member)}`, [member]),
        ],
        shows: `without ${nameOf(member)}`,
      };
    }),
});

/** Where the state shows the object as such, not within a URL alone, it must do so without the other field. */
function expectObjectKept({ arms }: Pick<Observations, 'arms'>): readonly Finding[] {
  const baselines = baselinesOf({ arms });
  if (!baselines.map(stateOfArm).every((state) => showsKey(state, 'F1'))) {
    return [];
  }
  return [...arms]
    .filter(([name, record]) => !baselines.includes(record) && !name.startsWith('in-order'))
    .filter(([, record]) => !occursIn(stateOfArm(record), 'F1'))
    .map(([name]) => ({
      at: name,
      code: 'file-lost-with-a-field',
      expected: 'F1 in the state, as where the field is there',
      actual: 'no F1',
    }));
}

function showsKey(state: Symbolic, symbol: string): boolean {
  let isShown = false;
  visitLeaves(state, Place.root(emptyMask), (path, { text }) => {
    const isIn = (shown: string): boolean =>
      shown.includes(`⟦${symbol}⟧`) && !shown.includes('://');
    isShown ||= isIn(text) || isIn(path);
  });
  return isShown;
}
