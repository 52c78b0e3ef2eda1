import type { CheckResult } from '#harness/result.ts';
import { isProblem, outcomes, type Judged } from '../outcome.ts';
import { duration } from '../text.ts';
import { translate } from '../language/translate.ts';
import { markup, type Markup } from './escape.ts';
import { anchorOf } from './failure.ts';
import { saidMarkup, valueMarkup, type Page } from './page.ts';

/** The table of all checks. Those that are told at length above are linked, the others unfold. */
export function checkTableMarkup(
  judged: readonly Judged[],
  withDetails: ReadonlySet<string>,
  page: Page,
): Markup {
  const { say } = page;
  return markup`<section class="all" id="checks">
    <h2>${say.allChecks}</h2>
    <table>
      <thead>
        <tr>
          <th scope="col">${say.verdict}</th>
          <th scope="col">${say.check}</th>
          <th scope="col">${say.profile}</th>
          <th scope="col">${say.level}</th>
          <th scope="col" class="figure">${say.requestsHead}</th>
          <th scope="col" class="figure">${say.timeHead}</th>
        </tr>
      </thead>
      <tbody>
        ${judged.map((one) => rowMarkup(one, withDetails, page))}
      </tbody>
    </table>
  </section>`;
}

function rowMarkup(
  { check, outcome }: Judged,
  withDetails: ReadonlySet<string>,
  page: Page,
): Markup {
  const { say } = page;
  return markup`<tr
    data-profile="${check.profile}"
    data-level="${check.level}"
    data-outcome="${outcome}"
  >
    <td><span class="badge ${outcome}">${outcomes[outcome].mark} ${say.outcomes[outcome]}</span></td>
    <td class="name">
      ${
        isProblem(outcome) && withDetails.has(check.id)
          ? markup`<a href="#${anchorOf(check)}">${saidMarkup(check.title, page)}</a>`
          : unfolding(check, page)
      }
      <code>${check.id}</code>
    </td>
    <td>${check.profile}</td>
    <td>${check.level}</td>
    <td class="figure">${check.requests}</td>
    <td class="figure">${duration(check.durationMs)}</td>
  </tr>`;
}

function unfolding(check: CheckResult, page: Page): Markup {
  const said = (english: string): string => translate(english, page.language).text;
  return markup`<details>
    <summary>${saidMarkup(check.title, page)}</summary>
    ${check.fault !== null && markup`<p>${saidMarkup(check.fault, page)}</p>`}
    ${check.clauses.map(
      (clause) =>
        markup`<p>
          ${saidMarkup(clause.statement, page)}
          <cite>${clause.document}, ${clause.section} (${page.say.bases[clause.basis]})</cite>
        </p>`,
    )}
    ${check.findings.map(
      ({ at, expected, actual }) =>
        markup`<p>${page.say.expectedGot(said(at), said(expected), said(actual))}</p>`,
    )}
    ${
      check.evidence.length > 0 &&
      markup`<ul>
        ${check.evidence.map((line) => markup`<li>${valueMarkup(line, page)}</li>`)}
      </ul>`
    }
  </details>`;
}
