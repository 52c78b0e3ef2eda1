import { trtc } from '#contracts/trtc/index.ts';
import type { ArchiveFacts } from '#harness/archive-facts.ts';
import type { ArchiveCheck } from '#harness/check.ts';

/** Every check over a TRTC bucket. */
export const archiveChecks: readonly ArchiveCheck[] = [];

/** Why an archive cannot be judged as one of TRTC at all; null when it can. Each check adds reasons of its own. */
export function archiveFault({
  appId,
  count,
}: Pick<ArchiveFacts, 'appId' | 'count'>): string | null {
  if (!/^[1-9]\d{0,15}$/u.test(appId) || !Number.isSafeInteger(Number(appId))) {
    return `The application id ${JSON.stringify(appId)} is not a number, as TRTC’s are.`;
  }
  return count === 0 ? 'The bucket holds no objects below the audited prefix.' : null;
}

/**
 * Whether an object is read and judged as a recording, by its key relative to the audited prefix. Broader than the naming
 * rules: a file with a wrong name is still looked into.
 */
export function isRecordingKey(key: string): boolean {
  return trtc.recordingExtensions.some((extension) => key.toLowerCase().endsWith(extension));
}
