import { describe, expect, it } from 'vitest';
import type { RunResult } from '#harness/result.ts';
import { axeViolations, overflowOf, useBrowser } from '#reports/browser.test-kit.ts';
import { hostileText } from '#reports/hostile.test-data.ts';
import { languages, type Language } from '#reports/language/language.ts';
import { renderJson } from '#reports/json.ts';
import { sampleRuns } from '#reports/samples.test-data.ts';
import { certificateFiles, plainWishes } from './files.ts';

/** The page of a run that certifies something. */
function pageOf(run: RunResult, language: Language = 'en'): string {
  const files = certificateFiles(run, renderJson(run), plainWishes, language);
  return files.get('certificate.html') ?? '';
}

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

describe('certificate.html in a browser', () => {
  const open = useBrowser();

  it.each([
    ['on a screen', 'light', {}],
    ['on a screen', 'dark', {}],
    ['on a phone', 'light', phone],
    ['on a phone', 'dark', phone],
  ] as const)(
    'opens without a complaint, and axe finds nothing: %s, %s',
    async (_, scheme, size) => {
      const runs = [sampleRuns.met, sampleRuns.waived];
      const pages = languages.flatMap((language) => runs.map((run) => pageOf(run, language)));
      for (const html of pages) {
        const { page, complaints } = await open(html, { colorScheme: scheme, ...size });
        expect(await page.title()).toMatch(/^Soundcheck (?:certificate: |证书：)gme$/u);
        expect(await axeViolations(page)).toEqual([]);
        expect(await overflowOf(page)).toBe(0);
        expect(complaints).toEqual([]);
      }
    },
  );

  it('is inert whatever the target is called', async () => {
    for (const attack of [hostileText, '<img src=x onerror=alert(1)>', '"><svg onload=alert(1)>']) {
      const { target } = sampleRuns.met;
      const run: RunResult = {
        ...sampleRuns.met,
        target: { ...target, endpoint: attack, observe: attack, bucket: attack, appId: attack },
        dialects: [attack],
        notTested: [attack],
      };
      const { page, complaints } = await open(pageOf(run), phone);
      expect(complaints, attack).toEqual([]);
      expect(await page.locator('img, script').count(), attack).toBe(0);
      expect(await overflowOf(page), attack).toBe(0);
    }
  });

  it('prints on one page', async () => {
    for (const language of languages) {
      const { page } = await open(pageOf(sampleRuns.met, language));
      const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
      expect(pdf.match(/\/Type\s*\/Page\b/gu), language).toHaveLength(1);
    }
  });
});
