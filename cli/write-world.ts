import { mkdir, utimes, writeFile } from 'node:fs/promises';
import { dirname, resolve, sep } from 'node:path';
import type { WorldObject } from '#generators/world.ts';
import { SoundcheckError } from '#harness/errors.ts';

/**
 * Writes a world's objects as files below a folder, piece by piece, each with the time at which it was stored.
 * @throws SoundcheckError HARNESS where a key leads out of the folder: generated keys never do.
 */
export async function writeObjects(folder: string, objects: readonly WorldObject[]): Promise<void> {
  const bucket = resolve(folder);
  await mkdir(bucket, { recursive: true });
  for (const { key, chunks, uploadedAtMs } of objects) {
    const path = resolve(bucket, key);
    if (!path.startsWith(bucket + sep)) {
      throw new SoundcheckError(
        'HARNESS',
        'a generated object key leads out of the folder',
        'This is a fault of Soundcheck; please report it with the seed.',
      );
    }
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, chunks());
    if (uploadedAtMs !== undefined) {
      // A world may lie in the future; its files must not look older than the names they carry.
      const uploaded = new Date(uploadedAtMs);
      await utimes(path, uploaded, uploaded);
    }
  }
}
