import type { ListedObject } from './archive-facts.ts';

/** A bucket as the audit sees it: read-only. Implementations live in `harness/buckets/`. */
export interface Bucket {
  /** The URI without credentials, for reports. */
  readonly uri: string;
  /** Objects below the prefix in the bucket's order, page by page; memory does not grow with the bucket. */
  list(options?: { readonly signal?: AbortSignal }): AsyncIterable<ListedObject>;
  /**
   * Bytes of one object in chunks, from `start` (default 0).
   * A chunk is only valid until the next is asked for.
   */
  read(
    object: ListedObject,
    options?: { readonly start?: number; readonly signal?: AbortSignal },
  ): AsyncIterable<Uint8Array>;
}

/** A bucket that the recovery profile may write to, below a prefix of its own; it deletes only what it wrote. */
export interface WritableBucket extends Bucket {
  /** `key` is relative to the prefix. */
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** Deletes an object that this process has put. @throws SoundcheckError for any other key. */
  remove(key: string): Promise<void>;
}
