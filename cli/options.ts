import type { ServiceName } from '#contracts/clause.ts';
import type { Profile } from '#harness/check.ts';
import type { ObserveFunction } from '#harness/observe/function-observer.ts';
import { languages, type Language } from '#reports/language/language.ts';
import type { RecordingMapping } from '#harness/state/recording-mapping.ts';
import { defaultService, suites } from './services.ts';

/** What `soundcheck.config.ts` may say; every key but the last four is also a flag and a `SOUNDCHECK_*` variable. */
export interface Configuration {
  /** Which contract; default `gme`. */
  readonly service?: ServiceName;
  /** GME BizID, TRTC SdkAppId, SparkRTC app id. */
  readonly appId?: string;
  /** The callback endpoint, http or https. Absent: the embedded reference receiver. */
  readonly endpoint?: string;
  /** Name of the environment variable that holds the callback key; the key itself is never an argument. */
  readonly secretEnv?: string;
  /** State URL with `{roomId}`, `{taskId}`, `{userId}`, `{appId}`. */
  readonly observe?: string;
  /** The same through a command that prints JSON. */
  readonly observeCommand?: string;
  /** `./folder`, `s3://`, `cos://` or `obs://`. */
  readonly bucket?: string;
  /** Recording scope configured at the service; default `both`. */
  readonly scope?: 'single' | 'mixed' | 'both';
  /** File with the recording rule as the service's own API takes it. */
  readonly rule?: string;
  /** File of the callbacks that were received for the bucket's recordings, one a line. */
  readonly callbacks?: string;
  /** Named readings to take instead of the defaults. */
  readonly dialect?: readonly string[];
  /** Profiles to run; default all that the target supports. */
  readonly profile?: readonly Profile[];
  /** Only checks whose id begins so; such a run certifies nothing. */
  readonly only?: string;
  /** Only part `i/n` of the checks; `soundcheck merge` judges all parts together. */
  readonly shard?: string;
  /** Names the run that shards belong to; those of different runs are not merged. */
  readonly runId?: string;
  /**
   * File in which failures are kept, to be tried first in later runs; `off` for none. Default of the command line
   * `.soundcheck/regressions.json`, of the library `off`. The embedded target has none.
   */
  readonly regressions?: string;
  /** File of waivers. */
  readonly waivers?: string;
  /** What fails the run; default `must`. */
  readonly failOn?: 'must' | 'should';
  /** Generated cases per property check; default 5. */
  readonly runs?: number;
  /** Chooses the generated cases; default 1. */
  readonly seed?: number;
  /** Time budget in seconds; 0 (default) for none. */
  readonly maxTime?: number;
  /** Callbacks under way at once; default 16. */
  readonly concurrency?: number;
  /** Callbacks a second; 0 (default) for no bound. */
  readonly rate?: number;
  /** Bound on one request, milliseconds; default 10000. */
  readonly timeout?: number;
  /** Patience with a state that follows in the background, milliseconds; default 4000. */
  readonly settle?: number;
  /** Where the reports go; default `soundcheck-report`. */
  readonly reportDir?: string;
  /** Language of report.html, summary.md and the console; default `en`. Checks without a translation stay English. */
  readonly lang?: Language;
  /** What is certified: `git:<commit>`, `sha256:<digest>` or `image@sha256:<digest>`. */
  readonly subject?: string;
  /** File with an Ed25519 private key in PEM that signs the certificate. */
  readonly signKey?: string;
  /** Days for which a certificate is valid; default 90. */
  readonly certificateDays?: number;
  /** The target claims to recover lost callbacks from the bucket, which is then written to below its prefix. */
  readonly recovers?: boolean;
  /** The callback key itself, for tests that make one up; not to be used with a real one. */
  readonly secretKey?: string;
  /** State through a function of your own. */
  readonly observeWith?: ObserveFunction;
  /** Headers of the observation request. */
  readonly observeHeaders?: Readonly<Record<string, string>>;
  /** Where the state keeps its recordings: enables the comparison with the prediction. */
  readonly recordings?: RecordingMapping;
}

/** Types a configuration: `export default defineConfig({ … })`. */
export function defineConfig(configuration: Configuration): Configuration {
  return configuration;
}

/** How an option's text is read. */
export type OptionKind = 'text' | 'number' | 'list' | 'switch' | readonly string[];

/** One option: flag, configuration key and environment variable at once. */
export interface OptionSpec {
  readonly key: keyof Configuration;
  readonly kind: OptionKind;
  /** Placeholder in the help. */
  readonly value: string;
  readonly help: string;
  /** Bounds of a number, both included. */
  readonly min?: number;
  readonly max?: number;
}

