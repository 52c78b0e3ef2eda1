import { Buffer } from 'node:buffer';

/** A segment as a playlist lists it. */
export interface SegmentEntry {
  /** Written as it is: spell characters that URIs do not have with percent signs. */
  readonly uri: string;
  /** Written with up to six decimals, without spare zeros. */
  readonly durationSeconds: number;
  /** The segment does not continue the one before. Default false. */
  readonly discontinuity?: boolean;
  /** Wall clock of its beginning, milliseconds since the epoch. Default: not told. */
  readonly programDateTimeMs?: number;
}

/** What media playlist to write. */
export interface PlaylistOptions {
  readonly segments: readonly SegmentEntry[];
  /** Default: the longest segment, rounded up, at least 1. TRTC writes 70. */
  readonly targetDurationSeconds?: number;
  /** Default 3, the first in which durations have decimals. */
  readonly version?: number;
  /** Default 0. */
  readonly mediaSequence?: number;
  /** The last line says that the playlist is complete. Default true. */
  readonly endlist?: boolean;
  /** `#EXT-X-PLAYLIST-TYPE`. Default: not told. */
  readonly playlistType?: 'VOD' | 'EVENT';
  /** `#EXT-X-ALLOW-CACHE`, which version 7 removed. Default: not told. */
  readonly allowCache?: boolean;
  /** `#EXT-X-TRTC-START-REC-TIME`: when recording started, milliseconds since the epoch. Default: not told. */
  readonly startRecTimeMs?: number;
  /** `#EXT-X-TRTC-VIDEO-METADATA`. Default: not told. */
  readonly videoSize?: { readonly width: number; readonly height: number };
  /** End the duration with the comma of RFC 8216 4.3.2.1; the sample of TRTC has none. Default true. */
  readonly commaAfterDuration?: boolean;
  /** Default a line feed. */
  readonly lineEnd?: '\n' | '\r\n';
}

/** A duration without an exponent or spare zeros: to the microsecond. */
function seconds(value: number): string {
  return value.toFixed(6).replace(/\.?0+$/, '');
}

function headLines(options: PlaylistOptions): readonly string[] {
  const { segments, version = 3, mediaSequence = 0, startRecTimeMs, videoSize } = options;
  const longest = segments.reduce((most, segment) => Math.max(most, segment.durationSeconds), 1);
  const target = options.targetDurationSeconds ?? Math.ceil(longest);
  const { allowCache, playlistType } = options;
  return [
    '#EXTM3U',
    `#EXT-X-VERSION:${version}`,
    ...(allowCache === undefined ? [] : [`#EXT-X-ALLOW-CACHE:${allowCache ? 'YES' : 'NO'}`]),
    ...(playlistType === undefined ? [] : [`#EXT-X-PLAYLIST-TYPE:${playlistType}`]),
    `#EXT-X-MEDIA-SEQUENCE:${mediaSequence}`,
    `#EXT-X-TARGETDURATION:${target}`,
    ...(startRecTimeMs === undefined ? [] : [`#EXT-X-TRTC-START-REC-TIME:${startRecTimeMs}`]),
    ...(videoSize === undefined
      ? []
      : [`#EXT-X-TRTC-VIDEO-METADATA:WIDTH:${videoSize.width} HEIGHT:${videoSize.height}`]),
  ];
}

function segmentLines(segment: SegmentEntry, comma: boolean): readonly string[] {
  const { uri, durationSeconds, discontinuity = false, programDateTimeMs } = segment;
  return [
    ...(discontinuity ? ['#EXT-X-DISCONTINUITY'] : []),
    ...(programDateTimeMs === undefined
      ? []
      : [`#EXT-X-PROGRAM-DATE-TIME:${new Date(programDateTimeMs).toISOString()}`]),
    `#EXTINF:${seconds(durationSeconds)}${comma ? ',' : ''}`,
    uri,
  ];
}

/** Text of a media playlist, RFC 8216. With sound options it is valid; nothing is checked here. */
export function playlistText(options: PlaylistOptions): string {
  const { segments, endlist = true, commaAfterDuration = true, lineEnd = '\n' } = options;
  const lines = [
    ...headLines(options),
    ...segments.flatMap((segment) => segmentLines(segment, commaAfterDuration)),
    ...(endlist ? ['#EXT-X-ENDLIST'] : []),
  ];
  return lines.map((line) => `${line}${lineEnd}`).join('');
}

/** The same as the bytes of a file. */
export function writePlaylist(options: PlaylistOptions): Uint8Array {
  return new Uint8Array(Buffer.from(playlistText(options)));
}
