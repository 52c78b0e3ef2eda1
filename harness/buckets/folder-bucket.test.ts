import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { compareKeys } from './key-order.ts';
import { openBucket, openWritableBucket } from './open.ts';
import { contentOf, listed } from './store-checks.test-kit.ts';

let base = '';
let root = '';
beforeEach(async () => {
  base = await mkdtemp(path.join(tmpdir(), 'soundcheck-folder-'));
  root = path.join(base, 'bucket');
  await mkdir(root);
});
afterEach(() => rm(base, { recursive: true, force: true }));

async function file(name: string, content: string | Buffer = name): Promise<void> {
  const whole = path.join(root, name);
  await mkdir(path.dirname(whole), { recursive: true });
  await writeFile(whole, content);
}
const keysOf = async (): Promise<string[]> =>
  (await listed(await openBucket(root, {}))).map((object) => object.key);

describe('listing a folder', () => {
  test('gives keys, sizes and times, in the order of an object store', async () => {
    for (const name of ['a/1', 'a.b', 'a-b', 'a0', 'ﬁ', '😀', 'z/y/x']) {
      await file(name);
    }
    await mkdir(path.join(root, 'empty folder'));

    const objects = await listed(await openBucket(root, {}));

    expect(objects.map(({ key }) => key)).toEqual(['a-b', 'a.b', 'a/1', 'a0', 'z/y/x', 'ﬁ', '😀']);
    expect(objects[4]).toMatchObject({ size: 5, key: 'z/y/x' });
    expect(Math.abs((objects[0]?.modifiedMs ?? 0) - Date.now())).toBeLessThan(60_000);
    expect(objects[0]).not.toHaveProperty('etag');
  });

  test('brings any file name back, and its bytes', async () => {
    const part = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 20 })
      .filter((name) => !/[/\0\p{Cs}]/u.test(name) && name !== '.' && name !== '..');
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(part, { maxLength: 5 }), async (names) => {
        for (const name of names) {
          await file(`f/${name}`);
        }
        const bucket = await openBucket(root, {});
        const objects = await listed(bucket);

        expect(objects.map(({ key }) => key)).toEqual(
          names.map((name) => `f/${name}`).sort(compareKeys),
        );
        for (const object of objects) {
          expect((await contentOf(bucket, object)).toString()).toBe(object.key);
        }
        await rm(path.join(root, 'f'), { recursive: true, force: true });
      }),
      { numRuns: 25 },
    );
  });

  test('names that are no UTF-8 can be listed and read', async () => {
    const name = Buffer.from([0x66, 0xff, 0x1b, 0x0a, 0xc3]);
    await writeFile(Buffer.concat([Buffer.from(`${root}/`), name]), 'odd');
    const bucket = await openBucket(root, {});

    const [object] = await listed(bucket);

    expect(object?.key).toBe('f\udcff\u001b\n\udcc3');
    expect((await contentOf(bucket, { key: 'f\udcff\u001b\n\udcc3', size: 3 })).toString()).toBe(
      'odd',
    );
  });

  test('opens paths and file URIs, and says what is not there', async () => {
    await file('a');

    expect(await listed(await openBucket(`file://${root}`, {}))).toHaveLength(1);
    await expect(openBucket(path.join(root, 'none'), {})).rejects.toThrow(
      /Cannot open the bucket folder ".*none" \(ENOENT\)/,
    );
    await expect(openBucket(path.join(root, 'a'), {})).rejects.toThrow(/is a file, not a folder/);
  });

  test('can be aborted', async () => {
    await file('a');
    await file('b');
    const stop = new AbortController();
    const run = async (): Promise<void> => {
      for await (const object of (await openBucket(root, {})).list({ signal: stop.signal })) {
        expect(object.key).toBe('a');
        stop.abort(new Error('stopped by the test'));
      }
    };

    await expect(run()).rejects.toThrow('stopped by the test');
  });
});

