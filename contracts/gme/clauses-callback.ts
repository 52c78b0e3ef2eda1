import type { Clause } from '../clause.ts';

const document = 'GME Recording Callback Description, 2025-08-26';

/** Promises of the recording callback page: how events are sent, signed and spelt. */
export const callbackClauses = {
  orderNotGuaranteed: {
    id: 'gme/recording-callback#order',
    document,
    section: 'Notes',
    statement:
      'Notifications may arrive in another order than the one in which the events happened.',
    basis: 'stated',
  },
  retries: {
    id: 'gme/recording-callback#retries',
    document,
    section: 'Notes',
    statement: 'A notification may be sent more than once, because there is a retry mechanism.',
    basis: 'stated',
    reading:
      'A re-send carries the time at which it is sent, so its Timestamp and its signature may be new; one that was received but not answered in time repeats the first byte for byte.',
  },
  lossPossible: {
    id: 'gme/recording-callback#loss',
    document,
    section: 'Notes',
    statement: 'Some notifications may never arrive, in spite of the retries.',
    basis: 'stated',
  },
  notCoreDependency: {
    id: 'gme/recording-callback#core-logic',
    document,
    section: 'Notes',
    statement: 'An integration is advised not to let its core logic depend on the notifications.',
    basis: 'stated',
    reading: 'What a lost notification would have told can still be found out from the bucket.',
  },
  callbackUrl: {
    id: 'gme/recording-callback#url',
    document,
    section: 'Network protocol',
    statement: 'The callback URL set in the console is the address of an HTTP or HTTPS interface.',
    basis: 'stated',
    untestable: 'The console’s setting cannot be seen from outside; the harness is told the URL.',
  },
  requestMethod: {
    id: 'gme/recording-callback#method',
    document,
    section: 'Network protocol',
    statement: 'Notifications are sent with the method POST, which the endpoint has to support.',
    basis: 'stated',
  },
  requestEncoding: {
    id: 'gme/recording-callback#encoding',
    document,
    section: 'Network protocol',
    statement: 'The transferred data are UTF-8.',
    basis: 'stated',
  },
  requestBody: {
    id: 'gme/recording-callback#body',
    document,
    section: 'Signature generation',
    statement: 'The body of a notification is one JSON text.',
    basis: 'stated',
    reading:
      'Any JSON text: key order, white space and escapes are the sender’s choice, the sample is only one.',
  },
  signatureHeader: {
    id: 'gme/recording-callback#signature-header',
    document,
    section: 'HTTP header parameters',
    statement: 'Every notification carries its signature in the request header Signature.',
    basis: 'stated',
    reading:
      'The header, as this page says; the sibling page on voice moderation uses a query parameter.',
  },
  signature: {
    id: 'gme/recording-callback#signature',
    document,
    section: 'Signature generation',
    statement:
      'The signature is the HMAC of the whole body under the application’s permission key, so a receiver can tell genuine notifications from forged ones.',
    basis: 'stated',
    reading:
      'The body alone is signed; the sibling page on voice moderation puts the word POST in front of it.',
  },
  signatureAlgorithm: {
    id: 'gme/recording-callback#signature-algorithm',
    document,
    section: 'Signature generation',
    statement: 'The MAC is HMAC-SHA1.',
    basis: 'inferred',
    reading: 'The page misspells the algorithm’s name (HMAC-SH1) in all editions; SHA1 is meant.',
  },
  signatureBytes: {
    id: 'gme/recording-callback#signature-bytes',
    document,
    section: 'Signature generation',
    statement:
      'What is signed are the bytes of the body as Content-Length delimits them, not a rewritten JSON text.',
    basis: 'stated',
  },
  signatureEncoding: {
    id: 'gme/recording-callback#signature-encoding',
    document,
    section: 'Signature generation',
    statement: 'The signature’s text is the padded standard Base64 of the 20 MAC bytes.',
    basis: 'inferred',
    reading:
      'The page names no encoding; the sibling pages on voice moderation and ScanVoice share its formula and add Base64.',
  },
  secretKey: {
    id: 'gme/recording-callback#secret-key',
    document,
    section: 'Signature generation',
    statement: 'The key is the application’s permission key, shown in the console.',
    basis: 'stated',
    untestable: 'The console cannot be seen from outside; the harness is told the key.',
  },
  bizId: {
    id: 'gme/recording-callback#biz-id',
    document,
    section: 'Callback parameters',
    statement: 'BizID is an integer, the application’s AppID.',
    basis: 'stated',
  },
  roomId: {
    id: 'gme/recording-callback#room-id',
    document,
    section: 'Callback parameters',
    statement: 'RoomID is a string, the room’s ID.',
    basis: 'stated',
    reading:
      'Any string of up to 127 characters, as the client SDKs have it; the documents name no excluded characters, and leading zeros count.',
  },
  userId: {
    id: 'gme/recording-callback#user-id',
    document,
    section: 'Callback parameters',
    statement: 'UserID is a string, the user’s ID.',
    basis: 'stated',
    reading:
      'Any string; by rule a number above 10,000 written out, but the sample has 999 and other strings exist on request.',
  },
  mixedUserId: {
    id: 'gme/recording-callback#mixed-user-id',
    document,
    section: 'Callback parameters',
    statement: 'UserID of a mixed stream’s notification is the string 0.',
    basis: 'inferred',
    reading:
      'The page is silent; the recording API reports the user 0 for mixed streams. The empty string is the other reading.',
  },
  recordMode: {
    id: 'gme/recording-callback#record-mode',
    document,
    section: 'Callback parameters',
    statement: 'RecordMode is an integer: 0 for a single stream, 1 for a mixed stream.',
    basis: 'stated',
    reading:
      'As the table says, though the sample and the recording API (1 single, 2 mixed) count differently.',
  },
  timestamp: {
    id: 'gme/recording-callback#timestamp',
    document,
    section: 'Callback parameters',
    statement:
      'Timestamp is an integer, the unix time in seconds at which the notification is sent.',
    basis: 'stated',
    reading: 'Of the sending, not of the event: it neither orders nor identifies events.',
  },
  taskId: {
    id: 'gme/recording-callback#task-id',
    document,
    section: 'Callback parameters',
    statement: 'TaskID is an integer that the recording service assigns.',
    basis: 'stated',
    reading: 'Of 64 bits, as in the sample and the recording API: a double cannot hold it exactly.',
  },
  taskIdUnique: {
    id: 'gme/recording-callback#task-id-unique',
    document,
    section: 'Callback parameters',
    statement: 'A TaskID identifies one recording process and no other.',
    basis: 'stated',
  },
  taskIdLifetime: {
    id: 'gme/recording-callback#task-id-lifetime',
    document,
    section: 'Callback parameters',
    statement: 'A TaskID is no longer valid once its task has ended.',
    basis: 'stated',
    reading: 'For calls to the recording API; late notifications of the task still carry it.',
    untestable: 'Only calls to the recording API could show it, and the harness makes none.',
  },
  taskIdCustom: {
    id: 'gme/recording-callback#task-id-custom',
    document,
    section: 'Callback parameters',
    statement:
      'In custom recording the TaskID is also in the answer to the start request, and the integrator keeps it for later calls.',
    basis: 'stated',
    untestable: 'Start requests go from the integrator to the cloud, where the harness is not.',
  },
  eventType: {
    id: 'gme/recording-callback#event-type',
    document,
    section: 'Callback parameters',
    statement: 'EventType is an integer that says what happened.',
    basis: 'stated',
  },
  detail: {
    id: 'gme/recording-callback#detail',
    document,
    section: 'Callback parameters',
    statement: 'Detail is an object whose form depends on EventType.',
    basis: 'stated',
  },
  requiredFields: {
    id: 'gme/recording-callback#required-fields',
    document,
    section: 'Callback parameters',
    statement: 'Every notification carries all the listed parameters with their listed types.',
    basis: 'inferred',
    reading: 'The table marks none as optional, and the sample has them all.',
  },
  eventStarted: {
    id: 'gme/recording-callback#event-started',
    document,
    section: 'EventDetail event details',
    statement: 'EventType 1 says that the recording has started.',
    basis: 'stated',
  },
  eventCompleted: {
    id: 'gme/recording-callback#event-completed',
    document,
    section: 'EventDetail event details',
    statement: 'EventType 2 says that the recording is complete.',
    basis: 'stated',
  },
  eventUploaded: {
    id: 'gme/recording-callback#event-uploaded',
    document,
    section: 'EventDetail event details',
    statement: 'EventType 3 says that the audio file has been uploaded.',
    basis: 'stated',
  },
  eventsPerFile: {
    id: 'gme/recording-callback#events-per-file',
    document,
    section: 'EventDetail event details',
    statement: 'Each of the three events speaks of one audio file, not of the whole task.',
    basis: 'inferred',
    reading:
      'The Korean, Chinese and Japanese editions say audio file for all three, and each carries a file name and serial.',
  },
  detailSeqNo: {
    id: 'gme/recording-callback#detail-seq-no',
    document,
    section: 'EventDetail event details',
    statement: 'Detail of each event type has SeqNo, a number: the segment’s serial number.',
    basis: 'stated',
    reading: 'The same number as in the file’s name, from 0.',
  },
  detailFileName: {
    id: 'gme/recording-callback#detail-file-name',
    document,
    section: 'EventDetail event details',
    statement: 'Detail of each event type has FileName, a string.',
    basis: 'stated',
    reading: 'Folder and name, as in the sample: the object’s key from the bucket’s root.',
  },
  sampleCallback: {
    id: 'gme/recording-callback#sample',
    document,
    section: 'Sample callback',
    statement: 'A real notification looks like the sample.',
    basis: 'inferred',
    reading:
      'For its form only: its mode, user, folder and file name contradict the rules of the same documents.',
    untestable: 'A sample promises nothing beyond the rules, which have checks of their own.',
  },
} as const satisfies Record<string, Clause>;
