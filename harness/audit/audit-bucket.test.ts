import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeMp3 } from '#media/mp3/writer.ts';
import type { AuditedObject, ListedObject } from '../archive-facts.ts';
import type { Bucket } from '../bucket.ts';
import { SoundcheckError } from '../errors.ts';
import { auditBucket, type AuditOptions, type AuditProgress } from './audit-bucket.ts';
import { openSpool } from './spool.ts';

const declared = { appId: '1400000000', scope: 'both', dialects: [] } as const;
const tone = writeMp3({ durationSeconds: 1 });
let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'soundcheck-test-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** An object and how it is read. */
interface Stored {
  readonly key: string;
  readonly size?: number;
  readonly read?: (signal: AbortSignal | undefined) => AsyncIterable<Uint8Array>;
}

async function* inPieces(bytes: Uint8Array, pieceBytes: number): AsyncGenerator<Uint8Array> {
  const buffer = new Uint8Array(pieceBytes);
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    const piece = bytes.subarray(at, at + pieceBytes);
    // One reused buffer, overwritten as soon as the next piece is asked for.
    buffer.fill(0xee);
    buffer.set(piece);
    yield buffer.subarray(0, piece.length);
  }
}

function bucketOf(stored: Iterable<Stored>): Bucket & { readonly reads: string[] } {
  const reads: string[] = [];
  const byKey = new Map<string, Stored>();
  return {
    uri: 'memory:test',
    reads,
    async *list() {
      for (const object of stored) {
        byKey.set(object.key, object);
        yield { key: object.key, size: object.size ?? tone.length };
      }
    },
    read(object, { signal } = {}) {
      reads.push(object.key);
      return byKey.get(object.key)?.read?.(signal) ?? inPieces(tone, 700);
    },
  };
}

async function audited(
  bucket: Bucket,
  options: Partial<AuditOptions> = {},
): Promise<readonly AuditedObject[]> {
  const archive = await auditBucket(bucket, { ...declared, spoolParent: folder, ...options });
  try {
    return [...archive.objects];
  } finally {
    await archive.close();
  }
}

async function* failing(error: unknown): AsyncGenerator<Uint8Array> {
  yield tone.subarray(0, 10);
  await turn();
  throw error;
}

test('lists, judges and digests in the order of the listing, whatever ends first', async () => {
  const slow = async function* (): AsyncGenerator<Uint8Array> {
    for (let step = 0; step < 50; step += 1) {
      await turn();
    }
    yield tone;
  };
  const bucket = bucketOf([
    { key: 'a/first.mp3', read: slow },
    { key: 'b/note.txt', size: 3 },
    ...Array.from({ length: 200 }, (_, index) => ({ key: `c/${String(index)}.mp3` })),
  ]);
  const objects = await audited(bucket, { isMedia: (key) => key.endsWith('.mp3') });

  expect(objects.map(({ key }) => key)).toEqual([
    'a/first.mp3',
    'b/note.txt',
    ...Array.from({ length: 200 }, (_, index) => `c/${String(index)}.mp3`),
  ]);
  expect(objects[1]).toEqual({ key: 'b/note.txt', size: 3 });
  const sha256 = createHash('sha256').update(tone).digest('hex');
  const judged = objects.filter(({ key }) => key.endsWith('.mp3'));
  expect(new Set(judged.map((object) => object.sha256))).toEqual(new Set([sha256]));
  expect(judged.every(({ media }) => media?.verdict === 'valid' && media.frames > 0)).toBe(true);
});

test('reads as many objects at the same time as it may, and no more', async () => {
  let active = 0;
  let most = 0;
  const read = async function* (): AsyncGenerator<Uint8Array> {
    active += 1;
    most = Math.max(most, active);
    await turn();
    yield tone;
    await turn();
    active -= 1;
  };
  const stored = Array.from({ length: 40 }, (_, index) => ({ key: `${String(index)}.mp3`, read }));
  await audited(bucketOf(stored), { concurrency: 3 });
  expect(most).toBe(3);
});

test('an object that cannot be read is a fact about the bucket, never an invalid file', async () => {
  const refused = new SoundcheckError(
    'BUCKET',
    'Cannot read "x": access denied (403).',
    'Allow it.',
  );
  const gone = Object.assign(new Error('ENOENT: no such file'), { code: 'ENOENT' });
  const objects = await audited(
    bucketOf([
      { key: 'refused', read: () => failing(refused) },
      { key: 'gone', read: () => failing(gone) },
      { key: 'grown', size: tone.length - 1 },
      { key: 'cut', size: tone.length + 1 },
      { key: 'fine' },
    ]),
  );
  expect(objects.map(({ unreadable }) => unreadable)).toEqual([
    'Cannot read "x": access denied (403).',
    'ENOENT: no such file',
    expect.stringContaining(`${String(tone.length)} came`),
    expect.stringContaining(`${String(tone.length + 1)} bytes were listed`),
    undefined,
  ]);
  expect(objects.filter(({ media }) => media !== undefined).map(({ key }) => key)).toEqual([
    'fine',
  ]);
});

