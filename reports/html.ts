import type { RunResult } from '#harness/result.ts';
import { checkTableMarkup } from './html/check-table.ts';
import { markup, trusted, type Markup } from './html/escape.ts';
import { problemMarkup } from './html/failure.ts';
import { filterMarkup } from './html/filter.ts';
import { overviewMarkup } from './html/overview.ts';
import { pageOf, type Page } from './html/page.ts';
import { script, scriptHash } from './html/script.ts';
import { style, styleHash } from './html/style.ts';
import type { Language } from './language/language.ts';
import { isProblem, judge, type Judged } from './outcome.ts';

/** Problems that are told at length; the others stand in the table with their findings. */
const problemsMax = 100;

/** Nothing is loaded from anywhere, and nothing runs but our own style sheet and script, named by their hashes. */
const policy = [
  "default-src 'none'",
  `style-src '${styleHash}'`,
  `script-src '${scriptHash}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/**
 * Writes `report.html`: one self-contained file that needs no network and no script to be read. First the verdict,
 * profiles, target and what was not tested; then each problem with its expectation, remedy, drawn delivery plan, states,
 * exchanges and clause; then all checks. Deterministic, and inert whatever the target answered.
 */
export function renderHtml(
  result: RunResult,
  { language = 'en' }: { readonly language?: Language } = {},
): string {
  const page = pageOf(result, language);
  const { say } = page;
  const judged = judge(result);
  const problems = judged.filter(({ outcome }) => isProblem(outcome));
  const told = problems.slice(0, problemsMax);
  const waived = judged.filter(({ outcome }) => outcome === 'waived');
  const hidden = problems.length - told.length;
  const document = markup`<!doctype html>
    <html lang="${say.tag}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <title>Soundcheck ${result.service}: ${say.verdicts[result.verdict]}</title>
        ${trusted(`<style>${style}</style>`)}
      </head>
      <body>
        <nav class="skip">
          ${told.length > 0 && markup`<a href="#problems">${say.toProblems}</a>`}
          <a href="#checks">${say.toChecks}</a>
        </nav>
        <main>
          ${overviewMarkup(result, page)} ${filterMarkup(judged, page)}
          ${sectionMarkup({ id: 'problems', title: say.problems, told, hidden }, page)}
          ${sectionMarkup({ id: 'waived', title: say.waived, told: waived, hidden: 0 }, page)}
          ${checkTableMarkup(judged, new Set(told.map(({ check }) => check.id)), page)}
        </main>
        <footer class="page">
          ${say.footer(`${result.tool.name} ${result.tool.version}`, result.tool.node, result.seed, result.schema)}
          ${say.untranslated}
        </footer>
        ${trusted(`<script>${script}</script>`)}
      </body>
    </html>
`;
  return document.html;
}

interface Section {
  readonly id: string;
  readonly title: string;
  readonly told: readonly Judged[];
  /** Problems that are not told here. */
  readonly hidden: number;
}

function sectionMarkup({ id, title, told, hidden }: Section, page: Page): Markup | null {
  return told.length === 0
    ? null
    : markup`<section class="problems" id="${id}">
        <h2>${title}</h2>
        <p class="none-shown" hidden>${page.say.noneShown}</p>
        ${told.map((one) => problemMarkup(one, page))}
        ${hidden > 0 && markup`<p class="more">${page.say.moreProblems(hidden)}</p>`}
      </section>`;
}
