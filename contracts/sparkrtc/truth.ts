import { joinBy } from '../lattice.ts';
import {
  callbackFields,
  eventTypes,
  jobOverEvents,
  type SparkCallback,
} from './callback-fields.ts';

/** A completed file, by what is known of it. */
export interface FileTruth {
  /** Its object; where callbacks leave that out its URL, else its format and start. */
  readonly identity: string;
  /** Every field that a callback told of it. */
  readonly told: SparkCallback;
}

/** What is known of one job. */
export interface JobTruth {
  /** `job_id`; where callbacks leave that out the stream's name. */
  readonly identity: string;
  /** Application, room, stream and job, as far as they were told. */
  readonly told: SparkCallback;
  /**
   * Formats of which a file was begun, sorted. No more can be known: beginnings of two files of one job and format are
   * the same callback, so the second and a repetition of the first cannot be told apart.
   */
  readonly begunFormats: readonly string[];
  /** By identity. */
  readonly files: readonly FileTruth[];
  readonly isOver: boolean;
}

/** What is known after some callbacks: one job each, by identity. In one form for the same knowledge. */
export type Truth = readonly JobTruth[];

/** What a callback tells by itself; nothing where its event is unknown. */
export function truthOf(callback: SparkCallback): Truth {
  const { eventType, appId, roomId, streamName, jobId, recordFormat } = callback;
  const isBegun = eventType === eventTypes.fileStarted;
  const isCompleted = eventType === eventTypes.fileCompleted;
  const isOver = jobOverEvents.some((event) => event === eventType);
  if (!isBegun && !isCompleted && !isOver) {
    return [];
  }
  return [
    {
      identity: jobId ?? streamName ?? '',
      told: joinFields({ appId, roomId, streamName, jobId }, {}),
      begunFormats: isBegun && recordFormat !== undefined ? [recordFormat] : [],
      files: isCompleted ? [{ identity: fileIdentity(callback), told: callback }] : [],
      isOver,
    },
  ];
}

/**
 * What is known after callbacks in any order, each once or often: the join of what each tells, which neither order nor
 * repetition changes. The state that a receiver should reach. Clauses `orderNotPromised`, `duplicates`.
 */
export function truthAfter(callbacks: Iterable<SparkCallback>): Truth {
  let truth: Truth = [];
  for (const callback of callbacks) {
    truth = joinTruths(truth, truthOf(callback));
  }
  return truth;
}

/** What both know together; commutative, associative and idempotent. */
export function joinTruths(one: Truth, other: Truth): Truth {
  return joinBy(one, other, identityOf, joinJobs);
}

function joinJobs(one: JobTruth, other: JobTruth): JobTruth {
  return {
    identity: one.identity,
    told: joinFields(one.told, other.told),
    begunFormats: [...new Set([...one.begunFormats, ...other.begunFormats])].sort(),
    files: joinBy(one.files, other.files, identityOf, joinFiles),
    isOver: one.isOver || other.isOver,
  };
}

function joinFiles(one: FileTruth, other: FileTruth): FileTruth {
  return { identity: one.identity, told: joinFields(one.told, other.told) };
}

function identityOf({ identity }: { readonly identity: string }): string {
  return identity;
}

/** Fields that may be undefined, which `SparkCallback` leaves out. */
type Told = { readonly [Member in keyof SparkCallback]: SparkCallback[Member] | undefined };

/** What either tells; should they ever contradict each other, the greater value, whoever tells it. */
function joinFields(one: Told, other: Told): SparkCallback {
  return Object.fromEntries(
    callbackFields.flatMap(({ member }) => {
      const [a, b] = [one[member], other[member]];
      const value = a === undefined || (b !== undefined && b > a) ? b : a;
      return value === undefined ? [] : [[member, value]];
    }),
  );
}

function fileIdentity(callback: SparkCallback): string {
  const { obsBucket = '', obsObject, downloadUrl, recordFormat = '', startSeconds } = callback;
  return obsObject === undefined
    ? (downloadUrl ?? `${recordFormat} ${String(startSeconds ?? '')}`)
    : `${obsBucket}/${obsObject}`;
}
