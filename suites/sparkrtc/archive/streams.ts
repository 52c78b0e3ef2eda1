import type { RecordFormat } from '#contracts/sparkrtc/index.ts';
import type { ArchiveIndex, RecordedFile } from './index-archive.ts';

/** A file whose name tells stream and time. */
export interface TimedFile extends RecordedFile {
  readonly streamName: string;
  readonly fileTimeSeconds: number;
}

/** All files of one name and format. */
export interface StreamFiles {
  readonly streamName: string;
  readonly format: RecordFormat;
  /** By the times in their names; never empty. */
  readonly files: readonly TimedFile[];
}

function isTimed(file: RecordedFile): file is TimedFile {
  return file.streamName !== undefined && file.fileTimeSeconds !== undefined;
}

/** Files by stream and format; those whose names tell no stream or no time are left out. */
export function streamsOf({ files }: ArchiveIndex): readonly StreamFiles[] {
  const groups = new Map<string, TimedFile[]>();
  for (const file of files) {
    if (isTimed(file)) {
      const group = `${file.format} ${file.streamName}`;
      const known = groups.get(group) ?? [];
      known.push(file);
      groups.set(group, known);
    }
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group.sort((a, b) => a.fileTimeSeconds - b.fileTimeSeconds);
    return first === undefined
      ? []
      : [{ streamName: first.streamName, format: first.format, files: group }];
  });
}

/** Each file with the one behind it. */
export function pairsOf(files: readonly TimedFile[]): readonly (readonly [TimedFile, TimedFile])[] {
  return files.flatMap((file, index) => {
    const next = files[index + 1];
    return next === undefined ? [] : [[file, next] as const];
  });
}

/** Media of several files together, seconds. */
export function secondsOf(files: readonly { readonly seconds: number }[]): number {
  return files.reduce((sum, { seconds }) => sum + seconds, 0);
}
