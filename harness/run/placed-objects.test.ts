import { expect, test } from 'vitest';
import type { WritableBucket } from '../bucket.ts';
import type { Arm } from '../experiment.ts';
import { armOf } from './fake-suite.test-kit.ts';
import { createPlacedObjects } from './placed-objects.ts';

function arm(...keys: readonly string[]): Arm {
  return { ...armOf('arm'), objects: keys.map((key) => ({ key, bytes: () => Buffer.from(key) })) };
}

/** Refuses to put or to remove keys that say so; remembers what it holds. */
function fakeBucket(): { readonly bucket: WritableBucket; readonly held: Set<string> } {
  const held = new Set<string>();
  return {
    held,
    bucket: {
      uri: 'test',
      list: () => {
        throw new Error('not asked for');
      },
      read: () => {
        throw new Error('not asked for');
      },
      async put(key) {
        if (key.startsWith('unputtable')) {
          throw new Error(`cannot put ${key}`);
        }
        held.add(key);
      },
      async remove(key) {
        if (key.startsWith('sticky') || !held.delete(key)) {
          throw new Error(`cannot remove ${key}`);
        }
      },
    },
  };
}

test('lays the objects of an arm and takes them away', async () => {
  const { bucket, held } = fakeBucket();
  const placed = createPlacedObjects(bucket);
  const one = arm('a', 'b');
  await placed.lay(one);

  expect([...held]).toEqual(['a', 'b']);
  await placed.clear(one);
  await placed.clear(one);
  expect([...held]).toEqual([]);
});

test('takes away only what was laid, so that the first fault is the one that is told', async () => {
  const { bucket, held } = fakeBucket();
  const placed = createPlacedObjects(bucket);
  const one = arm('a', 'unputtable', 'c');

  await expect(placed.lay(one)).rejects.toThrow('cannot put unputtable');
  await expect(placed.clear(one)).resolves.toBeUndefined();
  expect([...held]).toEqual([]);
});

test('one object that resists does not keep the others', async () => {
  const { bucket, held } = fakeBucket();
  const placed = createPlacedObjects(bucket);
  const one = arm('a', 'sticky', 'c');
  await placed.lay(one);

  await expect(placed.clear(one)).rejects.toThrow('cannot remove sticky');
  expect([...held]).toEqual(['sticky']);
});

test('without a bucket an arm without objects is fine, and one with objects is our fault', async () => {
  const placed = createPlacedObjects(null);
  await placed.lay(arm());
  await placed.clear(arm());

  await expect(placed.lay(arm('a'))).rejects.toThrow(expect.objectContaining({ kind: 'HARNESS' }));
});
