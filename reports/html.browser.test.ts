import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { RunResult } from '#harness/result.ts';
import { axeViolations, overflowOf, useBrowser } from './browser.test-kit.ts';
import { archiveFailure, sparkPlan } from './drawn-services.test-data.ts';
import { hostileRun, hostileText } from './hostile.test-data.ts';
import { renderHtml } from './html.ts';
import { en } from './language/en.ts';
import {
  sampleAdvice,
  sampleCheck,
  sampleFailure,
  sampleHarnessError,
  sampleNotApplicable,
  sampleUntestable,
  sampleWaived,
} from './sample-checks.test-data.ts';
import { sampleArchiveFailure } from './sample-archive.test-data.ts';
import { sampleRuns } from './samples.test-data.ts';

/** Every outcome at once. */
const everything: RunResult = {
  ...sampleRuns.notMet,
  checks: [
    sampleCheck(),
    sampleFailure,
    sampleArchiveFailure,
    sampleAdvice,
    sampleUntestable,
    sampleHarnessError,
    sampleWaived,
    sampleNotApplicable,
  ],
};

/** Runs in the page. */
const unfoldAll = "document.querySelectorAll('details').forEach((part) => { part.open = true; })";

/** What has the focus, as a reader perceives it. */
interface Focused {
  readonly tag: string;
  readonly text: string;
  /** Id of the section that it is in. */
  readonly inside: string;
  readonly visible: boolean;
  readonly outline: boolean;
}

/** Null at the end of the page. */
async function focusedIn(page: Page): Promise<Focused | null> {
  return page.evaluate<Focused | null>(`(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return null;
    const { width, height } = element.getBoundingClientRect();
    return {
      tag: element.tagName,
      text: element.textContent.trim().slice(0, 60),
      inside: element.closest('section')?.id ?? '',
      visible: width > 0 && height > 0,
      outline: getComputedStyle(element).outlineStyle !== 'none',
    };
  })()`);
}

/** Where an element stands. @throws Error where it is not shown. */
async function boxOf(element: Locator): Promise<{ readonly x: number; readonly width: number }> {
  const box = await element.boundingBox();
  if (box === null) {
    throw new Error('the element is not shown');
  }
  return box;
}

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

