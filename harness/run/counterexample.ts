import type { SendMark, Send } from '../experiment.ts';
import type { ArmRecord, Exchange } from '../observation.ts';
import { describeResult } from '../observation.ts';
import type { Redactor } from '../redact.ts';
import type { Counterexample, StoryEvent, TimelinePlace, TimelineStep } from '../result.ts';
import { stateOfArm } from '../state/arm-state.ts';
import { stateText } from '../state/compare.ts';
import type { Outcome } from './execute.ts';
import type { RawTrace } from './trace.ts';

const bodyCharactersMax = 4000;
const stateCharactersMax = 8000;
const tracedCharactersMax = 4000;
const stepsMax = 60;

/**
 * Turns a failing experiment into what a person can read: the story, the telling arm's plan and the states side by side.
 * @param trace the states after each wave, from one more play; null where there are none.
 */
export function toCounterexample(
  outcome: Outcome,
  redactor: Redactor,
  trace: RawTrace | null = null,
): Counterexample | null {
  const shown = outcome.arms.get(outcome.experiment.shows);
  if (shown === undefined) {
    return null;
  }
  const records = [...outcome.arms]
    .filter(([name]) => !name.includes('@'))
    .map(([, record]) => record);
  const story = storyOf(shown, records);
  return {
    title: outcome.experiment.title,
    callbacks: shown.exchanges.length,
    steps: shown.exchanges.slice(0, stepsMax).map((exchange) => toStep(exchange, redactor)),
    ...(story.length === 0 ? {} : { story }),
    states: records.filter(hasState).map((record) => ({
      arm: record.arm.name,
      state: cut(redactor.text(stateText(stateOfArm(record))), stateCharactersMax),
    })),
    ...(trace === null
      ? {}
      : {
          trace: trace.states.map(({ wave, state }) => ({
            wave,
            state: cut(redactor.text(state), tracedCharactersMax),
          })),
        }),
  };
}

function hasState(record: ArmRecord): boolean {
  return record.states.size > 0;
}

/** The events of the telling arm, and those that only a baseline of the same story tells of: they were not sent. */
function storyOf(shown: ArmRecord, records: readonly ArmRecord[]): readonly StoryEvent[] {
  const own = eventsOf(shown);
  const events = new Map(own);
  for (const record of records.filter(({ arm }) => arm.name.startsWith('in-order'))) {
    const others = eventsOf(record);
    if ([...own].every(([order, event]) => isSameEvent(others.get(order), event))) {
      others.forEach((event, order) => events.set(order, events.get(order) ?? event));
    }
  }
  return [...events.values()].sort((a, b) => a.order - b.order).slice(0, stepsMax);
}

/** What an arm's sends tell of, by place in the true order; forged and malformed ones tell of nothing that happened. */
function eventsOf({ arm }: ArmRecord): ReadonlyMap<number, StoryEvent> {
  const events = new Map<number, StoryEvent>();
  for (const { mark, label } of arm.waves.flat()) {
    if (mark !== undefined && mark.kind !== 'forged' && mark.kind !== 'malformed') {
      const { order, file } = mark;
      const known = events.get(order);
      if (known === undefined || mark.kind === 'original') {
        events.set(order, { order, label: plainLabel(label, mark), file, ...placeOf(mark) });
      }
    }
  }
  return events;
}

function isSameEvent(one: StoryEvent | undefined, other: StoryEvent): boolean {
  return one?.file === other.file && one.label === other.label;
}

/** The label without what it says of this sending. */
function plainLabel(label: string, { kind }: SendMark): string {
  return label.replace(` (${kind})`, '');
}

function placeOf({ subject, span }: SendMark): TimelinePlace {
  return {
    ...(subject === undefined ? {} : { subject }),
    ...(span === undefined ? {} : { span }),
  };
}

function toStep(exchange: Exchange, redactor: Redactor): TimelineStep {
  const { send, wave, result } = exchange;
  const { mark } = send;
  return {
    wave,
    label: send.label,
    ...(mark === undefined
      ? {}
      : {
          kind: mark.kind,
          file: mark.file,
          event: mark.event,
          order: mark.order,
          ...placeOf(mark),
        }),
    answer: redactor.text(describeResult(exchange)),
    ms: Math.round(exchange.endedMs - exchange.startedMs),
    request: requestOf(exchange, redactor),
    ...('answer' in result
      ? {
          response: {
            status: result.answer.status,
            headers: Object.fromEntries(redactor.headers(Object.entries(result.answer.headers))),
            body: bodyText(result.answer.body, redactor),
          },
        }
      : {}),
  };
}

/** How a forged signature was made, where its input is short enough and holds no secret. */
function forgedOf({ making }: Send, redactor: Redactor): Pick<TimelineStep['request'], 'forged'> {
  if (making === undefined || making.way === 'literal') {
    return making === undefined ? {} : { forged: making };
  }
  const { input, ...how } = making;
  const isTold = input.byteLength <= bodyCharactersMax && isClean(input, redactor);
  return isTold ? { forged: { ...how, inputBase64: Buffer.from(input).toString('base64') } } : {};
}

function requestOf({ send }: Exchange, redactor: Redactor): TimelineStep['request'] {
  const { method, headers, body, query = [], splitAt = [] } = send.request;
  const text = bodyText(body, redactor);
  const bytes = exactBytes(body, text, redactor);
  return {
    method,
    headers: redactor.headers(headers),
    body: text,
    ...(bytes === null ? {} : { bodyBase64: bytes }),
    ...forgedOf(send, redactor),
    ...(splitAt.length === 0 ? {} : { splitAt }),
    ...(query.length === 0 ? {} : { query: redactor.headers(query) }),
  };
}

/** The bytes where the text cannot stand for them, they are few enough and hold no secret; null otherwise. */
function exactBytes(body: Uint8Array, text: string, redactor: Redactor): string | null {
  if (body.byteLength > bodyCharactersMax || Buffer.from(text).equals(body)) {
    return null;
  }
  return isClean(body, redactor) ? Buffer.from(body).toString('base64') : null;
}

function isClean(bytes: Uint8Array, redactor: Redactor): boolean {
  const latin = Buffer.from(bytes).toString('latin1');
  const decoded = new TextDecoder().decode(bytes);
  return redactor.text(latin) === latin && redactor.text(decoded) === decoded;
}

function bodyText(body: Uint8Array, redactor: Redactor): string {
  // Redaction comes before any cut, so that no half of a secret survives at the border.
  return cut(redactor.text(new TextDecoder().decode(body)), bodyCharactersMax);
}

function cut(text: string, charactersMax: number): string {
  return text.length <= charactersMax
    ? text
    : `${text.slice(0, charactersMax)}… (${String(text.length - charactersMax)} more characters)`;
}
