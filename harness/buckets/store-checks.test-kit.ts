import { describe, expect, test } from 'vitest';
import type { ListedObject } from '../archive-facts.ts';
import type { Bucket, WritableBucket } from '../bucket.ts';
import { compareKeys } from './key-order.ts';
import { openWritableBucket } from './open.ts';
import type { Environment } from './store-target.ts';

/** A running store that the adapter is tried against. */
export interface StoreSubject {
  readonly endpoint: string;
  /** A bucket that exists. */
  readonly bucket: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** Keys that break naive clients: path tricks, escapes, markup, white space, wide and very long names. */
export const hostileKeys: readonly string[] = [
  '../../etc/passwd',
  'a/./b/../c',
  '/leading//double/',
  'plus+and space',
  '100%/%2e%2e/%41',
  '?query=1&x#hash',
  '<script>alert("x")</script>&amp;',
  '\u001b[31mred\u0007',
  'tab\tline\nreturn\r.mp3',
  ' spaces ',
  'quotes\'"`\\$(id)',
  '你好/é/😀',
  'ﬁ',
  'x'.repeat(900),
  '__proto__',
];

/** All objects of a bucket. */
export async function listed(bucket: Bucket): Promise<ListedObject[]> {
  const objects: ListedObject[] = [];
  for await (const object of bucket.list()) {
    objects.push(object);
  }
  return objects;
}

/** The bytes of one object, copied chunk by chunk. */
export async function contentOf(
  bucket: Bucket,
  object: ListedObject,
  start?: number,
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of bucket.read(object, start === undefined ? {} : { start })) {
    chunks.push(Buffer.from(chunk));
  }
  return Buffer.concat(chunks);
}

/** Registers the same tests of the adapter for any S3 server. */
export function registerStoreChecks(name: string, subjectOf: () => StoreSubject): void {
  const open = (prefix: string, changes: Partial<StoreSubject> = {}): Promise<WritableBucket> => {
    const subject = { ...subjectOf(), ...changes };
    const environment: Environment = {
      AWS_ACCESS_KEY_ID: subject.accessKeyId,
      AWS_SECRET_ACCESS_KEY: subject.secretAccessKey,
    };
    const uri = `s3://${subject.bucket}/${prefix}?endpoint=${subject.endpoint}`;
    return openWritableBucket(uri, environment);
  };

  describe(`the adapter against ${name}`, () => {
    test('lists and reads nothing below an unused prefix', async () => {
      expect(await listed(await open('unused'))).toEqual([]);
    });

    test('lists an object and reads it whole, from a byte on, and from its end', async () => {
      const bucket = await open('plain');
      const bytes = Buffer.from(Array.from({ length: 300_000 }, (_, index) => index % 251));
      const before = Date.now();
      await bucket.put('room/a.mp3', bytes);
      await bucket.put('room/empty', Buffer.alloc(0));

      const [object, empty] = await listed(bucket);
      if (object === undefined || empty === undefined) {
        throw new Error('not listed');
      }

      expect(object).toMatchObject({ key: 'room/a.mp3', size: 300_000 });
      expect(object.etag).toMatch(/^"[\da-f]{32}"$/);
      expect(Math.abs((object.modifiedMs ?? 0) - before)).toBeLessThan(60_000);
      expect(empty).toMatchObject({ key: 'room/empty', size: 0 });
      for (const start of [0, 1, 299_999, 300_000]) {
        const content = await contentOf(bucket, object, start);
        expect(content.equals(bytes.subarray(start))).toBe(true);
      }
      expect(await contentOf(bucket, empty)).toHaveLength(0);
    });

    test('brings hostile keys back as they are, in byte order, with their own bytes', async () => {
      const bucket = await open('hostile');
      for (const key of hostileKeys) {
        await bucket.put(key, Buffer.from(`content of ${key}`));
      }

      const objects = await listed(bucket);

      expect(objects.map((object) => object.key)).toEqual([...hostileKeys].sort(compareKeys));
      for (const object of objects) {
        const content = await contentOf(bucket, object);
        expect(content.toString()).toBe(`content of ${object.key}`);
        await bucket.remove(object.key);
      }
      expect(await listed(bucket)).toEqual([]);
    });

    test('keeps to its prefix', async () => {
      await (await open('neighbour-of')).put('x', Buffer.from('1'));
      await (await open('neighbour')).put('y', Buffer.from('2'));
      // The object that consoles make to show a folder.
      await (await open('')).put('neighbour/', Buffer.alloc(0));

      const keys = (await listed(await open('neighbour'))).map((object) => object.key);

      expect(keys).toEqual(['y']);
    });

    test('goes on behind the first page, each object once', async () => {
      const bucket = await open('many');
      const keys = Array.from({ length: 1050 }, (_, index) => `k${String(index).padStart(5, '0')}`);
      for (let start = 0; start < keys.length; start += 50) {
        await Promise.all(
          keys.slice(start, start + 50).map((key) => bucket.put(key, Buffer.from(key))),
        );
      }

      expect((await listed(bucket)).map((object) => object.key)).toEqual(keys);
    });

    test('overwrites and deletes only what it wrote itself', async () => {
      const first = await open('own');
      const second = await open('own');
      await first.put('a', Buffer.from('1'));

      await expect(second.put('a', Buffer.from('2'))).rejects.toThrow(/exists already/);
      await expect(second.remove('a')).rejects.toThrow(/has not put it/);
      await first.put('a', Buffer.from('3'));
      expect((await contentOf(first, { key: 'a', size: 1 })).toString()).toBe('3');
      await first.remove('a');
      await expect(first.remove('a')).rejects.toThrow(/has not put it/);
      expect(await listed(second)).toEqual([]);
    });

    test.each([
      ['a wrong secret', { secretAccessKey: 'canary' }, /signature does not match/],
      ['an unknown key', { accessKeyId: 'NOBODY' }, /access key is not known/],
      ['a missing bucket', { bucket: 'no-such-bucket' }, /there is no such bucket/],
    ])('explains %s', async (_, changes, message) => {
      const failure: unknown = await listed(await open('x', changes)).catch(
        (error: unknown) => error,
      );

      expect(failure).toMatchObject({ kind: 'BUCKET' });
      expect(String(failure)).toMatch(message);
      expect(String(failure)).not.toContain('canary');
    });

    test('explains a missing object and one that has another size than listed', async () => {
      const bucket = await open('changed');
      await bucket.put('a', Buffer.from('12345'));

      await expect(contentOf(bucket, { key: 'b', size: 1 })).rejects.toThrow(/not there any more/);
      await expect(contentOf(bucket, { key: 'a', size: 9 })).rejects.toThrow(
        /5 bytes are announced/,
      );
      await expect(contentOf(bucket, { key: 'a', size: 9 }, 2)).rejects.toThrow(/it has 5 bytes/);
      await expect(contentOf(bucket, { key: 'a', size: 9 }, 7)).rejects.toThrow(
        /not there any more/,
      );
    });
  });
}
