import type { Counterexample, TimelineStep } from '#harness/result.ts';
import { duration } from '../text.ts';
import { markup, type Markup } from './escape.ts';
import { hexDump } from './hex-dump.ts';
import type { Page } from './page.ts';

/** Bound of what is shown; the whole is in report.json. */
const exchangesMax = 60;

/** The requests and answers of a counterexample, folded. */
export function exchangesMarkup({ steps }: Counterexample, { say }: Page): Markup {
  const hidden = steps.length - exchangesMax;
  return markup`<details class="exchanges">
    <summary>${say.exchanges(steps.length)}</summary>
    <ol>
      ${steps.slice(0, exchangesMax).map(
        (step) =>
          markup`<li>
            <h5>${step.label}</h5>
            <div class="exchange">
              <div>${requestMarkup(step, say)}</div>
              <pre>${responseText(step, say)}</pre>
            </div>
          </li>`,
      )}
    </ol>
    ${hidden > 0 && markup`<p class="more">${say.moreExchanges(hidden)}</p>`}
  </details>`;
}

function requestMarkup({ request }: TimelineStep, say: Page['say']): Markup {
  const query = (request.query ?? []).map(([name, value]) => `${name}=${value}`).join('&');
  const line = query === '' ? request.method : `${request.method} ?${query}`;
  const headers = request.headers.map(([name, value]) => `${name}: ${value}`);
  return markup`<pre>${[line, ...headers, '', request.body].join('\n')}</pre>
    ${request.splitAt !== undefined && markup`<p class="soft">${say.splitAt(request.splitAt.join(', '))}</p>`}
    ${
      request.bodyBase64 !== undefined &&
      markup`<p class="soft">${say.notUtf8}</p>
        <pre>${hexDump(request.bodyBase64)}</pre>`
    }`;
}

function responseText({ response, answer, ms }: TimelineStep, say: Page['say']): string {
  if (response === undefined) {
    return say.noAnswer(answer);
  }
  const headers = Object.entries(response.headers).map(([name, value]) => `${name}: ${value}`);
  return [say.after(response.status, duration(ms)), ...headers, '', response.body].join('\n');
}
