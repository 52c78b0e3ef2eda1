import { describe, expect, test } from 'vitest';
import { parseBucketUri, type StoreLocation } from './bucket-uri.ts';
import { addressOf } from './object-address.ts';
import { providers } from './providers.ts';
import { readCredentials, targetOf, type Environment } from './store-target.ts';

function locate(uri: string): StoreLocation {
  const location = parseBucketUri(uri);
  if (location.kind !== 'store') {
    throw new Error('not a store');
  }
  return location;
}

describe('targetOf and addressOf', () => {
  test.each(['http://127.0.0.1:9000', 'http://[::1]:9000'])(
    'puts no bucket before the address %s',
    (endpoint) => {
      const location = locate(`s3://bucket/?endpoint=${endpoint}&addressing=virtual`);
      expect(() => targetOf(location, {})).toThrow(
        expect.objectContaining({
          kind: 'CONFIGURATION',
          hint: expect.stringContaining('addressing=path') as string,
        }),
      );
    },
  );

  test.each([
    ['s3://bucket/?region=eu-west-1', 'https://bucket.s3.eu-west-1.amazonaws.com/k'],
    ['s3://bucket/?region=cn-north-1', 'https://bucket.s3.cn-north-1.amazonaws.com.cn/k'],
    ['s3://my.bucket/?region=eu-west-1', 'https://s3.eu-west-1.amazonaws.com/my.bucket/k'],
    [
      's3://bucket/?region=eu-west-1&addressing=path',
      'https://s3.eu-west-1.amazonaws.com/bucket/k',
    ],
    ['s3://bucket/?endpoint=http://127.0.0.1:9000', 'http://127.0.0.1:9000/bucket/k'],
    ['s3://bucket/?endpoint=http://store.test&addressing=virtual', 'http://bucket.store.test/k'],
    [
      'cos://rec-1250000000/?region=ap-guangzhou',
      'https://rec-1250000000.cos.ap-guangzhou.myqcloud.com/k',
    ],
    [
      'cos://rec-1250000000/?region=ap-guangzhou&endpoint=https://cos.accelerate.myqcloud.com',
      'https://rec-1250000000.cos.accelerate.myqcloud.com/k',
    ],
    ['obs://rec/?region=cn-north-4&endpoint=http://127.0.0.1:1', 'http://127.0.0.1:1/rec/k'],
    ['obs://rec/?region=cn-north-4', 'https://rec.obs.cn-north-4.myhuaweicloud.com/k'],
  ])('%s', (uri, expected) => {
    const { protocol, host, path } = addressOf(targetOf(locate(uri), {}), 'k');

    expect(`${protocol}//${host}${path}`).toBe(expected);
  });

  test('encodes keys exactly, dot segments and slashes included', () => {
    const target = targetOf(locate('s3://bucket/?endpoint=http://h'), {});
    const path = (key: string): string => addressOf(target, key).path;

    expect(path('../../etc/passwd')).toBe('/bucket/../../etc/passwd');
    expect(path("a+b c%20d/é/(!'*)")).toBe('/bucket/a%2Bb%20c%2520d/%C3%A9/%28%21%27%2A%29');
    expect(path('//x')).toBe('/bucket///x');
    expect(path('\u001b[31m')).toBe('/bucket/%1B%5B31m');
  });

  test('sorts and encodes the query', () => {
    const target = targetOf(locate('s3://bucket/?endpoint=http://h'), {});

    expect(addressOf(target, undefined, { prefix: 'a b/', marker: '+' })).toMatchObject({
      path: '/bucket',
      query: 'marker=%2B&prefix=a%20b%2F',
    });
  });

  test.each([
    ['s3://bucket/', {}, undefined],
    ['s3://bucket/', { AWS_REGION: '', AWS_DEFAULT_REGION: 'eu-west-3' }, 'eu-west-3'],
    ['s3://bucket/?region=eu-west-1', { AWS_REGION: 'us-west-2' }, 'eu-west-1'],
    ['s3://bucket/?endpoint=http://h', {}, 'us-east-1'],
    ['cos://rec-1250000000/', { AWS_REGION: 'us-west-2' }, undefined],
    ['cos://rec-1250000000/?endpoint=http://h', {}, undefined],
    ['obs://rec/', {}, undefined],
  ])('region of %s in %o is %s', (uri, environment, region) => {
    const find = (): string => targetOf(locate(uri), environment).region;

    if (region === undefined) {
      expect(find).toThrow(/region of the .* bucket ".*" is missing/);
    } else {
      expect(find()).toBe(region);
    }
  });
});

describe('readCredentials', () => {
  const cases: readonly (readonly [keyof typeof providers, Environment, unknown])[] = [
    [
      's3',
      { AWS_ACCESS_KEY_ID: 'i', AWS_SECRET_ACCESS_KEY: 's' },
      { accessKeyId: 'i', secretAccessKey: 's' },
    ],
    [
      's3',
      { AWS_ACCESS_KEY_ID: 'i', AWS_SECRET_ACCESS_KEY: 's', AWS_SESSION_TOKEN: 't' },
      { accessKeyId: 'i', secretAccessKey: 's', sessionToken: 't' },
    ],
    [
      'cos',
      {
        TENCENTCLOUD_SECRET_ID: 'i',
        TENCENTCLOUD_SECRET_KEY: 's',
        TENCENTCLOUD_TOKEN: 't',
        COS_SECRET_ID: 'no',
        COS_SECRET_KEY: 'no',
      },
      { accessKeyId: 'i', secretAccessKey: 's', sessionToken: 't' },
    ],
    [
      'cos',
      { COS_SECRET_ID: 'i', COS_SECRET_KEY: 's' },
      { accessKeyId: 'i', secretAccessKey: 's' },
    ],
    [
      'obs',
      {
        HUAWEICLOUD_SDK_AK: 'i',
        HUAWEICLOUD_SDK_SK: 's',
        HUAWEICLOUD_SDK_SECURITY_TOKEN: 't',
      },
      { accessKeyId: 'i', secretAccessKey: 's', sessionToken: 't' },
    ],
    [
      'obs',
      { OBS_ACCESS_KEY_ID: 'i', OBS_SECRET_ACCESS_KEY: 's' },
      { accessKeyId: 'i', secretAccessKey: 's' },
    ],
  ];

  test.each(cases)('%s from %o', (name, environment, expected) => {
    expect(readCredentials(providers[name], environment)).toEqual(expected);
  });

  test('names the variables when there are none', () => {
    expect(() => readCredentials(providers.cos, { COS_SECRET_ID: '' })).toThrow(
      /no credentials for Tencent COS/,
    );
  });

  test('names the missing half and repeats no value', () => {
    expect(() => readCredentials(providers.s3, { AWS_SECRET_ACCESS_KEY: 'canary' })).toThrow(
      'Half of the S3 credentials is missing: AWS_SECRET_ACCESS_KEY is set, AWS_ACCESS_KEY_ID is not.',
    );
  });

  test.each(['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'])(
    'refuses white space in %s and repeats no value',
    (name) => {
      const environment = {
        AWS_ACCESS_KEY_ID: 'i',
        AWS_SECRET_ACCESS_KEY: 's',
        [name]: 'canary\n',
      };
      let message = '';
      try {
        readCredentials(providers.s3, environment);
      } catch (error) {
        message = String(error);
      }

      expect(message).toContain(`${name} contains white space`);
      expect(message).not.toContain('canary');
    },
  );
});