/** Every option that can be a flag, in the order of the help. */
export const optionSpecs: readonly OptionSpec[] = [
  {
    key: 'service',
    kind: suites.map(({ service }) => service),
    value: 'NAME',
    help: `which contract: ${suites.map(({ service }) => service).join(', ')} (default ${defaultService})`,
  },
  {
    key: 'appId',
    kind: 'text',
    value: 'ID',
    help: 'the application: GME BizID, TRTC SdkAppId, SparkRTC app_id',
  },
  { key: 'endpoint', kind: 'text', value: 'URL', help: 'the callback endpoint' },
  {
    key: 'secretEnv',
    kind: 'text',
    value: 'NAME',
    help: 'environment variable with the callback key',
  },
  {
    key: 'observe',
    kind: 'text',
    value: 'URL',
    help: 'state URL with {roomId}, {taskId}, {userId}, {appId}',
  },
  {
    key: 'observeCommand',
    kind: 'text',
    value: 'CMD',
    help: 'the same, a command that prints JSON',
  },
  {
    key: 'bucket',
    kind: 'text',
    value: 'URI',
    help: './folder, s3://bucket/prefix?endpoint=&region=, cos://…, obs://…',
  },
  {
    key: 'recovers',
    kind: 'switch',
    value: '',
    help: 'the target claims to recover lost callbacks; writes to the bucket',
  },
  {
    key: 'scope',
    kind: ['single', 'mixed', 'both'],
    value: 'SCOPE',
    help: 'recording scope at the service: single, mixed, both (default)',
  },
  {
    key: 'rule',
    kind: 'text',
    value: 'FILE',
    help: 'recording rule as JSON, for services that have one',
  },
  {
    key: 'callbacks',
    kind: 'text',
    value: 'FILE',
    help: 'received callbacks, one JSON object a line, to compare with the bucket',
  },
  { key: 'dialect', kind: 'list', value: 'NAME', help: 'a named reading (repeatable)' },
  { key: 'profile', kind: 'list', value: 'LIST', help: 'wire,state,archive,recovery' },
  { key: 'only', kind: 'text', value: 'PREFIX', help: 'only checks whose id begins so' },
  {
    key: 'shard',
    kind: 'text',
    value: 'I/N',
    help: 'only part I of N of the checks; soundcheck merge judges all parts',
  },
  {
    key: 'runId',
    kind: 'text',
    value: 'ID',
    help: 'names the run that shards belong to (the id of the CI run)',
  },
  {
    key: 'regressions',
    kind: 'text',
    value: 'FILE',
    help: 'where failures are kept for later runs, or off (default .soundcheck/regressions.json)',
  },
  { key: 'waivers', kind: 'text', value: 'FILE', help: 'JSON list of waivers' },
  {
    key: 'failOn',
    kind: ['must', 'should'],
    value: 'LEVEL',
    help: 'what fails the run: must (default) or should',
  },
  {
    key: 'runs',
    kind: 'number',
    value: 'N',
    help: 'generated cases per property (default 5)',
    min: 0,
    max: 10_000,
  },
  {
    key: 'seed',
    kind: 'number',
    value: 'N',
    help: 'chooses the generated cases (default 1)',
    min: 0,
    max: 2 ** 31 - 1,
  },
  {
    key: 'maxTime',
    kind: 'number',
    value: 'S',
    help: 'time budget in seconds (default none)',
    min: 0,
    max: 86_400,
  },
  {
    key: 'concurrency',
    kind: 'number',
    value: 'N',
    help: 'callbacks under way at once (default 16)',
    min: 1,
    max: 256,
  },
  {
    key: 'rate',
    kind: 'number',
    value: 'N',
    help: 'callbacks a second (default unbounded)',
    min: 0,
    max: 100_000,
  },
  {
    key: 'timeout',
    kind: 'number',
    value: 'MS',
    help: 'bound on one request (default 10000)',
    min: 50,
    max: 120_000,
  },
  {
    key: 'settle',
    kind: 'number',
    value: 'MS',
    help: 'patience with a background state (default 4000)',
    min: 100,
    max: 120_000,
  },
  {
    key: 'reportDir',
    kind: 'text',
    value: 'DIR',
    help: 'where reports go (default soundcheck-report)',
  },
  {
    key: 'lang',
    kind: languages,
    value: 'LANG',
    help: 'language of reports and console: en (default), zh',
  },
  {
    key: 'subject',
    kind: 'text',
    value: 'ID',
    help: 'what the certificate is about: git:<commit>, image@sha256:<digest>',
  },
  {
    key: 'signKey',
    kind: 'text',
    value: 'FILE',
    help: 'Ed25519 private key (PEM) that signs the certificate',
  },
  {
    key: 'certificateDays',
    kind: 'number',
    value: 'N',
    help: 'days for which the certificate is valid (default 90)',
    min: 1,
    max: 365,
  },
];

/** `observeCommand` → `--observe-command`. */
export function flagOf(key: string): string {
  return `--${key.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** `observeCommand` → `SOUNDCHECK_OBSERVE_COMMAND`. */
export function variableOf(key: string): string {
  return `SOUNDCHECK_${key.replace(/[A-Z]/gu, (letter) => `_${letter}`).toUpperCase()}`;
}
