import type { TrtcClauseKey } from '#contracts/trtc/clauses.ts';
import { decodeNameId } from '#contracts/trtc/name-id.ts';
import { parseObjectKey } from '#contracts/trtc/object-key.ts';
import {
  anyKind,
  mutating,
  nameOf,
  renamedEverywhere,
  replacing,
  type ArchiveMutation,
} from './archive-mutation.ts';
import type { ArchiveObject, Recording } from './archive.ts';

/** A name that no recording has, used wherever the file is named; only where the result is read as foreign. */
function misspelled(
  name: string,
  statement: string,
  clause: TrtcClauseKey,
  edit: (name: string) => string,
  kinds: readonly Recording['kind'][] = anyKind,
): ArchiveMutation {
  return mutating(
    { name, statement, clauses: [clause], shows: 'names' },
    kinds,
    (place, archive) => {
      const other = edit(nameOf(place.key));
      const changed = renamedEverywhere(archive, place, other);
      const key = place.key.slice(0, -nameOf(place.key).length) + other;
      const isForeign = parseObjectKey(key, archive.sdkAppId, archive.reading).kind === 'foreign';
      return isForeign ? changed : undefined;
    },
  );
}

/** One more object, which is no recording, beside one. */
function leftover(
  name: string,
  statement: string,
  edit: (key: string) => string,
  bytes?: Uint8Array,
): ArchiveMutation {
  return mutating(
    { name, statement, clauses: ['userUploads', 'nameFolders'], shows: 'names' },
    anyKind,
    (place, { objects }) => {
      const extra: ArchiveObject = {
        ...place,
        key: edit(place.key),
        recording: undefined,
        ...(bytes === undefined ? {} : { chunks: () => [bytes] }),
      };
      return { objects: [...objects, extra] };
    },
  );
}

/** A file in another place than its name and its task say; nothing else knows of it. */
function moved(
  name: string,
  statement: string,
  edit: (key: string) => string,
  kinds: readonly Recording['kind'][] = anyKind,
): ArchiveMutation {
  return mutating(
    { name, statement, clauses: ['nameFolders'], shows: 'names' },
    kinds,
    (place, archive) => ({
      objects: replacing(archive, place, { ...place, key: edit(place.key) }),
    }),
  );
}

/** The user's Base64 in a name, decoded where `write` asks for it. */
function rewriteUser(write: (text: string, user: string) => string): (name: string) => string {
  return (name) =>
    name.replace(/(?<=UserId_s_)[^_]+/u, (text) => write(text, decodeNameId(text) ?? text));
}

function rewriteTime(write: (digits: string) => string): (name: string) => string {
  return (name) => name.replace(/\d{17}(?=\.ts$)/u, write);
}

const hls = ['playlist', 'segment'] as const;

/** Forms that names do not have. */
const forms: readonly ArchiveMutation[] = [
  misspelled('upper-case-extension', 'An extension is in upper case.', 'playlistForm', (name) =>
    name.replace(/[^.]+$/u, (extension) => extension.toUpperCase()),
  ),
  misspelled('wrong-extension', 'A name ends in .mkv.', 'playlistForm', (name) =>
    name.replace(/[^.]+$/u, 'mkv'),
  ),
  misspelled('no-extension', 'A name has no extension.', 'playlistForm', (name) =>
    name.replace(/\.[^.]+$/u, ''),
  ),
  misspelled('app-missing', 'A name does not begin with the application.', 'nameSdkAppId', (name) =>
    name.replace(/(?<=^(?:ha\d_)?)\d+_/u, ''),
  ),
  misspelled('other-app', 'A name begins with another application.', 'nameSdkAppId', (name) =>
    name.replace(/(?<=^(?:ha\d_)?)\d+/u, (app) => String(Number(app) + 1)),
  ),
  misspelled(
    'recovery-beyond-three',
    'A name begins with ha4_.',
    'recoveredNames',
    (name) => `ha4_${name.replace(/^ha\d_/u, '')}`,
    hls,
  ),
  misspelled(
    'recovery-without-number',
    'A name begins with ha_.',
    'recoveredNames',
    (name) => `ha_${name.replace(/^ha\d_/u, '')}`,
    hls,
  ),
  misspelled(
    'recovered-mp4',
    'An MP4 file’s name begins with ha1_.',
    'recoveredNames',
    (name) => `ha1_${name}`,
    ['mp4'],
  ),
  misspelled('media-id-missing', 'A name says neither main nor aux.', 'nameMediaId', (name) =>
    name.replace(/_(?:main|aux)(?=[_.])/u, ''),
  ),
  misspelled(
    'media-id-unknown',
    'A name says sub in the place of aux or main.',
    'nameMediaId',
    (name) => name.replace(/_(?:main|aux)(?=[_.])/u, '_sub'),
  ),
  misspelled(
    'type-missing',
    'A name does not say what the stream holds.',
    'nameType',
    (name) => name.replace(/(?<=_(?:main|aux))_(?:audio_video|audiovideo|audio|video)/u, ''),
    hls,
  ),
  misspelled(
    'type-unknown',
    'A name says sound in the place of audio or video.',
    'nameType',
    (name) => name.replace(/(?<=_(?:main|aux)_)(?:audio_video|audiovideo|audio|video)/u, 'sound'),
    hls,
  ),
  misspelled(
    'index-zero',
    'An MP4 file has the index 0.',
    'nameIndex',
    (name) => name.replace(/(?:_\d+)?\.mp4$/u, '_0.mp4'),
    ['mp4'],
  ),
  misspelled(
    'index-with-leading-zero',
    'An index is padded.',
    'nameIndex',
    (name) => name.replace(/_(\d+)\.mp4$/u, '_0$1.mp4'),
    ['mp4'],
  ),
];

