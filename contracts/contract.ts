import type { Clause, Dialect, ServiceName } from './clause.ts';
import type { ClausesByTopic } from './topics.ts';

/**
 * What every service provides to the catalogue, the command line and the reports: names and promises, no behaviour.
 * Callbacks, signatures, names and recording rules differ too much between services to share a shape; each service's
 * folder exports its own, and `suites/<service>` is written against that.
 */
export interface Contract {
  readonly service: ServiceName;
  /** For people: `Tencent GME server-side recording`. */
  readonly title: string;
  /** What the service calls `--app-id`: `BizID`, `SdkAppId`, `app_id`. */
  readonly appIdName: string;
  /** Every promise of the documents, testable or not, each with a unique id. */
  readonly clauses: readonly Clause[];
  /** Every reading beside the default one, each of a clause in `clauses`. */
  readonly dialects: readonly Dialect[];
  /** Groups of dialect names of which at most one may be chosen, because they read one clause in different ways. */
  readonly exclusiveDialects: readonly (readonly string[])[];
  /** File name extensions of recordings as the service writes them, lower case with the dot: `.mp3`, `.m3u8`. */
  readonly recordingExtensions: readonly string[];
  /** What is compared between services. */
  readonly topics: ClausesByTopic;
}
