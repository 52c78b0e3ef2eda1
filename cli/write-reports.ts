import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SoundcheckError } from '#harness/errors.ts';
import type { RunResult } from '#harness/result.ts';
import { renderHtml } from '#reports/html.ts';
import { renderJson } from '#reports/json.ts';
import { renderJunit, type FailOn } from '#reports/junit.ts';
import type { Language } from '#reports/language/language.ts';
import { renderSummary } from '#reports/markdown.ts';
import {
  certificateFileNames,
  certificateFiles,
  plainWishes,
  type CertificateWishes,
} from './certificate/files.ts';

/** Where and how reports are written. */
export interface WriteReportsOptions {
  /** Made when it is missing. */
  readonly directory: string;
  /** What fails a pipeline that reads junit.xml. */
  readonly failOn: FailOn;
  /** Default: a certificate of the target alone, unsigned. */
  readonly certificate?: CertificateWishes;
  /** Of what people read: pages, badge and summary.md; default English. JSON and junit.xml are for programs. */
  readonly language?: Language;
}

/**
 * Writes report.json, junit.xml, report.html, summary.md and the certificate's files. Each is written beside its place and
 * then moved into it, so a reader never sees half a report and an old one stays when the new one cannot be written. An
 * earlier run's certificate goes first: a run that certifies nothing leaves none.
 * @returns the paths, in that order.
 * @throws SoundcheckError CONFIGURATION where the directory cannot be written.
 */
export async function writeReports(
  result: RunResult,
  { directory, failOn, certificate = plainWishes, language = 'en' }: WriteReportsOptions,
): Promise<readonly string[]> {
  const report = renderJson(result);
  const files = [
    ['report.json', report],
    ['junit.xml', renderJunit(result, { failOn })],
    ['report.html', renderHtml(result, { language })],
    ['summary.md', renderSummary(result, { language })],
    ...certificateFiles(result, report, certificate, language),
  ] as const;
  try {
    await mkdir(directory, { recursive: true });
    await removeFiles(directory, certificateFileNames);
    const paths: string[] = [];
    for (const [name, text] of files) {
      const path = join(directory, name);
      await replaceFile(path, text);
      paths.push(path);
    }
    return paths;
  } catch (cause) {
    throw unwritable(directory, cause);
  }
}

/**
 * Takes an earlier run's reports and certificate away before a run begins: whatever ends it, no verdict of another run
 * stands where its own is looked for. Other files stay.
 * @throws SoundcheckError CONFIGURATION where the directory cannot be written.
 */
export async function discardReports(directory: string): Promise<void> {
  try {
    await removeFiles(directory, [...reportFileNames, ...certificateFileNames]);
  } catch (cause) {
    throw unwritable(directory, cause);
  }
}

const reportFileNames = ['report.json', 'junit.xml', 'report.html', 'summary.md'] as const;

async function removeFiles(directory: string, names: readonly string[]): Promise<void> {
  for (const name of names) {
    await rm(join(directory, name), { force: true });
  }
}

function unwritable(directory: string, cause: unknown): SoundcheckError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new SoundcheckError(
    'CONFIGURATION',
    `The reports cannot be written to ${directory}: ${reason}.`,
    'Name a directory that can be written with --report-dir.',
    { cause },
  );
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
