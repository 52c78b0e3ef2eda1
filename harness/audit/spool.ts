import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AuditedObject } from '../archive-facts.ts';
import { SoundcheckError } from '../errors.ts';

/** Records that were written to a temporary file, so that their number costs no memory. */
export interface Spool {
  /** In the order of `append`; iterable any number of times, also side by side, until `close`. */
  readonly records: Iterable<AuditedObject>;
  readonly count: number;
  /** Deletes the file; harmless when called again. */
  close(): Promise<void>;
}

/** A spool that is still being written. */
export interface SpoolWriter {
  append(record: AuditedObject): Promise<void>;
  /** Ends the writing; nothing can be appended afterwards. */
  seal(): Promise<Spool>;
  /** Deletes what was written, for runs that end early. */
  discard(): Promise<void>;
}

/** Lines gathered before they are written, UTF-16 units. */
const batchLengthMin = 65_536;
const readBytesMax = 262_144;
const newline = 0x0a;

/**
 * Opens a spool: one JSON object a line, in a file that only its owner may read, in a folder of its own.
 * @param parent folder for the temporary folder, default the system's.
 * @throws the file system's error when the folder cannot be written.
 */
export async function openSpool(parent: string = tmpdir()): Promise<SpoolWriter> {
  const folder = await mkdtemp(join(parent, 'soundcheck-audit-'));
  const path = join(folder, 'objects.ndjson');
  const discard = (): Promise<void> => rm(folder, { recursive: true, force: true });
  const file = await open(path, 'wx', 0o600);
  let batch = '';
  let count = 0;
  const flush = async (): Promise<void> => {
    const text = batch;
    batch = '';
    await file.appendFile(text);
  };
  return {
    async append(record) {
      batch += `${JSON.stringify(record)}\n`;
      count += 1;
      if (batch.length >= batchLengthMin) {
        await flush();
      }
    },
    async seal() {
      await flush();
      await file.close();
      return sealedSpool(path, count, discard);
    },
    async discard() {
      await file.close();
      await discard();
    },
  };
}

function sealedSpool(path: string, count: number, remove: () => Promise<void>): Spool {
  let closed = false;
  return {
    count,
    records: {
      *[Symbol.iterator]() {
        if (closed) {
          throw new SoundcheckError(
            'HARNESS',
            'The audited objects were asked for after the audit was closed.',
            'This is a fault of Soundcheck; please report it.',
          );
        }
        for (const line of linesOf(path)) {
          // Written by `append` and readable by nobody else.
          yield JSON.parse(line) as AuditedObject;
        }
      },
    },
    async close() {
      closed = true;
      await remove();
    },
  };
}

/** Lines of a file through one buffer, plus whatever the longest line needs. */
function* linesOf(path: string): Generator<string> {
  const descriptor = openSync(path, 'r');
  try {
    // One byte more than a short file has, so that its end shows without a second read growing the buffer.
    let buffer = Buffer.allocUnsafe(Math.min(readBytesMax, fstatSync(descriptor).size + 1));
    /** Bytes of an unfinished line at the buffer's start. */
    let kept = 0;
    for (;;) {
      const read = readSync(descriptor, buffer, kept, buffer.length - kept, null);
      if (read === 0) {
        return;
      }
      const filled = kept + read;
      let from = 0;
      for (let to = lineEnd(buffer, from, filled); to >= 0; to = lineEnd(buffer, from, filled)) {
        yield buffer.toString('utf8', from, to);
        from = to + 1;
      }
      kept = filled - from;
      if (kept === buffer.length) {
        buffer = Buffer.concat([buffer], buffer.length * 2);
      } else {
        buffer.copyWithin(0, from, filled);
      }
    }
  } finally {
    closeSync(descriptor);
  }
}

function lineEnd(buffer: Buffer, from: number, filled: number): number {
  const end = buffer.indexOf(newline, from);
  return end < filled ? end : -1;
}
