import type { Finding } from '#harness/check.ts';
import { ticksPerSecond, ticksWrap } from '#media/ts/constants.ts';
import { FindingList } from './finding-list.ts';
import type { PlaylistEntry, PlaylistIndex } from './index-playlists.ts';
import { durationToleranceSeconds } from './playlist-findings.ts';
import { playlistTrack, type DrawEntry } from './playlist-track.ts';

/** A line of a playlist whose segment tells its time; seconds of a clock that begins again. */
interface Timed {
  readonly entry: PlaylistEntry;
  readonly begin: number;
  readonly end: number;
}

const clockSeconds = ticksWrap / ticksPerSecond;

/** What hardly lasts longer than times may differ by continues anything. */
const tellingSecondsMin = 2 * durationToleranceSeconds;

/**
 * Segments whose time stamps continue another segment of the playlist than the one before them: they were swapped, or
 * hold the media of another one. RFC 8216 section 4.3.2.3 wants EXT-X-DISCONTINUITY where time stamps do not go on.
 *
 * Times that begin again or jump continue nobody: a recorder that restarts its clock with each segment is not called.
 */
export function findSegmentsOutOfOrder(
  { playlists }: PlaylistIndex,
  draw: DrawEntry = playlistTrack,
): readonly Finding[] {
  const findings = new FindingList();
  for (const playlist of playlists.values()) {
    for (const run of runsOf(playlist.entries)) {
      const ends = new Ends(run);
      for (const [index, timed] of run.entries()) {
        const before = run[index - 1];
        const rightful =
          before !== undefined && continues(timed, before) ? undefined : ends.continuedBy(timed);
        if (rightful !== undefined) {
          findings.add(() => ({
            at: `${playlist.key}:${String(timed.entry.line)}`,
            code: 'segment-out-of-order',
            expected: `a place behind line ${String(rightful.entry.line)}, whose time stamps it continues`,
            actual:
              before === undefined
                ? 'it is the first one'
                : `it stands behind line ${String(before.entry.line)}`,
            ...draw(playlist, timed.entry, { kind: 'wrong', note: 'not its turn' }),
          }));
        }
      }
    }
  }
  return findings.list();
}

/** Entries between two lines that say that times do not go on; those without a time are left out. */
function runsOf(entries: readonly PlaylistEntry[]): readonly (readonly Timed[])[] {
  const runs: Timed[][] = [[]];
  for (const entry of entries) {
    if (entry.discontinuity) {
      runs.push([]);
    }
    const { segment } = entry;
    if (segment?.whole === true && segment.beginSeconds !== undefined) {
      const begin = segment.beginSeconds;
      runs.at(-1)?.push({ entry, begin, end: (begin + segment.seconds) % clockSeconds });
    }
  }
  return runs;
}

/** The ends of a run's segments, found by their time. */
class Ends {
  readonly #cells = new Map<number, Timed[]>();

  constructor(run: readonly Timed[]) {
    for (const timed of run.filter(
      ({ entry }) => (entry.segment?.seconds ?? 0) > tellingSecondsMin,
    )) {
      const cell = cellOf(timed.end);
      const others = this.#cells.get(cell) ?? [];
      others.push(timed);
      this.#cells.set(cell, others);
    }
  }

  /** The segment that this one continues, the nearest where there are several. */
  continuedBy(timed: Timed): Timed | undefined {
    return [-1, 0, 1]
      .flatMap(
        (step) => this.#cells.get(cellOf(timed.begin + step * durationToleranceSeconds)) ?? [],
      )
      .filter((other) => other !== timed && continues(timed, other))
      .sort((a, b) => distance(timed.begin, a.end) - distance(timed.begin, b.end))[0];
  }
}

function cellOf(seconds: number): number {
  return Math.floor(((seconds + clockSeconds) % clockSeconds) / durationToleranceSeconds);
}

function continues(timed: Timed, before: Timed): boolean {
  return distance(timed.begin, before.end) <= durationToleranceSeconds;
}

/** Seconds between two times, the short way round the clock. */
function distance(a: number, b: number): number {
  const apart = Math.abs(a - b);
  return Math.min(apart, clockSeconds - apart);
}
