import type { Clause } from '../clause.ts';

const ruleApi = 'SparkRTC Creating or Updating a Recording Rule, 2025-02-08';
const jobs = 'SparkRTC recording job and automatic recording APIs, 2025-02-08';
const assumptions = 'Soundcheck’s assumptions on SparkRTC, where the documents are silent';

/** What sibling documents say that a rule file, a name or a prediction needs. */
export const siblingClauses = {
  ruleShape: {
    id: 'sparkrtc/recording-rule-api#shape',
    document: ruleApi,
    section: 'Request parameters',
    statement:
      'A rule names region, project and bucket, its formats in upper case, and a block of settings for each format.',
    basis: 'stated',
    untestable: 'Of a rule file, which soundcheck doctor reads, and of no integration.',
  },
  ruleReplaced: {
    id: 'sparkrtc/recording-rule-api#replaced',
    document: ruleApi,
    section: 'Function',
    statement: 'Creating a rule where one exists replaces it.',
    basis: 'stated',
    untestable: 'Rules are made by calls to the cloud, where the harness is not.',
  },
  ruleUpdate: {
    id: 'sparkrtc/recording-rule-api#update',
    document: ruleApi,
    section: 'Constraints',
    statement: 'A changed rule acts on streams that begin five minutes later.',
    basis: 'stated',
    untestable: 'When a rule was changed cannot be seen from outside.',
  },
  sliceLength: {
    id: 'sparkrtc/recording-rule-api#slice-length',
    document: ruleApi,
    section: 'HLSRecordConfig',
    statement:
      'An HLS rule can set the length of media segments to 2 to 60 seconds, else it is 10.',
    basis: 'stated',
    reading: 'A target: encoders cut at key frames, and the last segment is shorter.',
  },
  automaticSingleOnly: {
    id: 'sparkrtc/automatic-recording#single-only',
    document: jobs,
    section: 'Updating the automatic recording configuration',
    statement: 'Automatic recording records single streams only.',
    basis: 'stated',
  },
  streamNameAutomatic: {
    id: 'sparkrtc/automatic-recording#stream-name',
    document: jobs,
    section: 'Updating the automatic recording configuration',
    statement:
      'An automatically recorded stream is named appid_roomid_userid, then av_m for the camera with sound or v_a for the screen.',
    basis: 'stated',
  },
  streamNameSingle: {
    id: 'sparkrtc/recording-jobs#stream-name-single',
    document: jobs,
    section: 'Starting a single stream recording job',
    statement: 'A single stream recorded through the API is named s_jobid_roomid_userid.',
    basis: 'stated',
  },
  streamNameMixed: {
    id: 'sparkrtc/recording-jobs#stream-name-mixed',
    document: jobs,
    section: 'Starting a mixed stream recording job',
    statement: 'A mixed stream is named m_jobid_roomid.',
    basis: 'stated',
  },
  identifiers: {
    id: 'sparkrtc/faq#identifiers',
    document: 'SparkRTC FAQ on room and user IDs',
    section: 'Naming',
    statement: 'Room and user IDs have up to 64 bytes of letters, digits, underscores and hyphens.',
    basis: 'stated',
    reading:
      'The underscore makes stream names ambiguous: whose a stream is, the body’s fields say.',
  },
} as const satisfies Record<string, Clause>;

