import { describe, expect, test } from 'vitest';
import { SoundcheckError } from '../errors.ts';
import { formatLocation, parseBucketUri } from './bucket-uri.ts';

const accepted: (readonly [uri: string, location: unknown, shown?: string])[] = [
  ['./recordings', { kind: 'folder', folder: './recordings' }],
  ['../x', { kind: 'folder', folder: '../x' }],
  ['.', { kind: 'folder', folder: '.' }],
  ['/srv/rec?x#y', { kind: 'folder', folder: '/srv/rec?x#y' }],
  ['file:///srv/a%20b', { kind: 'folder', folder: '/srv/a b' }, '/srv/a b'],
  ['s3://bucket', { kind: 'store', provider: 's3', bucket: 'bucket', prefix: '' }, 's3://bucket/'],
  [
    'S3://bucket/a/b',
    { kind: 'store', provider: 's3', bucket: 'bucket', prefix: 'a/b/' },
    's3://bucket/a/b/',
  ],
  [
    's3://Old_Bucket/a%20b/%E4%BD%A0/?endpoint=http://127.0.0.1:9000/&region=&addressing=path',
    {
      kind: 'store',
      provider: 's3',
      bucket: 'Old_Bucket',
      prefix: 'a b/你/',
      endpoint: 'http://127.0.0.1:9000',
      addressing: 'path',
    },
    's3://Old_Bucket/a%20b/%E4%BD%A0/?endpoint=http://127.0.0.1:9000&addressing=path',
  ],
  [
    's3://bucket/a//b/../c',
    { kind: 'store', provider: 's3', bucket: 'bucket', prefix: 'a//b/../c/' },
    's3://bucket/a//b/../c/',
  ],
  [
    'cos://rec-1250000000/p?region=ap-guangzhou',
    {
      kind: 'store',
      provider: 'cos',
      bucket: 'rec-1250000000',
      prefix: 'p/',
      region: 'ap-guangzhou',
    },
    'cos://rec-1250000000/p/?region=ap-guangzhou',
  ],
  [
    'obs://my.bucket/?region=cn-north-4',
    { kind: 'store', provider: 'obs', bucket: 'my.bucket', prefix: '', region: 'cn-north-4' },
    'obs://my.bucket/?region=cn-north-4',
  ],
];

const refused: readonly (readonly [uri: string, message: RegExp])[] = [
  ['', /neither a path nor a URI/],
  ['recordings', /neither a path nor a URI/],
  ['gs://bucket/x', /scheme "gs" is not known/],
  ['https://bucket.s3.amazonaws.com/', /scheme "https" is not known/],
  ['file://host/%zz', /file: URI of the bucket is malformed/],
  ['s3:///x', /"" is not a bucket name/],
  ['s3://a/x', /"a" is not a bucket name of S3/],
  ['s3://evil.com:80/x', /is not a bucket name/],
  ['cos://rec/x?region=ap-guangzhou', /"rec" is not a bucket name of Tencent COS/],
  ['cos://Rec-1250000000/x', /is not a bucket name of Tencent COS/],
  ['obs://under_score/x', /is not a bucket name of Huawei OBS/],
  ['s3://bucket/%zz', /malformed percent escape/],
  ['s3://bucket/x#y', /part after "#"/],
  ['s3://bucket/x?Region=a', /unknown option "Region"/],
  ['s3://bucket/x?region=a&region=b', /gives the option "region" twice/],
  ['s3://bucket/x?region=evil.com/', /"evil.com\/" is not a region/],
  ['s3://bucket/x?addressing=dns', /addressing "dns" is not known/],
  ['s3://bucket/x?endpoint=minio:9000', /not a plain http or https origin/],
  ['s3://bucket/x?endpoint=http://host/path', /not a plain http or https origin/],
];

describe('parseBucketUri', () => {
  test.each(accepted.map(([uri, location, shown = uri]) => ({ uri, location, shown })))(
    'takes $uri',
    ({ uri, location, shown }) => {
      const parsed = parseBucketUri(uri);

      expect(parsed).toEqual(location);
      expect(formatLocation(parsed)).toBe(shown);
      expect(parseBucketUri(formatLocation(parsed))).toEqual(parsed);
    },
  );

  test.each(refused)('refuses %s', (uri, message) => {
    expect(() => parseBucketUri(uri)).toThrow(message);
  });

  test.each([
    's3://AKID:canary-secret@bucket/x',
    's3://bucket/x?secret=canary-secret',
    's3://bucket/x?endpoint=http://user:canary-secret@host',
    's3://bucket/x?endpoint=http://:canary-secret@host',
  ])('never repeats a secret that stands in a URI: %s', (uri) => {
    let caught: unknown;
    try {
      parseBucketUri(uri);
    } catch (error) {
      caught = error;
    }

    expect(caught).toBeInstanceOf(SoundcheckError);
    expect(caught).toMatchObject({ kind: 'CONFIGURATION' });
    const { message, hint } = caught as SoundcheckError;
    expect(`${message} ${hint}`).not.toContain('canary');
  });
});
