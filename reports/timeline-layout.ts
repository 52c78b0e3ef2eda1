import { placeOf, type Delivery, type Timeline, type TrueEvent } from './timeline.ts';

/** All figures in pixels of the drawing. */
const labelWidth = 116;
const columnWidthMin = 46;
const columnWidthMax = 84;
/** Few columns share this much. */
const columnsWidth = 420;
const laneHeight = 30;
const headHeight = 26;
const curveHeightMin = 64;
const curveHeightMax = 130;
const rowHeight = 30;
const margin = 12;

/** Radius of a mark: an event, a request. */
export const markRadius = 11;

/** One file of the story: its row above, its bar where it was recorded. */
export interface Lane {
  readonly y: number;
  /** `R1`, `T1`, `U1`, `F1`: only what differs from the lane above. */
  readonly names: readonly string[];
  /** A room begins here: a line is drawn above it. */
  readonly opensRoom: boolean;
  /** From where to where the file was recorded; `open`: nothing tells of its end. */
  readonly bar: { readonly x1: number; readonly x2: number; readonly open: boolean } | null;
  /** The thread that joins the events of the file. */
  readonly thread: { readonly x1: number; readonly x2: number } | null;
}

/** An event in its lane; `number` is its place among the events, from 1. */
export interface EventMark {
  readonly x: number;
  readonly y: number;
  readonly number: number;
  readonly event: TrueEvent;
}

/** A request in the row of what was delivered; `number` is that of the event that it tells of. */
export interface DeliveryMark {
  readonly x: number;
  readonly number: number | undefined;
  readonly delivery: Delivery;
}

/** From an event down to a request that tells of it. */
export interface Curve {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly kind: string;
  readonly late: boolean;
}

/** Where everything of a timeline's drawing stands. */
export interface TimelineLayout {
  readonly width: number;
  readonly height: number;
  readonly lanes: readonly Lane[];
  readonly events: readonly EventMark[];
  readonly curves: readonly Curve[];
  /** Events that were never sent: a thread that ends in nothing. */
  readonly drops: readonly { readonly x: number; readonly y1: number; readonly y2: number }[];
  readonly deliveries: readonly DeliveryMark[];
  /** Requests that went out at the same time; waves of one are not here. */
  readonly waves: readonly { readonly x1: number; readonly x2: number }[];
  /** Middle of each wave's requests, by wave number. */
  readonly waveX: ReadonlyMap<number, number>;
  /** Heights of the rows below the lanes. */
  readonly deliveredY: number;
  readonly answerY: number;
  readonly stateY: number;
}

/**
 * Lays out a timeline: above, a lane for each file, events from left to right in true order; below, the requests from
 * left to right as they were sent, a curve from each event to each request that tells of it. Crossing curves are
 * reordering, two from one event a repetition, one that ends in nothing a loss.
 * @param withStates whether a row for the receiver's states is wanted.
 */