/** Identifiers and times in other spellings. */
const spellings: readonly ArchiveMutation[] = [
  misspelled(
    'user-in-plain-text',
    'A name carries the user’s plain id.',
    'nameIdentifiers',
    rewriteUser((_, user) => user),
  ),
  misspelled(
    'user-in-hexadecimal',
    'A name carries the user’s id in hexadecimal.',
    'nameIdentifiers',
    rewriteUser((_, user) => Buffer.from(user).toString('hex')),
  ),
  misspelled(
    'equals-kept',
    'The Base64 of a user keeps its equals signs.',
    'nameIdentifiers',
    rewriteUser((text) => text.replaceAll('.', '=')),
  ),
  misspelled(
    'equals-dropped',
    'The Base64 of a user lacks the dots for its equals signs.',
    'nameIdentifiers',
    rewriteUser((text) => text.replaceAll('.', '')),
  ),
  misspelled(
    'user-lower-cased',
    'The Base64 of a user is in lower case.',
    'nameIdentifiers',
    rewriteUser((text) => text.toLowerCase()),
  ),
  misspelled(
    'user-missing',
    'A single stream’s name has no user.',
    'nameIdentifiers',
    rewriteUser(() => ''),
  ),
  misspelled(
    'time-without-milliseconds',
    'A segment’s name has no milliseconds.',
    'nameTime',
    rewriteTime((digits) => digits.slice(0, 14)),
    ['segment'],
  ),
  misspelled(
    'time-as-unix-milliseconds',
    'A segment’s name has a unix time.',
    'nameTime',
    rewriteTime(unixMsOf),
    ['segment'],
  ),
  misspelled(
    'time-not-in-calendar',
    'A segment’s name names a thirteenth month.',
    'nameTime',
    rewriteTime((digits) => `${digits.slice(0, 4)}13${digits.slice(6)}`),
    ['segment'],
  ),
  misspelled(
    'time-with-hyphens',
    'The time in a segment’s name has hyphens.',
    'nameTime',
    rewriteTime((digits) => `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`),
    ['segment'],
  ),
  misspelled(
    'time-missing',
    'A segment’s name has no time.',
    'nameTime',
    (name) => name.replace(/_\d{17}(?=\.ts$)/u, ''),
    ['segment'],
  ),
];

function unixMsOf(digits: string): string {
  const [, year = '', month = '', day = '', time = ''] =
    /^(\d{4})(\d\d)(\d\d)(\d{9})$/u.exec(digits) ?? [];
  const clock = `${time.slice(0, 2)}:${time.slice(2, 4)}:${time.slice(4, 6)}.${time.slice(6)}`;
  return String(Date.parse(`${year}-${month}-${day}T${clock}Z`));
}

/** Single streams under names of the kind that VOD has. */
const singleUnderscores: ArchiveMutation = mutating(
  {
    name: 'single-underscores',
    statement: 'One underscore stands where two should: around the user.',
    clauses: ['namePlaylistSingle', 'nameSegmentSingle', 'nameMp4Single'],
    shows: 'names',
  },
  anyKind,
  (place, archive) => {
    const name = nameOf(place.key);
    const other = name.replaceAll('__UserId_', '_UserId_');
    return other === name ? undefined : renamedEverywhere(archive, place, other);
  },
);

/** Names and folders that no recording has, and objects that do not belong into the bucket. */
export const nameMutations: readonly ArchiveMutation[] = [
  ...forms,
  ...spellings,
  singleUnderscores,
  moved('not-in-a-folder', 'A file lies in the bucket’s root.', nameOf),
  moved(
    'in-another-prefix',
    'A file of a task lies below another prefix.',
    (key) => `other/${key}`,
  ),
  moved(
    'in-another-task',
    'A file lies in a folder that no task has.',
    (key) => key.replace(/[^/]+(?=\/[^/]*$)/u, (task) => `${task}x`),
    hls,
  ),
  moved('slash-percent-encoded', 'A key was percent-encoded, its slashes too.', encodeURIComponent),
  moved('backslash-for-slash', 'A key has backslashes for slashes.', (key) =>
    key.replaceAll('/', '\\'),
  ),
  leftover('leftover-tmp', 'An unfinished upload was left behind.', (key) => `${key}.tmp`),
  leftover('copy-of-a-file', 'Somebody’s copy of a recording lies beside it.', (key) =>
    key.replace(/(?=\.[^.]+$)/u, ' (1)'),
  ),
  leftover(
    'hidden-file',
    'A desktop’s hidden file lies in a folder.',
    (key) => key.slice(0, -nameOf(key).length) + '.DS_Store',
    Buffer.from('Bud1'),
  ),
  leftover(
    'foreign-file',
    'A file of another kind lies in the root.',
    () => 'index.html',
    Buffer.from('<html></html>'),
  ),
];
