import { constants } from 'node:fs';
import { mkdir, open, realpath, rmdir, unlink } from 'node:fs/promises';
import { faultCodeOf } from './connection-faults.ts';
import { explainingFaults, fileOf, folderError } from './folder-files.ts';
import { alreadyThere, notOwn } from './own-objects.ts';
import { printableKey } from './printable-key.ts';

/** Writing to a folder: remembers what it made, and removes nothing else. */
export interface FolderWriter {
  put(key: string, bytes: Uint8Array): Promise<void>;
  remove(key: string): Promise<void>;
}

/**
 * A writer below a folder.
 * @param root absolute path without links.
 */
export function createFolderWriter(root: string): FolderWriter {
  const ownFiles = new Set<string>();
  const ownFolders = new Set<string>();
  return {
    put: (key, bytes) =>
      explainingFaults(key, async () => {
        const file = fileOf(root, key);
        for (const folder of foldersOf(key)) {
          if (await makeFolder(fileOf(root, folder), key)) {
            ownFolders.add(folder);
          }
        }
        await writeFile(file, key, bytes, ownFiles.has(key));
        ownFiles.add(key);
      }),
    remove: (key) =>
      explainingFaults(key, async () => {
        if (!ownFiles.has(key)) {
          throw notOwn(key);
        }
        await unlink(fileOf(root, key));
        ownFiles.delete(key);
        for (const folder of foldersOf(key).reverse()) {
          if (ownFolders.has(folder) && (await removeIfEmpty(fileOf(root, folder)))) {
            ownFolders.delete(folder);
          }
        }
      }),
  };
}

/** `a`, `a/b` for `a/b/c`. */
function foldersOf(key: string): string[] {
  const parts = key.split('/');
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'));
}

/** Makes one folder where it is missing. @returns whether it was. */
async function makeFolder(folder: Buffer, key: string): Promise<boolean> {
  try {
    await mkdir(folder);
    return true;
  } catch (error) {
    if (faultCodeOf(error) !== 'EEXIST') {
      throw error;
    }
  }
  if (!(await realpath(folder, { encoding: 'buffer' })).equals(folder)) {
    throw folderError(
      `Refusing to write ${printableKey(key)}: its folder is behind a symbolic link.`,
      'Give the recovery profile a folder without links.',
    );
  }
  return false;
}

async function writeFile(
  file: Buffer,
  key: string,
  bytes: Uint8Array,
  isOwn: boolean,
): Promise<void> {
  const fresh = isOwn ? constants.O_TRUNC : constants.O_EXCL;
  const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_NOFOLLOW | fresh;
  try {
    const handle = await open(file, flags);
    try {
      await handle.writeFile(bytes);
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (faultCodeOf(error) === 'EEXIST') {
      throw alreadyThere(key, 'the bucket folder');
    }
    throw error;
  }
}

/** @returns whether the folder is gone, be it by another removal at the same time. */
async function removeIfEmpty(folder: Buffer): Promise<boolean> {
  try {
    await rmdir(folder);
    return true;
  } catch (error) {
    const fault = faultCodeOf(error);
    if (fault === 'ENOTEMPTY' || fault === 'ENOENT') {
      return fault === 'ENOENT';
    }
    throw error;
  }
}
