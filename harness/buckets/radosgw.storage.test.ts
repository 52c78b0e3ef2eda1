import { execFile } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll } from 'vitest';
import { registerSdkChecks } from '#fixtures/s3/sdk-checks.test-kit.ts';
import { registerStoreChecks } from './store-checks.test-kit.ts';

const run = promisify(execFile);
const script = path.resolve(import.meta.dirname, '../../scripts/radosgw.sh');
const credentials = { accessKeyId: 'AK', secretAccessKey: 'SK' };
let folder = '';
let endpoint = '';

beforeAll(async () => {
  try {
    await run('radosgw', ['--version']);
  } catch (cause) {
    // Not skipped: a storage run without a storage server has tested nothing.
    throw new Error(
      'The storage tests need Ceph radosgw, which is not installed. Run scripts/install-radosgw.sh as root, or install radosgw, ceph-mon and ceph-osd.',
      { cause },
    );
  }
  folder = await mkdtemp(path.join(tmpdir(), 'soundcheck-radosgw-'));
  const ports = await freePorts(3);
  await run(script, ['start', folder, ...ports.map(String)]);
  endpoint = `http://127.0.0.1:${String(ports[0])}`;
  const client = new S3Client({
    endpoint,
    region: 'us-east-1',
    forcePathStyle: true,
    credentials,
  });
  await client.send(new CreateBucketCommand({ Bucket: 'audited' }));
  client.destroy();
});

afterAll(async () => {
  if (folder !== '') {
    await run(script, ['stop', folder]);
  }
});

registerStoreChecks('radosgw', () => ({ endpoint, bucket: 'audited', ...credentials }));
// Release 16 refuses trailers with 411 and never answers checksums.
registerSdkChecks('radosgw', () => ({ endpoint, ...credentials }), {
  refusesTrailers: true,
  hidesChecksums: true,
});

/** Ports that are free now; taken all at once so that they differ. */
async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer();
      await new Promise<void>((resolve) => {
        server.listen(0, '127.0.0.1', resolve);
      });
      return server;
    }),
  );
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
