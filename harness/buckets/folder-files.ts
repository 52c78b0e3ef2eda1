import { constants } from 'node:fs';
import { open, realpath, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { SoundcheckError } from '../errors.ts';
import { faultCodeOf } from './connection-faults.ts';
import { encodeName } from './file-names.ts';
import { printableKey } from './printable-key.ts';

/**
 * The file of a key, as bytes. Nothing is looked up.
 * @param root absolute path without links.
 * @throws SoundcheckError `BUCKET` for a key that is no place below the root: with empty, `.` or `..` parts, or NUL.
 */
export function fileOf(root: string, key: string): Buffer {
  const isPlace = key.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
  if (!isPlace || key.includes('\0') || (path.sep === '\\' && key.includes('\\'))) {
    throw folderError(
      `${printableKey(key)} is no path below the bucket folder.`,
      'Object keys of a folder have no empty, "." or ".." parts.',
    );
  }
  return Buffer.concat([Buffer.from(root + path.sep), encodeName(key.replaceAll('/', path.sep))]);
}

/**
 * Opens an ordinary file for reading without following a link, neither at the end nor on the way.
 * @throws SoundcheckError `BUCKET`.
 */
export async function openPlain(root: string, key: string): Promise<FileHandle> {
  const file = fileOf(root, key);
  if (!(await realpath(file, { encoding: 'buffer' })).equals(file)) {
    throw folderError(
      `${printableKey(key)} is a symbolic link, or lies behind one; links are not followed.`,
      'Put the recordings themselves into the folder.',
    );
  }
  // Without O_NONBLOCK the open of a named pipe would wait for a writer.
  const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
  const handle = await open(file, flags);
  if ((await handle.stat()).isFile()) {
    return handle;
  }
  await handle.close();
  throw folderError(
    `${printableKey(key)} is not an ordinary file.`,
    'Take sockets, pipes and devices out of the folder.',
  );
}

/** Runs one act on a key's file and words the system's errors; others pass through. */
export async function explainingFaults<T>(key: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (cause) {
    const code = faultCodeOf(cause);
    if (code === 'UNKNOWN') {
      throw cause;
    }
    throw folderError(
      `Cannot use ${printableKey(key)} in the bucket folder (${code}).`,
      'Check that the file is still there and that this user may use it.',
      cause,
    );
  }
}

/** An error about a folder as a bucket. */
export function folderError(message: string, hint: string, cause?: unknown): SoundcheckError {
  return new SoundcheckError('BUCKET', message, hint, { cause });
}
