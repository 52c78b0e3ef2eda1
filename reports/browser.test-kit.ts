import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { launchBrowser } from './launch-browser.test-kit.ts';

/** A page that was opened, and what the browser had to say of it. */
export interface OpenPage {
  readonly page: Page;
  /** Errors and warnings of the console, uncaught exceptions, refused content, requests beyond the file. */
  readonly complaints: readonly string[];
}

/**
 * One browser for the tests of a file.
 * @returns opens a document as a file, as a reader does who has downloaded it; the page is closed with its test.
 */
export function useBrowser(): (html: string, options?: BrowserContextOptions) => Promise<OpenPage> {
  let browser: Browser | undefined;
  let folder = '';
  let files = 0;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'soundcheck-browser-'));
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await rm(folder, { recursive: true, force: true });
  });
  return async (html, options = {}) => {
    if (browser === undefined) {
      throw new Error('the browser was not started');
    }
    const path = join(folder, `page-${String((files += 1))}.html`);
    await writeFile(path, html);
    const context = await browser.newContext(options);
    onTestFinished(() => context.close());
    const page = await context.newPage();
    const complaints = listen(page, pathToFileURL(path).href);
    await page.goto(pathToFileURL(path).href);
    return { page, complaints };
  };
}

function listen(page: Page, own: string): readonly string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') {
      complaints.push(`console: ${message.text()}`);
    }
  });
  page.on('pageerror', (error) => complaints.push(`exception: ${error.message}`));
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (request.url() !== own) {
      complaints.push(`request: ${request.url()}`);
    }
  });
  return complaints;
}

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

interface AxeViolation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** What axe finds wrong with a page by WCAG 2.2 A and AA and its best practices, one line each. */
export async function axeViolations(page: Page): Promise<readonly string[]> {
  // Injected over the debugging protocol: the page's own policy lets no other script in.
  const session = await page.context().newCDPSession(page);
  await session.send('Runtime.evaluate', { expression: await readFile(axePath, 'utf8') });
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    expression:
      'axe.run({ resultTypes: ["violations"] }).then(({ violations }) => JSON.stringify(violations))',
    awaitPromise: true,
  });
  if (exceptionDetails !== undefined) {
    throw new Error(`axe did not run: ${exceptionDetails.text}`);
  }
  const violations = JSON.parse(String(result.value)) as readonly AxeViolation[];
  return violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}: ${nodes
        .slice(0, 3)
        .map(({ html, failureSummary = '' }) => `${html.slice(0, 160)} ${failureSummary}`)
        .join(' | ')}`,
  );
}

/** By how many pixels the page is wider than the window. */
export async function overflowOf(page: Page): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
}
