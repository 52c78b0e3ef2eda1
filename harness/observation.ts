import type { Json } from '#contracts/json.ts';
import type { Arm, Send, Subject } from './experiment.ts';

/** Why no complete answer came. Codes are stable. */
export type TransportFault =
  'refused' | 'reset' | 'closed' | 'timeout' | 'tls' | 'dns' | 'protocol' | 'too-large' | 'aborted';

/** What came back. Header names in lower case; body cut at the harness's bound. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** The body went on past the bound. */
  readonly truncated: boolean;
}

/** One request and what became of it. Times in milliseconds since the run began. */
export interface Exchange {
  readonly send: Send;
  /** Position in the arm's plan, from 0. */
  readonly wave: number;
  readonly startedMs: number;
  readonly endedMs: number;
  readonly result:
    { readonly answer: Answer } | { readonly fault: TransportFault; readonly detail: string };
}

/** The receiver's state for one subject, as its observation told it. */
export type Observed =
  | { readonly kind: 'value'; readonly value: Json }
  /** 404, 204 or an empty answer: the receiver knows nothing of it. */
  | { readonly kind: 'absent' }
  /** The observation did not work: nothing can be said. */
  | { readonly kind: 'failed'; readonly detail: string };

/** All that was recorded of one arm. */
export interface ArmRecord {
  readonly arm: Arm;
  readonly exchanges: readonly Exchange[];
  /** By `Subject.key`; empty where the target has no observation. */
  readonly states: ReadonlyMap<string, Observed>;
  /** Wall clock when the arm was delivered, milliseconds since the epoch: moments near it were made by this run. */
  readonly wallMs: number;
  /** Paths in each subject's state that vary by themselves, as preflight saw; default none. */
  readonly restless?: ReadonlySet<string>;
}

/** The answer's status, or 0 where none came. */
export function statusOf(exchange: Exchange): number {
  return 'answer' in exchange.result ? exchange.result.answer.status : 0;
}

/** Whether the receiver took the callback: any 2xx. */
export function isAccepted(exchange: Exchange): boolean {
  const status = statusOf(exchange);
  return status >= 200 && status < 300;
}

/** One line for people: `204`, `timeout: no answer within 5000 ms`. */
export function describeResult(exchange: Exchange): string {
  return 'answer' in exchange.result
    ? String(exchange.result.answer.status)
    : `${exchange.result.fault}: ${exchange.result.detail}`;
}

/** Distinct subjects of an arm by key, in order. */
export function subjectsOf(arm: Arm): readonly Subject[] {
  return [...new Map(arm.subjects.map((subject) => [subject.key, subject])).values()];
}
