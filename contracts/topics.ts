import type { Clause } from './clause.ts';

/** What integrators of several services compare, in the order of the comparison. */
export const topics = {
  request: 'Request',
  signature: 'Signature',
  events: 'Events',
  answer: 'What counts as an answer',
  repetition: 'Order, retries and loss',
  identifiers: 'Identifiers',
  task: 'Begin and end of a recording',
  formats: 'Files and where they go',
  names: 'Names of files',
  segmentation: 'When a new file begins',
} as const;

export type Topic = keyof typeof topics;

/** The clauses that speak of each topic, the telling one first. Every contract has something to say to every topic. */
export type ClausesByTopic = Readonly<Record<Topic, readonly [Clause, ...Clause[]]>>;
