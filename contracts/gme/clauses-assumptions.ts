import type { Clause } from '../clause.ts';

const callbacks = 'Soundcheck’s assumptions on GME callbacks, where the documents are silent';
const custom = 'GME Custom Recording, Chinese edition 2025-03-27';

/** What is assumed where the two documents are silent, and what sibling documents say that a prediction needs. */
export const assumptionClauses = {
  responseStatus: {
    id: 'gme/assumption#response-status',
    document: callbacks,
    section: 'Answer',
    statement: 'A notification counts as delivered when it is answered with a 2xx status.',
    basis: 'assumed',
    reading: 'The sibling page on ScanVoice names 200; any 2xx is taken.',
  },
  refusalStatus: {
    id: 'gme/assumption#refusal-status',
    document: callbacks,
    section: 'Answer',
    statement: 'What is not a genuine, readable notification is answered with a 4xx status.',
    basis: 'assumed',
    reading: 'A 5xx would be taken for a passing fault and retried, a 2xx for acceptance.',
  },
  responseTime: {
    id: 'gme/assumption#response-time',
    document: callbacks,
    section: 'Answer',
    statement: 'A notification has to be answered within 5 seconds.',
    basis: 'assumed',
    reading: 'As the same provider’s TRTC callbacks.',
  },
  noRedirect: {
    id: 'gme/assumption#no-redirect',
    document: callbacks,
    section: 'Answer',
    statement: 'Redirects are not followed.',
    basis: 'assumed',
  },
  retrySchedule: {
    id: 'gme/assumption#retry-schedule',
    document: callbacks,
    section: 'Retries',
    statement:
      'A notification that was not delivered is sent again at once, then every 10 seconds for one minute.',
    basis: 'assumed',
    reading: 'As the same provider’s TRTC callbacks.',
    untestable: 'The schedule is the cloud’s; what retries do to a receiver is tested without it.',
  },
  contentType: {
    id: 'gme/assumption#content-type',
    document: callbacks,
    section: 'Request',
    statement: 'Notifications carry the content type application/json, perhaps with a charset.',
    basis: 'assumed',
  },
  fieldEvolution: {
    id: 'gme/assumption#field-evolution',
    document: callbacks,
    section: 'Request',
    statement: 'Fields and event types that no document names yet may appear.',
    basis: 'assumed',
    reading: 'As the same provider’s TRTC callbacks announce it; known fields never vanish.',
  },
  concurrency: {
    id: 'gme/assumption#concurrency',
    document: callbacks,
    section: 'Request',
    statement: 'Notifications of several rooms, users and files are sent at the same time.',
    basis: 'assumed',
  },
  robustness: {
    id: 'gme/assumption#robustness',
    document: callbacks,
    section: 'Request',
    statement: 'A receiver stays able to serve genuine notifications, whatever else it is sent.',
    basis: 'assumed',
  },
  secretKept: {
    id: 'gme/assumption#secret-kept',
    document: callbacks,
    section: 'Answer',
    statement: 'No answer reveals the key, or the signature that a forged notification lacked.',
    basis: 'assumed',
  },
  taskKeepAlive: {
    id: 'gme/custom-recording#keep-alive',
    document: custom,
    section: 'Recording task ending',
    statement:
      'A custom recording that is not stopped goes on for 12 hours after the last user has left.',
    basis: 'stated',
    untestable: 'It concerns custom recording; full recording ends with the last user’s leaving.',
  },
  taskHardStop: {
    id: 'gme/custom-recording#hard-stop',
    document: custom,
    section: 'Recording task ending',
    statement: 'A recording task lasts at most 24 hours and is then stopped.',
    basis: 'inferred',
    reading:
      'Stated for custom recording in the Chinese edition only; taken for full recording too, where a successor task starts in the same second, because every room is recorded.',
    untestable: 'Names do not tell how long a task lasted; predictions follow it.',
  },
} as const satisfies Record<string, Clause>;
