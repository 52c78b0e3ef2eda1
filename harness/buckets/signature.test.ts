import { describe, expect, test } from 'vitest';
import { createSigner } from './signature.ts';

/** Key, time and host of the examples in the S3 API reference, "Signature Calculations for the Authorization Header". */
const sign = createSigner(
  {
    accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
    secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  },
  'us-east-1',
  () => Date.UTC(2013, 4, 24),
);
const address = {
  protocol: 'https:',
  host: 'examplebucket.s3.amazonaws.com',
  path: '/',
  query: '',
} as const;

describe('createSigner', () => {
  test.each([
    ['max-keys=2&prefix=J', '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7'],
    ['lifecycle=', 'fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543'],
  ])('signs the published example GET /?%s', async (query, signature) => {
    const headers = await sign({ ...address, query }, { method: 'GET', headers: {} });

    expect(headers['authorization']).toBe(
      'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request, ' +
        `SignedHeaders=host;x-amz-content-sha256;x-amz-date, Signature=${signature}`,
    );
  });

  test('signs the published example PUT test$file.text', async () => {
    const headers = await sign(
      { ...address, path: '/test%24file.text' },
      {
        method: 'PUT',
        headers: {
          date: 'Fri, 24 May 2013 00:00:00 GMT',
          'x-amz-storage-class': 'REDUCED_REDUNDANCY',
        },
        body: Buffer.from('Welcome to Amazon S3.'),
      },
    );

    expect(headers['authorization']).toContain(
      'Signature=98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd',
    );
  });

  test('sends host, time and payload hash, and no token that it does not have', async () => {
    const headers = await sign(address, { method: 'GET', headers: { range: 'bytes=1-' } });

    expect(headers).toMatchObject({
      host: 'examplebucket.s3.amazonaws.com',
      range: 'bytes=1-',
      'x-amz-date': '20130524T000000Z',
      'x-amz-content-sha256': 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    });
    expect(headers).not.toHaveProperty('x-amz-security-token');
  });
});
