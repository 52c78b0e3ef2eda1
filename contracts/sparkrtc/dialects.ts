import type { Dialect } from '../clause.ts';
import { checkDialectNames } from '../dialect-names.ts';
import { clauses } from './clauses.ts';
import { defaultReading, type SparkReading } from './reading.ts';

interface SparkDialectEntry extends Dialect {
  readonly changes: Partial<SparkReading>;
}

const entries = [
  {
    name: 'spark-cloud-record-over',
    clause: clauses.eventJobOver.id,
    statement: 'The event that ends a job is CLOUD_RECORD_OVER, as examples of the API have it.',
    changes: { jobOverEvent: 'CLOUD_RECORD_OVER' },
  },
  {
    name: 'spark-two-events',
    clause: clauses.eventJobOver.id,
    statement: 'The end of a job is not notified: the SDK knows only the two events of files.',
    changes: { jobOverEvent: 'none' },
  },
  {
    name: 'spark-format-lower',
    clause: clauses.nameFormat.id,
    statement: 'The format in an object key is in lower case, as in the sample callback.',
    changes: { formatCase: 'lower' },
  },
  {
    name: 'spark-name-utc8',
    clause: clauses.nameTimeZone.id,
    statement: 'The time in an object key is at UTC+8.',
    changes: { nameZoneHours: 8 },
  },
  {
    name: 'spark-no-file-size',
    clause: clauses.fileSize.id,
    statement: 'No callback carries file_size, as the table of fields has it.',
    changes: { fileSize: false },
  },
  {
    name: 'spark-timestamp-ms',
    clause: clauses.timestampHeader.id,
    statement: 'X-Rtc-Timestamp is in milliseconds.',
    changes: { timestampUnit: 'milliseconds' },
  },
  {
    name: 'spark-retry',
    clause: clauses.retrySchedule.id,
    statement:
      'A callback that was not answered is sent again at once, then every 10 seconds for one minute.',
    changes: { retries: true },
  },
] as const satisfies readonly SparkDialectEntry[];

/** What a user may type after `--dialect` for SparkRTC. */
export type SparkDialect = (typeof entries)[number]['name'];

/** Every accepted reading of an ambiguous SparkRTC clause beside the default. */
export const dialects: readonly Dialect[] = entries.map(({ name, clause, statement }) => ({
  name,
  clause,
  statement,
}));

/** Dialects that exclude each other. */
export const exclusiveDialects: readonly (readonly SparkDialect[])[] = [
  ['spark-cloud-record-over', 'spark-two-events'],
];

/**
 * The default reading with the named dialects applied; their order does not matter.
 * @throws Error for an unknown name (with near matches) and for names that contradict each other.
 */
export function resolveReading(names: readonly string[]): SparkReading {
  checkDialectNames(names, dialects, exclusiveDialects);
  return entries
    .filter(({ name }) => names.includes(name))
    .reduce<SparkReading>((reading, { changes }) => ({ ...reading, ...changes }), defaultReading);
}