export function layOut(
  { truth, deliveries }: Timeline,
  { withStates }: { readonly withStates: boolean },
): TimelineLayout {
  const columns = Math.max(truth.length, deliveries.length, 1);
  const columnWidth = Math.max(columnWidthMin, Math.min(columnWidthMax, columnsWidth / columns));
  const columnX = (index: number): number => Math.round(labelWidth + (index + 0.5) * columnWidth);
  const places = lanesOf(truth);
  const files = [...new Set(places)];
  const lanesEnd = headHeight + files.length * laneHeight;
  const curveHeight = Math.min(curveHeightMax, curveHeightMin + 4 * columns);
  const deliveredY = lanesEnd + curveHeight;
  const answerY = deliveredY + rowHeight;
  const stateY = answerY + rowHeight;
  const events = truth.map((event, index): EventMark => ({
    x: columnX(index),
    y: headHeight + (files.indexOf(places[index] ?? '') + 0.5) * laneHeight,
    number: index + 1,
    event,
  }));
  const marks = new Map(events.map((mark) => [mark.event.order, mark]));
  const markOf = (delivery: Delivery): EventMark | undefined => {
    const place = placeOf(delivery);
    return place === undefined ? undefined : marks.get(place);
  };
  const waves = wavesOf(deliveries, columnX);
  return {
    width: Math.round(labelWidth + columns * columnWidth + margin),
    height: (withStates ? stateY : answerY) + rowHeight / 2 + margin / 2,
    lanes: files.map((file, index) =>
      laneOf(file, files[index - 1], index, events, columnWidth / 2),
    ),
    events,
    curves: deliveries.flatMap((delivery, index) => {
      const from = markOf(delivery);
      const { kind, late } = delivery;
      const to = { x2: columnX(index), y2: deliveredY - markRadius - 3 };
      return from === undefined
        ? []
        : [{ x1: from.x, y1: from.y + markRadius + 1, ...to, kind, late }];
    }),
    drops: events
      .filter(({ event }) => !event.sent)
      .map(({ x, y }) => ({ x, y1: y + markRadius + 1, y2: lanesEnd + curveHeight / 3 })),
    deliveries: deliveries.map((delivery, index) => ({
      x: columnX(index),
      number: markOf(delivery)?.number,
      delivery,
    })),
    waves: [...waves.values()].filter(({ x1, x2 }) => x2 > x1),
    waveX: new Map([...waves].map(([wave, { x1, x2 }]) => [wave, (x1 + x2) / 2])),
    deliveredY,
    answerY,
    stateY,
  };
}

/**
 * What shares a lane, by event: the file of a subject. A place of which nothing is known belongs to its neighbours where
 * they are of one file; the others share a lane without a name.
 */
function lanesOf(truth: readonly TrueEvent[]): readonly string[] {
  const known = truth.map(({ label, subject = '', file = '' }) =>
    label === undefined ? undefined : JSON.stringify([...subjectParts(subject), file]),
  );
  return known.map((lane, index) => {
    const before = known.slice(0, index).findLast((one) => one !== undefined);
    const after = known.slice(index).find((one) => one !== undefined);
    return lane ?? (before === undefined || before === after ? after : undefined) ?? '';
  });
}

function laneOf(
  key: string,
  above: string | undefined,
  index: number,
  events: readonly EventMark[],
  tail: number,
): Lane {
  const y = headHeight + (index + 0.5) * laneHeight;
  const own = events.filter((mark) => mark.y === y);
  const xs = own.map(({ x }) => x);
  const opens = own.find(({ event }) => event.span === 'opens')?.x;
  const closes = own.findLast(({ event }) => event.span === 'closes')?.x;
  const end = Math.max(...xs, 0);
  const names = namesIn(key);
  const before = above === undefined ? [] : namesIn(above);
  const firstNew = names.findIndex((name, at) => name !== before[at]);
  return {
    y,
    names: names.map((name, at) => (at < firstNew ? '' : name)),
    opensRoom: index > 0 && firstNew === 0,
    bar:
      opens === undefined
        ? null
        : { x1: opens, x2: closes ?? end + tail, open: closes === undefined },
    thread: xs.length < 2 ? null : { x1: Math.min(...xs), x2: end },
  };
}

/** Room, task and user of a subject's key, empty where it names fewer. */
function subjectParts(subject: string): readonly string[] {
  const [room = '', task = '', user = ''] = subject.split('/');
  return [room, task, user];
}

function namesIn(lane: string): readonly string[] {
  return lane === '' ? ['', '', '', ''] : (JSON.parse(lane) as readonly string[]);
}

function wavesOf(
  deliveries: readonly Delivery[],
  columnX: (index: number) => number,
): ReadonlyMap<number, { readonly x1: number; readonly x2: number }> {
  const waves = new Map<number, { x1: number; x2: number }>();
  deliveries.forEach(({ step: { wave } }, index) => {
    const x = columnX(index);
    waves.set(wave, { x1: waves.get(wave)?.x1 ?? x, x2: x });
  });
  return waves;
}
