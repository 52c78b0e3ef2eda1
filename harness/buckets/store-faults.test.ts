import { describe, expect, test } from 'vitest';
import { connectionError, isTransientFault } from './connection-faults.ts';
import { providers } from './providers.ts';
import { isTransientRefusal, refusalError, refusalOf } from './store-faults.ts';
import type { StoreTarget } from './store-target.ts';

const target: StoreTarget = {
  profile: providers.cos,
  bucket: 'rec-1250000000',
  prefix: 'p/',
  region: 'ap-guangzhou',
  protocol: 'https:',
  host: 'cos.ap-guangzhou.myqcloud.com',
  addressing: 'virtual',
};
const action = { verb: 'list', object: 'cos://rec-1250000000/p/', target };
const errorXml = (code: string, more = ''): Buffer =>
  Buffer.from(`<?xml version="1.0"?><Error><Code>${code}</Code>${more}</Error>`);

describe('refusals', () => {
  test.each([
    [403, 'AccessDenied', /access is denied/, /Let the key list/],
    [403, 'InvalidAccessKeyId', /access key is not known/, /TENCENTCLOUD_SECRET_ID/],
    [403, 'SignatureDoesNotMatch', /signature does not match/, /Check the secret in/],
    [403, 'RequestTimeTooSkewed', /clock differs/, /NTP/],
    [403, 'PathStyleDomainForbidden', /refuses the bucket in the path/, /addressing=virtual/],
    [403, 'InvalidObjectState', /archive class/, /Restore/],
    [404, 'NoSuchBucket', /no such bucket/, /name-appid/],
    [404, 'NoSuchKey', /not there any more/, /nothing is being deleted/],
    [301, 'PermanentRedirect', /another region/, /region=/],
    [400, 'ExpiredToken', /session token is not valid/, /TENCENTCLOUD_SESSION_TOKEN/],
    [503, 'SlowDown', /refuses the request/, /overloaded/],
    [403, '', /access is denied/, /Let the key/],
    [418, 'Teapot', /refuses the request/, /Check bucket/],
    [418, 'constructor', /refuses the request/, /Check bucket/],
  ])('%s %s', (status, code, message, hint) => {
    const refusal = refusalOf(status, {}, code === '' ? Buffer.alloc(0) : errorXml(code));
    const error = refusalError(refusal, action);

    expect(error.message).toMatch(message);
    expect(error.message).toContain(`answered ${`${String(status)} ${code}`.trim()}`);
    expect(error.hint).toMatch(hint);
    expect(error).toMatchObject({ kind: 'BUCKET' });
  });

  test('names the region that the store names', () => {
    const body = errorXml('AuthorizationHeaderMalformed', '<Region>eu-west-1</Region>');
    const fromBody = refusalError(refusalOf(400, {}, body), action);
    const fromHeader = refusalError(
      refusalOf(301, { 'x-amz-bucket-region': 'eu-west-2' }, Buffer.alloc(0)),
      action,
    );

    expect(fromBody.message).toContain('the store names eu-west-1');
    expect(fromHeader.message).toContain('the store names eu-west-2');
    const same = refusalOf(301, { 'x-amz-bucket-region': target.region }, Buffer.alloc(0));
    expect(refusalError(same, action).message).not.toContain('the store names');
  });

  test('shows nothing of a hostile answer', () => {
    const body = errorXml('\u001b[31mEvil', '<Region>\u001b</Region><Message>canary</Message>');

    expect(refusalOf(403, {}, body)).toEqual({ status: 403 });
  });

  test.each([
    [{ status: 503, code: 'SlowDown' }, true],
    [{ status: 500 }, true],
    [{ status: 429 }, true],
    [{ status: 400, code: 'RequestTimeout' }, true],
    [{ status: 403, code: 'AccessDenied' }, false],
    [{ status: 501, code: 'NotImplemented' }, false],
  ])('%o is transient: %s', (refusal, expected) => {
    expect(isTransientRefusal(refusal)).toBe(expected);
  });
});

describe('connection faults', () => {
  test.each([
    ['ECONNREFUSED', /connection was refused/, false],
    ['ENOTFOUND', /host is not known/, false],
    ['ETIMEDOUT', /no byte came/, true],
    ['ECONNRESET', /kept breaking off/, true],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', /certificate is not trusted/, false],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', /certificate is not trusted/, false],
    ['EPROTO', /does not speak TLS/, false],
    ['HPE_INVALID_CONSTANT', /connection failed/, false],
  ])('%s', (code, message, transient) => {
    const fault = Object.assign(new Error('x'), { code });
    const error = connectionError(fault, action);

    expect(error.message).toMatch(message);
    expect(error.message).toContain(code);
    expect(error.hint).not.toBe('');
    expect(isTransientFault(fault)).toBe(transient);
  });
});