describe('reading a folder', () => {
  test('reads in chunks, from any byte on', async () => {
    const bytes = Buffer.from(Array.from({ length: 600_000 }, (_, index) => index % 251));
    await file('a', bytes);
    const bucket = await openBucket(root, {});
    const object = { key: 'a', size: bytes.length };

    for (const start of [0, 1, 262_144, 599_999, 600_000]) {
      const content = await contentOf(bucket, object, start);
      expect(content.equals(bytes.subarray(start))).toBe(true);
    }
    await expect(contentOf(bucket, { key: 'a', size: 600_001 })).rejects.toThrow(
      /has 600000 bytes, listed were 600001/,
    );
    await expect(contentOf(bucket, { key: 'gone', size: 1 })).rejects.toThrow(/ENOENT/);
  });

  test('shows links and pipes, and follows or opens none', async () => {
    await writeFile(path.join(base, 'secret'), 'outside');
    await file('real/a', 'inside');
    await symlink(path.join(base, 'secret'), path.join(root, 'link'));
    await symlink(base, path.join(root, 'folder-link'));
    await symlink(path.join(root, 'real'), path.join(root, 'inner-link'));
    execFileSync('mkfifo', [path.join(root, 'pipe')]);
    const bucket = await openBucket(root, {});

    expect(await keysOf()).toEqual(['folder-link', 'inner-link', 'link', 'pipe', 'real/a']);
    for (const key of ['link', 'folder-link', 'folder-link/secret', 'inner-link/a']) {
      await expect(contentOf(bucket, { key, size: 7 })).rejects.toThrow(/symbolic link/);
    }
    await expect(contentOf(bucket, { key: 'pipe', size: 0 })).rejects.toThrow(
      /not an ordinary file/,
    );
  });

  test.each(['../secret', 'a/../../secret', '/etc/passwd', '', '.', 'a//b', 'a\0b'])(
    'refuses the key %j',
    async (key) => {
      await writeFile(path.join(base, 'secret'), 'outside');
      const bucket = await openWritableBucket(root, {});

      await expect(contentOf(bucket, { key, size: 7 })).rejects.toThrow(
        /is no path below the bucket folder/,
      );
      await expect(bucket.put(key, Buffer.from('x'))).rejects.toThrow(
        /is no path below the bucket folder/,
      );
      expect(await readdir(base)).toEqual(['bucket', 'secret']);
    },
  );
});

describe('writing to a folder', () => {
  test('removes what it made, folders included, and nothing else', async () => {
    await mkdir(path.join(root, 'was there'));
    await file('theirs', 'theirs');
    const bucket = await openWritableBucket(root, {});
    await bucket.put('was there/new/a', Buffer.from('1'));
    await bucket.put('was there/new/b', Buffer.from('2'));
    await bucket.put('was there/new/a', Buffer.from('3'));

    expect((await contentOf(bucket, { key: 'was there/new/a', size: 1 })).toString()).toBe('3');
    await expect(bucket.put('theirs', Buffer.from('x'))).rejects.toThrow(/exists already/);
    await expect(bucket.remove('theirs')).rejects.toThrow(/has not put it/);
    await bucket.remove('was there/new/a');
    expect(await keysOf()).toEqual(['theirs', 'was there/new/b']);
    await bucket.remove('was there/new/b');
    expect((await readdir(root, { recursive: true })).sort()).toEqual(['theirs', 'was there']);
  });

  test('removes files of one folder at the same time', async () => {
    const bucket = await openWritableBucket(root, {});
    const keys = Array.from({ length: 40 }, (_, index) => `task ${index % 8}/${index}`);
    await Promise.all(keys.map((key) => bucket.put(key, Buffer.from('x'))));
    await Promise.all(keys.map((key) => bucket.remove(key)));
    expect(await readdir(root)).toEqual([]);
  });

  test('does not write through links', async () => {
    await symlink(base, path.join(root, 'out'));
    await symlink(path.join(base, 'target'), path.join(root, 'dangling'));
    const bucket = await openWritableBucket(root, {});

    await expect(bucket.put('out/x', Buffer.from('x'))).rejects.toThrow(/symbolic link/);
    await expect(bucket.put('dangling', Buffer.from('x'))).rejects.toThrow(/exists already/);
    expect(await readdir(base)).toEqual(['bucket']);
  });
});
