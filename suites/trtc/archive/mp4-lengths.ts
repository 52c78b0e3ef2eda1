import type { Finding } from '#harness/check.ts';
import { FindingList } from '../../archive/finding-list.ts';
import { drawn, lengthText, trackByTime, type TimedFile } from '../../archive/track.ts';
import { isLeftBehind } from './completeness.ts';
import type { ArchiveIndex, Stream } from './index-archive.ts';
import { mp4Lane, mp4Name, streamLane } from './stream-track.ts';
import { mp4Sequences, type Mp4Sequence } from './task-findings.ts';
import { mp4ToleranceSeconds } from './tolerances.ts';

/**
 * MP4 files that are shorter than what the HLS files of their stream hold, or longer than the time from its beginning to
 * its end. Pauses may be kept or left out: no document says which.
 */
export function findOtherLengths(index: ArchiveIndex): readonly Finding[] {
  const findings = new FindingList();
  for (const sequence of mp4Sequences(index)) {
    const recorded = isComplete(sequence) ? recordedSeconds(sequence, index) : undefined;
    const [first] = sequence.files;
    const seconds = sequence.files.reduce((sum, file) => sum + file.seconds, 0);
    const slack = mp4ToleranceSeconds * sequence.files.length;
    if (first === undefined || recorded === undefined) {
      continue;
    }
    if (seconds < recorded.least - slack || seconds > recorded.most + slack) {
      findings.add(() => ({
        at: first.key,
        code: seconds < recorded.least ? 'shorter-than-recorded' : 'longer-than-recorded',
        expected: `${recorded.least.toFixed(1)} s to ${recorded.most.toFixed(1)} s, without and with pauses, as the segments of the stream`,
        actual: `${seconds.toFixed(1)} s in ${String(sequence.files.length)} ${sequence.files.length === 1 ? 'file' : 'files'}`,
        ...lengthTrack(sequence, index, recorded),
      }));
    }
  }
  return findings.list();
}

/** MP4 files without sound of a stream with sound, or without a picture of one with a picture. */
export function findLackingTracks(index: ArchiveIndex): readonly Finding[] {
  const findings = new FindingList();
  for (const sequence of mp4Sequences(index)) {
    const [first] = sequence.files;
    if (first === undefined || !isComplete(sequence) || isLeftBehind(sequence.task, index)) {
      continue;
    }
    const held = kindsIn(sequence.files.map(({ tracks }) => tracks));
    const recorded = sequence.task.streams
      .filter((one) => isOf(one, sequence.stream))
      .flatMap(({ segments }) => segments)
      .filter(({ object }) => object.whole);
    const lacking = kindsIn(recorded.map(({ object }) => object.tracks)).filter(
      (kind) => !held.includes(kind),
    );
    for (const kind of lacking) {
      findings.add({
        at: first.key,
        code: 'track-missing',
        expected: `${kind}, as in the segments of the stream`,
        actual: held.length === 0 ? 'neither audio nor video' : `${held.join()} alone`,
      });
    }
  }
  return findings.list();
}

/** Which kinds of tracks some files hold. */
function kindsIn(files: readonly (string | undefined)[]): readonly ('audio' | 'video')[] {
  return (['audio', 'video'] as const).filter((kind) =>
    files.some((tracks) => tracks?.split(', ').some((one) => one.startsWith(`${kind} `))),
  );
}

/** Whether every file of the recording is there and whole. */
function isComplete({ files }: Mp4Sequence): boolean {
  return files.every(
    ({ whole, file }, at) => whole && (file.index === undefined || file.index === at + 1),
  );
}

/** The MP4 files and what they lack, or which of them goes on for too long, beside the segments of the stream. */
function lengthTrack(
  sequence: Mp4Sequence,
  index: ArchiveIndex,
  { least, most }: { readonly least: number; readonly most: number },
): Pick<Finding, 'track'> {
  const files = sequence.task.streams
    .filter((one) => isOf(one, sequence.stream))
    .flatMap(({ playlistKey }) => streamLane(index, playlistKey).files);
  const begin = Math.min(...files.map(({ startSeconds }) => startSeconds));
  const tooLate = begin + most + mp4ToleranceSeconds * sequence.files.length;
  const mp4 = mp4Lane(mp4Name(sequence), sequence.files, begin, (_, end) =>
    end > tooLate ? { kind: 'wrong' } : undefined,
  );
  const end = Math.max(...mp4.files.map(({ startSeconds, seconds }) => startSeconds + seconds));
  const left = begin + least - end;
  const missing: TimedFile = {
    label: lengthText(left),
    startSeconds: end,
    seconds: left,
    mark: { kind: 'missing' },
  };
  const lane = left > mp4ToleranceSeconds ? { ...mp4, files: [...mp4.files, missing] } : mp4;
  const segments = withoutTwins(files);
  return drawn(trackByTime(lane, { against: { name: 'its segments', files: segments } }));
}

/** Audio and video of one time are drawn once: what lasts no longer than what is there already is left out. */
function withoutTwins(files: readonly TimedFile[]): readonly TimedFile[] {
  let end = -Infinity;
  return files
    .toSorted((a, b) => a.startSeconds - b.startSeconds || b.seconds - a.seconds)
    .filter(({ startSeconds, seconds }) => {
      const isMore = startSeconds + seconds > end + mp4ToleranceSeconds;
      end = Math.max(end, startSeconds + seconds);
      return isMore;
    });
}

/** How long a stream was recorded, seconds; undefined where that cannot be told from its segments. */
function recordedSeconds(
  { task, stream }: Mp4Sequence,
  index: ArchiveIndex,
): { readonly least: number; readonly most: number } | undefined {
  const streams = task.streams.filter((one) => isOf(one, stream));
  const spans = streams
    .flatMap(({ segments }) => segments)
    .toSorted((a, b) => a.startMs - b.startMs);
  const isTelling =
    spans.length > 0 &&
    !isLeftBehind(task, index) &&
    spans.every(({ object }) => object.whole) &&
    streams.every(({ playlistKey }) => {
      const playlist = index.hls.playlists.get(playlistKey);
      return playlist?.entries.every(({ segment }) => segment !== undefined) === true;
    });
  if (!isTelling) {
    return undefined;
  }
  let least = 0;
  let endMs = -Infinity;
  for (const { startMs, object } of spans) {
    const untilMs = startMs + object.seconds * 1000;
    least += Math.max(0, untilMs - Math.max(startMs, endMs)) / 1000;
    endMs = Math.max(endMs, untilMs);
  }
  return { least, most: (endMs - (spans[0]?.startMs ?? endMs)) / 1000 };
}

/** Whether a stream is one from whose segments these MP4 files are made. */
function isOf({ stream }: Stream, source: Mp4Sequence['stream']): boolean {
  return source.mode === 'mixed' || stream.mode === 'mixed'
    ? source.mode === stream.mode
    : source.userId === stream.userId && source.mediaId === stream.mediaId;
}
