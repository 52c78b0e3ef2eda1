import type { TrackType } from '#contracts/trtc/callback.ts';
import type { TrtcMp4, TrtcPlaylist } from '#contracts/trtc/recording-rules.ts';
import { playlistText, type PlaylistOptions, type SegmentEntry } from '#media/hls/writer.ts';
import { mp4Chunks, type Mp4Options } from '#media/mp4/writer.ts';
import { tsChunks } from '#media/ts/writer.ts';
import { segmentContents as contentsOf, type SegmentContent, type Tracks } from '../hls-content.ts';

/** Small, so that a picture costs few bytes. */
const picture = { width: 64, height: 36 } as const;

/** Target duration of the documented sample playlist; longer segments have a longer one. */
const targetSeconds = 70;

/** Contents of the segments of a playlist, in order; `fingerprint` is that of the first. */
export function segmentContents(
  { segments, trackType }: TrtcPlaylist,
  fingerprint: number,
): readonly SegmentContent[] {
  return contentsOf(segments, tracks(trackType), fingerprint);
}

function tracks(trackType: TrackType): Tracks {
  return {
    audio: trackType !== 'video',
    ...(trackType === 'audio' ? {} : { picture }),
  };
}

/** The pieces of a segment's bytes. */
export function segmentChunks({ options }: SegmentContent): Iterable<Uint8Array> {
  return tsChunks(options);
}

/** What a playlist says of its segments, which are `contents`. */
export function playlistOptions(
  playlist: TrtcPlaylist,
  contents: readonly SegmentContent[],
): PlaylistOptions {
  const segments = playlist.segments.map(({ objectKey }, index): SegmentEntry => {
    const content = contents[index];
    return {
      uri: objectKey.slice(objectKey.lastIndexOf('/') + 1),
      durationSeconds: content?.durationSeconds ?? 0,
      discontinuity: content?.isAfterGap === true,
    };
  });
  const longest = Math.max(...segments.map(({ durationSeconds }) => durationSeconds));
  return {
    segments,
    targetDurationSeconds: Math.max(targetSeconds, Math.ceil(longest)),
    allowCache: false,
    startRecTimeMs: playlist.beginMs,
    ...(playlist.trackType === 'audio' ? {} : { videoSize: picture }),
    endlist: playlist.isEnded,
    commaAfterDuration: false,
  };
}

/** The bytes of a playlist. */
export function playlistBytes(options: PlaylistOptions): Uint8Array {
  return Buffer.from(playlistText(options));
}

/** How the bytes of an MP4 file are to be made: a second of audio is four bytes, a minute of video one picture. */
export function mp4Content(mp4: TrtcMp4, fingerprint: number): Mp4Options {
  return {
    ...tracks(mp4.trackType),
    durationMs: mp4.endMs - mp4.beginMs,
    pictureIntervalMs: 60_000,
    sparse: true,
    fingerprint,
  };
}

/** The pieces of an MP4 file's bytes. */
export function mp4FileChunks(options: Mp4Options): Iterable<Uint8Array> {
  return mp4Chunks(options);
}
