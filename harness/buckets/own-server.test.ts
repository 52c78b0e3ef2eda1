import { afterAll, beforeAll } from 'vitest';
import { startS3Server, type S3Server } from '#fixtures/s3/server.ts';
import { registerStoreChecks } from './store-checks.test-kit.ts';

const credentials = { accessKeyId: 'AK', secretAccessKey: 'SK' };
let server: S3Server;

beforeAll(async () => {
  server = await startS3Server({ credentials, objects: { audited: {} } });
});
afterAll(() => server.close());

registerStoreChecks('the embedded server', () => ({
  endpoint: server.endpoint,
  bucket: 'audited',
  ...credentials,
}));
