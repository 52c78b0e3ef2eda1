import { auditBucket } from '#harness/audit/audit-bucket.ts';
import type { Bucket, WritableBucket } from '#harness/bucket.ts';
import { openBucket, openWritableBucket } from '#harness/buckets/open.ts';
import { SoundcheckError } from '#harness/errors.ts';
import { createCommandObserver } from '#harness/observe/command-observer.ts';
import { createFunctionObserver } from '#harness/observe/function-observer.ts';
import { createHttpObserver } from '#harness/observe/http-observer.ts';
import type { Observer } from '#harness/observe/observer.ts';
import { publicUrl } from '#harness/redact.ts';
import type { OpenArchive, RunTarget } from '#harness/run/run.ts';
import type { Suite } from '#harness/suite.ts';
import { createInspector } from '#media/inspector.ts';
import { promisedFormat } from '#media/promised-format.ts';
import { loadCallbacks } from './callbacks.ts';
import type { Configuration } from './options.ts';

/**
 * Opens what the configuration names; nothing is contacted yet.
 * @param rule the recording rule in force, as the suite made it; null where none is given.
 * @throws SoundcheckError CONFIGURATION.
 */
export async function openTarget(
  configuration: Configuration,
  suite: Suite,
  environment: Readonly<Record<string, string | undefined>>,
  embedded: boolean,
  rule: unknown,
): Promise<RunTarget> {
  const endpoint = readEndpoint(configuration.endpoint);
  const observer = openObserver(configuration);
  const bucket = await openConfiguredBucket(configuration, environment);
  const callbacks = await loadCallbacks(comparableCallbacks(configuration, suite));
  const { recovers = false, appId = '' } = configuration;
  return {
    endpoint,
    observer,
    bucket,
    audit:
      bucket === null
        ? null
        : (signal): Promise<OpenArchive> =>
            auditBucket(bucket, {
              appId,
              scope: configuration.scope ?? 'both',
              dialects: configuration.dialect ?? [],
              rule,
              callbacks,
              isMedia: (key) => suite.isRecordingKey(key),
              createInspector: (key) => createInspector({ promised: promisedFormat(key) ?? 'any' }),
              signal,
            }),
    recoveryBucket: recovers && isWritable(bucket) ? bucket : null,
    shown: {
      endpoint: endpoint === null ? null : publicUrl(endpoint.href),
      observe: observer?.source ?? null,
      bucket: bucket?.uri ?? null,
      appId,
      embedded,
    },
  };
}

function readEndpoint(text: string | undefined): URL | null {
  if (text === undefined) {
    return null;
  }
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    throw new SoundcheckError(
      'CONFIGURATION',
      `--endpoint is not an http or https URL: ${JSON.stringify(text)}`,
      'Give the whole URL, for instance https://example.com/callback.',
    );
  }
  return url;
}

/** The file of received callbacks. @throws SoundcheckError CONFIGURATION where no check would look into it. */
function comparableCallbacks({ callbacks }: Configuration, suite: Suite): string | undefined {
  if (callbacks !== undefined && !comparesCallbacks(suite)) {
    throw new SoundcheckError(
      'CONFIGURATION',
      `no check of ${suite.service} compares received callbacks with the bucket`,
      'Leave --callbacks out.',
    );
  }
  return callbacks;
}

/** Whether any check of a suite compares received callbacks with the bucket. */
export function comparesCallbacks({ archiveChecks }: Suite): boolean {
  return archiveChecks.some(({ needsCallbacks }) => needsCallbacks === true);
}

function openObserver(configuration: Configuration): Observer | null {
  const timeoutMs = configuration.timeout ?? 10_000;
  if (configuration.observeWith !== undefined) {
    return createFunctionObserver(configuration.observeWith, { timeoutMs });
  }
  if (configuration.observeCommand !== undefined) {
    return createCommandObserver(configuration.observeCommand, { timeoutMs });
  }
  return configuration.observe === undefined
    ? null
    : createHttpObserver(configuration.observe, {
        timeoutMs,
        headers: configuration.observeHeaders ?? {},
      });
}

async function openConfiguredBucket(
  { bucket, recovers = false }: Configuration,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Bucket | WritableBucket | null> {
  if (bucket === undefined) {
    return null;
  }
  return recovers ? openWritableBucket(bucket, environment) : openBucket(bucket, environment);
}

function isWritable(bucket: Bucket | WritableBucket | null): bucket is WritableBucket {
  return bucket !== null && 'put' in bucket;
}

/** The callback key. @throws SoundcheckError CONFIGURATION where none is named or the variable is empty. */
export function readSecret(
  configuration: Configuration,
  environment: Readonly<Record<string, string | undefined>>,
): string {
  if (configuration.secretKey !== undefined && configuration.secretKey !== '') {
    return configuration.secretKey;
  }
  const { secretEnv } = configuration;
  if (secretEnv === undefined) {
    throw new SoundcheckError(
      'CONFIGURATION',
      'an endpoint is given, but not where its callback key is',
      'Put the key into an environment variable and name it: --secret-env CALLBACK_KEY.',
    );
  }
  const secret = environment[secretEnv];
  if (secret === undefined || secret === '') {
    throw new SoundcheckError(
      'CONFIGURATION',
      `the environment variable ${secretEnv} (--secret-env) is not set`,
      `Set it for this command: ${secretEnv}=… npx soundcheck certify …`,
    );
  }
  return secret;
}
