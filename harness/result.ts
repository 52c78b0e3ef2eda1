import type { Basis, ClauseId, ServiceName } from '#contracts/clause.ts';
import type { LiteralSignature, SignatureMaking } from '#contracts/signature-making.ts';
import type { CheckId, Finding, Level, Profile } from './check.ts';
import type { ExitCode, Verdict } from './verdict.ts';

/** Where an event lies in the drawing of a story; symbols, never identifiers. */
export interface TimelinePlace {
  /** `R1/T1/U1`: room, task and user that the event is about. */
  readonly subject?: string;
  /** The event begins or ends the recording of the file. */
  readonly span?: 'opens' | 'closes';
}

/** One step of a counterexample's timeline. Bodies and headers are redacted before they get here. */
export interface TimelineStep extends TimelinePlace {
  /** Wave number: equal numbers went out at the same time. */
  readonly wave: number;
  readonly label: string;
  /** `original`, `duplicate`, `re-send`, `forged`, `malformed`; absent for a control. */
  readonly kind?: string;
  /** Symbol of the file that the callback speaks of, its event type and its place in the true order. */
  readonly file?: string;
  readonly event?: string;
  readonly order?: number;
  /** Status or fault, for people. */
  readonly answer: string;
  readonly ms: number;
  readonly request: {
    readonly method: string;
    readonly headers: readonly (readonly [string, string])[];
    /** UTF-8 text, cut at a bound; invalid bytes as U+FFFD. */
    readonly body: string;
    /** The bytes in Base64 where the text is not exactly them: not UTF-8, or cut. Absent for long ones, and where a secret is in them. */
    readonly bodyBase64?: string;
    /** Offsets at which the body was cut into TCP segments. */
    readonly splitAt?: readonly number[];
    /** How a forged signature was made; absent where it is right, missing, or was made of too much to be told here. */
    readonly forged?: ForgedSignature;
    /** Query parameters added to the endpoint's own; signatures are redacted. */
    readonly query?: readonly (readonly [string, string])[];
  };
  readonly response?: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
  };
}

/** How a forged signature was made: a text that needs no key, or what to make of which bytes with the key. */
export type ForgedSignature =
  LiteralSignature | (Omit<SignatureMaking, 'input'> & { readonly inputBase64: string });

/** One event of the story that a counterexample delivers, whether or not it was sent. */
export interface StoryEvent extends TimelinePlace {
  /** Place in the true order, from 0. */
  readonly order: number;
  /** For people: `F1 uploaded`. */
  readonly label: string;
  readonly file: string;
}

/** The receiver's state after a wave of a counterexample, played once more for the report. */
export interface TracedState {
  readonly wave: number;
  /** JSON text with symbols, redacted and bounded, as in `Counterexample.states`. */
  readonly state: string;
}

/** How a callback is signed, as data from which a report writes a script. Nothing of the key. */
export interface SigningRecipe {
  /** Name of the header or query parameter that carries the value. */
  readonly name: string;
  readonly in: 'header' | 'query';
  readonly algorithm: 'sha1' | 'sha256';
  /** `base64-of-hex`: Base64 of the lower-case hexadecimal digits. */
  readonly encoding: 'base64' | 'hex' | 'base64-of-hex';
  /** Text before the body in what is signed. */
  readonly prefix?: string;
  /** Headers whose values stand before the body in what is signed, in this order, nothing between them. */
  readonly prefixHeaders?: readonly string[];
}

/** The shortest delivery plan found that shows a failure. */
export interface Counterexample {
  readonly title: string;
  /** Requests of the telling arm. */
  readonly callbacks: number;
  readonly steps: readonly TimelineStep[];
  /** What really happened, in true order, as far as any arm of the experiment tells of it. */
  readonly story?: readonly StoryEvent[];
  /** Observed states beside each other, by arm, as JSON text, redacted and bounded. */
  readonly states: readonly { readonly arm: string; readonly state: string }[];
  /** The state after each wave, from one more play of the telling arm; absent where none was observed. */
  readonly trace?: readonly TracedState[];
}

/** How often the failure came back when it was replayed before being reported. */
export interface Stability {
  readonly kind: 'stable' | 'flaky';
  readonly failed: number;
  readonly of: number;
}

export interface ClauseReference {
  readonly id: ClauseId;
  readonly document: string;
  readonly section: string;
  readonly statement: string;
  readonly basis: Basis;
  readonly reading?: string;
}

