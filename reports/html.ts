import type { RunResult } from '#harness/result.ts';
import { checkTableMarkup } from './html/check-table.ts';
import { markup, trusted, type Markup } from './html/escape.ts';
import { problemMarkup } from './html/failure.ts';
import { overviewMarkup, verdictWord } from './html/overview.ts';
import { script, scriptHash } from './html/script.ts';
import { style, styleHash } from './html/style.ts';
import { isProblem, judge, type Judged } from './outcome.ts';
import { count } from './text.ts';

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
 * Writes `report.markup`: one self-contained file that needs no network and no script to be read. First the verdict,
 * profiles, target and what was not tested; then each problem with its clause, expectation, delivery plan, states and
 * exchanges; then all checks. Deterministic, and inert whatever the target answered.
 */
export function renderHtml(result: RunResult): string {
  const judged = judge(result);
  const problems = judged.filter(({ outcome }) => isProblem(outcome));
  const told = problems.slice(0, problemsMax);
  const waived = judged.filter(({ outcome }) => outcome === 'waived');
  const page = markup`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <title>Soundcheck ${result.service}: ${verdictWord(result)}</title>
        ${trusted(`<style>${style}</style>`)}
      </head>
      <body>
        <main>
          ${overviewMarkup(result)}
          ${sectionMarkup('Problems', told, problems.length - told.length)}
          ${sectionMarkup('Waived', waived, 0)}
          ${checkTableMarkup(judged, new Set(told.map(({ check }) => check.id)))}
        </main>
        <footer class="page">
          ${result.tool.name} ${result.tool.version} on Node.js ${result.tool.node} · seed
          ${result.seed} · the whole report is in report.json (${result.schema})
        </footer>
        ${trusted(`<script>${script}</script>`)}
      </body>
    </html>
`;
  return page.html;
}

function sectionMarkup(title: string, told: readonly Judged[], hidden: number): Markup | null {
  return told.length === 0
    ? null
    : markup`<section class="problems">
        <h2>${title}</h2>
        ${told.map(problemMarkup)}
        ${hidden > 0 && markup`<p class="more">… and ${count(hidden, 'more problem')} in the table below</p>`}
      </section>`;
}
