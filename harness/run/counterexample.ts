import type { ArmRecord, Exchange } from '../observation.ts';
import { describeResult } from '../observation.ts';
import type { Redactor } from '../redact.ts';
import type { Counterexample, TimelineStep } from '../result.ts';
import { stateOfArm } from '../state/arm-state.ts';
import { stateText } from '../state/compare.ts';
import type { Outcome } from './execute.ts';

const bodyCharactersMax = 4000;
const stateCharactersMax = 8000;
const stepsMax = 60;

/** Turns a failing experiment into what a person can read: the telling arm's plan and the states side by side. */
export function toCounterexample(outcome: Outcome, redactor: Redactor): Counterexample | null {
  const shown = outcome.arms.get(outcome.experiment.shows);
  if (shown === undefined) {
    return null;
  }
  return {
    title: outcome.experiment.title,
    callbacks: shown.exchanges.length,
    steps: shown.exchanges.slice(0, stepsMax).map((exchange) => toStep(exchange, redactor)),
    states: [...outcome.arms]
      .filter(([name]) => !name.includes('@'))
      .map(([, record]) => record)
      .filter(hasState)
      .map((record) => ({
        arm: record.arm.name,
        state: cut(redactor.text(stateText(stateOfArm(record))), stateCharactersMax),
      })),
  };
}

function hasState(record: ArmRecord): boolean {
  return record.states.size > 0;
}

function toStep(exchange: Exchange, redactor: Redactor): TimelineStep {
  const { send, wave, result } = exchange;
  const { mark, request } = send;
  return {
    wave,
    label: send.label,
    ...(mark === undefined
      ? {}
      : { kind: mark.kind, file: mark.file, event: mark.event, order: mark.order }),
    answer: redactor.text(describeResult(exchange)),
    ms: Math.round(exchange.endedMs - exchange.startedMs),
    request: {
      method: request.method,
      headers: redactor.headers(request.headers),
      body: bodyText(request.body, redactor),
    },
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

function bodyText(body: Uint8Array, redactor: Redactor): string {
  // Redaction comes before any cut, so that no half of a secret survives at the border.
  return cut(redactor.text(new TextDecoder().decode(body)), bodyCharactersMax);
}

function cut(text: string, charactersMax: number): string {
  return text.length <= charactersMax
    ? text
    : `${text.slice(0, charactersMax)}… (${String(text.length - charactersMax)} more characters)`;
}
