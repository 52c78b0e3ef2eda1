import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SoundcheckError } from '#harness/errors.ts';
import { comparesCallbacks } from './compose.ts';
import type { Configuration } from './options.ts';
import type { Service } from './services.ts';
import { writeObjects } from './write-world.ts';

/** The target of a run without a target: a receiver and a bucket that conform. */
export interface EmbeddedTarget {
  readonly configuration: Configuration;
  close(): Promise<void>;
}

/**
 * Starts a service's reference receiver on a loopback port and fills a temporary folder with the recordings of the
 * service's embedded session, and a file with its callbacks; the receiver looks for lost callbacks' files there.
 * @param rule the recording rule in force, as the suite made it; null where none is given.
 * @throws SoundcheckError CONFIGURATION for a dialect that the receiver does not speak.
 */
export async function startEmbedded(
  { suite, reference, worlds }: Service,
  configuration: Configuration,
  rule: unknown,
): Promise<EmbeddedTarget> {
  const dialects = configuration.dialect ?? [];
  const foreign = dialects.find((name) => reference.unspokenDialects.includes(name));
  if (foreign !== undefined) {
    throw new SoundcheckError(
      'CONFIGURATION',
      `the embedded receiver does not speak ${foreign}`,
      'Signature dialects are for endpoints of yours: give --endpoint, or leave the dialect out.',
    );
  }
  const { appId, mapping } = reference;
  const folder = await mkdtemp(join(tmpdir(), 'soundcheck-'));
  const secretKey = randomBytes(16).toString('hex');
  const bucket = join(folder, 'bucket');
  const scope = configuration.scope ?? 'both';
  const world = worlds.embedded({ appId, scope, dialects, rule });
  await writeObjects(bucket, world.objects);
  const callbacks = join(folder, 'callbacks.ndjson');
  await writeFile(callbacks, world.callbacks.map(({ body }) => lineOf(body)).join(''));
  const receiver = await reference.start({ secretKey, bucketDir: bucket, reconcileEveryMs: 100 });
  return {
    configuration: {
      ...configuration,
      appId,
      secretKey,
      endpoint: receiver.endpoint,
      observe: receiver.observe,
      bucket,
      recovers: true,
      ...(comparesCallbacks(suite) ? { callbacks } : {}),
      ...(mapping === null ? {} : { recordings: mapping }),
    },
    async close() {
      await receiver.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function lineOf(body: Uint8Array): string {
  return `${JSON.stringify({ bodyBase64: Buffer.from(body).toString('base64') })}\n`;
}
