import { encodeCallback } from '#contracts/trtc/index.ts';
import { bytesOf, type TrtcArchive } from '#generators/trtc/archive.ts';
import {
  judge,
  type ArchiveJudge,
  type Declared,
  type MemoryObject,
  type Outcome,
} from '../archive/judge.test-kit.ts';
import { archiveChecks, archiveFault, isRecordingKey } from './archive-checks.ts';

/** How TRTC's buckets are judged. */
export const trtcJudge: ArchiveJudge = { archiveChecks, archiveFault, isRecordingKey };

/** How a generated archive is shown to the checks. */
export interface Showing extends Partial<Pick<Declared, 'scope' | 'dialects'>> {
  /** Whether its callbacks are given, too. */
  readonly isTold: boolean;
  /** Whether the bucket tells when objects were stored. Default false. */
  readonly isDated?: boolean;
}

/** Every check's word on a generated archive. */
export function judgeArchive(
  { sdkAppId, reading, objects, callbacks }: TrtcArchive,
  { isTold, isDated = false, scope = 'both', dialects = [] }: Showing,
): Promise<readonly Outcome[]> {
  const shown = objects.map((object): MemoryObject => ({
    key: object.key,
    bytes: () => bytesOf(object),
    ...(isDated ? { modifiedMs: object.storedAtMs } : {}),
  }));
  const bodies = callbacks.map(({ callback }) => encodeCallback(callback, reading));
  return judge(trtcJudge, shown, {
    appId: String(sdkAppId),
    scope,
    dialects,
    callbacks: isTold ? bodies : null,
  });
}
