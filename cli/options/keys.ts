import type { ServiceName } from '#contracts/clause.ts';
import type { Profile } from '#harness/check.ts';
import type { ObserveFunction } from '#harness/observe/function-observer.ts';
import type { Language } from '#reports/language/language.ts';
import type { RecordingMapping } from '#harness/state/recording-mapping.ts';

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
  /** Language of pages, badge, summary.md and the console; default `en`. What has no translation stays English. */
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
