/** How the ambiguous clauses of the GME documents are taken; each field is what one or two named dialects change. */
export interface GmeReading {
  /** Text form of the 20 MAC bytes. Hex is lower case; `base64-of-hex` is the Base64 of the 40 hex digits. */
  readonly signatureEncoding: 'base64' | 'hex' | 'base64-of-hex';
  /** What is signed before the raw body: nothing, or the method, as GME's voice moderation does it. */
  readonly signedPrefix: '' | 'POST';
  /** Where the signature travels; in both places its name is `Signature`. */
  readonly signatureIn: 'header' | 'query';
  /** Which event types are sent: 1, 2 and 3 per file, or only 3. */
  readonly events: 'all' | 'completion-only';
  /** `RecordMode` on the wire: 0 single and 1 mixed, or as the recording API counts, 1 single and 2 mixed. */
  readonly recordModes: 'callback' | 'api';
  /** What ends a single stream's file name: the segment's serial number, or the task id. */
  readonly nameId: 'serial' | 'task-id';
  /** Whether a mixed stream's file name has a blank before each of its inner underscores. */
  readonly nameBlanks: boolean;
  /** The time in a file name: the task's start, the same for all its files, or the segment's own start. */
  readonly nameTime: 'task-start' | 'segment-start';
  /** Zone of the time in a file name, hours ahead of UTC. */
  readonly nameZoneHours: 0 | 8;
  /** `UserID` of a mixed stream's callbacks. */
  readonly mixedUserId: '0' | '';
  /** Whether a task is stopped after 24 hours though users are still in the room. */
  readonly stopsAfterDay: boolean;
  /** Whether a callback that was not answered is sent again. */
  readonly retries: boolean;
}

/** The default reading: column "default" of what Soundcheck knows of the ambiguities, without any dialect. */
export const defaultReading: GmeReading = {
  signatureEncoding: 'base64',
  signedPrefix: '',
  signatureIn: 'header',
  events: 'all',
  recordModes: 'callback',
  nameId: 'serial',
  nameBlanks: false,
  nameTime: 'task-start',
  nameZoneHours: 8,
  mixedUserId: '0',
  stopsAfterDay: true,
  retries: true,
};

/** `RecordMode` as a stream's callbacks carry it. */
export function recordModeOf(mode: 'single' | 'mixed', reading: GmeReading): 0 | 1 | 2 {
  if (reading.recordModes === 'api') {
    return mode === 'single' ? 1 : 2;
  }
  return mode === 'single' ? 0 : 1;
}
