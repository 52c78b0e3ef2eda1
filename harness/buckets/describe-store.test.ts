import { describe, expect, test } from 'vitest';
import { describeStore } from './describe-store.ts';

describe('where requests for a bucket go', () => {
  test.each([
    [
      's3://recordings/gme?endpoint=http://127.0.0.1:9000&region=us-east-1',
      {},
      /at http:\/\/127\.0\.0\.1:9000\/recordings \(path addressing\), signed for region us-east-1$/u,
    ],
    [
      'cos://recordings-1250000000/gme?region=ap-guangzhou',
      {},
      /at https:\/\/recordings-1250000000\.cos\.ap-guangzhou\.myqcloud\.com \(virtual addressing\), signed for region ap-guangzhou$/u,
    ],
    ['s3://recordings?region=eu-west-1', {}, /eu-west-1.*region eu-west-1$/u],
    ['s3://recordings', { AWS_REGION: 'eu-west-1' }, /region eu-west-1$/u],
  ])('%s', (uri, environment, expected) => {
    expect(describeStore(uri, environment)).toMatch(expected);
  });

  test('a folder goes nowhere', () => {
    expect(describeStore('./recordings', {})).toBeNull();
  });

  test('a region that is not known is a matter of configuration', () => {
    expect(() => describeStore('cos://recordings-1250000000', {})).toThrow(/region/iu);
  });
});
