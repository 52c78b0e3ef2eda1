import { realpath, stat } from 'node:fs/promises';
import type { ListedObject } from '../archive-facts.ts';
import type { WritableBucket } from '../bucket.ts';
import { faultCodeOf } from './connection-faults.ts';
import { explainingFaults, folderError, openPlain } from './folder-files.ts';
import { walkFolder } from './folder-walk.ts';
import { createFolderWriter } from './folder-writing.ts';
import { printableKey } from './printable-key.ts';

const chunkBytes = 256 * 1024;

/**
 * A folder as a bucket: keys are the paths below it in `/` form.
 *
 * Links are listed but never followed, whatever they point to; keys that would leave the folder are refused.
 * @throws SoundcheckError `BUCKET` when the folder is not there or not a folder.
 */
export async function openFolderBucket(folder: string): Promise<WritableBucket> {
  const root = await rootOf(folder);
  const writer = createFolderWriter(root);
  return {
    uri: folder,
    list: ({ signal } = {}) => listFolder(root, folder, signal),
    read: (object, { start = 0, signal } = {}) => readFile(root, object, start, signal),
    put: (key, bytes) => writer.put(key, bytes),
    remove: (key) => writer.remove(key),
  };
}

async function rootOf(folder: string): Promise<string> {
  let isFolder: boolean;
  let root: string;
  try {
    root = await realpath(folder);
    isFolder = (await stat(root)).isDirectory();
  } catch (cause) {
    throw folderError(
      `Cannot open the bucket folder ${printableKey(folder)} (${faultCodeOf(cause)}).`,
      'Check the path, and that this user may read it.',
      cause,
    );
  }
  if (!isFolder) {
    throw folderError(
      `The bucket ${printableKey(folder)} is a file, not a folder.`,
      'Give the folder that contains the recordings.',
    );
  }
  return root;
}

async function* listFolder(
  root: string,
  folder: string,
  signal: AbortSignal | undefined,
): AsyncGenerator<ListedObject> {
  try {
    yield* walkFolder(root, signal);
  } catch (cause) {
    signal?.throwIfAborted();
    const code = faultCodeOf(cause);
    if (code === 'UNKNOWN') {
      throw cause;
    }
    throw folderError(
      `Cannot list all of ${printableKey(folder)} (${code}).`,
      'Check that this user may read the folder and all folders in it.',
      cause,
    );
  }
}

/** Reads through one reused buffer: each chunk is overwritten by the next. */
async function* readFile(
  root: string,
  { key, size }: ListedObject,
  start: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array> {
  signal?.throwIfAborted();
  const handle = await explainingFaults(key, () => openPlain(root, key));
  try {
    const chunk = Buffer.allocUnsafe(chunkBytes);
    let position = start;
    let isEnd = false;
    while (!isEnd) {
      signal?.throwIfAborted();
      const from = position;
      const { bytesRead } = await explainingFaults(key, () =>
        handle.read(chunk, 0, chunkBytes, from),
      );
      position += bytesRead;
      isEnd = bytesRead === 0;
      if (!isEnd) {
        yield chunk.subarray(0, bytesRead);
      }
    }
    if (position !== Math.max(size, start)) {
      throw folderError(
        `Cannot read ${printableKey(key)} whole: it has ${position} bytes, listed were ${size}.`,
        'Audit a folder that nobody writes to.',
      );
    }
  } finally {
    await handle.close();
  }
}
