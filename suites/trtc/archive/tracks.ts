import type { TrackType } from '#contracts/trtc/index.ts';
import type { Finding } from '#harness/check.ts';
import { FindingList } from '../../archive/finding-list.ts';
import type { ArchiveIndex } from './index-archive.ts';

/** What is wrong with the tracks of a file that should be of a type; undefined where nothing is. */
export function misfit(type: TrackType, tracks: string): string | undefined {
  const has = (kind: string): boolean =>
    tracks.split(', ').some((one) => one.startsWith(`${kind} `));
  if (type === 'audio_video') {
    return undefined;
  }
  const other = type === 'audio' ? 'video' : 'audio';
  if (has(other)) {
    return `it holds ${tracks}`;
  }
  return has(type) ? undefined : `it holds ${tracks === '' ? 'neither' : tracks}`;
}

/** Segments that hold other tracks than their names say: an audio stream only audio, a video stream only video. */
export function findMisfitTracks({ streams }: ArchiveIndex): readonly Finding[] {
  const findings = new FindingList();
  for (const { stream, segments } of streams.values()) {
    for (const { object } of stream.mode === 'single' ? segments : []) {
      const type = stream.mode === 'single' ? stream.trackType : 'audio_video';
      const problem = object.whole ? misfit(type, object.tracks ?? '') : undefined;
      if (problem !== undefined) {
        findings.add({
          at: object.key,
          code: 'tracks-do-not-fit',
          expected: `${type} alone, as the name says`,
          actual: problem,
        });
      }
    }
  }
  return findings.list();
}

/** Playlists that do not tell when recording started. */
export function findUntoldStarts({ hls, streams }: ArchiveIndex): readonly Finding[] {
  const findings = new FindingList();
  for (const { key, isSound, startRecTimeMs } of hls.playlists.values()) {
    if (isSound && streams.has(key) && startRecTimeMs === undefined) {
      findings.add({
        at: key,
        code: 'start-untold',
        expected: '#EXT-X-TRTC-START-REC-TIME with unix milliseconds',
        actual: 'no such line',
      });
    }
  }
  return findings.list();
}

/** Playlists of pictures that do not tell their size. */
export function findUntoldPictures({ hls, streams }: ArchiveIndex): readonly Finding[] {
  const findings = new FindingList();
  for (const { key, isSound, tellsPicture, entries } of hls.playlists.values()) {
    const hasPicture = entries.some(({ segment }) => segment?.tracks?.includes('video ') === true);
    if (isSound && streams.has(key) && hasPicture && !tellsPicture) {
      findings.add({
        at: key,
        code: 'picture-untold',
        expected: '#EXT-X-TRTC-VIDEO-METADATA with width and height',
        actual: 'no such line',
      });
    }
  }
  return findings.list();
}
