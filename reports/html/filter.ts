import { outcomes, profiles, type Judged, type Outcome } from '../outcome.ts';
import { markup, type Markup } from './escape.ts';
import type { Page } from './page.ts';

/**
 * The form that narrows problems and table by profile, level, verdict and words. It is hidden until the script shows it,
 * so that nothing is offered that does not work. Problems and rows carry what is filtered by as data.
 */
export function filterMarkup(judged: readonly Judged[], { say }: Page): Markup {
  const seen = (Object.keys(outcomes) as Outcome[]).filter((outcome) =>
    judged.some((one) => one.outcome === outcome),
  );
  return markup`<form class="filter" role="search" aria-label="${say.filterLabel}" hidden>
    <label class="words"
      >${say.search} <input type="search" name="words" placeholder="${say.searchHint}"
    /></label>
    ${choice(
      'outcome',
      say.verdict,
      say.all,
      seen.map((outcome) => [outcome, say.outcomes[outcome]]),
    )}
    ${choice(
      'profile',
      say.profile,
      say.all,
      profiles.map((profile) => [profile, profile]),
    )}
    ${choice('level', say.level, say.all, [
      ['MUST', 'MUST'],
      ['SHOULD', 'SHOULD'],
    ])}
    <button type="reset">${say.clear}</button>
    <output aria-live="polite" data-text="${say.shown}"></output>
  </form>`;
}

function choice(
  name: string,
  title: string,
  all: string,
  values: readonly (readonly [value: string, word: string])[],
): Markup {
  return markup`<label
    >${title}
    <select name="${name}">
      <option value="">${all}</option>
      ${values.map(([value, word]) => markup`<option value="${value}">${word}</option>`)}
    </select></label
  >`;
}
