import { clauses, formatNameTime, resolveReading } from '#contracts/trtc/index.ts';
import type { Arm, PlacedObject } from '#harness/experiment.ts';
import type { SuiteContext } from '#harness/suite.ts';
import { writePlaylist } from '#media/hls/writer.ts';
import { writeMp4 } from '#media/mp4/writer.ts';
import { tsShape, writeTs } from '#media/ts/writer.ts';
import { claimFor } from '../claims/claim.ts';
import * as claims from '../claims/state.ts';
import { losses } from '../kit/experiments.ts';
import { trtcKit } from './kit.ts';
import { mixedTask, mp4Task } from './stories.ts';

/** What these tell lies in the bucket: a playlist, its segments with their start, an MP4 file. */
const inTheBucket: readonly number[] = [304, 307, 310];

export const convergesAfterLostCallback = claimFor('trtc', claims.convergesAfterLostCallback, {
  title:
    'Whichever callback about a file is lost, the bucket brings the receiver to the full state',
  basis: 'inferred',
  clauses: [clauses.fileDiscovery, clauses.lossPossible, clauses.userUploads],
  hint: 'List the folder of each task from time to time and take over the files whose 304, 307 or 310 never came.',
  experiments: (context) =>
    losses(
      trtcKit,
      context,
      [mp4Task, mixedTask],
      (arm) => recordingsOf(arm, context),
      ({ events }, event) => inTheBucket.includes(events[event]?.[1] ?? 0),
    ),
});

const startedAgoMs = 3_600_000;
const durationMs = 1000;

/** Every file of the arm's one task, a second long, no two with the same bytes. */
function recordingsOf({ names }: Arm, context: SuiteContext): readonly PlacedObject[] {
  const reading = resolveReading(context.dialects);
  const task = names.find(({ kind }) => kind === 'task')?.value ?? '';
  const keyOf = (name: string): string => (reading.fileNames === 'key' ? name : `${task}/${name}`);
  const files = names.filter(({ kind }) => kind === 'file').map(({ value }) => value);
  // The name in COS comes before the one in VOD, which only differs in underscores.
  const mp4 = files.filter((name) => name.endsWith('.mp4')).slice(0, 1);
  const startMs = context.nowMs - startedAgoMs;
  return [
    ...files
      .filter((name) => name.endsWith('.m3u8'))
      .flatMap((name, fingerprint): readonly PlacedObject[] => {
        const segment = name.replace(/\.m3u8$/u, `_${formatNameTime(startMs, reading)}.ts`);
        const options = { durationMs, fingerprint };
        const { durationSeconds } = tsShape(options);
        return [
          {
            key: keyOf(name),
            bytes: () =>
              writePlaylist({
                segments: [{ uri: segment.slice(segment.lastIndexOf('/') + 1), durationSeconds }],
                startRecTimeMs: startMs,
              }),
          },
          { key: keyOf(segment), bytes: () => writeTs(options) },
        ];
      }),
    ...mp4.map((name, fingerprint) => ({
      key: keyOf(name),
      bytes: () => writeMp4({ durationMs, fingerprint }),
    })),
  ];
}
