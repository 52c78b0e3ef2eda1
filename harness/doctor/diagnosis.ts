import type { SoundcheckError } from '../errors.ts';

/** What a line of the doctor's is about. */
export type Topic =
  | 'configuration'
  | 'rule'
  | 'name'
  | 'port'
  | 'tls'
  | 'time-out'
  | 'signature'
  | 'dialect'
  | 'forgery'
  | 'clock'
  | 'observation'
  | 'bucket'
  | 'ffprobe';

/** One line of the doctor's. */
export interface Diagnosis {
  readonly topic: Topic;
  /** False: a run would fail, or say nothing, for a reason that is not the receiver's conformance. */
  readonly well: boolean;
  readonly what: string;
  /** What to do, one sentence; null where nothing is to be done. */
  readonly advice: string | null;
}

/** A line about what is as it should be; with advice, something to know. */
export function well(topic: Topic, what: string, advice: string | null = null): Diagnosis {
  return { topic, well: true, what, advice };
}

/** A line about what stands in the way of a run. */
export function ill(topic: Topic, what: string, advice: string): Diagnosis {
  return { topic, well: false, what, advice };
}

/** An error as a line: its sentence and what to do. */
export function illBy(topic: Topic, { message, hint }: SoundcheckError): Diagnosis {
  return ill(topic, message, hint);
}

/** Milliseconds for people. */
export function ms(milliseconds: number): string {
  return `${String(Math.round(milliseconds))} ms`;
}
