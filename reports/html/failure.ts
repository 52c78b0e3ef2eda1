import type { Finding } from '#harness/check.ts';
import type {
  CheckResult,
  ClauseReference,
  Counterexample,
  TimelineStep,
} from '#harness/result.ts';
import { stabilityText } from '../failure-text.ts';
import { outcomes, type Judged } from '../outcome.ts';
import { count, duration } from '../text.ts';
import { markup, type Markup } from './escape.ts';
import { indentJson } from './indent-json.ts';
import { diffLines } from './line-diff.ts';
import { timelineMarkup } from './timeline.ts';

/** Bounds of what is shown of one check; the whole is in report.json. */
const findingsMax = 20;
const exchangesMax = 60;
const statesMax = 6;
const stateLinesMax = 500;

/** The element id of a check's section; check ids hold only letters, digits, `-` and `/`. */
export function anchorOf(check: CheckResult): string {
  return `check-${check.id.replaceAll(/[^\w-]+/g, '-')}`;
}

/** All that a reader needs of one problem, from the claim to the command that replays it. */
export function problemMarkup({ check, outcome }: Judged): Markup {
  const { word, mark } = outcomes[outcome];
  return markup`<article class="problem ${outcome}" id="${anchorOf(check)}">
    <header>
      <p class="badges">
        <span class="badge ${outcome}">${mark} ${word}</span>
        <span class="badge">${check.level}</span>
        <span class="badge">${check.profile}</span>
      </p>
      <h3>${check.title}</h3>
      <p class="id"><code>${check.id}</code>${stabilityText(check)}</p>
    </header>
    ${check.fault !== null && markup`<p class="fault">${check.fault}</p>`}
    ${check.waiver !== null && waiverMarkup(check.waiver)} ${check.clauses.map(clauseMarkup)}
    ${findingsMarkup(check.findings)}
    ${
      check.verdict === 'not-met' &&
      markup`<div class="hint">
        <h4>What to change</h4>
        <p>${check.hint}</p>
      </div>`
    }
    ${check.counterexample !== null && counterexampleMarkup(check.counterexample)}
    ${
      check.evidence.length > 0 &&
      markup`<details>
        <summary>Evidence</summary>
        <ul>
          ${check.evidence.map((line) => markup`<li>${line}</li>`)}
        </ul>
      </details>`
    }
    ${
      check.replay !== null &&
      markup`<div class="replay">
        <h4>Run it again</h4>
        <pre class="command">${check.replay}</pre>
      </div>`
    }
  </article>`;
}

function waiverMarkup(waiver: NonNullable<CheckResult['waiver']>): Markup {
  return markup`<p class="fault">
    Waived by ${waiver.owner} until ${waiver.expires} (${waiver.ticket}): ${waiver.reason}
    ${waiver.codes !== undefined && `Only ${waiver.codes.join(', ')}.`}
  </p>`;
}

function clauseMarkup(clause: ClauseReference): Markup {
  return markup`<blockquote>
    <p>${clause.statement}</p>
    ${clause.reading !== undefined && markup`<p class="reading">We read it so: ${clause.reading}</p>`}
    <footer>
      ${clause.document}, ${clause.section} <span class="badge">${clause.basis}</span>
    </footer>
  </blockquote>`;
}

function findingsMarkup(findings: readonly Finding[]): Markup | null {
  const hidden = findings.length - findingsMax;
  return findings.length === 0
    ? null
    : markup`<div class="findings">
        ${findings.slice(0, findingsMax).map(
          ({ at, code, expected, actual }) =>
            markup`<section class="finding">
              <p class="at">${at} <code>${code}</code></p>
              <dl>
                <div class="expected">
                  <dt>Expected</dt>
                  <dd>${expected}</dd>
                </div>
                <div class="actual">
                  <dt>Actual</dt>
                  <dd>${actual}</dd>
                </div>
              </dl>
            </section>`,
        )}
        ${hidden > 0 && markup`<p class="more">… and ${count(hidden, 'more finding')} in report.json</p>`}
      </div>`;
}

function counterexampleMarkup(counterexample: Counterexample): Markup {
  const { steps, states } = counterexample;
  const hidden = steps.length - exchangesMax;
  return markup`<h4>The shortest plan that shows it</h4>
    ${timelineMarkup(counterexample)} ${states.length > 0 && statesMarkup(states)}
    <details class="exchanges">
      <summary>${count(steps.length, 'exchange')}, as sent and answered (secrets removed)</summary>
      <ol>
        ${steps.slice(0, exchangesMax).map(exchangeMarkup)}
      </ol>
      ${hidden > 0 && markup`<p class="more">… and ${count(hidden, 'more exchange')} in report.json</p>`}
    </details>`;
}

/** States beside each other; lines that the first arm and another do not share are marked. */
function statesMarkup(states: Counterexample['states']): Markup {
  const shown = states
    .slice(0, statesMax)
    .map(({ arm, state }) => ({ arm, lines: indentJson(state).slice(0, stateLinesMax) }));
  const [first] = shown;
  const base = first?.lines ?? [];
  return markup`<h4>What the receiver knew afterwards</h4>
    <div class="states">
      ${shown.map(({ arm, lines }, index) => {
        const against = index === 0 ? (shown[1]?.lines ?? lines) : base;
        const { onlyFirst } = diffLines(lines, against);
        return markup`<section>
          <h5>${arm}</h5>
          <pre>${lines.map((line, at) => [onlyFirst.has(at) ? markup`<mark>${line}</mark>` : line, '\n'])}</pre>
        </section>`;
      })}
    </div>`;
}

function exchangeMarkup(step: TimelineStep): Markup {
  return markup`<li>
    <h5>${step.label}</h5>
    <div class="exchange">
      <pre>${requestText(step)}</pre>
      <pre>${responseText(step)}</pre>
    </div>
  </li>`;
}

function requestText({ request }: TimelineStep): string {
  const headers = request.headers.map(([name, value]) => `${name}: ${value}`);
  return [request.method, ...headers, '', request.body].join('\n');
}

function responseText({ response, answer, ms }: TimelineStep): string {
  if (response === undefined) {
    return `no answer: ${answer}`;
  }
  const headers = Object.entries(response.headers).map(([name, value]) => `${name}: ${value}`);
  return [`${response.status} after ${duration(ms)}`, ...headers, '', response.body].join('\n');
}
