import type { ArchiveFacts } from '../archive-facts.ts';
import { withoutCallbacks, type ArchiveCheck } from '../check.ts';
import { judgeCheck } from '../judge.ts';
import type { CheckResult, RunEvent } from '../result.ts';
import type { Suite } from '../suite.ts';
import { blankResult } from './check-result.ts';
import type { RunTarget } from './run.ts';
import { unmetFault } from './schedule.ts';

/** What judging a bucket needs of a run. */
export interface ArchiveRun {
  readonly suite: Pick<Suite, 'archiveFault' | 'archiveEvidence'>;
  readonly target: Pick<RunTarget, 'audit'>;
  readonly onEvent: (event: RunEvent) => void;
}

/**
 * Looks through the bucket once and lets every check judge it. A run that is stopped leaves all checks untestable.
 * @throws SoundcheckError `BUCKET` when the bucket cannot be listed.
 */
export async function runArchive(
  { suite, target, onEvent }: ArchiveRun,
  checks: readonly ArchiveCheck[],
  signal: AbortSignal,
  onResult: (result: CheckResult) => void,
): Promise<readonly CheckResult[]> {
  if (target.audit === null || checks.length === 0) {
    return [];
  }
  onEvent({ kind: 'phase', title: 'bucket' });
  const archive = signal.aborted ? null : await auditUnlessStopped(target.audit, signal);
  if (archive === null) {
    const stopped = checks.map((check) => ({
      ...blankResult(check),
      fault: 'the run was stopped before the bucket was looked through',
    }));
    stopped.forEach(onResult);
    return stopped;
  }
  try {
    const evidence = suite.archiveEvidence?.(archive) ?? [`${String(archive.count)} objects`];
    const fault =
      archive.count === 0 ? 'the bucket (or prefix) is empty' : suite.archiveFault(archive);
    const results = new Map<string, CheckResult>();
    for (const check of checks) {
      const unmet = check.needs?.find((id) => results.get(id)?.verdict !== 'met');
      const result = {
        ...judgeArchiveCheck(
          check,
          archive,
          unmet === undefined ? fault : unmetFault(unmet, results.get(unmet)?.verdict),
        ),
        evidence,
      };
      results.set(check.id, result);
      onResult(result);
    }
    return [...results.values()];
  } finally {
    await archive.close();
  }
}

/** An audit that was stopped throws the signal's reason: that is no fault of the bucket. */
async function auditUnlessStopped(
  audit: NonNullable<RunTarget['audit']>,
  signal: AbortSignal,
): Promise<Awaited<ReturnType<typeof audit>> | null> {
  try {
    return await audit(signal);
  } catch (error) {
    if (signal.aborted) {
      return null;
    }
    throw error;
  }
}

/**
 * One check's word on an archive. What was declared not to apply is not asked; a finding stands whatever else is
 * missing; and finding nothing in an archive that has nothing to show, or was not read, is never met.
 * @param fault why no check can judge the archive; null when they can.
 */
function judgeArchiveCheck(
  check: ArchiveCheck,
  archive: ArchiveFacts,
  fault: string | null,
): CheckResult {
  const startedMs = performance.now();
  try {
    const inapplicable =
      check.needsCallbacks === true && archive.callbacks === null
        ? withoutCallbacks
        : (check.notApplicable?.(archive) ?? null);
    if (inapplicable !== null) {
      return { ...blankResult(check), verdict: 'not-applicable', fault: inapplicable };
    }
    const findings = fault === null ? check.evaluate({ archive }) : [];
    return {
      ...blankResult(check),
      ...judgeCheck([{ findings, fault: fault ?? check.untestable?.(archive) ?? null }]),
      durationMs: Math.round(performance.now() - startedMs),
    };
  } catch (error) {
    return {
      ...blankResult(check),
      verdict: 'harness-error',
      fault: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
    };
  }
}
