/**
 * `npm run picture`: writes docs/images/report.png, the picture of a report that README.md shows. A receiver of the zoo is
 * certified and its report.html photographed in Chromium (scripts/install-browser.sh): the first screen, and the first
 * failure with its drawing. Seed, port, date, duration and requests are fixed, so that the picture changes when reports do.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { defects } from '#fixtures/receivers/gme/index.ts';
import type { RunResult } from '#harness/result.ts';
import { renderHtml } from '#reports/html.ts';
import { launchBrowser } from '#reports/launch-browser.test-kit.ts';
import { certify } from '../cli/certify.ts';
import { encodePalettePng, type Pixels } from './palette-png.ts';

const target = fileURLToPath(new URL('../docs/images/report.png', import.meta.url));
/** The receiver whose failure README.md tells of in words. */
const name = 'last-write-wins';
const secretKey = 'key-of-the-documents-0123456789';
const shownOrigin = 'http://127.0.0.1:8080';
const widthPixels = 1200;
const marginPixels = 16;

async function certifyDefect(): Promise<RunResult> {
  const subject = defects.find((candidate) => candidate.name === name);
  if (subject === undefined) {
    throw new Error(`there is no defective receiver ${name}`);
  }
  const receiver = await subject.start({ secretKey });
  try {
    const { origin } = new URL(receiver.endpoint);
    const result = await certify({
      appId: '1400123456',
      endpoint: `${origin}/callback`,
      secretKey,
      observe: `${origin}/state?room={roomId}`,
      seed: 1,
    });
    return withFixedFigures(
      JSON.parse(JSON.stringify(result).replaceAll(origin, shownOrigin)) as RunResult,
    );
  } finally {
    await receiver.close();
  }
}

/** What differs from run to run and from machine to machine; a busy machine asks for the state more often. */
function withFixedFigures(result: RunResult): RunResult {
  return { ...result, startedAt: '2026-03-01T09:00:00.000Z', durationMs: 7100, requests: 1415 };
}

/** Takes the top of the page, down to the end of the first failure's drawing. */
async function photograph(page: Page): Promise<Buffer> {
  const box = await page.locator('.problem .drawing').first().boundingBox();
  if (box === null) {
    throw new Error('the report draws no failure');
  }
  const height = Math.ceil(box.y + box.height + marginPixels);
  return page.screenshot({
    fullPage: true,
    clip: { x: 0, y: 0, width: widthPixels, height },
  });
}

/** What a PNG shows, by the browser's own decoder; a page without content, since a report lets no script in. */
async function pixelsOf(png: Buffer, blank: Page): Promise<Pixels> {
  const { width, height, rgb } = await blank.evaluate<{
    width: number;
    height: number;
    rgb: string;
  }>(`(async () => {
    const answer = await fetch('data:image/png;base64,${png.toString('base64')}');
    const image = await createImageBitmap(await answer.blob());
    const { width, height } = image;
    const canvas = new OffscreenCanvas(width, height).getContext('2d');
    canvas.drawImage(image, 0, 0);
    const { data } = canvas.getImageData(0, 0, width, height);
    const rgb = data.filter((_, at) => at % 4 !== 3);
    let text = '';
    for (let at = 0; at < rgb.length; at += 4096) {
      text += String.fromCharCode(...rgb.subarray(at, at + 4096));
    }
    return { width, height, rgb: btoa(text) };
  })()`);
  return { width, height, rgb: Buffer.from(rgb, 'base64') };
}

const html = renderHtml(await certifyDefect());
const folder = await mkdtemp(join(tmpdir(), 'soundcheck-picture-'));
const browser = await launchBrowser();
try {
  const path = join(folder, 'report.html');
  await writeFile(path, html);
  const page = await browser.newPage({
    viewport: { width: widthPixels, height: 900 },
    colorScheme: 'light',
  });
  await page.goto(pathToFileURL(path).href);
  await mkdir(dirname(target), { recursive: true });
  const pixels = await pixelsOf(await photograph(page), await browser.newPage());
  await writeFile(target, encodePalettePng(pixels));
} finally {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
}
