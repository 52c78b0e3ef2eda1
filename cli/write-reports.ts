import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SoundcheckError } from '#harness/errors.ts';
import type { RunResult } from '#harness/result.ts';
import { renderHtml } from '#reports/html.ts';
import { renderJson } from '#reports/json.ts';
import { renderJunit, type FailOn } from '#reports/junit.ts';
import { renderSummary } from '#reports/markdown.ts';

/** Where and how reports are written. */
export interface WriteReportsOptions {
  /** Made when it is missing. */
  readonly directory: string;
  /** What fails a pipeline that reads junit.xml. */
  readonly failOn: FailOn;
}

/**
 * Writes report.json, junit.xml, report.html and summary.md. Each file is written beside its place and then moved into
 * it, so a reader never sees half a report and an old one stays when the new one cannot be written.
 * @returns the paths, in that order.
 * @throws SoundcheckError CONFIGURATION where the directory cannot be written.
 */
export async function writeReports(
  result: RunResult,
  { directory, failOn }: WriteReportsOptions,
): Promise<readonly string[]> {
  const files = [
    ['report.json', renderJson(result)],
    ['junit.xml', renderJunit(result, { failOn })],
    ['report.html', renderHtml(result)],
    ['summary.md', renderSummary(result)],
  ] as const;
  try {
    await mkdir(directory, { recursive: true });
    const paths: string[] = [];
    for (const [name, text] of files) {
      const path = join(directory, name);
      await replaceFile(path, text);
      paths.push(path);
    }
    return paths;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new SoundcheckError(
      'CONFIGURATION',
      `The reports cannot be written to ${directory}: ${reason}.`,
      'Name a directory that can be written with --report-dir.',
      { cause },
    );
  }
}

async function replaceFile(path: string, text: string): Promise<void> {
  const temporary = `${path}.${randomUUID()}.tmp`;
  try {
    await writeFile(temporary, text);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
