import { clauses } from '#contracts/gme/index.ts';
import { defineActive } from '#harness/check.ts';
import type { Experiment } from '#harness/experiment.ts';
import type { SuiteContext } from '#harness/suite.ts';
import { writeMp3 } from '#media/mp3/writer.ts';
import { expectConvergence } from '../oracles/convergence.ts';
import { inOrder, oneFile, tellStory } from './arms.ts';
import { recordsEachFileId } from './state/define.ts';
import { bothStreams, mixedFile } from './stories.ts';
import type { Story } from './story.ts';

export const convergesAfterLostCallback = defineActive({
  id: 'gme/recovery/converges-after-lost-callback',
  title: 'Whichever callback is lost, the file in the bucket brings the receiver to the full state',
  level: 'MUST',
  basis: 'stated',
  profile: 'recovery',
  clauses: [clauses.lossPossible, clauses.notCoreDependency, clauses.availability],
  observes: ['arms'],
  needs: [recordsEachFileId],
  hint: 'List the bucket from time to time and take over the files whose callbacks never came.',
  experiments: (context) =>
    [oneFile, mixedFile, bothStreams].flatMap((story, index) =>
      story.events.map((_, lost) => lossExperiment(context, story, index, lost)),
    ),
  evaluate: (seen) => expectConvergence(seen, 'not-recovered'),
});

/** The story without one of its callbacks, its files in the bucket, against the story in full. */
function lossExperiment(
  context: SuiteContext,
  story: Story,
  place: number,
  lost: number,
): Experiment {
  const key = `directed:${String(place)}-${String(lost)}`;
  const arm = (name: string, plan: ReturnType<typeof inOrder>): Experiment['arms'][number] => {
    const told = tellStory(story, plan, context, name, `${key}/${name}`);
    return {
      ...told,
      objects: told.names
        .filter(({ kind, symbol }) => kind === 'file' && symbol !== 'folder')
        .map(({ value }, fingerprint) => ({
          key: value,
          bytes: () => writeMp3({ durationSeconds: 1, fingerprint }),
        })),
    };
  };
  const full = inOrder(story);
  return {
    title: `${story.title}, callback ${String(lost + 1)} of ${String(full.length)} lost`,
    key,
    arms: [
      arm('in-order', full),
      arm('in-order-again', full),
      arm(
        'lossy',
        full.filter((_, index) => index !== lost),
      ),
    ],
    shows: 'lossy',
  };
}
