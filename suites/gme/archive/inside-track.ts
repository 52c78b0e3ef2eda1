import type { GmeReading } from '#contracts/gme/index.ts';
import type { Finding } from '#harness/check.ts';
import {
  clockOf,
  drawn,
  trackByTime,
  type TimedFile,
  type TrackMark,
} from '../../archive/track.ts';
import { secondsOf, startOf, type Stream } from './index-archive.ts';
import { hasOwnTimes } from './room-tasks.ts';
import { slackSeconds } from './tolerances.ts';

/** A user's files beside those of the mixed stream that they should lie inside; those that do not are marked. */
export function insideTrack(
  user: Stream,
  mixed: Stream,
  reading: GmeReading,
): Pick<Finding, 'track'> {
  const files = laneOf(mixed, reading, () => undefined);
  const from = Math.min(...files.map(({ startSeconds }) => startSeconds));
  const to = Math.max(...files.map(({ startSeconds, seconds }) => startSeconds + seconds));
  const slack = slackSeconds(user.segments.length + mixed.segments.length);
  const isOutside = ({ startSeconds, seconds }: TimedFile): boolean =>
    startSeconds < from - slack || startSeconds + seconds > to + slack;
  return drawn(
    trackByTime(
      {
        name: user.folder,
        files: laneOf(user, reading, (file) =>
          isOutside(file) ? { kind: 'misplaced', note: 'outside the task' } : undefined,
        ),
      },
      { against: { name: `the mixed stream in ${mixed.folder}`, files } },
    ),
  );
}

/** A stream's files by their own times, or one after the other from the start of the task. */
function laneOf(
  stream: Stream,
  reading: GmeReading,
  markOf: (file: TimedFile) => TrackMark | undefined,
): readonly TimedFile[] {
  const bySerial = stream.segments.toSorted((a, b) => (a.seqNo ?? 0) - (b.seqNo ?? 0));
  return bySerial.map((segment, at) => {
    const startSeconds = hasOwnTimes(stream, reading)
      ? segment.startSeconds
      : startOf(stream) + secondsOf({ ...stream, segments: bySerial.slice(0, at) });
    const file = { label: clockOf(startSeconds), startSeconds, seconds: segment.seconds };
    return { ...file, mark: markOf(file) };
  });
}
