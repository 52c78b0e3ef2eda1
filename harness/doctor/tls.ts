import { isIP } from 'node:net';
import { checkServerIdentity, connect, type PeerCertificate, type TLSSocket } from 'node:tls';
import { ill, well, type Diagnosis } from './diagnosis.ts';
import type { NetworkOptions } from './network.ts';

/** A certificate that ends sooner is worth a word. */
const soonDays = 14;
const dayMs = 24 * 3600 * 1000;

const faults: Readonly<Record<string, readonly [what: string, advice: string]>> = {
  CERT_HAS_EXPIRED: [
    'the endpoint’s certificate has expired',
    'Renew the certificate of the endpoint.',
  ],
  CERT_NOT_YET_VALID: [
    'the endpoint’s certificate is not valid yet',
    'See the clocks of this machine and of the one that made the certificate.',
  ],
  DEPTH_ZERO_SELF_SIGNED_CERT: [
    'the endpoint’s certificate is signed by itself',
    'Use one of an authority that is trusted; for a test, name its file in NODE_EXTRA_CA_CERTS.',
  ],
  SELF_SIGNED_CERT_IN_CHAIN: [
    'the endpoint’s chain of certificates ends in an authority that is not trusted here',
    'Name the file of your own authority in NODE_EXTRA_CA_CERTS; a service of the internet will not know it either.',
  ],
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: [
    'the endpoint’s chain of certificates ends before an authority that is trusted here',
    'Let the server send the whole chain (fullchain.pem), not the certificate alone; name an authority of your own in NODE_EXTRA_CA_CERTS.',
  ],
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: [
    'the endpoint’s chain of certificates leads to an authority that is not trusted here',
    'Let the server send the whole chain, or name your own authority in NODE_EXTRA_CA_CERTS.',
  ],
};

/** Shakes hands, whatever the certificate is worth, and says what it is worth. Nothing is sent. */
export async function diagnoseTls(
  host: string,
  port: number,
  { timeoutMs, trusted }: NetworkOptions,
): Promise<readonly Diagnosis[]> {
  const socket = connect({
    host,
    port,
    timeout: timeoutMs,
    ...(isIP(host) === 0 ? { servername: host } : {}),
    // Looked at, not relied on: the connection is closed before anything is sent.
    rejectUnauthorized: false,
    ...(trusted === undefined ? {} : { ca: [...trusted] }),
  });
  try {
    const failure = await handshake(socket);
    return failure === null ? judge(socket, host) : [failure];
  } finally {
    socket.destroy();
  }
}

function handshake(socket: TLSSocket): Promise<Diagnosis | null> {
  return new Promise((resolve) => {
    socket.once('secureConnect', () => {
      resolve(null);
    });
    socket.once('timeout', () => {
      resolve(noHandshake('no answer'));
    });
    socket.once('error', (error: NodeJS.ErrnoException) => {
      resolve(noHandshake(error.code ?? error.message));
    });
    socket.once('close', () => {
      resolve(noHandshake('it was closed'));
    });
  });
}

function noHandshake(reason: string): Diagnosis {
  return ill(
    'tls',
    `the port takes connections, but no TLS handshake (${reason})`,
    'See whether it speaks plain HTTP (then give an http URL), or which versions of TLS it allows.',
  );
}

function judge(socket: TLSSocket, host: string): readonly Diagnosis[] {
  const certificate = socket.getPeerCertificate(false);
  const code = codeOf(socket.authorizationError);
  // Node asks for the name only where the chain is right: both are worth a line.
  const isOtherName = checkServerIdentity(host, certificate) !== undefined;
  const chain = code === null || code === 'ERR_TLS_CERT_ALTNAME_INVALID' ? null : code;
  const lines = [
    ...(chain === null ? [] : [chainLine(chain, certificate)]),
    ...(isOtherName ? [nameLine(host, certificate)] : []),
  ];
  return lines.length > 0 ? lines : [validLine(socket, certificate)];
}

/** Typed as an error, a code in truth. */
function codeOf(error: unknown): string | null {
  return error instanceof Error ? error.message : typeof error === 'string' ? error : null;
}

function chainLine(code: string, { valid_to: until }: PeerCertificate): Diagnosis {
  const [what, advice] = faults[code] ?? [
    `the endpoint’s certificate cannot be trusted (${code})`,
    'See what `openssl s_client -connect HOST:PORT -showcerts` says.',
  ];
  return ill('tls', `${what} (valid until ${dayOf(until)})`, advice);
}

function nameLine(host: string, { subjectaltname, subject }: PeerCertificate): Diagnosis {
  const names = subjectaltname ?? `CN ${String(subject.CN)}`;
  return ill(
    'tls',
    `the endpoint’s certificate is for ${names}, not for ${host}`,
    'Give the name that the certificate is for in --endpoint, or use a certificate for this one.',
  );
}

function validLine(socket: TLSSocket, { issuer, valid_to: until }: PeerCertificate): Diagnosis {
  const days = Math.floor((Date.parse(until) - Date.now()) / dayMs);
  const by = [issuer.O, issuer.CN].flat().find((name) => name !== undefined && name !== '');
  return well(
    'tls',
    `${socket.getProtocol() ?? 'TLS'} with a certificate of ${by ?? 'an unnamed authority'}, valid until ${dayOf(until)}`,
    days < soonDays ? `It expires in ${String(days)} days: renew it.` : null,
  );
}

function dayOf(text: string): string {
  const moment = Date.parse(text);
  return Number.isNaN(moment) ? 'an unknown day' : new Date(moment).toISOString().slice(0, 10);
}
