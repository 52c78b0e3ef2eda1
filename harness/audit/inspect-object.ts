import { createHash } from 'node:crypto';
import type { MediaVerdict } from '#media/verdict.ts';
import type { AuditedObject, ListedObject } from '../archive-facts.ts';
import type { Bucket } from '../bucket.ts';
import { SoundcheckError } from '../errors.ts';

/** Judges a file's bytes as they come; made anew for every file. */
export interface ByteInspector {
  /** The next bytes; not kept beyond the call. */
  push(chunk: Uint8Array): void;
  /** The verdict over all that was pushed. */
  end(): MediaVerdict;
}

/**
 * Reads one object to its end and judges it, bytes and digest in one pass.
 *
 * What the store does wrong (no permission, broken off, changed or gone since the listing) becomes `unreadable`, because
 * it says nothing about the file. Faults of the harness itself and an abort are thrown.
 * @param onBytes told of the size of each chunk.
 */
export async function inspectObject(
  bucket: Bucket,
  object: ListedObject,
  inspector: ByteInspector,
  signal: AbortSignal,
  onBytes: (count: number) => void,
): Promise<AuditedObject> {
  const digest = createHash('sha256');
  let size = 0;
  try {
    for await (const chunk of chunksOf(bucket, object, signal)) {
      size += chunk.byteLength;
      digest.update(chunk);
      inspector.push(chunk);
      onBytes(chunk.byteLength);
    }
  } catch (error) {
    if (error instanceof StoreFault) {
      return { ...object, unreadable: error.message };
    }
    throw error;
  }
  if (size !== object.size) {
    const counts = `${String(object.size)} bytes were listed, ${String(size)} came`;
    return { ...object, unreadable: `It changed while it was read: ${counts}.` };
  }
  return { ...object, media: inspector.end(), sha256: digest.digest('hex') };
}

/** What went wrong while reading was the store's doing. */
class StoreFault extends Error {}

/** The object's chunks. Only errors of the reading pass through here, not those of the judging. */
async function* chunksOf(
  bucket: Bucket,
  object: ListedObject,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  try {
    yield* bucket.read(object, { signal });
  } catch (error) {
    signal.throwIfAborted();
    throw isStoreFault(error) ? new StoreFault(error.message, { cause: error }) : error;
  }
}

/** A bucket's own error, or the operating system's: those carry a code. */
function isStoreFault(error: unknown): error is Error {
  return error instanceof SoundcheckError
    ? error.kind === 'BUCKET'
    : error instanceof Error && 'code' in error && typeof error.code === 'string';
}
