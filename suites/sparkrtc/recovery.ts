import { clauses, formatSegmentKey } from '#contracts/sparkrtc/index.ts';
import type { Arm, PlacedObject } from '#harness/experiment.ts';
import { writePlaylist } from '#media/hls/writer.ts';
import { writeMp4 } from '#media/mp4/writer.ts';
import { tsShape, writeTs } from '#media/ts/writer.ts';
import { claimFor } from '../claims/claim.ts';
import * as claims from '../claims/state.ts';
import { implications, type ImpliedCase } from '../kit/relations.ts';
import { expectImplied } from '../oracles/relations.ts';
import { sparkKit } from './kit.ts';
import { bothFormats, mixedFile, mp4File, oneFile } from './stories.ts';
import type { Story } from './story.ts';

/**
 * Size, picture and times are told by no key and no listing, so the state need not be the full one; but whoever keeps
 * files at all must come to know of one that lies in the bucket.
 */
export const convergesAfterLostCallback = claimFor('sparkrtc', claims.convergesAfterLostCallback, {
  title: 'Where the completion of a file is lost, the file in the bucket brings it into the state',
  basis: 'inferred',
  clauses: [clauses.lossPossible, clauses.bucket, clauses.fileNaming],
  hint: 'List the bucket from time to time and take over the files of known streams that no callback told complete.',
  evaluate: (seen) => expectImplied(seen, 'not-recovered'),
  experiments: (context) =>
    implications(
      sparkKit,
      context,
      [oneFile, mp4File, mixedFile, bothFormats].flatMap(lostCompletions),
    ),
});

/** Each completion of a story lost, with the story's files in the bucket and without. */
function lostCompletions(story: Story): readonly ImpliedCase<Story>[] {
  const all = story.events.map((_, event) => event);
  return story.events.flatMap(([what, type], lost): readonly ImpliedCase<Story>[] => {
    if (type !== 'complete') {
      return [];
    }
    const events = all.filter((event) => event !== lost);
    return [
      {
        title: `${story.title}: the completion of ${what} is lost`,
        known: { story, events: all },
        knownWithout: { story, events },
        asked: { story, events, objectsOf: recordingsOf },
        askedWithout: { story, events },
      },
    ];
  });
}

const durationMs = 1000;

/** Every file of the arm, a second long, no two with the same bytes. */
function recordingsOf({ names }: Arm): readonly PlacedObject[] {
  return names
    .filter(({ kind, value }) => kind === 'file' && value.includes('/'))
    .flatMap(({ value: key }, fingerprint): readonly PlacedObject[] => {
      if (key.endsWith('.mp4')) {
        return [{ key, bytes: () => writeMp4({ durationMs, fingerprint }) }];
      }
      if (!key.endsWith('.m3u8')) {
        return [];
      }
      const segment = formatSegmentKey(key, 0);
      const uri = segment.slice(segment.lastIndexOf('/') + 1);
      const options = { durationMs, fingerprint };
      const { durationSeconds } = tsShape(options);
      return [
        { key, bytes: () => writePlaylist({ segments: [{ uri, durationSeconds }] }) },
        { key: segment, bytes: () => writeTs(options) },
      ];
    });
}
