import { appendFile } from 'node:fs/promises';
import type { RunResult } from '#harness/result.ts';
import { renderSummary } from '#reports/markdown.ts';
import { annotationLines } from './annotations.ts';
import { writeReports, type WriteReportsOptions } from './write-reports.ts';

/** Where reports go when nobody says otherwise. */
export const reportDirDefault = 'soundcheck-report';

/** Writes the reports, and in GitHub Actions annotations and the job's summary. */
export async function publish(
  result: RunResult,
  options: WriteReportsOptions,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  await writeReports(result, options);
  if (environment['GITHUB_ACTIONS'] === 'true') {
    process.stdout.write(
      annotationLines(result)
        .map((line) => `${line}\n`)
        .join(''),
    );
  }
  const summaryFile = environment['GITHUB_STEP_SUMMARY'];
  if (summaryFile !== undefined && summaryFile !== '') {
    const { language = 'en' } = options;
    await appendFile(summaryFile, renderSummary(result, { language }));
  }
}
