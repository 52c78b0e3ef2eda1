import type { Dialect } from '../clause.ts';
import { checkDialectNames } from '../dialect-names.ts';
import { clauses } from './clauses.ts';
import { defaultReading, type GmeReading } from './reading.ts';

export { defaultReading, type GmeReading };

interface GmeDialectEntry extends Dialect {
  readonly changes: Partial<GmeReading>;
}

const entries = [
  {
    name: 'gme-sig-hex',
    clause: clauses.signatureEncoding.id,
    statement: 'The signature is the MAC in lower-case hexadecimal.',
    changes: { signatureEncoding: 'hex' },
  },
  {
    name: 'gme-sig-base64-of-hex',
    clause: clauses.signatureEncoding.id,
    statement: 'The signature is the Base64 of the MAC written in lower-case hexadecimal.',
    changes: { signatureEncoding: 'base64-of-hex' },
  },
  {
    name: 'gme-sig-post-prefix',
    clause: clauses.signature.id,
    statement: 'The word POST is signed in front of the body, as in voice moderation callbacks.',
    changes: { signedPrefix: 'POST' },
  },
  {
    name: 'gme-sig-in-query',
    clause: clauses.signatureHeader.id,
    statement:
      'The signature travels as the query parameter Signature, as in voice moderation callbacks.',
    changes: { signatureIn: 'query' },
  },
  {
    name: 'gme-completion-only',
    clause: clauses.eventNotification.id,
    statement: 'Only the upload of a file (EventType 3) is notified, as the console page says.',
    changes: { events: 'completion-only' },
  },
  {
    name: 'gme-recordmode-api',
    clause: clauses.recordMode.id,
    statement: 'RecordMode counts as the recording API does: 1 single stream, 2 mixed stream.',
    changes: { recordModes: 'api' },
  },
  {
    name: 'gme-name-taskid',
    clause: clauses.nameSingle.id,
    statement:
      'A single-stream file name ends with the task id, as in the sample callback, and its time is the segment’s own.',
    changes: { nameId: 'task-id' },
  },
  {
    name: 'gme-name-blanks',
    clause: clauses.nameMixed.id,
    statement: 'A mixed-stream file name has blanks before its inner underscores, as printed.',
    changes: { nameBlanks: true },
  },
  {
    name: 'gme-name-segment-time',
    clause: clauses.nameTime.id,
    statement: 'The time in a file name is the start of the segment, not of the task.',
    changes: { nameTime: 'segment-start' },
  },
  {
    name: 'gme-name-utc',
    clause: clauses.nameTimeZone.id,
    statement: 'The time in a file name is in UTC.',
    changes: { nameZoneHours: 0 },
  },
  {
    name: 'gme-mixed-user-empty',
    clause: clauses.mixedUserId.id,
    statement: 'UserID of a mixed stream’s callbacks is the empty string.',
    changes: { mixedUserId: '' },
  },
  {
    name: 'gme-no-24h-stop',
    clause: clauses.taskHardStop.id,
    statement: 'A task goes on beyond 24 hours while users are in the room.',
    changes: { stopsAfterDay: false },
  },
  {
    name: 'gme-no-retry',
    clause: clauses.retrySchedule.id,
    statement: 'A callback that was not answered is not sent again.',
    changes: { retries: false },
  },
] as const satisfies readonly GmeDialectEntry[];

/** What a user may type after `--dialect` for GME. */
export type GmeDialect = (typeof entries)[number]['name'];

/** Every accepted reading of an ambiguous GME clause beside the default. */
export const dialects: readonly Dialect[] = entries.map(({ name, clause, statement }) => ({
  name,
  clause,
  statement,
}));

/** Dialects that exclude each other. */
export const exclusiveDialects: readonly (readonly GmeDialect[])[] = [
  ['gme-sig-hex', 'gme-sig-base64-of-hex'],
];

/**
 * The default reading with the named dialects applied; their order does not matter.
 * @throws Error for an unknown name (with near matches) and for names that contradict each other.
 */
export function resolveReading(names: readonly string[]): GmeReading {
  checkDialectNames(names, dialects, exclusiveDialects);
  return entries
    .filter(({ name }) => names.includes(name))
    .reduce<GmeReading>((reading, { changes }) => ({ ...reading, ...changes }), defaultReading);
}
