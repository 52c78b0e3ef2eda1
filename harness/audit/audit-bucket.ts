import { createInspector } from '#media/inspector.ts';
import { promisedFormat } from '#media/promised-format.ts';
import type { ArchiveFacts, AuditedObject, ListedObject } from '../archive-facts.ts';
import type { Bucket } from '../bucket.ts';
import { SoundcheckError } from '../errors.ts';
import { inspectObject, type ByteInspector } from './inspect-object.ts';
import { openSpool, type Spool, type SpoolWriter } from './spool.ts';

/** How far the audit has come. */
export interface AuditProgress {
  readonly listed: number;
  /** Objects read to their end or found unreadable. */
  readonly inspected: number;
  readonly bytesRead: number;
}

export interface AuditOptions {
  readonly appId: string;
  readonly scope: ArchiveFacts['scope'];
  readonly dialects: readonly string[];
  /** Default null: none is declared. */
  readonly rule?: unknown;
  /** Default null: none were given. */
  readonly callbacks?: readonly Uint8Array[] | null;
  /** Objects read at the same time, default 4. */
  readonly concurrency?: number;
  /** At most this many objects are read, the first of the listing; the others are only listed. Default: all. */
  readonly readObjectsMax?: number;
  /** Whether an object's bytes are judged, by its key; default every object of at most 512 MiB. */
  readonly isMedia?: (key: string) => boolean;
  /** One for every object read, by its key; default by what its extension promises, and what it is where it promises nothing. */
  readonly createInspector?: (key: string) => ByteInspector;
  readonly signal?: AbortSignal;
  /** Called after every object. */
  readonly onProgress?: (progress: AuditProgress) => void;
  /** Where the temporary file lies, default the system's folder. */
  readonly spoolParent?: string;
}

/** The facts and the temporary file behind them. */
export interface AuditedArchive extends ArchiveFacts {
  /** Deletes the temporary file; `objects` cannot be iterated afterwards. */
  close(): Promise<void>;
}

const concurrencyDefault = 4;
const unnamedBytesMax = 512 * 1024 * 1024;
/** Objects that may wait behind a slow one, per reader, so that the facts keep the order of the listing. */
const waitingPerReader = 16;

/**
 * Lists a bucket and judges its media in one stream. Verdicts go to a temporary file, so that memory does not grow with
 * the bucket; `objects` reads it again in listing order, as often as wanted. The bucket is only read.
 * @throws SoundcheckError `BUCKET` when the listing fails; an object that cannot be read is a fact, not an error.
 * @throws the signal's reason when it is aborted.
 */
export async function auditBucket(bucket: Bucket, options: AuditOptions): Promise<AuditedArchive> {
  const stop = new AbortController();
  const signal =
    options.signal === undefined ? stop.signal : AbortSignal.any([options.signal, stop.signal]);
  signal.throwIfAborted();
  const writer = await openSpool(options.spoolParent);
  const work = new Set<Promise<AuditedObject>>();
  try {
    const spool = await auditInto(writer, work, bucket, options, signal);
    return {
      appId: options.appId,
      scope: options.scope,
      dialects: options.dialects,
      rule: options.rule ?? null,
      callbacks: options.callbacks ?? null,
      objects: spool.records,
      count: spool.count,
      close: () => spool.close(),
    };
  } catch (error) {
    stop.abort();
    await Promise.allSettled(work);
    await writer.discard();
    throw error;
  }
}

async function auditInto(
  writer: SpoolWriter,
  work: Set<Promise<AuditedObject>>,
  bucket: Bucket,
  options: AuditOptions,
  signal: AbortSignal,
): Promise<Spool> {
  const concurrency = Math.max(1, options.concurrency ?? concurrencyDefault);
  const progress = { listed: 0, inspected: 0, bytesRead: 0 };
  const tell = (): void => options.onProgress?.({ ...progress });
  const waiting: (AuditedObject | Promise<AuditedObject>)[] = [];
  const writeFirst = async (): Promise<void> => {
    const first = await waiting.shift();
    if (first !== undefined) {
      await writer.append(first);
    }
  };
  const inspect = async (object: ListedObject): Promise<AuditedObject> => {
    const inspector =
      options.createInspector?.(object.key) ??
      createInspector({ promised: promisedFormat(object.key) ?? 'any' });
    const audited = await inspectObject(bucket, object, inspector, signal, (count) => {
      progress.bytesRead += count;
    });
    progress.inspected += 1;
    tell();
    return audited;
  };
  let started = 0;
  for await (const object of listed(bucket, signal)) {
    progress.listed += 1;
    if (started < (options.readObjectsMax ?? Infinity) && isWanted(object, options)) {
      started += 1;
      if (work.size >= concurrency) {
        await Promise.race(work);
      }
      const task = inspect(object);
      work.add(task);
      // A failure reaches the caller where the task is awaited in its turn; here it only frees the place.
      task.then(
        () => work.delete(task),
        () => work.delete(task),
      );
      waiting.push(task);
    } else {
      waiting.push(object);
      tell();
    }
    if (waiting.length >= concurrency * waitingPerReader) {
      await writeFirst();
    }
  }
  while (waiting.length > 0) {
    await writeFirst();
  }
  return writer.seal();
}

function isWanted({ key, size }: ListedObject, { isMedia }: AuditOptions): boolean {
  return isMedia === undefined ? size <= unnamedBytesMax : isMedia(key);
}

/** The bucket's listing; whatever goes wrong in it concerns the bucket. */
async function* listed(bucket: Bucket, signal: AbortSignal): AsyncGenerator<ListedObject> {
  try {
    for await (const object of bucket.list({ signal })) {
      signal.throwIfAborted();
      yield object;
    }
  } catch (error) {
    signal.throwIfAborted();
    throw error instanceof SoundcheckError ? error : listingFailed(bucket, error);
  }
}

function listingFailed(bucket: Bucket, cause: unknown): SoundcheckError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new SoundcheckError(
    'BUCKET',
    `Cannot list ${bucket.uri}: ${reason}.`,
    'Check the bucket’s address, the permission to list it and the connection.',
    { cause },
  );
}
