import { SoundcheckError } from '../errors.ts';
import type { StoreAction } from './store-faults.ts';

/** The system's code of a connection error, `ECONNRESET`; `UNKNOWN` where it has none. */
export function faultCodeOf(error: unknown): string {
  const code: unknown =
    typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : 'UNKNOWN';
}

// Refused connections, unknown hosts and bad certificates stay as they are; waiting would only hide the reason.
const transientFaults: ReadonlySet<string> = new Set([
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EAI_AGAIN',
  'ERR_STREAM_PREMATURE_CLOSE',
  'HPE_INVALID_EOF_STATE',
]);

/** Whether the connection broke in a way that often mends itself. */
export function isTransientFault(error: unknown): boolean {
  return transientFaults.has(faultCodeOf(error));
}

const checkEndpoint = 'Check region and endpoint of the bucket URI, and the network.';

const explanations: ReadonlyMap<string, readonly [problem: string, hint: string]> = new Map(
  Object.entries({
    ECONNREFUSED: ['the connection was refused', checkEndpoint],
    ENOTFOUND: ['the host is not known', checkEndpoint],
    EAI_AGAIN: ['the host name cannot be looked up', checkEndpoint],
    ETIMEDOUT: ['no byte came for too long', 'Check the network, or run again later.'],
    ECONNRESET: ['the connection kept breaking off', 'Check the network, or run again later.'],
    ERR_SSL_WRONG_VERSION_NUMBER: [
      'the endpoint does not speak TLS',
      'Use endpoint=http://… for a server without TLS.',
    ],
    EPROTO: ['the endpoint does not speak TLS', 'Use endpoint=http://… for a server without TLS.'],
  } as const),
);

/** The error for a connection that could not be used, with the system's code and never an address with credentials. */
export function connectionError(
  error: unknown,
  { verb, object, target }: StoreAction,
): SoundcheckError {
  const code = faultCodeOf(error);
  const isCertificate = /CERT|ERR_TLS|UNABLE_TO_VERIFY/.test(code);
  const [problem, hint] = explanations.get(code) ?? [
    isCertificate ? "the endpoint's certificate is not trusted" : 'the connection failed',
    isCertificate
      ? 'Set NODE_EXTRA_CA_CERTS to the certificate authority of the endpoint.'
      : checkEndpoint,
  ];
  return new SoundcheckError(
    'BUCKET',
    `Cannot ${verb} ${object}: ${problem} (${code} at ${target.host}).`,
    hint,
    { cause: error },
  );
}
