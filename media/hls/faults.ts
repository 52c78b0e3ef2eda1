import { type FaultKind, invalid, suspicious } from '../fault-kind.ts';

const rfc = (section: string): string => `RFC 8216 ${section}`;

/** Faults of HLS playlists. */
export const hlsFaults = {
  'playlist-not-text': invalid('The playlist is not UTF-8 text.', rfc('4.1')),
  'playlist-byte-order-mark': invalid('The playlist begins with a byte order mark.', rfc('4.1')),
  'playlist-control-character': invalid(
    'A line holds a control character, a NUL for example.',
    rfc('4.1'),
  ),
  'playlist-too-large': suspicious(
    'The playlist is larger than 32 MiB or lists more than 250,000 segments; only the beginning was judged.',
  ),
  'playlist-header-missing': invalid('The first line is not #EXTM3U.', rfc('4.3.1.1')),
  'playlist-cut': invalid(
    'The playlist ends inside of a line: it was cut, or is still being written.',
    rfc('4.1'),
  ),
  'master-playlist': invalid('The playlist lists other playlists, not segments.', rfc('4.3.4')),
  'version-malformed': invalid('The version is no number.', rfc('4.3.1.2')),
  'version-too-low': invalid('The playlist uses what its version does not have.', rfc('7')),
  'tag-repeated': invalid('A tag that may come once comes again.', rfc('4.3.3')),
  'target-duration-missing': invalid('The target duration is missing.', rfc('4.3.3.1')),
  'target-duration-malformed': invalid('The target duration is no whole number.', rfc('4.3.3.1')),
  'target-duration-exceeded': invalid(
    'A segment, rounded to seconds, is longer than the target duration.',
    rfc('4.3.3.1'),
  ),
  'media-sequence-malformed': invalid('A sequence number is no whole number.', rfc('4.3.3.2')),
  'media-sequence-late': invalid(
    'A sequence number comes behind the first segment.',
    rfc('4.3.3.2'),
  ),
  'duration-malformed': invalid('The duration of a segment is no number.', rfc('4.3.2.1')),
  'duration-without-uri': invalid('A duration is not followed by a segment.', rfc('4.3.2.1')),
  'uri-without-duration': invalid('A segment has no duration.', rfc('4.3.2.1')),
  'uri-malformed': invalid('A line that should be a URI is none.', rfc('4.1')),
  'segment-repeated': suspicious('A segment is listed twice.'),
  'no-segments': invalid('The playlist lists no segment.'),
  'segment-after-end': suspicious('Segments follow the end of the list.', rfc('4.3.3.4')),
  'endlist-missing': suspicious(
    'The playlist does not say that it is complete: the recording was not finished.',
    rfc('4.3.3.4'),
  ),
  'date-malformed': invalid('A date is none.', rfc('4.3.2.6')),
  'key-malformed': invalid(
    'An encryption method is unknown or lacks the address of its key.',
    rfc('4.3.2.4'),
  ),
  'playlist-type-unknown': invalid('The playlist type is neither VOD nor EVENT.', rfc('4.3.3.5')),
  'start-time-malformed': invalid(
    'The start of the recording is not told in milliseconds since 1970.',
    'TRTC on-cloud recording, Recording start time',
  ),
  'playlist-rule-broken': invalid('A strict reader refuses the playlist.', rfc('4')),
} as const satisfies Record<string, FaultKind>;
