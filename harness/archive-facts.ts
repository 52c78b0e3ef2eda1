import type { MediaVerdict } from '#media/verdict.ts';

/** One object as the bucket lists it. `key` is what the bucket said, never a local path. */
export interface ListedObject {
  /** Relative to the audited prefix: the prefix and its trailing `/` are cut off. */
  readonly key: string;
  readonly size: number;
  /** Last modification, milliseconds since the epoch; undefined where the bucket does not tell. */
  readonly modifiedMs?: number;
  /** Opaque; equal tags of two objects of one size say that their bytes are equal only for plain uploads. */
  readonly etag?: string;
}

/** What is known of one object after the audit. */
export interface AuditedObject extends ListedObject {
  /** Undefined where the object was not read (not media by its name, or the sample bound was reached). */
  readonly media?: MediaVerdict;
  /** SHA-256 of the bytes, lower-case hex, where the whole object was read. */
  readonly sha256?: string;
  /** The object could not be read: a harness or permission matter, never an invalid file. */
  readonly unreadable?: string;
}

/** The bucket, as far as it was looked at. */
export interface ArchiveFacts {
  /** The application whose recordings are audited. */
  readonly appId: string;
  readonly scope: 'single' | 'mixed' | 'both';
  readonly dialects: readonly string[];
  /** The recording rule in force, as the suite's own `readRule` made it; null where none is declared. */
  readonly rule: unknown;
  /** Bodies of the callbacks that were received for these recordings, byte for byte; null where none were given. */
  readonly callbacks: readonly Uint8Array[] | null;
  /** Objects in listing order. Iterable more than once; may be backed by a file, so do not spread it. */
  readonly objects: Iterable<AuditedObject>;
  readonly count: number;
}
