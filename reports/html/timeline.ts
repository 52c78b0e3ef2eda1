import type { Counterexample } from '#harness/result.ts';
import type { Messages } from '../language/en.ts';
import { clip } from '../text.ts';
import { timelineOf } from '../timeline.ts';
import {
  layOut,
  markRadius,
  type DeliveryMark,
  type EventMark,
  type Lane,
  type TimelineLayout,
} from '../timeline-layout.ts';
import { markup, type Markup } from './escape.ts';
import { kindClass, markMarkup } from './timeline-mark.ts';
import { stepsMarkup } from './timeline-steps.ts';
import { changesOf, type StateChange } from './state-change.ts';

/** Left edges of the names of room, task, user and file. */
const nameX = [4, 30, 56, 84];
const nameCharactersMax = 5;
const answerCharactersMax = 7;

/**
 * Draws a counterexample: above what really happened, a lane for each file of each user in each room, bars where it was
 * recorded; below what was sent, and what the receiver answered and knew after each step. The list beneath says the same
 * in words, for those who do not see the drawing, and in full.
 */
export function timelineMarkup(counterexample: Counterexample, say: Messages): Markup {
  const timeline = timelineOf(counterexample);
  const changes = changesOf(counterexample.trace ?? []);
  return markup`<figure class="plan">
    <figcaption>${say.planTitle(counterexample.title, counterexample.callbacks)}</figcaption>
    ${timeline.deliveries.length > 0 && drawing(layOut(timeline, { withStates: changes.size > 0 }), changes, say)}
    ${stepsMarkup(timeline, changes, say)}
    <p class="more">${changes.size > 0 ? say.traceNote : say.noTraceNote}</p>
  </figure>`;
}

function drawing(
  layout: TimelineLayout,
  changes: ReadonlyMap<number, StateChange>,
  say: Messages,
): Markup {
  const { width, height, events, deliveries, drops } = layout;
  const label = say.drawingLabel(events.length, deliveries.length, drops.length);
  return markup`<div class="drawing" tabindex="0" role="group" aria-label="${say.plan}">
    <svg
      width="${width}"
      height="${height}"
      viewBox="0 0 ${width} ${height}"
      role="img"
      aria-label="${label}"
    >
      <text class="row-title" x="4" y="15">${say.inTruth}</text>
      ${layout.lanes.map((lane) => laneMarkup(lane, width))}
      ${layout.curves.map(curveMarkup)} ${drops.map(dropMarkup)} ${events.map(eventMarkup)}
      ${deliveredMarkup(layout, say)} ${stateRow(layout, changes, say)}
    </svg>
  </div>`;
}

function laneMarkup({ y, names, opensRoom, bar, thread }: Lane, width: number): Markup {
  return markup`${opensRoom && markup`<line class="room" x1="0" x2="${width}" y1="${y - 15}" y2="${y - 15}" />`}
    ${names.map(
      (name, at) =>
        markup`<text class="name" x="${nameX[at] ?? 0}" y="${y + 4}">${clipName(name)}</text>`,
    )}
    ${thread !== null && markup`<line class="thread" x1="${thread.x1}" x2="${thread.x2}" y1="${y}" y2="${y}" />`}
    ${
      bar !== null &&
      markup`<rect
        class="${bar.open ? 'recorded open' : 'recorded'}"
        x="${bar.x1}"
        y="${y - 7}"
        width="${Math.max(0, bar.x2 - bar.x1)}"
        height="14"
        rx="7"
      />`
    }`;
}

function clipName(name: string): string {
  return name.length > nameCharactersMax
    ? `${clip(name, nameCharactersMax - 1).split('…')[0] ?? ''}…`
    : name;
}

function curveMarkup({ x1, y1, x2, y2, kind, late }: TimelineLayout['curves'][number]): Markup {
  const bend = (y1 + y2) / 2;
  const shape = late ? 'told late' : `told ${kindClass(kind)}`;
  return markup`<path class="${shape}" d="M${x1} ${y1} C ${x1} ${bend}, ${x2} ${bend}, ${x2} ${y2}" />`;
}

/** A loss: a thread that ends in a cross. */
function dropMarkup({ x, y1, y2 }: TimelineLayout['drops'][number]): Markup {
  return markup`<path class="dropped" d="M${x} ${y1} V ${y2}" />
    <path class="dropped-end" d="M${x - 5} ${y2} l10 10 m0 -10 l-10 10" />`;
}

function eventMarkup({ x, y, number, event }: EventMark): Markup {
  return markup`<g class="${event.sent ? 'event' : 'event lost'}">
    <circle cx="${x}" cy="${y}" r="${markRadius}" />
    <text x="${x}" y="${y + 4}">${number}</text>
  </g>`;
}

function deliveredMarkup(layout: TimelineLayout, say: Messages): Markup {
  const { deliveredY, answerY, waves, deliveries, width } = layout;
  const half = markRadius + 6;
  return markup`<line class="room" x1="0" x2="${width}" y1="${deliveredY - 24}" y2="${deliveredY - 24}" />
    <text class="row-title" x="4" y="${deliveredY + 4}">${say.asDelivered}</text>
    ${waves.map(
      ({ x1, x2 }) =>
        markup`<rect
          class="wave"
          x="${x1 - half}"
          y="${deliveredY - half}"
          width="${x2 - x1 + 2 * half}"
          height="${2 * half}"
          rx="${half}"
        />`,
    )}
    ${deliveries.map(({ x, number, delivery }) => markMarkup(delivery.kind, x, deliveredY, number))}
    <text class="row-title" x="4" y="${answerY + 4}">${say.answered}</text>
    ${deliveries.map((mark) => answerMarkup(mark, answerY))}`;
}

function answerMarkup({ x, delivery: { step } }: DeliveryMark, y: number): Markup {
  const taken = step.response !== undefined && step.response.status < 300;
  const [word = ''] = step.answer.split(':');
  const text =
    word.length > answerCharactersMax ? `${word.slice(0, answerCharactersMax - 1)}…` : word;
  return markup`<text class="${taken ? 'answered' : 'answered other'}" x="${x}" y="${y + 4}">${text}</text>`;
}

/** Under each wave whether the receiver's state changed. */
function stateRow(
  { stateY, waveX }: TimelineLayout,
  changes: ReadonlyMap<number, StateChange>,
  say: Messages,
): Markup | null {
  return changes.size === 0
    ? null
    : markup`<text class="row-title" x="4" y="${stateY + 4}">${say.stateAfter}</text>
        ${[...changes].map(([wave, { lines, gone }]) => {
          const x = waveX.get(wave);
          return (
            x !== undefined &&
            markup`<g class="${lines === 0 ? 'known' : 'known changed'}">
              <rect x="${x - 16}" y="${stateY - 9}" width="32" height="18" rx="4" />
              <text x="${x}" y="${stateY + 4}">${lines === 0 ? '=' : `${gone.length === 0 ? '+' : '±'}${String(lines)}`}</text>
            </g>`
          );
        })}`;
}
