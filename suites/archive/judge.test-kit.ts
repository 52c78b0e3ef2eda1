import type { AuditedObject, ListedObject } from '#harness/archive-facts.ts';
import { auditBucket, type AuditedArchive } from '#harness/audit/audit-bucket.ts';
import type { Bucket } from '#harness/bucket.ts';
import { withoutCallbacks, type ArchiveCheck, type CheckId, type Finding } from '#harness/check.ts';
import type { Suite } from '#harness/suite.ts';
import { createInspector } from '#media/inspector.ts';
import { promisedFormat } from '#media/promised-format.ts';

/** An object of a bucket in memory; `bytes` is called when it is read. */
export interface MemoryObject {
  readonly key: string;
  readonly bytes: () => Uint8Array;
  readonly modifiedMs?: number;
}

/** A bucket and what is declared of it. */
export interface Declared {
  readonly appId: string;
  readonly scope: 'single' | 'mixed' | 'both';
  readonly dialects: readonly string[];
  /** As the suite's `readRule` makes it. Default: none is declared. */
  readonly rule?: unknown;
  /** Bodies of received callbacks. Default: none were given. */
  readonly callbacks?: readonly Uint8Array[] | null;
}

/** The part of a suite that judges buckets. */
export interface ArchiveJudge extends Pick<Suite, 'archiveFault' | 'isRecordingKey'> {
  readonly archiveChecks: readonly ArchiveCheck[];
}

/** What one check said of one archive. */
export interface Outcome {
  readonly id: CheckId;
  readonly verdict: 'met' | 'not-met' | 'untestable' | 'not-applicable';
  readonly reason: string | null;
  readonly findings: readonly Finding[];
}

/** A bucket that lists its objects as stores do, by the bytes of their keys, and reads them in pieces. */
export function memoryBucket(objects: readonly MemoryObject[]): Bucket {
  const order = objects
    .map((object) => ({ ...object, sortKey: Buffer.from(object.key) }))
    .sort((a, b) => Buffer.compare(a.sortKey, b.sortKey));
  const made = new Map<string, Uint8Array>();
  const bytesOf = ({ key, bytes }: MemoryObject): Uint8Array => {
    const known = made.get(key) ?? bytes();
    made.set(key, known);
    return known;
  };
  const byKey = new Map(objects.map((object) => [object.key, object]));
  return {
    uri: 'memory:subject',
    async *list(): AsyncGenerator<ListedObject> {
      for (const object of order) {
        const { key, modifiedMs } = object;
        const size = bytesOf(object).length;
        yield { key, size, ...(modifiedMs === undefined ? {} : { modifiedMs }) };
      }
    },
    async *read({ key }) {
      const object = byKey.get(key);
      const bytes = object === undefined ? new Uint8Array(0) : bytesOf(object);
      const pieceBytes = 262_144;
      for (let at = 0; at < bytes.length; at += pieceBytes) {
        yield bytes.subarray(at, at + pieceBytes);
      }
    },
  };
}

/** Audits a bucket as the engine does, each object as what its name promises. */
export function audit(
  { isRecordingKey }: Pick<ArchiveJudge, 'isRecordingKey'>,
  bucket: Bucket,
  { appId, scope, dialects, rule = null, callbacks = null }: Declared,
): Promise<AuditedArchive> {
  return auditBucket(bucket, {
    appId,
    scope,
    dialects,
    rule,
    callbacks,
    isMedia: isRecordingKey,
    createInspector: (key: AuditedObject['key']) =>
      createInspector({ promised: promisedFormat(key) ?? 'mp3' }),
  });
}

/** Every check's word on a bucket, by the rules of the engine: what does not apply is not asked, findings win. */
export async function judge(
  suite: ArchiveJudge,
  objects: readonly MemoryObject[],
  declared: Declared,
): Promise<readonly Outcome[]> {
  const facts = await audit(suite, memoryBucket(objects), declared);
  try {
    const general = suite.archiveFault(facts);
    return suite.archiveChecks.map((check): Outcome => {
      const inapplicable =
        check.needsCallbacks === true && facts.callbacks === null
          ? withoutCallbacks
          : (check.notApplicable?.(facts) ?? null);
      if (inapplicable !== null) {
        return { id: check.id, verdict: 'not-applicable', reason: inapplicable, findings: [] };
      }
      const findings = general === null ? check.evaluate({ archive: facts }) : [];
      const reason = general ?? check.untestable?.(facts) ?? null;
      const verdict = findings.length > 0 ? 'not-met' : reason === null ? 'met' : 'untestable';
      return { id: check.id, verdict, reason: findings.length > 0 ? null : reason, findings };
    });
  } finally {
    await facts.close();
  }
}

/** The findings of an archive, one line each, for assertions that print well. */
export function findingsOf(outcomes: readonly Outcome[]): readonly string[] {
  return outcomes.flatMap(({ id, findings }) =>
    findings.map(({ at, code, actual }) => `${id} ${code} at ${at}: ${actual}`),
  );
}

/** Ids of the checks that fired. */
export function fired(outcomes: readonly Outcome[]): readonly CheckId[] {
  return outcomes.filter(({ verdict }) => verdict === 'not-met').map(({ id }) => id);
}
