import type { Finding } from '#harness/check.ts';
import { FindingList } from '../../archive/finding-list.ts';
import type { PlaylistObject, SegmentObject } from '../../archive/index-playlists.ts';
import {
  findMissingSegments,
  findOpenPlaylists,
  findUnlistedSegments,
} from '../../archive/playlist-findings.ts';
import { truthOfTask, type ArchiveIndex, type Stream, type Task } from './index-archive.ts';
import { entryTrack, streamTrack } from './stream-track.ts';
import { isToldOver } from './told.ts';

/** How long after a segment its playlist is uploaded at the latest, milliseconds: minutes, generously. */
const playlistDelayMsMax = 1_800_000;

/** Whether it is known that a task records no more: by callbacks, or because its MP4 files are there. */
export function isOver(task: Task, index: ArchiveIndex): boolean {
  return isToldOver(truthOfTask(index, task.taskId)) || task.mp4Files.length > 0;
}

/** Whether a task may still be recorded or uploaded, so that what is missing says nothing. */
export function mayStillRun(task: Task, index: ArchiveIndex): boolean {
  const truth = truthOfTask(index, task.taskId);
  if (truth !== undefined) {
    // HLS files are complete when a 305 says so; what follows it is made from them.
    return !isOver(task, index) || (truth.upload === 'unknown' && task.mp4Files.length === 0);
  }
  return task.mp4Files.length === 0 && task.streams.some((stream) => isOpen(stream, index));
}

/** Whether callbacks say that files of a task stay behind for good, or for now. */
export function isLeftBehind(task: Task, index: ArchiveIndex): boolean {
  return truthOfTask(index, task.taskId)?.upload === 'left';
}

function isOpen({ playlistKey }: Stream, { hls }: ArchiveIndex): boolean {
  return hls.playlists.get(playlistKey)?.hasEndlist === false;
}

/**
 * Whether the server may have failed while a stream was recorded, so that its playlist never got its end. Callbacks tell
 * of failures that were recovered from; without them, a stream that has its end shows that there was none.
 */
function mayBeBroken({ task, recovery }: Stream, index: ArchiveIndex): boolean {
  if (task.streams.some((other) => other.recovery > recovery)) {
    return true;
  }
  const truth = truthOfTask(index, task.taskId);
  return truth === undefined
    ? task.streams.every((other) => other.recovery !== recovery || isOpen(other, index))
    : truth.failovers.length > recovery;
}

function streamOf({ key }: PlaylistObject, { streams }: ArchiveIndex): Stream | undefined {
  return streams.get(key);
}

/**
 * Lines of playlists whose segment is not in the bucket, unless callbacks have said that something stays behind. Of
 * playlists under wrong names nothing is said: their lines may have lost their folder.
 */
export function findLostSegments(index: ArchiveIndex): readonly Finding[] {
  return findMissingSegments(index.hls, {
    isExcused: (playlist) => {
      const stream = streamOf(playlist, index);
      return stream === undefined || isLeftBehind(stream.task, index);
    },
    draw: entryTrack(index),
  });
}

/** Streams of which there are segments and no playlist. */
export function findLostPlaylists(index: ArchiveIndex): readonly Finding[] {
  const findings = new FindingList();
  for (const stream of index.streams.values()) {
    const [first] = stream.segments;
    const isLost =
      first !== undefined &&
      !stream.hasPlaylist &&
      stream.segments.every(({ object }) => object.listings === 0) &&
      !isLeftBehind(stream.task, index) &&
      !mayComeLate(stream, index);
    if (isLost) {
      findings.add(() => ({
        at: first.object.key,
        code: 'playlist-missing',
        expected: `the playlist ${stream.playlistKey}`,
        actual: `none that lists its ${String(stream.segments.length)} segments`,
        ...streamTrack(index, stream.playlistKey, () => undefined),
      }));
    }
  }
  return findings.list();
}

/** Whether a stream has only just begun, so that its playlist is under way. */
function mayComeLate({ task, segments }: Stream, index: ArchiveIndex): boolean {
  const truth = truthOfTask(index, task.taskId);
  if (isOver(task, index) || truth !== undefined) {
    return mayStillRun(task, index);
  }
  const firstMs = Math.min(...segments.map(({ object }) => object.modifiedMs ?? -Infinity));
  return index.newestMs !== undefined && firstMs > index.newestMs - playlistDelayMsMax;
}

/** Segments that their stream’s playlist leaves out: those it has gone past, and all where it is complete. */
export function findUnlisted(index: ArchiveIndex): readonly Finding[] {
  return findUnlistedSegments(index.hls, 'a line in the playlist of its stream', {
    isExcused: (segment) => {
      const stream = index.streams.get(playlistKeyOf(segment.key));
      if (stream === undefined || index.hls.playlists.get(stream.playlistKey)?.isSound !== true) {
        return true;
      }
      const mayGrow =
        isOpen(stream, index) && (mayStillRun(stream.task, index) || mayBeBroken(stream, index));
      return mayGrow && !isPassed(segment, stream);
    },
    draw: (segment) =>
      streamTrack(index, playlistKeyOf(segment.key), ({ key }) =>
        key === segment.key
          ? { kind: 'misplaced', note: 'not in the playlist', isFocus: true }
          : undefined,
      ),
  });
}

/** Whether a later segment of the stream is listed already: playlists only grow at their end. */
function isPassed({ key }: SegmentObject, { segments }: Stream): boolean {
  const at = segments.findIndex(({ object }) => object.key === key);
  return segments.slice(at + 1).some(({ object }) => object.listings > 0);
}

/** Key of the playlist that should list a segment. */
export function playlistKeyOf(segmentKey: string): string {
  return segmentKey.replace(/_\d{17}\.ts$/u, '.m3u8');
}

/** Playlists without an end though the recording is over; where the server failed they never get one. */
export function findUnended(index: ArchiveIndex): readonly Finding[] {
  return findOpenPlaylists(index.hls, (playlist) => {
    const stream = streamOf(playlist, index);
    return (
      stream !== undefined &&
      isOver(stream.task, index) &&
      !mayStillRun(stream.task, index) &&
      !mayBeBroken(stream, index)
    );
  });
}

/** Why no open playlist can be judged; null where some playlist is ended, or some recording is known to be over. */
export function noKnownEnd(index: ArchiveIndex): string | null {
  const isKnown = [...index.streams.values()].some(
    (stream) => isOver(stream.task, index) || !isOpen(stream, index),
  );
  return isKnown
    ? null
    : 'Every recording may still be under way; --callbacks would tell which are over.';
}
