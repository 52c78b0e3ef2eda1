import {
  decodeCallback,
  findInconsistencies,
  truthAfter,
  type SparkCallback,
  type Truth,
} from '#contracts/sparkrtc/index.ts';
import type { ArchiveFacts } from '#harness/archive-facts.ts';
import type { Finding } from '#harness/check.ts';
import type { ArchiveIndex, RecordedFile } from './index-archive.ts';

/** What the received callbacks come to. */
export interface Told {
  /** Bodies that are no callbacks, and fields that contradict each other. */
  readonly faults: readonly Finding[];
  /** What is known after all of them, in whatever order they came; those of other applications are left out. */
  readonly truth: Truth;
}

/** A completed file, as its callbacks tell it, and its object where that is there. */
export interface ToldFile {
  readonly told: SparkCallback;
  /** The object’s key as far as it lies below the audited prefix; undefined where none is told. */
  readonly key: string | undefined;
  readonly isThere: boolean;
  /** Undefined where the object is not there, or not named by the pattern. */
  readonly file: RecordedFile | undefined;
}

const known = new WeakMap<ArchiveFacts, Told>();

/** The received callbacks, read once and kept as long as the facts are; nothing where none were given. */
export function toldOf(facts: ArchiveFacts): Told {
  const told = known.get(facts) ?? readTold(facts);
  known.set(facts, told);
  return told;
}

function readTold({ callbacks, appId }: ArchiveFacts): Told {
  const faults: Finding[] = [];
  const read: SparkCallback[] = [];
  for (const [index, body] of (callbacks ?? []).entries()) {
    const decoded = decodeCallback(body);
    const issues = decoded.ok ? findInconsistencies(decoded.callback) : decoded.issues;
    const code = decoded.ok ? 'fields-contradict' : 'unreadable-callback';
    faults.push(
      ...issues.slice(0, 1).map(({ path, expected, actual }) => ({
        at: `callback ${String(index + 1)} ${path}`,
        code,
        expected,
        actual,
      })),
    );
    if (decoded.ok && (decoded.callback.appId ?? appId) === appId) {
      read.push(decoded.callback);
    }
  }
  return { faults, truth: truthAfter(read) };
}

/**
 * Every completed file that callbacks told. Keys in callbacks go from the bucket's root, those of the audit from its
 * prefix: an object is found under its key without some first folders.
 */
export function toldFiles(facts: ArchiveFacts, { files }: ArchiveIndex): readonly ToldFile[] {
  const keys = new Set<string>();
  for (const { key } of facts.objects) {
    keys.add(key);
  }
  const byKey = new Map(files.map((file) => [file.key, file]));
  return toldOf(facts).truth.flatMap((job) =>
    job.files.map(({ told }): ToldFile => {
      const { obsObject } = told;
      const found =
        obsObject === undefined ? undefined : tailsOf(obsObject).find((tail) => keys.has(tail));
      const key = found ?? obsObject;
      return {
        told,
        key,
        isThere: found !== undefined,
        file: found === undefined ? undefined : byKey.get(found),
      };
    }),
  );
}

/** A key, and the key without its first folder, its first two folders and so on. */
function tailsOf(key: string): readonly string[] {
  const folders = key.split('/');
  return folders.map((_, index) => folders.slice(index).join('/'));
}
