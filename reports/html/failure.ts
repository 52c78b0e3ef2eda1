import type { CheckResult, ClauseReference, Counterexample } from '#harness/result.ts';
import { outcomes, type Judged } from '../outcome.ts';
import { markup, type Markup } from './escape.ts';
import { exchangesMarkup } from './exchange.ts';
import { findingsMarkup } from './findings.ts';
import { indentJson } from './indent-json.ts';
import { diffLines } from './line-diff.ts';
import { readingMarkup, saidMarkup, valueMarkup, type Page } from './page.ts';
import { remedyMarkup, replayMarkup } from './remedy.ts';
import { timelineMarkup } from './timeline.ts';

/** Bounds of what is shown of one check; the whole is in report.json. */
const statesMax = 6;
const stateLinesMax = 500;

/** The element id of a check's section; check ids hold only letters, digits, `-` and `/`. */
export function anchorOf(check: CheckResult): string {
  return `check-${check.id.replaceAll(/[^\w-]+/g, '-')}`;
}

/** All that a reader needs of one problem, from the claim to the command that replays it. */
export function problemMarkup({ check, outcome }: Judged, page: Page): Markup {
  const { mark } = outcomes[outcome];
  const { say } = page;
  return markup`<article
    class="problem ${outcome}"
    id="${anchorOf(check)}"
    data-profile="${check.profile}"
    data-level="${check.level}"
    data-outcome="${outcome}"
  >
    <header>
      <p class="badges">
        <span class="badge ${outcome}">${mark} ${say.outcomes[outcome]}</span>
        <span class="badge">${check.level}</span>
        <span class="badge">${check.profile}</span>
        ${check.stability !== null && stabilityMarkup(check.stability, page)}
      </p>
      <h3>${saidMarkup(check.title, page)}</h3>
      <p class="id"><code>${check.id}</code></p>
    </header>
    ${check.fault !== null && markup`<p class="fault">${saidMarkup(check.fault, page)}</p>`}
    ${check.waiver !== null && waiverMarkup(check.waiver, page)}
    ${findingsMarkup(check.findings, page)}
    ${check.verdict === 'not-met' && remedyMarkup(check, page)}
    ${check.counterexample !== null && counterexampleMarkup(check.counterexample, page)}
    <div class="clauses">${check.clauses.map((clause) => clauseMarkup(clause, page))}</div>
    ${
      check.evidence.length > 0 &&
      markup`<details>
        <summary>${say.evidence}</summary>
        <ul>
          ${check.evidence.map((line) => markup`<li>${valueMarkup(line, page)}</li>`)}
        </ul>
      </details>`
    }
    ${(check.replay !== null || check.counterexample !== null) && replayMarkup(check, page)}
  </article>`;
}

function stabilityMarkup(
  { kind, failed, of }: NonNullable<CheckResult['stability']>,
  { say }: Page,
): Markup {
  return markup`<span class="badge">${say.replays(say.stabilities[kind], failed, of)}</span>`;
}

function waiverMarkup(waiver: NonNullable<CheckResult['waiver']>, { say }: Page): Markup {
  return markup`<p class="fault">
    ${say.waivedBy(waiver.owner, waiver.expires, waiver.ticket, waiver.reason)}
    ${waiver.codes !== undefined && say.onlyCodes(waiver.codes.join(', '))}
  </p>`;
}

function clauseMarkup(clause: ClauseReference, page: Page): Markup {
  const { say } = page;
  const reading = readingMarkup(clause, page);
  return markup`<blockquote>
    <p>${saidMarkup(clause.statement, page)}</p>
    ${reading !== null && markup`<p class="reading">${reading}</p>`}
    <footer>
      <cite>${clause.document}, ${clause.section}</cite>
      <span class="badge">${say.bases[clause.basis]}</span>
    </footer>
  </blockquote>`;
}

function counterexampleMarkup(counterexample: Counterexample, page: Page): Markup {
  const { states } = counterexample;
  return markup`<h4>${page.say.plan}</h4>
    ${timelineMarkup(counterexample, page.say)}
    ${states.length > 0 && statesMarkup(states, page)} ${exchangesMarkup(counterexample, page)}`;
}

/** States beside each other; lines that the first arm and another do not share are marked. */
function statesMarkup(states: Counterexample['states'], { say }: Page): Markup {
  const shown = states
    .slice(0, statesMax)
    .map(({ arm, state }) => ({ arm, lines: indentJson(state).slice(0, stateLinesMax) }));
  const [first] = shown;
  const base = first?.lines ?? [];
  return markup`<h4>${say.knewAfterwards}</h4>
    <div class="states">
      ${shown.map(({ arm, lines }, index) => {
        const against = index === 0 ? (shown[1]?.lines ?? lines) : base;
        const { onlyFirst } = diffLines(lines, against);
        return markup`<section>
          <h5>${arm}</h5>
          <pre tabindex="0">${lines.map((line, at) => [onlyFirst.has(at) ? markup`<mark>${line}</mark>` : line, '\n'])}</pre>
        </section>`;
      })}
    </div>`;
}
