import { limits, type RecordFormat } from '#contracts/sparkrtc/index.ts';
import type { Finding } from '#harness/check.ts';
import {
  clockOf,
  drawn,
  missingOf,
  trackByTime,
  type TimedFile as DrawnFile,
  type TimedLane,
  type TrackMark,
} from '../../archive/track.ts';
import type { ArchiveIndex, RecordedFile } from './index-archive.ts';
import { streamsOf, type StreamFiles, type TimedFile } from './streams.ts';

/** Names carry the moment of generation: that much later than the first frame at most, whatever the file. */
const nameLateSeconds = limits.generationSecondsTypical;

/** The files of a stream, each begun as early as its name allows and the file before it has ended. */
export function streamLane(
  streamName: string,
  format: RecordFormat,
  files: readonly TimedFile[],
  markOf: (file: TimedFile) => TrackMark | undefined = () => undefined,
): TimedLane {
  const lane: DrawnFile[] = [];
  for (const file of files) {
    const { fileTimeSeconds, seconds } = file;
    const before = lane.at(-1);
    const earliest = fileTimeSeconds - Math.min(nameLateSeconds, seconds);
    const end = before === undefined ? earliest : before.startSeconds + before.seconds;
    const startSeconds = Math.min(fileTimeSeconds, Math.max(earliest, end));
    lane.push({ label: clockOf(fileTimeSeconds), startSeconds, seconds, mark: markOf(file) });
  }
  return { name: `${streamName}, ${format}`, files: lane };
}

/** A stream's files along time. */
export function streamTrack(
  { streamName, format }: Pick<RecordedFile, 'format'> & { readonly streamName: string },
  files: readonly TimedFile[],
  markOf: (file: TimedFile) => TrackMark | undefined,
  against?: (lane: TimedLane) => TimedLane | undefined,
): Pick<Finding, 'track'> {
  const lane = streamLane(streamName, format, files, markOf);
  const other = against?.(lane);
  return drawn(trackByTime(lane, other === undefined ? {} : { against: other }));
}

/** All files of the stream and format of one file, with that one marked; nothing where its name tells no stream or no time. */
export function fileTrack(
  index: ArchiveIndex,
  { key, format, streamName }: RecordedFile,
  mark: TrackMark,
  against?: (lane: TimedLane) => TimedLane | undefined,
): Pick<Finding, 'track'> {
  const stream = streamsOf(index).find(
    (one) => one.streamName === streamName && one.format === format,
  );
  return stream === undefined
    ? {}
    : streamTrack(
        stream,
        stream.files,
        (file) => (file.key === key ? { ...mark, isFocus: true } : undefined),
        against,
      );
}

/** So many files are drawn of what a rule would have made. */
const cutsMax = 40;

/**
 * Where the marked files should have been cut: from the first start to the last end of them.
 * @param lengthSeconds of a file; Infinity where nothing should have been cut.
 */
export function cutsOf(name: string, lengthSeconds: number): (lane: TimedLane) => TimedLane {
  return ({ files }) => {
    const marked = files.filter(({ mark }) => mark?.kind !== undefined);
    const from = Math.min(...marked.map(({ startSeconds }) => startSeconds));
    const to = Math.max(...marked.map(({ startSeconds, seconds }) => startSeconds + seconds));
    const cuts: DrawnFile[] = [];
    for (let at = from; at < to && cuts.length < cutsMax; at += lengthSeconds) {
      const seconds = Math.min(lengthSeconds, to - at);
      cuts.push({ label: clockOf(at), startSeconds: at, seconds });
    }
    return { name, files: cuts };
  };
}

/** A stream in the format that lacks some of it, which is marked, beside the format that has it. */
export function pairTrack(
  lacking: Omit<StreamFiles, 'files'> & { readonly files: readonly TimedFile[] },
  whole: StreamFiles,
): Pick<Finding, 'track'> {
  const lane = streamLane(lacking.streamName, lacking.format, lacking.files);
  const against = streamLane(whole.streamName, whole.format, whole.files);
  const files = [...lane.files, ...missingOf(lane.files, against.files)];
  return drawn(
    trackByTime({ name: lane.name, files }, { against: { ...against, name: whole.format } }),
  );
}
