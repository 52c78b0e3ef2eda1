import { constants } from 'node:fs';
import { mkdir, open, realpath, rmdir, stat, unlink, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import type { ListedObject } from '../archive-facts.ts';
import type { WritableBucket } from '../bucket.ts';
import { SoundcheckError } from '../errors.ts';
import { faultCodeOf } from './connection-faults.ts';
import { encodeName } from './file-names.ts';
import { walkFolder } from './folder-walk.ts';
import { printableKey } from './printable-key.ts';
import { alreadyThere, notOwn } from './s3-bucket.ts';

const chunkBytes = 256 * 1024;

/**
 * A folder as a bucket: keys are the paths below it in `/` form.
 *
 * Links are listed but never followed, whatever they point to; keys that would leave the folder are refused.
 * @throws SoundcheckError `BUCKET` when the folder is not there or not a folder.
 */
export async function openFolderBucket(folder: string): Promise<WritableBucket> {
  const root = await rootOf(folder);
  const own = new Set<string>();
  return {
    uri: folder,
    list: ({ signal } = {}) => explained(walkFolder(root, signal), folder),
    read: (object, { start = 0, signal } = {}) => readFile(root, object, start, signal),
    put: async (key, bytes) => {
      await writeFile(root, key, bytes, own.has(key));
      own.add(key);
    },
    remove: async (key) => {
      if (!own.has(key)) {
        throw notOwn(key);
      }
      await removeFile(root, key);
      own.delete(key);
    },
  };
}

async function rootOf(folder: string): Promise<string> {
  try {
    const root = await realpath(folder);
    if ((await stat(root)).isDirectory()) {
      return root;
    }
  } catch (cause) {
    throw bucketError(
      `Cannot open the bucket folder ${printableKey(folder)} (${faultCodeOf(cause)}).`,
      'Check the path, and that this user may read it.',
      cause,
    );
  }
  throw bucketError(
    `The bucket ${printableKey(folder)} is a file, not a folder.`,
    'Give the folder that contains the recordings.',
  );
}

async function* explained(
  objects: AsyncIterable<ListedObject>,
  folder: string,
): AsyncGenerator<ListedObject> {
  try {
    yield* objects;
  } catch (cause) {
    const code = faultCodeOf(cause);
    if (code === 'UNKNOWN' || code === 'ABORT_ERR') {
      throw cause;
    }
    throw bucketError(
      `Cannot list all of ${printableKey(folder)} (${code}).`,
      'Check that this user may read the folder and all folders in it.',
      cause,
    );
  }
}

/** The file of a key, as bytes; a key that names anything but a place below the folder is refused. */
function fileOf(root: string, key: string): Buffer {
  const isPlace = key.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
  if (!isPlace || key.includes('\0') || (path.sep === '\\' && key.includes('\\'))) {
    throw bucketError(
      `${printableKey(key)} is no path below the bucket folder.`,
      'Object keys of a folder have no empty, "." or ".." parts.',
    );
  }
  return Buffer.concat([Buffer.from(`${root}/`), encodeName(key)]);
}

/** Opens without following a link, neither at the end nor on the way, and takes ordinary files only. */
async function openPlain(file: Buffer, key: string): Promise<FileHandle> {
  const real = await realpath(file, { encoding: 'buffer' });
  if (!real.equals(file)) {
    throw bucketError(
      `${printableKey(key)} is a symbolic link, or lies behind one; links are not followed.`,
      'Put the recordings themselves into the folder.',
    );
  }
  // Without O_NONBLOCK the open of a named pipe would wait for a writer.
  const handle = await open(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  if (!(await handle.stat()).isFile()) {
    await handle.close();
    throw bucketError(
      `${printableKey(key)} is not an ordinary file.`,
      'Take sockets, pipes and devices out of the folder.',
    );
  }
  return handle;
}

async function* readFile(
  root: string,
  { key, size }: ListedObject,
  start: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array> {
  const handle = await unlessUnreadable(() => openPlain(fileOf(root, key), key), key);
  try {
    const chunk = Buffer.allocUnsafe(chunkBytes);
    let position = start;
    for (;;) {
      signal?.throwIfAborted();
      const { bytesRead } = await unlessUnreadable(
        () => handle.read(chunk, 0, chunkBytes, position),
        key,
      );
      if (bytesRead === 0) {
        break;
      }
      position += bytesRead;
      yield chunk.subarray(0, bytesRead);
    }
    if (position !== Math.max(size, start)) {
      throw bucketError(
        `Cannot read ${printableKey(key)} whole: it has ${String(position)} bytes, listed were ${String(size)}.`,
        'Audit a folder that nobody writes to.',
      );
    }
  } finally {
    await handle.close();
  }
}

async function writeFile(
  root: string,
  key: string,
  bytes: Uint8Array,
  isOwn: boolean,
): Promise<void> {
  const file = fileOf(root, key);
  const folder = file.subarray(0, file.lastIndexOf(0x2f));
  await unlessUnreadable(async () => {
    await mkdir(folder, { recursive: true });
    if (!(await realpath(folder, { encoding: 'buffer' })).equals(folder)) {
      throw bucketError(
        `Refusing to write ${printableKey(key)}: its folder is behind a symbolic link.`,
        'Give the recovery profile a folder without links.',
      );
    }
    const fresh = isOwn ? constants.O_TRUNC : constants.O_EXCL;
    const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_NOFOLLOW | fresh;
    const handle = await open(file, flags);
    try {
      await handle.writeFile(bytes);
    } finally {
      await handle.close();
    }
  }, key);
}

/** Removes the file and those of its folders that are empty now. */
async function removeFile(root: string, key: string): Promise<void> {
  await unlessUnreadable(() => unlink(fileOf(root, key)), key);
  for (let parent = path.posix.dirname(key); parent !== '.'; parent = path.posix.dirname(parent)) {
    try {
      await rmdir(fileOf(root, parent));
    } catch (error) {
      if (faultCodeOf(error) === 'ENOTEMPTY') {
        return;
      }
      throw error;
    }
  }
}

async function unlessUnreadable<T>(act: () => Promise<T>, key: string): Promise<T> {
  try {
    return await act();
  } catch (cause) {
    const code = faultCodeOf(cause);
    if (code === 'EEXIST') {
      throw alreadyThere(key, 'the bucket folder');
    }
    if (code === 'UNKNOWN') {
      throw cause;
    }
    throw bucketError(
      `Cannot use ${printableKey(key)} in the bucket folder (${code}).`,
      'Check that the file is still there and that this user may use it.',
      cause,
    );
  }
}

function bucketError(message: string, hint: string, cause?: unknown): SoundcheckError {
  return new SoundcheckError('BUCKET', message, hint, { cause });
}
