import type { PromisedFormat } from './promised-format.ts';
import { Inspection } from './inspection.ts';
import type { Reading } from './reading.ts';
import { Recognition } from './recognition.ts';
import { lookaheadBytes, Window } from './window.ts';
import type { MediaVerdict } from './verdict.ts';

/** Takes a file chunk by chunk, in constant memory, and judges it at the end. */
export interface Inspector {
  /**
   * Takes the next bytes. They are only read during the call, so one buffer may be filled again and again.
   * @throws Error after `end`.
   */
  push(chunk: Uint8Array): void;
  /** The file is over. @returns the verdict; the same again on further calls. */
  end(): MediaVerdict;
}

/** How a file is judged. */
export interface InspectorOptions {
  /**
   * The format that the file should have, by its name (`promisedFormat(key)`) or a service's promise: any other one is a
   * fault. `any` judges MP3, playlists, MPEG-TS and MP4 each as what it is. Default `mp3`.
   */
  readonly promised?: PromisedFormat | 'any';
}

function readingFor({ promised = 'mp3' }: InspectorOptions): Reading {
  return promised === 'mp3' ? new Inspection() : new Recognition(promised);
}

/** How many bytes of a chunk join the kept ones at a time, until the walk has passed over the seam. */
const seamStepBytes = 8 * 1024;

/**
 * Creates an inspector for one file. Memory: 64 KiB and at most some hundred faults, whatever the file's length; for MP4
 * also its tables (64 MiB at most), for a playlist its text (32 MiB at most) and segments.
 */
export function createInspector(options: InspectorOptions = {}): Inspector {
  const inspection = readingFor(options);
  /** Bytes that an earlier chunk brought and whose meaning later bytes decide. */
  const seam = new Uint8Array(2 * lookaheadBytes);
  let kept = 0;
  /** File offset of the first kept byte, or of the next byte to look at where nothing is kept: may lie ahead of `size`. */
  let position = 0;
  let size = 0;
  let verdict: MediaVerdict | undefined;

  /** Walks over bytes that begin at `position`; returns how many it is through with. */
  const proceed = (bytes: Uint8Array, final: boolean): number => {
    const through = inspection.proceed(new Window(bytes, position, final));
    position += through;
    return through;
  };

  const passSeam = (chunk: Uint8Array): number => {
    let taken = 0;
    while (kept > 0 && taken < chunk.length) {
      const step = Math.min(seamStepBytes, seam.length - kept, chunk.length - taken);
      seam.set(chunk.subarray(taken, taken + step), kept);
      const through = proceed(seam.subarray(0, kept + step), false);
      if (through >= kept) {
        // The rest of the walk needs no kept byte any more: go on in the chunk itself, without copying.
        const ahead = through - kept;
        kept = 0;
        return taken + ahead;
      }
      seam.copyWithin(0, through, kept + step);
      kept += step - through;
      taken += step;
    }
    return taken;
  };

  return {
    push(chunk) {
      if (verdict !== undefined) {
        throw new Error('push after end: an inspector takes one file');
      }
      const begin = kept > 0 ? passSeam(chunk) : position - size;
      size += chunk.length;
      if (begin < chunk.length && kept === 0) {
        const rest = chunk.subarray(begin);
        const through = proceed(rest, false);
        kept = Math.max(0, rest.length - through);
        seam.set(rest.subarray(rest.length - kept));
      }
    },
    end() {
      if (verdict === undefined) {
        proceed(seam.subarray(0, kept), true);
        verdict = inspection.conclude(size, position);
      }
      return verdict;
    },
  };
}

/** Judges a file whose bytes are all in memory. */
export function inspectBytes(bytes: Uint8Array, options: InspectorOptions = {}): MediaVerdict {
  const inspection = readingFor(options);
  const through = inspection.proceed(new Window(bytes, 0, true));
  return inspection.conclude(bytes.length, through);
}