/** Why, by whom, under which ticket and until which day (`YYYY-MM-DD`) a failure is accepted. */
export interface WaiverMark {
  readonly reason: string;
  readonly owner: string;
  readonly ticket: string;
  readonly expires: string;
  /** Codes of the findings that are waived; absent: all. */
  readonly codes?: readonly string[];
}

/** One check's outcome, as it stands in `report.json`. */
export interface CheckResult {
  readonly id: CheckId;
  readonly title: string;
  readonly level: Level;
  readonly basis: Basis;
  readonly profile: Profile;
  readonly verdict: Verdict;
  /** Why a check is untestable, not applicable or a harness error; null otherwise. */
  readonly fault: string | null;
  readonly clauses: readonly ClauseReference[];
  readonly findings: readonly Finding[];
  /** Short facts behind the verdict: control statuses, settle times, object counts. */
  readonly evidence: readonly string[];
  readonly counterexample: Counterexample | null;
  readonly stability: Stability | null;
  /** A command that runs this counterexample again; null when met. */
  readonly replay: string | null;
  readonly waiver: WaiverMark | null;
  readonly hint: string;
  readonly requests: number;
  readonly durationMs: number;
}

/**
 * What a part of a run says of the whole. A part certifies nothing: `soundcheck merge` puts all of them together, and
 * only where they agree in everything that is told here.
 */
export interface ShardMark {
  /** From 1. */
  readonly index: number;
  readonly of: number;
  /** Names the run: SHA-256 over `of` and `settings`, in hexadecimal. */
  readonly run: string;
  /** What every part must have in common, beside what the report says anyway. */
  readonly settings: {
    /** Profiles that were asked for; null: all that the target supports. */
    readonly profiles: readonly Profile[] | null;
    readonly supported: readonly Profile[];
    readonly only: string | null;
    readonly runs: number;
    readonly failOn: 'must' | 'should';
    readonly waivers: readonly (WaiverMark & { readonly check: string })[];
    /** Name of the run, subject, digests of rule and mapping: texts by name; null where not given. */
    readonly common: Readonly<Record<string, string | null>>;
  };
  /** Why nothing more was sent from some moment on; null otherwise. */
  readonly lost: string | null;
}

/**
 * `met`: certified. `met-with-waivers`: nothing is broken but a MUST that is waived; the gate is passed, and nothing is
 * certified. `not-met`: a MUST is broken. `inconclusive`: something untestable. `not-certified`: nothing to judge it by.
 */
export type ProfileVerdict =
  'met' | 'met-with-waivers' | 'not-met' | 'inconclusive' | 'not-certified';

/** A whole run: all that renderers may know. Key order is the order of `report.json`. */
export interface RunResult {
  readonly schema: 'soundcheck-report/1';
  readonly tool: { readonly name: 'soundcheck'; readonly version: string; readonly node: string };
  readonly service: ServiceName;
  /** The service for people; report.json says the name alone. */
  readonly serviceTitle: string;
  readonly target: {
    /** Credentials and query values removed. */
    readonly endpoint: string | null;
    readonly observe: string | null;
    readonly bucket: string | null;
    readonly appId: string;
    readonly embedded: boolean;
  };
  readonly dialects: readonly string[];
  readonly scope: 'single' | 'mixed' | 'both';
  /** How this run's callbacks were signed; absent where the suite does not say. */
  readonly signing?: SigningRecipe;
  readonly profiles: Readonly<Record<Profile, ProfileVerdict>>;
  readonly verdict: 'met' | 'not-met' | 'inconclusive' | 'harness-error' | 'configuration';
  readonly exitCode: ExitCode;
  /** One sentence: what the verdict means for the reader. */
  readonly summary: string;
  /** Profiles that this run certifies; empty for a filtered, interrupted or failed run. */
  readonly certificates: readonly Profile[];
  /** What was not tested and why. */
  readonly notTested: readonly string[];
  readonly interrupted: string | null;
  readonly filtered: string | null;
  /** Which part of a run this is; absent for a whole one. */
  readonly shard?: ShardMark;
  readonly seed: number;
  readonly startedAt: string;
  readonly durationMs: number;
  readonly requests: number;
  readonly counts: Readonly<Record<Verdict | 'waived', number>>;
  readonly checks: readonly CheckResult[];
}

/** What a live front end may show while a run goes on. */
export type RunEvent =
  | { readonly kind: 'phase'; readonly title: string }
  | {
      readonly kind: 'check';
      readonly result: CheckResult;
      readonly done: number;
      readonly total: number;
    }
  | { readonly kind: 'requests'; readonly sent: number };
