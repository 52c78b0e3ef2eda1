import { mkdtemp, rm } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startReceiver } from '#fixtures/receivers/gme/reference/receiver.ts';
import { SoundcheckError } from '#harness/errors.ts';
import { writeEmbeddedArchive } from './embedded-archive.ts';
import type { Configuration } from './options.ts';

/** The target of a run without a target: a receiver and a bucket that conform. */
export interface EmbeddedTarget {
  readonly configuration: Configuration;
  close(): Promise<void>;
}

/** The application of the documents' sample callback. */
export const embeddedAppId = '1400000000';

/**
 * Starts the reference receiver on a loopback port and fills a temporary folder with the recordings of a generated
 * session; the receiver looks for lost callbacks' files there.
 * @throws SoundcheckError CONFIGURATION for a signature dialect: the receiver speaks the default reading only.
 */
export async function startEmbedded(configuration: Configuration): Promise<EmbeddedTarget> {
  const foreign = configuration.dialect?.find((name) => name.startsWith('gme-sig-'));
  if (foreign !== undefined) {
    throw new SoundcheckError(
      'CONFIGURATION',
      `the embedded receiver does not speak ${foreign}`,
      'Signature dialects are for endpoints of yours: give --endpoint, or leave the dialect out.',
    );
  }
  const folder = await mkdtemp(join(tmpdir(), 'soundcheck-'));
  const secretKey = randomBytes(16).toString('hex');
  const archive = join(folder, 'bucket');
  await writeEmbeddedArchive(archive, Number(embeddedAppId), configuration);
  const receiver = await startReceiver({
    secretKey,
    bucketDir: archive,
    reconcileEveryMs: 100,
  });
  return {
    configuration: {
      ...configuration,
      appId: embeddedAppId,
      secretKey,
      endpoint: receiver.endpoint,
      observe: receiver.observe,
      bucket: archive,
      recovers: true,
      recordings: {
        recordings: '$.recordings[*]',
        file: 'file',
        task: 'task',
        phase: 'phase',
        phases: { 1: 'started', 2: 'completed', 3: 'uploaded' },
      },
    },
    async close() {
      await receiver.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
