import type { TransportFault } from '../observation.ts';

const faultByCode: Readonly<Record<string, TransportFault>> = {
  ECONNREFUSED: 'refused',
  EHOSTUNREACH: 'refused',
  ENETUNREACH: 'refused',
  EADDRNOTAVAIL: 'refused',
  ECONNRESET: 'reset',
  EPIPE: 'reset',
  ENOTFOUND: 'dns',
  EAI_AGAIN: 'dns',
  ETIMEDOUT: 'timeout',
  ERR_STREAM_PREMATURE_CLOSE: 'closed',
  HPE_HEADER_OVERFLOW: 'too-large',
  EPROTO: 'tls',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'tls',
  SELF_SIGNED_CERT_IN_CHAIN: 'tls',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'tls',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'tls',
  CERT_HAS_EXPIRED: 'tls',
};

const hintByFault: Readonly<Record<TransportFault, string>> = {
  refused: 'nothing listens there',
  reset: 'the connection was reset',
  closed: 'the connection was closed before an answer',
  timeout: 'no answer in time',
  tls: 'the TLS handshake failed',
  dns: 'the host name does not resolve',
  protocol: 'the answer is not HTTP',
  'too-large': 'the answer header is larger than 16 KiB',
  aborted: 'the run was stopped',
};

/** Sorts an error of Node's HTTP client into one of the stable faults; never throws. */
export function faultOf(
  error: unknown,
  aborted: boolean,
): { readonly fault: TransportFault; readonly detail: string } {
  if (aborted) {
    return { fault: 'aborted', detail: hintByFault.aborted };
  }
  const code = codeOf(error);
  const message = error instanceof Error ? error.message : String(error);
  const fault =
    faultByCode[code] ??
    (code.startsWith('HPE_')
      ? 'protocol'
      : /^ERR_(?:TLS|SSL)_/u.test(code) || code.includes('CERT')
        ? 'tls'
        : message === 'socket hang up' || message === 'aborted'
          ? 'closed'
          : 'protocol');
  return { fault, detail: code === '' ? hintByFault[fault] : `${hintByFault[fault]} (${code})` };
}

function codeOf(error: unknown): string {
  if (error instanceof AggregateError) {
    // Happy-eyeballs connects report one error per address; they agree on what matters.
    return codeOf(error.errors[0]);
  }
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : '';
}
