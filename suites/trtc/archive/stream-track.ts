import { parseNameTime, type TrtcReading } from '#contracts/trtc/index.ts';
import type { Finding } from '#harness/check.ts';
import type { PlaylistEntry } from '../../archive/index-playlists.ts';
import { lastPart, playlistTrack, type DrawEntry } from '../../archive/playlist-track.ts';
import {
  clockOf,
  drawn,
  trackByTime,
  type TimedFile,
  type TimedLane,
  type TrackMark,
} from '../../archive/track.ts';
import type { ArchiveIndex, Mp4Object, Stream } from './index-archive.ts';
import { beginToleranceMs } from './tolerances.ts';

/** A segment of a stream, listed or not. */
interface Place {
  /** Undefined where a line names nothing that could be in the bucket. */
  readonly key: string | undefined;
  /** Line of the playlist; undefined where it is in none. */
  readonly line: number | undefined;
}

/** What is said of each segment of a stream. */
type MarkOf = (place: Place) => TrackMark | undefined;

const slackSeconds = beginToleranceMs / 1000;

/** Unix milliseconds in the name of a segment; undefined where it carries none. */
export function startOf(key: string | undefined, reading: TrtcReading): number | undefined {
  const text = /_(\d{17})\.ts$/u.exec(key ?? '')?.[1];
  return text === undefined ? undefined : parseNameTime(text, reading);
}

/**
 * The segments of a stream by the times in their names: those that its playlist lists, whether they are there or not, and
 * those that it leaves out.
 * @param against what the stream is held against, for instance what a callback says of it.
 */
export function streamTrack(
  index: ArchiveIndex,
  playlistKey: string,
  markOf: MarkOf,
  against?: TimedLane,
): Pick<Finding, 'track'> {
  const lane = streamLane(index, playlistKey, markOf);
  return drawn(trackByTime(lane, { slackSeconds, ...(against === undefined ? {} : { against }) }));
}

/** Draws a playlist’s stream with one entry marked. */
export function entryTrack(index: ArchiveIndex): DrawEntry {
  return (playlist, entry, mark) => {
    const track = streamTrack(index, playlist.key, ({ line }) =>
      line === entry.line ? { ...mark, isFocus: true } : undefined,
    );
    return track.track === undefined ? playlistTrack(playlist, entry, mark) : track;
  };
}

/** The segments of a stream on the world’s clock. */
export function streamLane(
  { hls, streams, reading }: ArchiveIndex,
  playlistKey: string,
  markOf: MarkOf = () => undefined,
): TimedLane {
  const stream = streams.get(playlistKey);
  const entries = hls.playlists.get(playlistKey)?.entries ?? [];
  const listed = new Set(entries.map(({ key }) => key));
  const unlisted = (stream?.segments ?? []).filter(({ object }) => !listed.has(object.key));
  const starts = [
    ...entries.map(({ key }) => startOf(key, reading)),
    ...unlisted.map(({ startMs }) => startMs),
  ].filter((startMs) => startMs !== undefined);
  const files: TimedFile[] = [];
  const drawnKeys = new Set<string>();
  for (const entry of entries) {
    const { key = '', line } = entry;
    const mark = markOf({ key: entry.key, line });
    // A segment that is listed again lies where it is already; it is drawn again only where that is what is said.
    if (!drawnKeys.has(key) || mark !== undefined) {
      const before = files.at(-1);
      const behindSeconds =
        before === undefined ? Math.min(...starts) / 1000 : before.startSeconds + before.seconds;
      files.push(listedFile(entry, startOf(entry.key, reading), behindSeconds, mark));
    }
    if (entry.key !== undefined) {
      drawnKeys.add(key);
    }
  }
  for (const { startMs, object } of unlisted) {
    const { key, seconds } = object;
    const startSeconds = startMs / 1000;
    const mark = markOf({ key, line: undefined });
    files.push({ label: clockOf(startSeconds), startSeconds, seconds, mark });
  }
  // Where no name carries a time there is no clock, and nothing to draw.
  const name = stream === undefined ? playlistKey : streamName(stream);
  return { name, files: starts.length === 0 ? [] : files };
}

/** A line of a playlist; one whose name carries no time stands behind the line before it. */
function listedFile(
  { key, segment, seconds, line }: PlaylistEntry,
  startMs: number | undefined,
  behindSeconds: number,
  mark: TrackMark | undefined,
): TimedFile {
  const isTimed = startMs !== undefined;
  return {
    label: isTimed ? clockOf(startMs / 1000) : lastPart(key ?? `line ${String(line)}`),
    startSeconds: isTimed ? startMs / 1000 : behindSeconds,
    seconds: segment?.whole === true ? segment.seconds : seconds,
    mark: mark ?? (segment === undefined ? { kind: 'missing' } : undefined),
  };
}

/** Task, user, stream and type, as people call them; of a mix the task alone, and the recovery where there was one. */
export function streamName({ task: { taskId }, stream, recovery }: Stream): string {
  const of =
    stream.mode === 'mixed' ? ['mix'] : [stream.userId, `${stream.mediaId} ${stream.trackType}`];
  return [`task ${taskId}`, ...of, ...(recovery > 0 ? [`recovery ${String(recovery)}`] : [])].join(
    ', ',
  );
}

/** MP4 files one after the other: their names carry no time, so the first is drawn where the recording began. */
export function mp4Lane(
  name: string,
  files: readonly Mp4Object[],
  startSeconds: number,
  markOf: (file: Mp4Object, endSeconds: number) => TrackMark | undefined = () => undefined,
): TimedLane {
  let next = startSeconds;
  return {
    name,
    files: files.map((file) => {
      const begin = next;
      next += file.seconds;
      const { seconds } = file;
      return { label: mp4Label(file), startSeconds: begin, seconds, mark: markOf(file, next) };
    }),
  };
}

/** An MP4 file by its index, where it has one. */
export function mp4Label({ file: { index } }: Mp4Object): string {
  return index === undefined ? 'MP4' : `MP4 ${String(index)}`;
}

/** Task and stream of MP4 files. */
export function mp4Name({
  task: { taskId },
  stream,
}: {
  readonly task: { readonly taskId: string };
  readonly stream: Mp4Object['file']['stream'];
}): string {
  const of = stream.mode === 'mixed' ? ['mix'] : [stream.userId, stream.mediaId];
  return [`task ${taskId}`, ...of, 'MP4'].join(', ');
}

/** A recording as it would lie if it had begun at another moment. */
export function begunAt(name: string, beginMs: number, { files }: TimedLane): TimedLane {
  const first = Math.min(...files.map(({ startSeconds }) => startSeconds));
  const last = Math.max(...files.map(({ startSeconds, seconds }) => startSeconds + seconds));
  const startSeconds = beginMs / 1000;
  const seconds = files.length === 0 ? 0 : last - first;
  return { name, files: [{ label: clockOf(startSeconds), startSeconds, seconds }] };
}
