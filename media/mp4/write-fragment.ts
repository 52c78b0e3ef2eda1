import { joinAll, joinBytes } from '../join.ts';
import { box, fullBox, longList, longLong, longs } from './write-box.ts';
import { durationRuns, type WrittenTrack } from './write-track.ts';

/** Samples of one track that one fragment holds. */
export interface FragmentPart {
  readonly track: WrittenTrack;
  /** Index of the first sample. */
  readonly from: number;
  /** Index behind the last one. */
  readonly to: number;
}

const flags = { offset: 0x1, firstFlags: 0x4, duration: 0x100, size: 0x200 } as const;
/** `tfhd`: the moof is the base of offsets; default duration, size and flags are told. */
const headerFlags = 0x020038;
const isSync = 0x02000000;
const isNoSync = 0x01010000;

function bytesOf({ track, from, to }: FragmentPart): number {
  return from >= to
    ? 0
    : track.sizeOf(from) + (to - from - 1) * track.sizeOf(Math.max(1, from + 1));
}

function trackFragment(part: FragmentPart, dataOffset: number): Uint8Array {
  const { track, from, to } = part;
  const runs = durationRuns(track, from, to);
  const mixedDurations = runs.length > 1;
  const mixedSizes = track.kind === 'video' && from === 0;
  const samples = runs.flatMap(({ count, value }) => Array.from({ length: count }, () => value));
  const entries = samples.flatMap((duration, index) => [
    ...(mixedDurations ? [duration] : []),
    ...(mixedSizes ? [track.sizeOf(from + index)] : []),
  ]);
  const told =
    flags.offset |
    (mixedSizes ? flags.firstFlags | flags.size : 0) |
    (mixedDurations ? flags.duration : 0);
  const defaultFlags = track.kind === 'audio' ? isSync : isNoSync;
  return box(
    'traf',
    fullBox(
      'tfhd',
      0,
      headerFlags,
      longs(track.id, runs[0]?.value ?? 0, track.sizeOf(from), defaultFlags),
    ),
    fullBox('tfdt', 1, 0, longLong(track.timeOf(from))),
    fullBox(
      'trun',
      0,
      told,
      longs(to - from, dataOffset, ...(mixedSizes ? [isSync] : [])),
      longList(entries),
    ),
  );
}

/** A `moof` with its `mdat`. `sequence` counts from 1. Parts without a sample are left out. */
export function fragment(sequence: number, parts: readonly FragmentPart[]): Uint8Array {
  const present = parts.filter(({ from, to }) => from < to);
  const build = (moofBytes: number): Uint8Array => {
    let offset = moofBytes + 8;
    const trafs = present.map((part) => {
      const traf = trackFragment(part, offset);
      offset += bytesOf(part);
      return traf;
    });
    return box('moof', fullBox('mfhd', 0, 0, longs(sequence)), ...trafs);
  };
  // Offsets do not change the length: the first round only measures.
  const moof = build(build(0).length);
  const samples = present.flatMap(({ track, from, to }) =>
    Array.from({ length: to - from }, (_, index) => track.sampleOf(from + index)),
  );
  return joinBytes(moof, box('mdat', joinAll(samples)));
}
