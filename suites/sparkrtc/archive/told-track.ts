import type { SparkCallback } from '#contracts/sparkrtc/index.ts';
import type { Finding } from '#harness/check.ts';
import { lastPart } from '../../archive/playlist-track.ts';
import {
  clockOf,
  drawn,
  trackByTime,
  type TimedFile as DrawnFile,
  type TrackMark,
} from '../../archive/track.ts';
import type { RecordedFile } from './index-archive.ts';
import type { ToldFile } from './told.ts';

/** Files by the times that their callbacks tell; those without are left out. */
export function toldLaneTrack(
  files: readonly ToldFile[],
  markOf: (file: ToldFile) => TrackMark | undefined,
): Pick<Finding, 'track'> {
  const [told] = files.map((one) => one.told);
  const name = [told?.streamName ?? told?.jobId ?? '', told?.recordFormat ?? ''].join(', ');
  const lane = files.flatMap((file) => {
    const drawnFile = toldFile(file.told, markOf(file));
    return drawnFile === undefined ? [] : [drawnFile];
  });
  return drawn(trackByTime({ name, files: lane }));
}

/** A file that is not there, among those of its job and format of which callbacks tell. */
export function absenceTrack(absent: ToldFile, all: readonly ToldFile[]): Pick<Finding, 'track'> {
  const { jobId, streamName, recordFormat } = absent.told;
  const own = all.filter(
    ({ told }) =>
      told.jobId === jobId && told.streamName === streamName && told.recordFormat === recordFormat,
  );
  return absent.told.startSeconds === undefined
    ? {}
    : toldLaneTrack(own, (file) =>
        file.isThere
          ? undefined
          : { kind: 'missing', ...(file === absent ? { isFocus: true } : {}) },
      );
}

/** A file at a time of its own beside what its callback says of it; nothing where that tells no times. */
export function toldTrack(
  { key, seconds }: RecordedFile,
  told: SparkCallback,
  startSeconds: number | undefined,
  mark: TrackMark,
): Pick<Finding, 'track'> {
  const said = toldFile(told, undefined);
  if (said === undefined || startSeconds === undefined) {
    return {};
  }
  const file = { label: clockOf(startSeconds), startSeconds, seconds, mark };
  return drawn(
    trackByTime(
      { name: lastPart(key), files: [file] },
      { against: { name: 'its callback', files: [said] } },
    ),
  );
}

function toldFile(
  { startSeconds, endSeconds, recordDurationSeconds = 0 }: SparkCallback,
  mark: TrackMark | undefined,
): DrawnFile | undefined {
  if (startSeconds === undefined) {
    return undefined;
  }
  const seconds = Math.max(0, (endSeconds ?? startSeconds + recordDurationSeconds) - startSeconds);
  return { label: clockOf(startSeconds), startSeconds, seconds, mark };
}
