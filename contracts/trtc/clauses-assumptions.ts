import type { Clause } from '../clause.ts';

const document = 'Soundcheck’s assumptions on TRTC callbacks, where the documents are silent';

/** What is assumed where the documents are silent. */
export const assumptionClauses = {
  orderNotGuaranteed: {
    id: 'trtc/assumption#order',
    document,
    section: 'Delivery',
    statement: 'Callbacks may arrive in another order than the one in which the events happened.',
    basis: 'assumed',
    reading: 'No page promises an order, and retries alone already change it.',
  },
  repetition: {
    id: 'trtc/assumption#repetition',
    document,
    section: 'Delivery',
    statement: 'A callback may arrive more than once.',
    basis: 'assumed',
    reading:
      'Retries follow a time-out, after which the first may have been processed; an event is known by task, type, event time and file.',
  },
  lossPossible: {
    id: 'trtc/assumption#loss',
    document,
    section: 'Delivery',
    statement: 'Some callbacks may never arrive, because retries end after a minute.',
    basis: 'assumed',
    reading: 'Follows from the retry schedule for a receiver that was away for longer.',
  },
  concurrency: {
    id: 'trtc/assumption#concurrency',
    document,
    section: 'Delivery',
    statement: 'Callbacks of several tasks and files are sent at the same time.',
    basis: 'assumed',
  },
  refusalStatus: {
    id: 'trtc/assumption#refusal-status',
    document,
    section: 'Answer',
    statement: 'What is not a genuine, readable callback is answered with a 4xx status.',
    basis: 'assumed',
    reading: 'A 5xx would be taken for a passing fault, a 2xx for acceptance.',
  },
  noRedirect: {
    id: 'trtc/assumption#no-redirect',
    document,
    section: 'Answer',
    statement: 'Redirects are not followed.',
    basis: 'assumed',
  },
  secretKept: {
    id: 'trtc/assumption#secret-kept',
    document,
    section: 'Answer',
    statement: 'No answer reveals the key, or the signature that a forged callback lacked.',
    basis: 'assumed',
  },
  robustness: {
    id: 'trtc/assumption#robustness',
    document,
    section: 'Request',
    statement: 'A receiver stays able to serve genuine callbacks, whatever else it is sent.',
    basis: 'assumed',
  },
  fileNamesInCallbacks: {
    id: 'trtc/assumption#file-names',
    document,
    section: 'Request',
    statement: 'File names in callbacks are the names alone, without prefix and task.',
    basis: 'assumed',
    reading: 'As all samples show them; a receiver composes the key from the task.',
  },
  otherEventGroups: {
    id: 'trtc/assumption#other-groups',
    document,
    section: 'Request',
    statement:
      'The same address may receive genuine callbacks of other event groups, which are no recordings.',
    basis: 'assumed',
    reading:
      'The console has one address for each group, and nothing forbids that they are the same.',
  },
  lateNeverDowngrades: {
    id: 'trtc/assumption#no-downgrade',
    document,
    section: 'State',
    statement:
      'What is known of a task never becomes less: a late callback does not undo a later state.',
    basis: 'assumed',
    reading:
      'Follows from the free order: 305 with 2 counts more than 1, and files told after 302 count.',
  },
  layoutOrder: {
    id: 'trtc/assumption#layout-order',
    document,
    section: 'Pictures',
    statement:
      'Windows of a grid fill rows from the top left, those of two columns the left one first.',
    basis: 'assumed',
    untestable: 'The picture is not decoded.',
  },
} as const satisfies Record<string, Clause>;
