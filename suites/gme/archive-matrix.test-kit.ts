import type { AuditedArchive } from '#harness/audit/audit-bucket.ts';
import type { Bucket } from '#harness/bucket.ts';
import {
  audit as auditFor,
  judge as judgeFor,
  type ArchiveJudge,
  type Declared as AnyDeclared,
  type MemoryObject,
  type Outcome,
} from '../archive/judge.test-kit.ts';
import { archiveChecks, archiveFault, isRecordingKey } from './archive-checks.ts';

export {
  findingsOf,
  fired,
  memoryBucket,
  type MemoryObject,
  type Outcome,
} from '../archive/judge.test-kit.ts';

/** How GME's buckets are judged. */
export const gmeJudge: ArchiveJudge = { archiveChecks, archiveFault, isRecordingKey };

/** A bucket and what is declared of it. */
export interface Declared extends Pick<AnyDeclared, 'scope' | 'dialects'> {
  readonly appId: number;
}

/** Audits a bucket as the engine does. */
export function audit(bucket: Bucket, { appId, ...declared }: Declared): Promise<AuditedArchive> {
  return auditFor(gmeJudge, bucket, { ...declared, appId: String(appId) });
}

/** Every check's word on a bucket, by the rules of the engine. */
export function judge(
  objects: readonly MemoryObject[],
  { appId, ...declared }: Declared,
): Promise<readonly Outcome[]> {
  return judgeFor(gmeJudge, objects, { ...declared, appId: String(appId) });
}
