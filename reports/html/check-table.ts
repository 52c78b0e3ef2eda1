import { isProblem, outcomes, profiles, type Judged, type Outcome } from '../outcome.ts';
import { duration } from '../text.ts';
import { markup, type Markup } from './escape.ts';
import { anchorOf } from './failure.ts';

/**
 * The table of all checks, with a form to narrow it by profile, level, outcome and words. The form is hidden until the
 * script shows it, so that nothing is offered that does not work. Rows carry what the script filters by as data.
 */
export function checkTableMarkup(
  judged: readonly Judged[],
  withDetails: ReadonlySet<string>,
): Markup {
  const seen = (Object.keys(outcomes) as Outcome[]).filter((outcome) =>
    judged.some((one) => one.outcome === outcome),
  );
  return markup`<section class="all" id="checks">
    <h2>All checks</h2>
    <form class="filter" hidden>
      ${choice('profile', 'Profile', profiles)} ${choice('level', 'Level', ['MUST', 'SHOULD'])}
      ${choice('outcome', 'Outcome', seen)}
      <label>Words <input type="search" name="words" placeholder="id, title, clause" /></label>
      <output aria-live="polite"></output>
    </form>
    <table>
      <thead>
        <tr>
          <th>Outcome</th>
          <th>Check</th>
          <th>Profile</th>
          <th>Level</th>
          <th class="figure">Requests</th>
          <th class="figure">Time</th>
        </tr>
      </thead>
      <tbody>
        ${judged.map((one) => rowMarkup(one, withDetails))}
      </tbody>
    </table>
  </section>`;
}

function choice(name: string, title: string, values: readonly string[]): Markup {
  return markup`<label
    >${title}
    <select name="${name}">
      <option value="">all</option>
      ${values.map((value) => markup`<option value="${value}">${isOutcome(value) ? outcomes[value].word : value}</option>`)}
    </select></label
  >`;
}

function isOutcome(value: string): value is Outcome {
  return Object.hasOwn(outcomes, value);
}

function rowMarkup({ check, outcome }: Judged, withDetails: ReadonlySet<string>): Markup {
  const { word, mark } = outcomes[outcome];
  return markup`<tr
    data-profile="${check.profile}"
    data-level="${check.level}"
    data-outcome="${outcome}"
  >
    <td><span class="badge ${outcome}">${mark} ${word}</span></td>
    <td class="name">
      ${
        isProblem(outcome) && withDetails.has(check.id)
          ? markup`<a href="#${anchorOf(check)}">${check.title}</a>`
          : markup`<details>
              <summary>${check.title}</summary>
              ${check.fault !== null && markup`<p>${check.fault}</p>`}
              ${check.clauses.map(
                (clause) =>
                  markup`<p>
                    ${clause.statement}
                    <cite>${clause.document}, ${clause.section} (${clause.basis})</cite>
                  </p>`,
              )}
              ${check.findings.map(
                ({ at, expected, actual }) =>
                  markup`<p>${at}: expected ${expected}, got ${actual}</p>`,
              )}
              <ul>
                ${check.evidence.map((line) => markup`<li>${line}</li>`)}
              </ul>
            </details>`
      }
      <code>${check.id}</code>
    </td>
    <td>${check.profile}</td>
    <td>${check.level}</td>
    <td class="figure">${check.requests}</td>
    <td class="figure">${duration(check.durationMs)}</td>
  </tr>`;
}
