import type { SparkClauseKey } from '#contracts/sparkrtc/clauses.ts';
import type { Mutation } from '../archive-mutation.ts';
import { playlistDamages } from '../hls-damage.ts';
import type { MediaDamage } from '../media-damage.ts';
import { mp4Damages } from '../mp4-damage.ts';
import { tsDamages } from '../ts-damage.ts';
import { bytesOf, type ArchiveObject, type Recording, type SparkArchive } from './archive.ts';

/**
 * One defect that a bucket of SparkRTC recordings can have. It shows in the `names` of the listing; in the text of the
 * `playlists` beside the names; or in the bytes of the `media`.
 */
export type ArchiveMutation = Mutation<
  SparkArchive,
  SparkClauseKey,
  'names' | 'playlists' | 'media'
>;

/**
 * A mutation at one object of a kind. `change` gives what becomes of it, null where it vanishes, undefined where that
 * would be no defect; two objects under one key are none either.
 */
function mutating(
  description: Omit<ArchiveMutation, 'apply'>,
  kind: Recording['kind'],
  change: (place: ArchiveObject) => ArchiveObject | null | undefined,
): ArchiveMutation {
  return {
    ...description,
    apply: (archive, choice = 0) => {
      const places = archive.objects.filter(({ of }) => of?.kind === kind);
      for (const index of places.keys()) {
        const place = places[(choice + index) % places.length];
        const changed = place === undefined ? undefined : change(place);
        const objects = archive.objects.flatMap((object) =>
          object === place ? (changed ?? []) : [object],
        );
        const isDistinct = new Set(objects.map(({ key }) => key)).size === objects.length;
        if (changed !== undefined && isDistinct) {
          // Spelt out: spreading the archive would ask for the sizes of all its files.
          const { appId, reading, rule, session, prediction } = archive;
          return {
            appId,
            reading,
            rule,
            session,
            prediction,
            get callbacks() {
              return archive.callbacks;
            },
            objects,
          };
        }
      }
      return undefined;
    },
  };
}

function damagesOf(
  kind: Recording['kind'],
  shows: 'playlists' | 'media',
  damages: readonly MediaDamage[],
): readonly ArchiveMutation[] {
  return damages
    .filter(({ severity }) => severity === 'invalid')
    .map(({ name, statement, apply }) =>
      mutating(
        { name: `${kind}-${name}`, statement, clauses: ['formats'], shows },
        kind,
        (place) => {
          const bytes = apply(bytesOf(place));
          return bytes === undefined ? undefined : { ...place, chunks: () => [bytes] };
        },
      ),
    );
}

/** A recording under another key; only where the key becomes another. */
function renamed(
  name: string,
  statement: string,
  clauses: ArchiveMutation['clauses'],
  edit: (key: string) => string,
): ArchiveMutation {
  return mutating({ name, statement, clauses, shows: 'names' }, 'mp4', (place) =>
    edit(place.key) === place.key ? undefined : { ...place, key: edit(place.key) },
  );
}

/** Defects of names under the default pattern; a name of another one may stay as it is. */
const names: readonly ArchiveMutation[] = [
  renamed('copy-of-a-file', 'A copy was named by hand.', ['fileNaming'], (key) =>
    key.replace(/(?=[^/]+$)/u, 'Copy of '),
  ),
  renamed('time-missing', 'A name has lost its time.', ['fileNaming', 'nameTime'], (key) =>
    key.replace(/_[-\d]{19}(?=\.mp4$)/u, ''),
  ),
  renamed('ending-in-capitals', 'A name ends in .MP4.', ['fileExtensions'], (key) =>
    key.replace(/mp4$/u, 'MP4'),
  ),
  renamed(
    'impossible-month',
    'A name has a thirteenth month.',
    ['nameTime', 'nameTimeZone'],
    (key) => key.replaceAll(/(?<=\d{4}-)\d{2}(?=-\d{2}-\d{2}-\d{2}-\d{2})/gu, '13'),
  ),
  renamed(
    'folder-of-another-second',
    'A folder carries another second than the name.',
    ['fileNaming'],
    (key) => key.replace(/\d(?=\/[^/]+$)/u, (digit) => String((Number(digit) + 1) % 10)),
  ),
  renamed(
    'media-type-unknown',
    'A stream’s name ends in no media type.',
    ['streamNameAutomatic'],
    (key) => key.replaceAll('_av_m_', '_a_v_'),
  ),
  renamed(
    'partial-upload',
    'A file still has the name of an upload.',
    ['bucket'],
    (key) => `${key}.part`,
  ),
];

const absences: readonly ArchiveMutation[] = [
  mutating(
    {
      name: 'segment-missing',
      statement: 'A segment that a playlist lists is missing.',
      clauses: ['formats', 'segmentPlace'],
      shows: 'playlists',
    },
    'segment',
    () => null,
  ),
  mutating(
    {
      name: 'playlist-missing',
      statement: 'The segments of a recording have no playlist.',
      clauses: ['segmentPlace'],
      shows: 'playlists',
    },
    'playlist',
    () => null,
  ),
];

/** Playlists that say something else than is there. */
const lies: readonly ArchiveMutation[] = (
  [
    [
      'duration-doubled',
      'A playlist says that a segment lasts twice as long.',
      (text: string) =>
        text
          .replace(/(?<=#EXTINF:)[\d.]+/u, (seconds) => String(Number(seconds) * 2))
          .replace(/(?<=TARGETDURATION:)\d+/u, '120'),
    ],
    [
      'segment-left-out',
      'A playlist leaves out its first segment.',
      (text: string) =>
        (text.match(/#EXTINF:/gu)?.length ?? 0) > 1 ? text.replace(/#EXTINF:.*\n.*\n/u, '') : text,
    ],
    [
      'unfinished',
      'A playlist does not say that it is complete.',
      (text: string) => text.replace('#EXT-X-ENDLIST\n', ''),
    ],
  ] as const
).map(([name, statement, edit]) =>
  mutating(
    { name, statement, clauses: ['formats', 'segmentPlace'], shows: 'playlists' },
    'playlist',
    (place) => {
      const text = Buffer.from(bytesOf(place)).toString('utf8');
      return edit(text) === text
        ? undefined
        : { ...place, chunks: () => [Buffer.from(edit(text))] };
    },
  ),
);

/** Every single defect that an archive can be given: names, absent objects, playlists, content. */
export const archiveMutations: readonly ArchiveMutation[] = [
  ...names,
  ...absences,
  ...lies,
  ...damagesOf('playlist', 'playlists', playlistDamages),
  ...damagesOf('segment', 'media', tsDamages),
  ...damagesOf('mp4', 'media', mp4Damages),
];
