import {
  fileSecondsMax,
  limits,
  ruleOfFormat,
  type RecordFormat,
} from '#contracts/sparkrtc/index.ts';
import type { Finding } from '#harness/check.ts';
import { FindingList } from '../../archive/finding-list.ts';
import type { ArchiveIndex } from './index-archive.ts';
import { isOneStream } from './stream-names.ts';
import { cutsOf, fileTrack, pairTrack, streamTrack } from './stream-track.ts';
import { secondsOf, streamsOf, type TimedFile } from './streams.ts';

/** How far a file may go beyond the length at which it is cut, seconds: recorders wait for a key frame. */
export const cutToleranceSeconds = 15;

/** Files of a format that are longer than the longest length that any rule can have. */
export function findTooLong(index: ArchiveIndex, format: RecordFormat): readonly Finding[] {
  const limit = limits.lengthSecondsMax[format];
  return longFiles(index, 'the longest of any rule', (file) =>
    file.format === format ? limit : undefined,
  );
}

/** Files that are longer than the rule in force allows; 0 allows everything. */
export function findBeyondRule(index: ArchiveIndex): readonly Finding[] {
  const { rule } = index.declared;
  return longFiles(index, 'the rule', ({ format }) => {
    const own = rule === null ? undefined : ruleOfFormat(rule, format);
    return own === undefined ? undefined : fileSecondsMax(own);
  });
}

function longFiles(
  index: ArchiveIndex,
  limitName: string,
  limitOf: (file: ArchiveIndex['files'][number]) => number | undefined,
): readonly Finding[] {
  const findings = new FindingList();
  for (const file of index.files) {
    const limit = limitOf(file);
    if (limit !== undefined && file.seconds > limit + cutToleranceSeconds) {
      findings.add(() => ({
        at: file.key,
        code: 'file-too-long',
        expected: `at most ${String(limit)} s`,
        actual: `${file.seconds.toFixed(1)} s`,
        ...fileTrack(index, file, { kind: 'wrong' }, cutsOf(limitName, limit)),
      }));
    }
  }
  return findings.list();
}

/** So many files of one length in a row are no coincidence. */
const equalCutsMin = 4;
const equalSecondsMax = 1;

/** Streams that are cut again and again at one length that is not the rule's. */
export function findOtherCuts(index: ArchiveIndex): readonly Finding[] {
  const findings = new FindingList();
  const { rule } = index.declared;
  for (const stream of streamsOf(index)) {
    const { format, files } = stream;
    const own = rule === null ? undefined : ruleOfFormat(rule, format);
    const length = own === undefined ? undefined : (fileSecondsMax(own) ?? Infinity);
    const run = longestEqualRun(files.slice(0, -1));
    const [first] = run;
    if (
      length !== undefined &&
      first !== undefined &&
      run.length >= equalCutsMin &&
      first.seconds >= limits.lengthSecondsMin / 2 &&
      first.seconds < length - cutToleranceSeconds
    ) {
      const cut = new Set(run);
      findings.add(() => ({
        at: first.key,
        code: 'cut-at-another-length',
        expected:
          length === Infinity
            ? 'one file of the whole stream'
            : `a new file every ${String(length)} s`,
        actual: `${String(run.length)} files in a row of ${first.seconds.toFixed(0)} s each`,
        ...streamTrack(
          stream,
          files,
          (file) => (cut.has(file) ? { kind: 'wrong' } : undefined),
          cutsOf('the rule', length),
        ),
      }));
    }
  }
  return findings.list();
}

function longestEqualRun(files: readonly TimedFile[]): readonly TimedFile[] {
  let longest: readonly TimedFile[] = [];
  let run: TimedFile[] = [];
  for (const file of files) {
    const [first] = run;
    const isEqual =
      first !== undefined && Math.abs(first.seconds - file.seconds) <= equalSecondsMax;
    run = isEqual ? [...run, file] : [file];
    longest = run.length > longest.length ? run : longest;
  }
  return longest;
}

/** Whole seconds of the names, and the last frame of each file. */
function slackSeconds(count: number): number {
  return 2 + count;
}

/**
 * Files of one stream that cannot have been recorded one after another: what lies between two of them lasts longer than
 * the time between their names, each of which lies inside its own file.
 */
export function findOverlappingFiles(index: ArchiveIndex): readonly Finding[] {
  const findings = new FindingList();
  for (const stream of streamsOf(index)) {
    const { streamName, files } = stream;
    if (!isOneStream(streamName, index.declared.appId)) {
      continue;
    }
    for (const [at, file] of files.entries()) {
      const [before, after] = [files[at - 1], files[at + 1]];
      const between =
        before === undefined || after === undefined
          ? undefined
          : after.fileTimeSeconds - before.fileTimeSeconds;
      if (between !== undefined && file.seconds > between + slackSeconds(1)) {
        findings.add(() => ({
          at: file.key,
          code: 'files-overlap',
          expected: `at most ${String(between)} s, the time between the files before and behind it`,
          actual: `${file.seconds.toFixed(1)} s of media`,
          ...streamTrack(stream, files.slice(at - 1, at + 2), (one) =>
            one === file ? { kind: 'wrong' } : undefined,
          ),
        }));
      }
    }
  }
  return findings.list();
}

/** How far the lengths of one stream in two formats may differ, seconds: one segment, and each file's first and last frames. */
function formatSlackSeconds(count: number): number {
  return 5 + count;
}

/** After that time without a new object nothing of a stream is waiting for its file to be closed, seconds. */
const settledSeconds = limits.pauseSecondsMax + 1800;

/** Streams of which one format holds more than the other, though both recorded the same. */
export function findUnequalFormats(index: ArchiveIndex): readonly Finding[] {
  const findings = new FindingList();
  const mp4 = new Map(
    streamsOf(index)
      .filter(({ format }) => format === 'MP4')
      .map((stream) => [stream.streamName, stream]),
  );
  for (const stream of streamsOf(index).filter(({ format }) => format === 'HLS')) {
    const { streamName, files } = stream;
    const twin = mp4.get(streamName);
    const [first] = files;
    if (twin === undefined || first === undefined) {
      continue;
    }
    const all = [...files, ...twin.files];
    const [hls, other] = [secondsOf(files), secondsOf(twin.files)];
    const isOff = Math.abs(hls - other) > formatSlackSeconds(all.length);
    if (isOff && all.every(({ whole }) => whole) && !mayStillRun(all, index)) {
      findings.add(() => ({
        at: first.key,
        code: 'formats-differ',
        expected: `${hls.toFixed(0)} s of the stream as MP4, too, as they are there as HLS`,
        actual: `${other.toFixed(0)} s in ${String(twin.files.length)} MP4 ${twin.files.length === 1 ? 'file' : 'files'}`,
        ...(hls < other ? pairTrack(stream, twin) : pairTrack(twin, stream)),
      }));
    }
  }
  return findings.list();
}

/** Whether a file of the stream may be open in one of the formats when the bucket was listed. */
export function mayStillRun(
  files: readonly TimedFile[],
  { newestMs, declared }: ArchiveIndex,
): boolean {
  const last = Math.max(...files.map(({ modifiedMs }) => modifiedMs ?? 0));
  if (newestMs === undefined || last === 0) {
    return false;
  }
  const lengths = (['HLS', 'MP4'] as const).map((format) => {
    const own = declared.rule === null ? undefined : ruleOfFormat(declared.rule, format);
    return own === undefined ? limits.lengthSecondsMax[format] : (fileSecondsMax(own) ?? Infinity);
  });
  return newestMs - last < (Math.min(...lengths) + settledSeconds) * 1000;
}
