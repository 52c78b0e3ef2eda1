/**
 * Lists 20,000 keys from the embedded S3 server with our adapter and with the AWS SDK, in one process and one run, so that
 * their ratio means something on any machine: `npx tsx bench/listing.ts`.
 */
import {
  ListObjectsV2Command,
  S3Client,
  type ListObjectsV2CommandOutput,
} from '@aws-sdk/client-s3';
import { Bench } from 'tinybench';
import { startS3Server } from '#fixtures/s3/server.ts';
import { openBucket } from '#harness/buckets/open.ts';

const keyCount = 20_000;
const bucketName = 'recordings';
const credentials = { accessKeyId: 'AK', secretAccessKey: 'SK' };

const server = await startS3Server({ credentials });
for (let index = 0; index < keyCount; index += 1) {
  const room = `1400000000_room-${index % 500}_7000000000000000001`;
  server.putObject(bucketName, `${room}/user_${index}_1763612056_0.mp3`, '');
}

const ours = await openBucket(`s3://${bucketName}/?endpoint=${server.endpoint}`, {
  AWS_ACCESS_KEY_ID: credentials.accessKeyId,
  AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
});
const sdk = new S3Client({
  endpoint: server.endpoint,
  region: 'us-east-1',
  forcePathStyle: true,
  credentials,
});

async function listWithAdapter(): Promise<number> {
  let count = 0;
  for await (const object of ours.list()) {
    count += object.key === '' ? 0 : 1;
  }
  return count;
}

async function listWithSdk(): Promise<number> {
  let count = 0;
  let token: string | undefined;
  do {
    const page: ListObjectsV2CommandOutput = await sdk.send(
      new ListObjectsV2Command({ Bucket: bucketName, ContinuationToken: token }),
    );
    count += page.Contents?.length ?? 0;
    token = page.NextContinuationToken;
  } while (token !== undefined);
  return count;
}

/** A listing that is not whole has no speed. */
async function whole(list: () => Promise<number>): Promise<void> {
  const count = await list();
  if (count !== keyCount) {
    throw new Error(`listed ${count} of ${keyCount} keys`);
  }
}

const bench = new Bench({ iterations: 5, time: 2000, warmupIterations: 1 });
bench.add('adapter', () => whole(listWithAdapter)).add('AWS SDK', () => whole(listWithSdk));
await bench.run();

const keysPerSecond = bench.tasks.map((task) => {
  if (task.result.state !== 'completed') {
    throw new Error(`${task.name} did not complete: ${task.result.state}`);
  }
  const speed = (keyCount * 1000) / task.result.latency.p50;
  console.log(`${task.name.padEnd(8)} ${Math.round(speed).toLocaleString('en')} keys/s (median)`);
  return speed;
});
const [adapterSpeed = 0, sdkSpeed = 1] = keysPerSecond;
console.log(`adapter / AWS SDK = ${(adapterSpeed / sdkSpeed).toFixed(2)}`);

sdk.destroy();
await server.close();