describe('report.html in a browser', () => {
  const open = useBrowser();

  it('would be caught loading, running or showing what it must not', async () => {
    const page = `<!doctype html><title>t</title><img src="https://example.invalid/x.png">
      <p style="color: #bbb; background: #ccc; width: 2000px">pale</p><script>alert(1)</script>`;
    const opened = await open(page, phone);
    expect(opened.complaints.join()).toMatch(/dialog: 1/u);
    expect(opened.complaints.join()).toContain('request: https://example.invalid/x.png');
    expect((await axeViolations(opened.page)).join()).toMatch(/color-contrast.*image-alt/su);
    expect(await overflowOf(opened.page)).toBeGreaterThan(0);
  });

  describe.each(['en', 'zh'] as const)('in %s', (language) => {
    it.each(Object.entries({ ...sampleRuns, everything }))(
      'opens without a complaint: %s',
      async (_, run) => {
        const { page, complaints } = await open(renderHtml(run, { language }));
        expect(await page.title()).toContain('Soundcheck gme');
        expect(complaints).toEqual([]);
      },
    );

    it.each(['light', 'dark'] as const)('axe finds nothing in %s', async (colorScheme) => {
      const { page } = await open(renderHtml(everything, { language }), { colorScheme });
      await page.evaluate(unfoldAll);
      expect(await axeViolations(page)).toEqual([]);
    });

    it('fits a phone, and axe finds nothing there', async () => {
      const { page } = await open(renderHtml(everything, { language }), phone);
      await page.evaluate(unfoldAll);
      expect(await overflowOf(page)).toBe(0);
      expect(await axeViolations(page)).toEqual([]);
    });
  });

  it.each([
    ['trtc', 'pause-unmarked', 'trtc/segmentation/sections-are-marked', 'gap', 1],
    [
      'sparkrtc',
      'mp4-files-too-long',
      'sparkrtc/segmentation/files-keep-to-the-length',
      'wrong',
      2,
    ],
  ] as const)(
    'draws a recording of %s along time: %s',
    async (service, archive, check, kind, bars) => {
      const failure = await archiveFailure(service, archive, check);
      const html = renderHtml({ ...sampleRuns.notMet, service, checks: [failure] });
      for (const options of [{}, { colorScheme: 'dark' as const }, phone]) {
        const { page, complaints } = await open(html, options);
        const track = page.locator('figure.track').first();
        expect(await track.locator('svg').count()).toBe(bars);
        expect(await track.locator('li b').first().textContent()).toBe(en.parts[kind]);
        const whole = await boxOf(track.locator('svg').first());
        const odd = await boxOf(track.locator(`rect.part.${kind}`).first());
        expect(odd.width).toBeGreaterThan(2);
        expect(odd.x).toBeGreaterThanOrEqual(whole.x - 1);
        expect(odd.x + odd.width).toBeLessThanOrEqual(whole.x + whole.width + 1);
        expect(await overflowOf(page)).toBe(0);
        expect(await axeViolations(page)).toEqual([]);
        expect(complaints).toEqual([]);
      }
    },
  );

  it('draws a SparkRTC story: a lane for each file of the job, a bar from its beginning to its end', async () => {
    const failure = { ...sampleFailure, counterexample: sparkPlan() };
    const { page } = await open(
      renderHtml({ ...sampleRuns.notMet, service: 'sparkrtc', checks: [failure] }),
    );
    const drawing = page.locator('.drawing svg').first();
    const names = await drawing.locator('text.name').allTextContents();
    expect(names.filter((name) => name !== '')).toEqual(['R1', 'T1', 'U1', 'F1', 'F2', 'T1']);
    const bars = await drawing.locator('rect.recorded').all();
    expect(bars).toHaveLength(2);
    for (const bar of bars) {
      expect((await boxOf(bar)).width).toBeGreaterThan(40);
    }
    expect(await drawing.locator('.event.lost').count()).toBe(1);
  });

  it('lets no text of a target run, load or overflow', async () => {
    const attacks = [
      hostileText,
      '<img src=x onerror=alert(1)>',
      '"><svg onload=alert(1)>',
      "';alert(1);//",
      '</script><script>alert(1)</script>',
      '</style><style>*{background:url(https://example.com/x)}</style>',
      'javascript:alert(1)',
      'x'.repeat(3000),
    ];
    for (const attack of attacks) {
      const { page, complaints } = await open(renderHtml(hostileRun(attack)), phone);
      await page.evaluate(unfoldAll);
      expect(complaints, attack).toEqual([]);
      expect(await page.locator('img, iframe, object, embed, link, base').count(), attack).toBe(0);
      expect(await page.locator('script').count(), attack).toBe(1);
      expect(await overflowOf(page), attack).toBe(0);
    }
  });

  it('is read by keyboard alone', async () => {
    const { page } = await open(renderHtml(everything));
    await page.keyboard.press('Tab');
    expect(await focusedIn(page)).toMatchObject({ text: 'To the problems' });
    await page.keyboard.press('Enter');
    expect(page.url()).toMatch(/#problems$/u);
    await page.keyboard.press('Tab');
    expect(await focusedIn(page)).toMatchObject({ inside: 'problems' });
    // Every stop is seen, has an outline, and none is a trap.
    const stops: string[] = [];
    for (let press = 0; press < 200; press += 1) {
      const stop = await focusedIn(page);
      if (stop === null) {
        break;
      }
      expect(stop.visible, stop.text).toBe(true);
      expect(stop.outline, stop.text).toBe(true);
      stops.push(`${stop.tag} ${stop.text}`);
      await page.keyboard.press('Tab');
    }
    expect(stops.length).toBeGreaterThan(10);
    expect(stops.length).toBeLessThan(200);
    expect(stops.some((stop) => stop.startsWith('SUMMARY'))).toBe(true);
  });

  it('opens a fold by keyboard and shows the bytes in it', async () => {
    const { page } = await open(renderHtml(everything));
    const summary = page.locator('details.exchanges > summary').first();
    await summary.focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('details.exchanges pre').first().isVisible()).toBe(true);
  });

  it('narrows problems and table by profile, level, verdict and words', async () => {
    const { page } = await open(renderHtml(everything));
    const rows = page.locator('tbody tr:visible');
    const problems = page.locator('#problems article:visible');
    const output = page.locator('form.filter output');
    const all = everything.checks.length;
    expect(await output.textContent()).toBe(`${String(all)} of ${String(all)} checks`);
    await page.locator('select[name=profile]').selectOption('state');
    expect(await problems.count()).toBe(1);
    expect(await rows.count()).toBe(2);
    await page.locator('select[name=outcome]').selectOption('waived');
    expect(await problems.count()).toBe(0);
    expect(await page.locator('#problems .none-shown').isVisible()).toBe(true);
    expect(await rows.count()).toBe(1);
    await page.getByRole('button', { name: 'Clear' }).click();
    await expect.poll(async () => rows.count()).toBe(all);
    await page.locator('select[name=level]').selectOption('SHOULD');
    expect(await rows.count()).toBe(1);
    await page.locator('select[name=level]').selectOption('');
    await page.getByRole('searchbox').fill('PHASE-went back');
    expect(await rows.count()).toBe(0);
    expect(await problems.count()).toBe(1);
  });

  it('follows a link to a problem that the filter hides', async () => {
    const { page } = await open(renderHtml(everything));
    await page.getByRole('searchbox').fill('no such thing');
    await page.evaluate("location.hash = document.querySelector('article.problem').id");
    await expect.poll(async () => page.locator('article.problem').first().isVisible()).toBe(true);
  });

  it('copies a command', async () => {
    const { page } = await open(renderHtml(everything), {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const button = page.locator('.replay button.copy').first();
    await button.click();
    expect(await button.textContent()).toBe('Copied');
    const copied = await page.evaluate('navigator.clipboard.readText()');
    expect(copied).toContain('npx soundcheck replay sc1-');
  });

  it('can be read without script', async () => {
    const { page, complaints } = await open(renderHtml(everything), { javaScriptEnabled: false });
    expect(await page.locator('form.filter').isVisible()).toBe(false);
    expect(await page.locator('article.problem').first().isVisible()).toBe(true);
    expect(complaints).toEqual([]);
  });

  it('prints everything but what only a screen can do', async () => {
    const { page } = await open(renderHtml(everything));
    await page.emulateMedia({ media: 'print' });
    await page.evaluate("dispatchEvent(new Event('beforeprint'))");
    expect(await page.locator('form.filter').isVisible()).toBe(false);
    expect(await page.locator('button.copy:visible').count()).toBe(0);
    expect(await page.locator('details.exchanges pre').first().isVisible()).toBe(true);
    expect((await page.pdf()).byteLength).toBeGreaterThan(10_000);
  });
});
