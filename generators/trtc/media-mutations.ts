import type { TrtcClauseKey } from '#contracts/trtc/clauses.ts';
import { writeMp4 } from '#media/mp4/writer.ts';
import { writeTs } from '#media/ts/writer.ts';
import type { MediaDamage } from '../media-damage.ts';
import { mp4Damages } from '../mp4-damage.ts';
import { tsDamages } from '../ts-damage.ts';
import { mutating, replacing, withBytes, type ArchiveMutation } from './archive-mutation.ts';
import { bytesOf } from './archive.ts';
import { mp4Content } from './content.ts';

const picture = { width: 64, height: 36 } as const;

/** Damages after which a file is no valid recording; those around sound media are advice at most. */
function damaged(
  kind: 'segment' | 'mp4',
  clause: TrtcClauseKey,
  damages: readonly MediaDamage[],
): readonly ArchiveMutation[] {
  return damages
    .filter(({ severity }) => severity === 'invalid')
    .map(({ name, statement, apply }) =>
      mutating(
        { name: `${kind}-${name}`, statement, clauses: [clause], shows: 'media' },
        [kind],
        (place, archive) =>
          apply(bytesOf(place)) === undefined
            ? undefined
            : {
                objects: replacing(
                  archive,
                  place,
                  withBytes(place, (bytes) => apply(bytes) ?? bytes),
                ),
              },
      ),
    );
}

/** Valid media that are not what they should be. */
const others: readonly ArchiveMutation[] = [
  mutating(
    {
      name: 'segment-of-half-the-length',
      statement: 'A segment lasts half as long as its playlist says.',
      clauses: ['playlistForm'],
      shows: 'media',
    },
    ['segment'],
    (place, archive) => {
      const { segment, playlist } = place.recording;
      const durationMs = (segment.endMs - segment.beginMs) / 2;
      const audio = playlist.trackType !== 'video';
      return durationMs < 1000
        ? undefined
        : {
            objects: replacing(archive, place, {
              ...place,
              chunks: () => [
                writeTs({
                  durationMs,
                  audio,
                  fingerprint: 0x7ffe,
                  ...(playlist.trackType === 'audio' ? {} : { picture }),
                }),
              ],
            }),
          };
    },
  ),
  mutating(
    {
      name: 'video-in-audio-stream',
      statement: 'A segment of an audio stream holds video.',
      clauses: ['nameType', 'singleResults'],
      shows: 'media',
    },
    ['segment'],
    (place, archive) => {
      const { segment, playlist } = place.recording;
      const durationMs = segment.endMs - segment.beginMs;
      return playlist.trackType !== 'audio' || playlist.file.stream.mode === 'mixed'
        ? undefined
        : {
            objects: replacing(archive, place, {
              ...place,
              chunks: () => [writeTs({ durationMs, picture, fingerprint: 0x7ffd })],
            }),
          };
    },
  ),
  mutating(
    {
      name: 'mp4-of-half-the-length',
      statement: 'An MP4 file lasts half as long as its callback says.',
      clauses: ['mp4Format'],
      shows: 'callbacks',
    },
    ['mp4'],
    (place, archive) => {
      const { mp4 } = place.recording;
      const durationMs = (mp4.endMs - mp4.beginMs) / 2;
      return durationMs < 2000
        ? undefined
        : {
            objects: replacing(archive, place, {
              ...place,
              chunks: () => [writeMp4({ ...mp4Content(mp4, 0x7ffc), durationMs })],
            }),
          };
    },
  ),
  mutating(
    {
      name: 'mp4-longer-than-a-day',
      statement: 'An MP4 file is longer than 24 hours.',
      clauses: ['mp4Segmentation'],
      shows: 'media',
    },
    ['mp4'],
    (place, archive) => ({
      objects: replacing(archive, place, {
        ...place,
        chunks: () => [
          writeMp4({ ...mp4Content(place.recording.mp4, 0x7ffb), durationMs: 25 * 3_600_000 }),
        ],
      }),
    }),
  ),
];

/** Defects of content: names, listing and playlists are as they should be. */
export const mediaMutations: readonly ArchiveMutation[] = [
  ...damaged('segment', 'playlistForm', tsDamages),
  ...damaged('mp4', 'mp4Format', mp4Damages),
  ...others,
];
