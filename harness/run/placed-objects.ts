import type { WritableBucket } from '../bucket.ts';
import { SoundcheckError } from '../errors.ts';
import type { Arm } from '../experiment.ts';

/** Recordings that experiments lay into the bucket and that are taken away again. */
export interface PlacedObjects {
  /** @throws SoundcheckError HARNESS without a bucket, BUCKET where it refuses. */
  lay(arm: Arm): Promise<void>;
  /** Takes away what was really laid for the arm, every one even where one of them resists. */
  clear(arm: Arm): Promise<void>;
}

/** `bucket`: null where the target has no bucket to write to. */
export function createPlacedObjects(bucket: WritableBucket | null): PlacedObjects {
  const laid = new Map<Arm, Set<string>>();
  return {
    async lay(arm) {
      for (const object of arm.objects ?? []) {
        if (bucket === null) {
          throw new SoundcheckError(
            'HARNESS',
            `experiment arm ${arm.name} lays objects, but there is no writable bucket`,
            'This is a fault of Soundcheck; please report it.',
          );
        }
        await bucket.put(object.key, object.bytes());
        laid.set(arm, (laid.get(arm) ?? new Set()).add(object.key));
      }
    },
    async clear(arm) {
      const keys = [...(laid.get(arm) ?? [])];
      laid.delete(arm);
      const removals = await Promise.allSettled(keys.map(async (key) => bucket?.remove(key)));
      const failed = removals.find((removal) => removal.status === 'rejected');
      if (failed !== undefined) {
        throw failed.reason;
      }
    },
  };
}
