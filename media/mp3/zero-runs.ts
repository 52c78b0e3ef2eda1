import type { Window } from '../window.ts';

/** Zero bytes in a row that no encoder writes into used main data. */
export const zeroRunBytesMin = 40;

/** How far back in main data a later frame may still claim bytes. */
const reachBytes = 512;

/** A run of zeros in main-data positions, end exclusive, and the file offset of its first byte. */
interface Run {
  readonly from: number;
  readonly to: number;
  readonly offset: number;
}

/**
 * Finds runs of zeros in main data and tells which lie in used bytes. Runs go on over frame borders, as main data does.
 * Stuffing outside of the used bytes may be zero; whether bytes are used, later frames tell.
 */
export class ZeroRuns {
  #runs: Run[] = [];
  /** Zeros at the end of the latest area: they may go on in the next. */
  #openBytes = 0;
  #openOffset = 0;

  restart(): void {
    this.#runs = [];
    this.#openBytes = 0;
  }

  /** Scans one frame's own area, index `from` up to `to` exclusive. `position` is where it lies in main data. */
  scan({ bytes, view, base }: Window, from: number, to: number, position: number): void {
    let at = from;
    if (this.#openBytes > 0) {
      at = zerosEnd(view, from, to);
      const length = this.#openBytes + at - from;
      if (at === to) {
        this.#openBytes = length;
        return;
      }
      this.#close(position + at - from, length);
    }
    // A run of the least length covers one of every so many bytes: only those are looked at.
    for (let probe = at + zeroRunBytesMin - 1; probe < to; probe += zeroRunBytesMin) {
      if (bytes[probe] === 0) {
        const end = zerosEnd(view, probe, to);
        const begin = zerosBegin(bytes, probe, at);
        if (end < to && end - begin >= zeroRunBytesMin) {
          this.#runs.push({
            from: position + begin - from,
            to: position + end - from,
            offset: base + begin,
          });
        }
        probe = Math.max(probe, end - zeroRunBytesMin);
      }
    }
    if (to > at && bytes[to - 1] === 0) {
      const begin = zerosBegin(bytes, to - 1, at);
      this.#openBytes = to - begin;
      this.#openOffset = base + begin;
    }
  }

  /** File offset of a run inside the claimed main data `from` up to `to`, and forgets it; undefined where there is none. */
  take(from: number, to: number, position: number): { offset: number; bytes: number } | undefined {
    if (this.#openBytes >= zeroRunBytesMin) {
      const run = { from: position - this.#openBytes, to: position, offset: this.#openOffset };
      const bytes = Math.min(run.to, to) - Math.max(run.from, from);
      if (bytes >= zeroRunBytesMin) {
        this.#openBytes = 0;
        return { offset: run.offset, bytes };
      }
    }
    if (this.#runs.length === 0) {
      return undefined;
    }
    const index = this.#runs.findIndex(
      (run) => Math.min(run.to, to) - Math.max(run.from, from) >= zeroRunBytesMin,
    );
    const found = this.#runs[index];
    this.#runs = this.#runs.filter((run) => run !== found && run.to > position - reachBytes);
    return found === undefined
      ? undefined
      : { offset: found.offset, bytes: Math.min(found.to, to) - Math.max(found.from, from) };
  }

  #close(to: number, length: number): void {
    this.#openBytes = 0;
    if (length >= zeroRunBytesMin) {
      this.#runs.push({ from: to - length, to, offset: this.#openOffset });
    }
  }
}

/** First index from `at` on, up to `to`, that is not zero. */
function zerosEnd(view: DataView, at: number, to: number): number {
  let end = at;
  while (end + 4 <= to && view.getInt32(end) === 0) {
    end += 4;
  }
  while (end < to && view.getUint8(end) === 0) {
    end++;
  }
  return end;
}

/** First index of the zeros that reach `at`, not before `from`. */
function zerosBegin(bytes: Uint8Array, at: number, from: number): number {
  let begin = at;
  while (begin > from && bytes[begin - 1] === 0) {
    begin--;
  }
  return begin;
}
