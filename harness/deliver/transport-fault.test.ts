import { describe, expect, test } from 'vitest';
import { faultOf } from './transport-fault.ts';

function errorOf(code: string, message = 'text of Node'): Error {
  return Object.assign(new Error(message), code === '' ? {} : { code });
}

test.each([
  ['ECONNREFUSED', 'refused'],
  ['EHOSTUNREACH', 'refused'],
  ['ENETUNREACH', 'refused'],
  ['EADDRNOTAVAIL', 'refused'],
  ['ECONNRESET', 'reset'],
  ['EPIPE', 'reset'],
  ['ENOTFOUND', 'dns'],
  ['EAI_AGAIN', 'dns'],
  ['ETIMEDOUT', 'timeout'],
  ['ERR_STREAM_PREMATURE_CLOSE', 'closed'],
  ['HPE_HEADER_OVERFLOW', 'too-large'],
  ['HPE_INVALID_CONSTANT', 'protocol'],
  ['HPE_INVALID_CHUNK_SIZE', 'protocol'],
  ['EPROTO', 'tls'],
  ['ERR_SSL_WRONG_VERSION_NUMBER', 'tls'],
  ['ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION', 'tls'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'tls'],
  ['CERT_NOT_YET_VALID', 'tls'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'tls'],
  ['E_SOMETHING_NEW', 'protocol'],
])('%s is %s', (code, fault) => {
  expect(faultOf(errorOf(code), false)).toEqual({
    fault,
    detail: expect.stringContaining(`(${code})`) as string,
  });
});

describe('errors without a code', () => {
  test.each([
    ['socket hang up', 'closed'],
    ['aborted', 'closed'],
    ['anything else', 'protocol'],
  ])('%s is %s', (message, fault) => {
    expect(faultOf(errorOf('', message), false).fault).toBe(fault);
  });

  test.each([undefined, null, 'text', 7, { code: 'ECONNRESET' }])(
    '%j is told, not thrown',
    (thrown) => {
      expect(faultOf(thrown, false).fault).toBe('protocol');
    },
  );
});

test('one error for each address of a name counts as the first of them', () => {
  const each = new AggregateError([errorOf('ECONNREFUSED'), errorOf('ETIMEDOUT')]);

  expect(faultOf(each, false).fault).toBe('refused');
});

test('what a stopped run breaks off is aborted, whatever it looks like', () => {
  expect(faultOf(errorOf('ECONNRESET'), true)).toEqual({
    fault: 'aborted',
    detail: 'the run was stopped',
  });
});

test('the text of an error, which may hold what a target said, is not passed on', () => {
  expect(faultOf(errorOf('ECONNRESET', 'secret'), false).detail).not.toContain('secret');
});
