import type { Dirent } from 'node:fs';
import { lstat, opendir } from 'node:fs/promises';
import type { ListedObject } from '../archive-facts.ts';
import { faultCodeOf } from './connection-faults.ts';
import { decodeName } from './file-names.ts';

const slash = 0x2f;

interface Entry {
  readonly name: Buffer;
  /** Name with `/` behind that of a folder: what the entry's keys begin with. */
  readonly sortKey: Buffer;
  readonly isFolder: boolean;
}

/**
 * Yields every entry below a folder that is not itself a folder, in the byte order of the keys, the order in which an
 * object store would list them. Holds the names of the folders on the way down, never the tree.
 *
 * Symbolic links, sockets and devices are listed like files and never followed: they show up as objects that cannot be
 * read, so nothing is passed over in silence. Entries that vanish meanwhile are left out.
 * @param root absolute path.
 */
export async function* walkFolder(
  root: string,
  signal?: AbortSignal,
): AsyncGenerator<ListedObject> {
  yield* walk(Buffer.from(root), '', signal);
}

async function* walk(
  folder: Buffer,
  keyPrefix: string,
  signal: AbortSignal | undefined,
): AsyncGenerator<ListedObject> {
  for (const entry of await entriesOf(folder, signal)) {
    signal?.throwIfAborted();
    const file = Buffer.concat([folder, Buffer.of(slash), entry.name]);
    const key = keyPrefix + decodeName(entry.name);
    if (entry.isFolder) {
      yield* walk(file, `${key}/`, signal);
      continue;
    }
    const facts = await unlessVanished(lstat(file));
    if (facts !== undefined) {
      yield { key, size: facts.size, modifiedMs: Math.trunc(facts.mtimeMs) };
    }
  }
}

async function entriesOf(folder: Buffer, signal: AbortSignal | undefined): Promise<Entry[]> {
  // Names as bytes: a name that is not UTF-8 would otherwise come back changed, and the file could not be opened.
  const directory = await unlessVanished(opendir(folder, { encoding: 'buffer' as BufferEncoding }));
  const entries: Entry[] = [];
  for await (const item of directory ?? []) {
    signal?.throwIfAborted();
    entries.push(entryOf(item));
  }
  return entries.sort((left, right) => Buffer.compare(left.sortKey, right.sortKey));
}

function entryOf(item: Dirent): Entry {
  // The type says string whatever the encoding.
  const name = Buffer.from(item.name as string | Buffer as Buffer);
  const isFolder = item.isDirectory();
  return { name, isFolder, sortKey: isFolder ? Buffer.concat([name, Buffer.of(slash)]) : name };
}

async function unlessVanished<T>(pending: Promise<T>): Promise<T | undefined> {
  try {
    return await pending;
  } catch (error) {
    if (faultCodeOf(error) === 'ENOENT') {
      return undefined;
    }
    throw error;
  }
}
