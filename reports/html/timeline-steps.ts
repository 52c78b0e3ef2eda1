import type { Messages } from '../language/en.ts';
import { duration } from '../text.ts';
import { marksOf, placeOf, type Delivery, type Timeline } from '../timeline.ts';
import { markRadius } from '../timeline-layout.ts';
import { markup, type Markup } from './escape.ts';
import type { StateChange } from './state-change.ts';
import { kindClass, markMarkup } from './timeline-mark.ts';

/** Changes of more lines than this are folded. */
const openLinesMax = 8;
const shownLinesMax = 120;
const iconSize = 2 * markRadius + 10;

/** The timeline in words: each request in the order of sending with what came back, and what was never sent. */
export function stepsMarkup(
  { truth, deliveries }: Timeline,
  changes: ReadonlyMap<number, StateChange>,
  say: Messages,
): Markup {
  const numbers = new Map(truth.map(({ order }, index) => [order, index + 1]));
  const lost = truth.filter(({ sent }) => !sent);
  return markup`<ol class="steps">
      ${deliveries.map((delivery, index) => {
        const endsWave = deliveries[index + 1]?.step.wave !== delivery.step.wave;
        const change = endsWave ? changes.get(delivery.step.wave) : undefined;
        const place = placeOf(delivery);
        const number = place === undefined ? undefined : numbers.get(place);
        return stepMarkup(delivery, number, change, say);
      })}
    </ol>
    ${
      lost.length > 0 &&
      markup`<p class="lost">
        ${say.notSent}: ${lost.map(({ order, label }) => `${String(numbers.get(order) ?? 0)}${label === undefined ? '' : ` ${label}`}`).join(', ')}
      </p>`
    }`;
}

function stepMarkup(
  delivery: Delivery,
  number: number | undefined,
  change: StateChange | undefined,
  say: Messages,
): Markup {
  const { step, kind } = delivery;
  const refused = step.response === undefined || step.response.status >= 300;
  const marks = marksOf(delivery, say);
  const middle = iconSize / 2;
  return markup`<li class="step ${kindClass(kind)}">
    <svg class="icon" width="${iconSize}" height="${iconSize}" viewBox="0 0 ${iconSize} ${iconSize}" aria-hidden="true">
      ${markMarkup(kind, middle, middle, number)}
    </svg>
    <div>
      <p class="what">
        <b>${step.label}</b>
        <span class="${refused ? 'answer other' : 'answer'}">${step.answer}</span>
        <span class="soft">${duration(step.ms)}</span>
        ${marks.length > 0 && markup`<i>${marks.join(', ')}</i>`}
        ${number !== undefined && markup`<span class="soft unseen">${say.tellsOf(number)}</span>`}
      </p>
      ${change !== undefined && changeMarkup(change, say)}
    </div>
  </li>`;
}

/** What the step changed in the receiver's state, line by line. */
function changeMarkup({ lines, gone, come }: StateChange, say: Messages): Markup {
  if (lines === 0) {
    return markup`<p class="soft">${say.stateUnchanged}</p>`;
  }
  const all = [
    ...gone.slice(0, shownLinesMax).map((line) => markup`<del>− ${line}</del>`),
    ...come.slice(0, shownLinesMax).map((line) => markup`<ins>+ ${line}</ins>`),
  ].map((line) => [line, '\n']);
  const text = markup`<pre class="change">${all}</pre>`;
  return all.length <= openLinesMax
    ? text
    : markup`<details>
        <summary>${say.stateChanged(lines)}</summary>
        ${text}
      </details>`;
}
