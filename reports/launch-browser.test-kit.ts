import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

/** The browser that is driven: `CHROMIUM`, or where Debian puts it. */
const program = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** Nothing but the page: no sandbox in containers, no network of the browser's own. */
const programArguments = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Starts the browser of tests and pictures; whoever calls closes it.
 * @throws Error where there is none.
 */
export async function launchBrowser(): Promise<Browser> {
  if (!existsSync(program)) {
    throw new Error(`There is no browser at ${program}: scripts/install-browser.sh, or CHROMIUM.`);
  }
  return chromium.launch({ executablePath: program, args: programArguments });
}
