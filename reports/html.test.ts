import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileRun, hostileText } from './hostile.test-data.ts';
import { script, scriptHash } from './html/script.ts';
import { style, styleHash } from './html/style.ts';
import { renderHtml } from './html.ts';
import {
  sampleCheck,
  sampleCounterexample,
  sampleFailure,
  sampleStep,
} from './sample-checks.test-data.ts';
import { sampleRun, sampleRuns } from './samples.test-data.ts';

/** Names of all tags, in order. */
function tagsOf(page: string): readonly string[] {
  return [...page.matchAll(/<(\/?[a-z!][^\s/>]*)/gi)].map(([, name]) => name ?? '');
}

/** Names of all attributes, once each. */
function attributesOf(page: string): ReadonlySet<string> {
  const tags = page.match(/<[a-z][^>]*>/g) ?? [];
  return new Set(
    tags.flatMap((tag) =>
      [...tag.matchAll(/\s([^\s"=>/]+)(?:="[^"]*")?/g)].map(([, name]) => name ?? ''),
    ),
  );
}

describe('renderHtml', () => {
  it('begins with verdict, meaning, profiles, target and what was not tested', () => {
    const page = renderHtml(sampleRuns.notMet);
    const order = [
      '<title>Soundcheck gme: Not met</title>',
      sampleRuns.notMet.summary,
      'Look at this first',
      'not certified',
      'http://127.0.0.1:8080/callback',
      'recovery: the target does not claim it',
      'certificate: wire profile met',
      '<h2>Problems</h2>',
      '<h2>All checks</h2>',
    ].map((part) => page.indexOf(part));
    expect(order.every((at) => at > 0)).toBe(true);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });

  it('tells a failure whole, with a drawn timeline and the states beside each other', () => {
    const page = renderHtml(sampleRuns.notMet);
    for (const part of [
      'Callbacks of one recording may arrive in any order',
      '&quot;uploaded&quot;, as in the in-order arm',
      'stable (3 of 3 replays failed)',
      'class="told duplicate"',
      'class="told late"',
      'class="mark forged"',
      'class="wave"',
      'class="recorded"',
      'class="dropped"',
      'not sent: 3 F2 completed',
      '<del>−     &quot;phase&quot;: &quot;uploaded&quot;,</del>\n<ins>+     &quot;phase&quot;: &quot;started&quot;,</ins>',
      'state unchanged',
      'ON CONFLICT',
      'openssl dgst',
      '<mark>    &quot;phase&quot;: &quot;uploaded&quot;,</mark>\n    &quot;attempts&quot;: 2\n  }\n',
      'bad signature',
      'npx soundcheck replay',
    ]) {
      expect(page).toContain(part);
    }
  });

  it('says so where no answer came', () => {
    const { response: _, ...unanswered } = sampleStep({ answer: 'timeout: 5000 ms' });
    const counterexample = { ...sampleCounterexample, steps: [unanswered], states: [] };
    const page = renderHtml(sampleRun([{ ...sampleFailure, counterexample }]));
    expect(page).toContain('<pre>no answer: timeout: 5000 ms</pre>');
    expect(page).not.toContain('What the receiver knew afterwards');
  });

  it('draws no curve to what was made up', () => {
    expect(renderHtml(sampleRuns.notMet)).not.toContain('class="told forged"');
  });

  it('warns of a run that certifies nothing', () => {
    expect(renderHtml(sampleRuns.filtered)).toContain('a filtered run certifies nothing');
    expect(renderHtml(sampleRuns.inconclusive)).toContain('Cut short: the time budget');
    expect(renderHtml(sampleRuns.configuration)).toContain('Configuration problem');
    const own = sampleRuns.met;
    expect(renderHtml({ ...own, target: { ...own.target, embedded: true } })).toContain(
      'nothing of yours',
    );
  });

  it('links only to places that it has', () => {
    const page = renderHtml(sampleRuns.notMet);
    const targets = [...page.matchAll(/href="([^"]*)"/g)].map(([, target]) => target ?? '');
    expect(targets.length).toBeGreaterThan(2);
    for (const target of targets) {
      expect(target).toMatch(/^#(?:check-|checks$|problems$)/);
      expect(page).toContain(`id="${target.slice(1)}"`);
    }
  });

  it('loads nothing and allows no code but its own', () => {
    const page = renderHtml(sampleRuns.notMet);
    const digest = (text: string): string =>
      `sha256-${createHash('sha256').update(text).digest('base64')}`;
    const [, styleInPage = ''] = /<style>([^<]*)<\/style>/.exec(page) ?? [];
    const [, scriptInPage = ''] = /<script>([^<]*)<\/script>/.exec(page) ?? [];
    expect(styleInPage).toBe(style);
    expect(scriptInPage).toBe(script);
    expect(styleHash).toBe(digest(styleInPage));
    expect(scriptHash).toBe(digest(scriptInPage));
    expect(page).toContain(
      `default-src &#39;none&#39;; style-src &#39;${styleHash}&#39;; script-src &#39;${scriptHash}&#39;`,
    );
    expect(page).not.toMatch(/\s(?:src|style|on\w+)=|@import|url\(/);
  });

  it('has the same tags and attributes whatever the target says', () => {
    const plain = renderHtml(hostileRun('plain'));
    const same = (page: string): void => {
      expect(tagsOf(page)).toEqual(tagsOf(plain));
      expect(attributesOf(page)).toEqual(attributesOf(plain));
      expect(page).not.toMatch(/[^\P{Cc}\n\t]|[\p{Cf}\p{Cs}]/u);
    };
    for (const text of [
      '<script>alert(1)</script>',
      '" onload="alert(1)',
      "' x='",
      '</style><img src=x>',
    ]) {
      same(renderHtml(hostileRun(text)));
    }
    const nasty = fc.array(
      fc.oneof(
        fc.constantFrom('<', '>', '"', "'", '&', '`', '</script>', '<!--', '\u202e', hostileText),
        fc.string({ unit: 'binary' }),
      ),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(nasty, (parts) => same(renderHtml(hostileRun(`x${parts.join('')}`)))),
      {
        numRuns: 60,
      },
    );
  });

  it('tells at length only as many problems as one can read, and lists the others', () => {
    const many = Array.from({ length: 130 }, (_, index) => ({
      ...sampleFailure,
      id: `gme/state/claim-${index}` as const,
    }));
    const page = renderHtml(sampleRun(many));
    expect(page).toContain('… and 30 more problems in the table below');
    expect(page.match(/<tr\s[^>]*data-outcome="broken"/g)).toHaveLength(130);
  });

  it('shows every check in the table, met ones with their clause', () => {
    const page = renderHtml(sampleRun([sampleCheck()]));
    expect(page).toContain('<summary>A callback signed as documented is accepted</summary>');
    expect(page).not.toContain('<h2>Problems</h2>');
  });
});
