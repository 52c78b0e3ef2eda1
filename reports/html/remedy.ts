import type { CheckResult } from '#harness/result.ts';
import { curlScript } from '../curl.ts';
import { recipeFor, recipeTexts } from '../recipes.ts';
import { markup, type Markup } from './escape.ts';
import { saidMarkup, type Page } from './page.ts';

/** What to change: the hint, and how that is written in the usual frameworks. */
export function remedyMarkup(check: CheckResult, page: Page): Markup {
  const recipe = recipeFor(check.id);
  return markup`<div class="hint">
    <h4>${page.say.whatToChange}</h4>
    <p>${saidMarkup(check.hint, page)}</p>
    ${
      recipe !== undefined &&
      markup`<details class="recipe">
        <summary>${page.say.recipe}: ${recipeTexts(recipe, page.language).title}</summary>
        <p>${recipeTexts(recipe, page.language).advice}</p>
        ${recipe.samples.map(
          ({ framework, code }) =>
            markup`<details>
              <summary>${framework}</summary>
              ${copyable(code, page)}
            </details>`,
        )}
      </details>`
    }
  </div>`;
}

/** How to see it again: one command of ours, or a script of curl. */
export function replayMarkup(check: CheckResult, page: Page): Markup {
  const script = curlScript(check, page.signing);
  return markup`<div class="replay">
    ${
      check.replay !== null &&
      markup`<h4>${page.say.runAgain}</h4>
        ${copyable(check.replay, page)}`
    }
    ${
      script !== null &&
      markup`<details class="curl">
        <summary>${page.say.curl}</summary>
        <p class="soft">${page.say.curlNote}</p>
        ${copyable(script, page)}
      </details>`
    }
  </div>`;
}

/** Code with a button that the script shows where it can copy. */
function copyable(code: string, { say }: Page): Markup {
  return markup`<div class="code">
    <pre tabindex="0">${code}</pre>
    <button type="button" class="copy" data-done="${say.copied}" hidden>${say.download}</button>
  </div>`;
}
