import type { Counterexample } from '#harness/result.ts';
import { count, duration } from '../text.ts';
import { marksOf, timelineOf, type Delivery, type Timeline } from '../timeline.ts';
import { markup, type Markup } from './escape.ts';

/** Pixels; the style sheet gives the rows of both lists the same height. */
const rowHeight = 44;
const laneWidth = 96;
/** The lane in which the first and the last step of a wave are bound together. */
const waveX = laneWidth - 7;
const deliveriesMax = 200;

/** Kinds with a shape and colour of their own; any other kind is drawn as a control. */
const knownKinds = ['original', 'duplicate', 're-send', 'forged', 'malformed'];

/** Kinds that tell of nothing that happened. */
const inventedKinds = ['forged', 'malformed'];

/**
 * Draws a counterexample: what really happened on the left in true order, what was sent on the right in the order of
 * sending, a curve from each event to each time it was told. Crossing curves are reordering, two curves from one event
 * a repetition, an event without a curve was never delivered, a mark without one was made up.
 */
export function timelineMarkup(counterexample: Counterexample): Markup {
  const whole = timelineOf(counterexample);
  const shown = { ...whole, deliveries: whole.deliveries.slice(0, deliveriesMax) };
  const hidden = whole.deliveries.length - shown.deliveries.length;
  return markup`<figure class="plan">
    <figcaption>
      ${counterexample.title} · ${count(counterexample.callbacks, 'callback')}
    </figcaption>
    <div class="timeline">
      <div class="head">In truth</div>
      <div class="head"></div>
      <div class="head">As delivered</div>
      <ol class="truth">
        ${shown.truth.map(({ label }) =>
          label === undefined
            ? markup`<li class="lost"><span>not sent</span></li>`
            : markup`<li><span>${label}</span></li>`,
        )}
      </ol>
      ${drawing(shown)}
      <ol class="sent">
        ${shown.deliveries.map(deliveryItem)}
      </ol>
    </div>
    ${hidden > 0 && markup`<p class="more">… and ${count(hidden, 'more step')} in report.json</p>`}
  </figure>`;
}

function deliveryItem(delivery: Delivery): Markup {
  const { step } = delivery;
  const marks = marksOf(delivery);
  const refused = step.response === undefined || step.response.status >= 300;
  return markup`<li class="${classOf(delivery)}">
    <span class="what">${step.label}</span>
    <span class="how"
      ><b class="${refused ? 'answer other' : 'answer'}">${step.answer}</b> ${duration(step.ms)}
      ${marks.length > 0 && markup`<i>${marks.join(', ')}</i>`}</span
    >
  </li>`;
}

function classOf({ kind }: Delivery): string {
  return knownKinds.includes(kind) ? kind : 'control';
}

/** The lane between the lists: the curves, the marks, and a bracket around each wave of more than one. */
function drawing({ truth, deliveries }: Timeline): Markup {
  const height = Math.max(truth.length, deliveries.length, 1) * rowHeight;
  const rowOf = new Map(truth.map(({ order }, row) => [order, row]));
  return markup`<svg
    class="lanes"
    width="${laneWidth}"
    height="${height}"
    viewBox="0 0 ${laneWidth} ${height}"
    role="img"
    aria-label="Curves from each event to the requests that tell of it"
  >
    <line class="lane" x1="8" y1="0" x2="8" y2="${truth.length * rowHeight}" />
    ${truth.map(({ label }, row) =>
      label === undefined
        ? markup`<circle class="lost" cx="8" cy="${center(row)}" r="5" />`
        : markup`<circle class="event" cx="8" cy="${center(row)}" r="5" />`,
    )}
    ${deliveries.map((delivery, row) => {
      const from = delivery.step.order === undefined ? undefined : rowOf.get(delivery.step.order);
      return from === undefined || inventedKinds.includes(delivery.kind)
        ? null
        : curve(classOf(delivery), center(from), center(row));
    })}
    ${waves(deliveries)} ${deliveries.map((delivery, row) => mark(classOf(delivery), center(row)))}
  </svg>`;
}

function center(row: number): number {
  return row * rowHeight + rowHeight / 2;
}

function curve(kind: string, from: number, to: number): Markup {
  const end = waveX - 14;
  const bend = (8 + end) / 2;
  return markup`<path
    class="told ${kind}"
    d="M13 ${from} C ${bend} ${from}, ${bend} ${to}, ${end - 5} ${to}"
  />`;
}

/** Shape as well as colour tells the kinds apart. */
function mark(kind: string, y: number): Markup {
  const x = waveX - 14;
  switch (kind) {
    case 'forged':
    case 'malformed':
      return markup`<path class="mark ${kind}" d="M${x - 5} ${y - 5} l10 10 m0 -10 l-10 10" />`;
    case 'duplicate':
      return markup`<path class="mark duplicate" d="M${x} ${y - 7} l7 7 l-7 7 l-7 -7 z" />`;
    case 're-send':
      return markup`<path class="mark re-send" d="M${x - 6} ${y + 5} l6 -11 l6 11 z" />`;
    case 'original':
      return markup`<circle class="mark original" cx="${x}" cy="${y}" r="6" />`;
    default:
      return markup`<rect class="mark control" x="${x - 4}" y="${y - 4}" width="8" height="8" />`;
  }
}

function waves(deliveries: readonly Delivery[]): readonly Markup[] {
  const spans = new Map<number, { first: number; last: number }>();
  deliveries.forEach(({ step: { wave } }, row) => {
    spans.set(wave, { first: spans.get(wave)?.first ?? row, last: row });
  });
  return [...spans.values()]
    .filter(({ first, last }) => last > first)
    .map(
      ({ first, last }) =>
        markup`<path
          class="wave"
          d="M${waveX} ${center(first) - 12} h4 V ${center(last) + 12} h-4"
        />`,
    );
}
