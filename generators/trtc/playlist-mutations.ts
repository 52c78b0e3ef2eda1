import type { TrtcClauseKey } from '#contracts/trtc/clauses.ts';
import { playlistDamages } from '../hls-damage.ts';
import {
  mutating,
  replacing,
  withBytes,
  withText,
  type ArchiveMutation,
  type RecordingObject,
} from './archive-mutation.ts';
import { bytesOf } from './archive.ts';

type Place = RecordingObject<'playlist'>;

/** A playlist that says something else; only where the text becomes another. */
function said(
  name: string,
  statement: string,
  clauses: readonly [TrtcClauseKey, ...TrtcClauseKey[]],
  change: (text: string) => string,
  isPlace: (place: Place) => boolean = () => true,
  shows: 'playlists' | 'media' = 'playlists',
): ArchiveMutation {
  return mutating({ name, statement, clauses, shows }, ['playlist'], (place, archive) => {
    const text = Buffer.from(bytesOf(place)).toString('utf8');
    return isPlace(place) && change(text) !== text
      ? { objects: replacing(archive, place, withText(place, change)) }
      : undefined;
  });
}

const startTag = /(?<=#EXT-X-TRTC-START-REC-TIME:)\d+/u;
const entry = /#EXTINF:[^\n]*\n[^#\n][^\n]*\n/gu;

function shiftedStart(byMs: number): (text: string) => string {
  return (text) => text.replace(startTag, (digits) => String(Number(digits) + byMs));
}

/** The durations of one entry changed: the last but one where there is one, so that it is not the shorter end. */
function withDuration(change: (seconds: number) => number): (text: string) => string {
  return (text) => {
    let index = 0;
    const at = Math.max(0, (text.match(/#EXTINF:/gu)?.length ?? 0) - 2);
    return text.replace(/(?<=#EXTINF:)[\d.]+/gu, (seconds) =>
      index++ === at ? change(Number(seconds)).toFixed(3) : seconds,
    );
  };
}

const hasSeveral = ({ recording }: Place): boolean => recording.playlist.segments.length > 1;
/** Of a mix, only the media tell whether there is a picture. */
const isSingle = ({ recording }: Place): boolean =>
  recording.playlist.file.stream.mode === 'single';
/** After a failure, playlists without an end are nothing unusual. */
const hasNoFailure = ({ recording }: Place): boolean => recording.task.recoveredAtMs.length === 0;
const isEnded = ({ recording }: Place): boolean => recording.playlist.isEnded;

const agreements: readonly ArchiveMutation[] = [
  said(
    'start-time-shifted',
    'A playlist says that it begins eight hours later than it does.',
    ['startTimeInPlaylist', 'startTimeInCallback'],
    shiftedStart(8 * 3_600_000),
  ),
  said(
    'start-time-off-by-seconds',
    'A playlist says that it begins three seconds earlier than it does.',
    ['startTimeInPlaylist', 'startTimeInCallback'],
    shiftedStart(-3000),
  ),
  said(
    'start-time-missing',
    'A playlist does not say when recording started.',
    ['startTimeInPlaylist'],
    (text) => text.replace(/#EXT-X-TRTC-START-REC-TIME:.*\n/u, ''),
  ),
  said(
    'start-time-in-seconds',
    'A playlist tells its start in seconds.',
    ['startTimeInPlaylist'],
    (text) => text.replace(startTag, (digits) => digits.slice(0, -3)),
  ),
  said(
    'duration-too-long',
    'A playlist says that a segment lasts five seconds longer than it does.',
    ['playlistForm'],
    withDuration((seconds) => seconds + 5),
    () => true,
    'media',
  ),
  said(
    'duration-too-short',
    'A playlist says that a segment lasts half as long as it does.',
    ['playlistForm'],
    withDuration((seconds) => seconds / 2),
    () => true,
    'media',
  ),
  said(
    'unlisted-segment',
    'A playlist leaves out a segment that lies beside it.',
    ['playlistForm'],
    (text) => {
      const entries = text.match(entry) ?? [];
      return text.replace(entries[Math.floor(entries.length / 2)] ?? '', '');
    },
    hasSeveral,
  ),
  said(
    'segments-swapped',
    'A playlist lists two segments in the wrong order.',
    ['playlistForm'],
    (text) => {
      const [first = '', second = ''] = text.match(entry) ?? [];
      return text.replace(first + second, second + first);
    },
    hasSeveral,
  ),
  said('segment-listed-twice', 'A playlist lists a segment twice.', ['playlistForm'], (text) =>
    text.replace(/#EXTINF:[^\n]*\n[^#\n][^\n]*\n/u, (one) => one + one),
  ),
  said(
    'segment-of-nobody',
    'A playlist lists a segment that does not exist.',
    ['playlistForm', 'userUploads'],
    (text) => text.replace(/_\d{17}(?=\.ts\n(?!#EXTINF))/u, '_20010101000000000'),
  ),
  said(
    'video-metadata-missing',
    'A video’s playlist does not tell the picture’s size.',
    ['playlistMetadata'],
    (text) => text.replace(/#EXT-X-TRTC-VIDEO-METADATA:.*\n/u, ''),
    isSingle,
  ),
  said(
    'endlist-missing',
    'The playlist of a finished stream has no end.',
    ['playlistForm'],
    (text) => text.replace(/#EXT-X-ENDLIST\n/u, ''),
    (place) => isEnded(place) && hasNoFailure(place),
  ),
];

/** Damages that the text alone shows. */
const damaged: readonly ArchiveMutation[] = playlistDamages
  .filter(({ severity }) => severity === 'invalid')
  .map(({ name, statement, apply }) =>
    mutating(
      { name: `playlist-${name}`, statement, clauses: ['playlistForm'], shows: 'playlists' },
      ['playlist'],
      (place, archive) =>
        isEnded(place) && apply(bytesOf(place)) !== undefined
          ? {
              objects: replacing(
                archive,
                place,
                withBytes(place, (bytes) => apply(bytes) ?? bytes),
              ),
            }
          : undefined,
    ),
  );

/** Playlists that do not say what their segments are, or are no playlists. */
export const playlistMutations: readonly ArchiveMutation[] = [...agreements, ...damaged];
