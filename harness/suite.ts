import type { Clause, Dialect, ServiceName } from '#contracts/clause.ts';
import type { Json } from '#contracts/json.ts';
import type { ActiveCheck, ArchiveCheck } from './check.ts';
import type { ArchiveFacts } from './archive-facts.ts';
import type { Arm, Send } from './experiment.ts';
import type { SigningRecipe } from './result.ts';
import type { RecordingMapping } from './state/recording-mapping.ts';

/** What the builders of experiments may know. Plain values: no clock, no randomness of their own. */
export interface SuiteContext {
  readonly appId: string;
  /** The callback key; never written anywhere. */
  readonly secretKey: string;
  /** Named readings in force beside the defaults. */
  readonly dialects: readonly string[];
  readonly scope: 'single' | 'mixed' | 'both';
  /** Chooses cases; the same seed gives the same symbolic cases. */
  readonly seed: number;
  /** Makes identifiers unlike those of every earlier run and replay. Lower-case letters and digits. */
  readonly nonce: string;
  /** Wall clock of the run, milliseconds since the epoch. */
  readonly nowMs: number;
  /** How long a receiver may take to answer, milliseconds. */
  readonly responseTimeMsMax: number;
  /** How the target's state names its recordings, where its owner said so. */
  readonly mapping: RecordingMapping | null;
  /** The recording rule in force, as the suite's own `readRule` made it; null where none is declared. */
  readonly rule: unknown;
}

/** One plainly valid callback in one reading: preflight learns from it whether key and endpoint are right. */
export interface PreflightProbe {
  readonly title: string;
  /** Dialects in which it is written; the run's own come first. */
  readonly dialects: readonly string[];
  readonly send: Send;
}

/** All that the engine needs of a service: data and pure builders. */
export interface Suite {
  readonly service: ServiceName;
  readonly title: string;
  readonly clauses: readonly Clause[];
  readonly dialects: readonly Dialect[];
  readonly activeChecks: readonly ActiveCheck[];
  readonly archiveChecks: readonly ArchiveCheck[];
  /** What is wrong with the application id or the dialects, and what to do; null when nothing is. */
  configurationFault(
    appId: string,
    dialects: readonly string[],
  ): { readonly message: string; readonly hint: string } | null;
  /**
   * Reads the recording rule as the service's own API takes it. The result is opaque to the engine, which hands it on as
   * `SuiteContext.rule` and `ArchiveFacts.rule`. `faults`: every violation of the contract, one sentence each, at least
   * one. Absent: the service has no such rule.
   */
  readRule?(value: Json): { readonly rule: unknown } | { readonly faults: readonly string[] };
  /** How callbacks are signed under these dialects, for the scripts in reports. Absent: scripts leave signatures out. */
  signing?(dialects: readonly string[]): SigningRecipe;
  /** Valid callbacks in several spellings and readings, the plainest first. */
  preflight(context: SuiteContext): readonly PreflightProbe[];
  /** One recording from first to last callback, with its subjects: teaches how fast the state follows. */
  calibration(context: SuiteContext): Arm;
  /** Whether an object's bytes should be judged as a recording, by its key. */
  isRecordingKey(key: string): boolean;
  /** Why the facts cannot be judged at all; null when they can. */
  archiveFault(facts: ArchiveFacts): string | null;
  /** Short facts about the archive for the evidence of every check over it. */
  archiveEvidence?(facts: ArchiveFacts): readonly string[];
}
