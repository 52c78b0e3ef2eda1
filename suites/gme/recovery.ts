import { clauses } from '#contracts/gme/index.ts';
import type { Arm, PlacedObject } from '#harness/experiment.ts';
import { writeMp3 } from '#media/mp3/writer.ts';
import { claimFor } from '../claims/claim.ts';
import * as claims from '../claims/state.ts';
import { bothStreams, mixedFile, oneFile } from './stories.ts';
import { losses } from '../kit/experiments.ts';
import { gmeKit } from './kit.ts';

export const convergesAfterLostCallback = claimFor('gme', claims.convergesAfterLostCallback, {
  clauses: [clauses.lossPossible, clauses.notCoreDependency, clauses.availability],
  experiments: (context) =>
    losses(gmeKit, context, [oneFile, mixedFile, bothStreams], recordingsOf),
});

/** Every file of the arm as a second of sound, no two with the same bytes. */
function recordingsOf({ names }: Arm): readonly PlacedObject[] {
  return names
    .filter(({ kind, symbol }) => kind === 'file' && symbol !== 'folder')
    .map(({ value }, fingerprint) => ({
      key: value,
      bytes: () => writeMp3({ durationSeconds: 1, fingerprint }),
    }));
}