/** What is assumed where the documents are silent. */
export const assumptionClauses = {
  refusalStatus: {
    id: 'sparkrtc/assumption#refusal-status',
    document: assumptions,
    section: 'Answer',
    statement: 'What is not a genuine, readable notification is answered with a 4xx status.',
    basis: 'assumed',
    reading: 'A 5xx would be taken for a passing fault, a 2xx for acceptance.',
  },
  responseTime: {
    id: 'sparkrtc/assumption#response-time',
    document: assumptions,
    section: 'Answer',
    statement: 'A notification has to be answered within 5 seconds.',
    basis: 'assumed',
    reading: 'As the callbacks of other services; none is said.',
  },
  noRedirect: {
    id: 'sparkrtc/assumption#no-redirect',
    document: assumptions,
    section: 'Answer',
    statement: 'Redirects are not followed.',
    basis: 'assumed',
  },
  secretKept: {
    id: 'sparkrtc/assumption#secret-kept',
    document: assumptions,
    section: 'Answer',
    statement: 'No answer reveals the key, or the signature that a forged notification lacked.',
    basis: 'assumed',
  },
  orderNotPromised: {
    id: 'sparkrtc/assumption#order',
    document: assumptions,
    section: 'Delivery',
    statement:
      'Notifications may arrive in another order than the one in which the events happened.',
    basis: 'assumed',
    reading: 'No order is promised, and requests over a network keep none by themselves.',
  },
  duplicates: {
    id: 'sparkrtc/assumption#duplicates',
    document: assumptions,
    section: 'Delivery',
    statement: 'A notification that arrives twice says nothing more than once.',
    basis: 'assumed',
    reading: 'Networks and proxies repeat requests, even where the service itself does not.',
  },
  lossPossible: {
    id: 'sparkrtc/assumption#loss',
    document: assumptions,
    section: 'Delivery',
    statement: 'Some notifications may never arrive.',
    basis: 'assumed',
    reading: 'No re-send is promised: what a receiver did not answer is lost.',
  },
  retrySchedule: {
    id: 'sparkrtc/assumption#retry-schedule',
    document: assumptions,
    section: 'Delivery',
    statement: 'A notification that was not delivered is not sent again.',
    basis: 'assumed',
    reading:
      'The documents name no retry; the other reading is at once, then every 10 seconds for one minute.',
    untestable:
      'The schedule is the cloud’s; what repetition does to a receiver is tested without it.',
  },
  contentType: {
    id: 'sparkrtc/assumption#content-type',
    document: assumptions,
    section: 'Request',
    statement: 'Notifications carry the content type application/json, perhaps with a charset.',
    basis: 'assumed',
  },
  fieldEvolution: {
    id: 'sparkrtc/assumption#field-evolution',
    document: assumptions,
    section: 'Request',
    statement: 'Fields, event types and formats that no document names yet may appear.',
    basis: 'assumed',
    reading:
      'The sample has a field that the table lacks, and the examples an event that it lacks.',
  },
  concurrency: {
    id: 'sparkrtc/assumption#concurrency',
    document: assumptions,
    section: 'Request',
    statement:
      'Notifications of several rooms, users, formats and files are sent at the same time.',
    basis: 'assumed',
  },
  robustness: {
    id: 'sparkrtc/assumption#robustness',
    document: assumptions,
    section: 'Request',
    statement: 'A receiver stays able to serve genuine notifications, whatever else it is sent.',
    basis: 'assumed',
  },
  jobEnd: {
    id: 'sparkrtc/assumption#job-end',
    document: assumptions,
    section: 'Jobs',
    statement:
      'A stream’s job lasts from its first publishing until its user leaves, a mixed job until the room is empty.',
    basis: 'assumed',
    reading:
      'Its files are closed then, whatever the rule says of pauses; who comes back is recorded by another job.',
    untestable: 'Names and callbacks do not tell when a user left; predictions follow it.',
  },
  fileExtensions: {
    id: 'sparkrtc/assumption#file-extensions',
    document: assumptions,
    section: 'Files',
    statement: 'Playlists end in .m3u8, media segments in .ts, MP4 files in .mp4.',
    basis: 'assumed',
    reading: 'The sample has .m3u8, and patterns name files without their endings.',
  },
  segmentPlace: {
    id: 'sparkrtc/assumption#segment-place',
    document: assumptions,
    section: 'Files',
    statement:
      'The media segments of a playlist lie in its folder, under names that the playlist has.',
    basis: 'assumed',
    reading: 'No document names segments: only the playlist says which are its own.',
  },
} as const satisfies Record<string, Clause>;