test('a fault of the harness is thrown, and nothing is left behind', async () => {
  const stored = [{ key: 'a' }, { key: 'b', read: () => failing(new TypeError('a bug')) }];
  await expect(audited(bucketOf(stored))).rejects.toThrow('a bug');
  const broken = (): never => {
    throw new Error('no inspector');
  };
  await expect(
    audited(bucketOf(stored), { createInspector: () => ({ push: broken, end: broken }) }),
  ).rejects.toThrow('no inspector');
  expect(await readdir(folder)).toEqual([]);
});

test('a listing that fails is an error of the bucket, and ends what is under way', async () => {
  let ended = false;
  const bucket = bucketOf([{ key: 'a' }]);
  const endless = async function* (signal: AbortSignal | undefined): AsyncGenerator<Uint8Array> {
    try {
      while (signal?.aborted !== true) {
        yield tone.subarray(0, 1);
        await turn();
      }
      signal.throwIfAborted();
    } finally {
      ended = true;
    }
  };
  const breaking: Bucket = {
    ...bucket,
    async *list(): AsyncGenerator<ListedObject> {
      yield { key: 'a', size: 1 };
      await turn();
      throw new Error('connection reset');
    },
    read: (_, { signal } = {}) => endless(signal),
  };
  const error: unknown = await audited(breaking).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(SoundcheckError);
  expect(error).toMatchObject({
    kind: 'BUCKET',
    message: 'Cannot list memory:test: connection reset.',
  });
  expect(ended).toBe(true);
  expect(await readdir(folder)).toEqual([]);
});

test('an abort ends the audit with its reason', async () => {
  const stop = new AbortController();
  const stored = Array.from({ length: 100 }, (_, index) => ({ key: String(index) }));
  const onProgress = ({ inspected }: AuditProgress): void => {
    if (inspected === 5) {
      stop.abort(new Error('stopped by hand'));
    }
  };
  const bucket = bucketOf(stored);
  await expect(audited(bucket, { signal: stop.signal, onProgress })).rejects.toThrow(
    'stopped by hand',
  );
  expect(bucket.reads.length).toBeLessThan(100);
  expect(await readdir(folder)).toEqual([]);
});

test('reads at most as many objects as it was told, the first of the listing', async () => {
  const stored = Array.from({ length: 10 }, (_, index) => ({ key: String(index) }));
  const objects = await audited(bucketOf(stored), { readObjectsMax: 3 });
  expect(objects.map(({ media }) => media !== undefined)).toEqual([
    ...[true, true, true],
    ...Array.from({ length: 7 }, () => false),
  ]);
});

test('without a predicate, everything is read that is not huge', async () => {
  const bucket = bucketOf([{ key: 'video.mp4', size: 600 * 1024 * 1024 }, { key: 'a.mp3' }]);
  await audited(bucket);
  expect(bucket.reads).toEqual(['a.mp3']);
});

test('tells how far it has come', async () => {
  const told: AuditProgress[] = [];
  await audited(bucketOf([{ key: 'a.mp3' }, { key: 'b.txt' }]), {
    isMedia: (key) => key.endsWith('.mp3'),
    onProgress: (progress) => told.push(progress),
  });
  expect(told.at(-1)).toEqual({ listed: 2, inspected: 1, bytesRead: tone.length });
});

test('an empty bucket gives no objects', async () => {
  expect(await audited(bucketOf([]))).toEqual([]);
});

test('facts can be iterated several times, side by side, until they are closed', async () => {
  const stored = Array.from({ length: 3000 }, (_, index) => ({
    key: `k${String(index)}`,
    size: 0,
  }));
  const archive = await auditBucket(bucketOf(stored), {
    ...declared,
    spoolParent: folder,
    isMedia: () => false,
  });
  expect(archive).toMatchObject({ ...declared, count: 3000 });
  const one = archive.objects[Symbol.iterator]();
  one.next();
  expect([...archive.objects]).toHaveLength(3000);
  expect(one.next().value).toEqual({ key: 'k1', size: 0 });
  one.return?.();
  await archive.close();
  await archive.close();
  expect(() => [...archive.objects]).toThrow(/closed/u);
  expect(await readdir(folder)).toEqual([]);
});

test('the spool is for its owner only, and keeps long and strange records', async () => {
  const writer = await openSpool(folder);
  const records = [
    { key: 'x'.repeat(700_000), size: 1 },
    { key: 'line\nbreak \u2028 \u{1f3a7} \ud800 "quoted"', size: 2 },
    { key: '', size: 0 },
  ];
  for (const record of records) {
    await writer.append(record);
  }
  const spool = await writer.seal();
  const [inside = ''] = await readdir(folder);
  const file = await stat(join(folder, inside, 'objects.ndjson'));
  expect(file.mode & 0o777).toBe(0o600);
  expect((await stat(join(folder, inside))).mode & 0o777).toBe(0o700);
  expect([...spool.records]).toEqual(records);
  await spool.close();
});
