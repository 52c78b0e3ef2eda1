import { lookup } from 'node:dns/promises';
import { connect, isIP } from 'node:net';
import { ill, ms, well, type Diagnosis } from './diagnosis.ts';
import { diagnoseTls } from './tls.ts';

/** How the way to an endpoint is looked at. */
export interface NetworkOptions {
  /** Bound on each step, milliseconds. */
  readonly timeoutMs: number;
  /** Certificates (PEM) to trust instead of the system's, for tests. */
  readonly trusted?: readonly string[];
}

/**
 * The way to an endpoint, step by step: name, port, TLS. The first that does not work ends it, since nothing can be said
 * of the next. Nothing is sent.
 */
export async function diagnoseNetwork(
  endpoint: URL,
  options: NetworkOptions,
): Promise<readonly Diagnosis[]> {
  const host = hostOf(endpoint);
  const port = portOf(endpoint);
  const lines: Diagnosis[] = [];
  for (const step of [
    async () => diagnoseName(host),
    async () => diagnosePort(host, port, options.timeoutMs),
    async () =>
      endpoint.protocol === 'https:' ? diagnoseTls(host, port, options) : plainLine(host),
  ]) {
    const found = await step();
    lines.push(...found);
    if (found.some((line) => !line.well)) {
      break;
    }
  }
  return lines;
}

/** The host without the brackets of IPv6 addresses. */
function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/gu, '');
}

function portOf({ port, protocol }: URL): number {
  return port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port);
}

async function diagnoseName(host: string): Promise<readonly Diagnosis[]> {
  if (isIP(host) !== 0) {
    return [];
  }
  const startedMs = performance.now();
  try {
    const addresses = await lookup(host, { all: true });
    const shown = addresses.slice(0, 4).map(({ address }) => address);
    return [
      well(
        'name',
        `${host} resolves to ${shown.join(', ')} (${ms(performance.now() - startedMs)})`,
      ),
    ];
  } catch (error) {
    return [
      ill(
        'name',
        `the name ${host} does not resolve (${codeOf(error)})`,
        'Correct the host in --endpoint, or see whether this machine asks the right name server.',
      ),
    ];
  }
}

async function diagnosePort(
  host: string,
  port: number,
  timeoutMs: number,
): Promise<readonly Diagnosis[]> {
  const startedMs = performance.now();
  const failure = await new Promise<string | null>((resolve) => {
    const socket = connect({ host, port, timeout: timeoutMs });
    const end = (reason: string | null): void => {
      socket.destroy();
      resolve(reason);
    };
    socket.once('connect', () => {
      end(null);
    });
    socket.once('timeout', () => {
      end('no answer');
    });
    socket.once('error', (error) => {
      end(codeOf(error));
    });
  });
  return failure === null
    ? [
        well(
          'port',
          `port ${String(port)} takes connections (${ms(performance.now() - startedMs)})`,
        ),
      ]
    : [
        ill(
          'port',
          `port ${String(port)} of ${host} takes no connection (${failure})`,
          failure === 'no answer'
            ? 'Something on the way drops the packets: see the firewall, or correct host and port in --endpoint.'
            : 'Start the receiver, or correct host and port in --endpoint.',
        ),
      ];
}

function plainLine(host: string): readonly Diagnosis[] {
  return isIP(host) === 0 && host !== 'localhost'
    ? [
        well(
          'tls',
          'the endpoint is spoken to without TLS',
          'In production give the service an https URL: whoever is on the way can read and replay callbacks otherwise.',
        ),
      ]
    : [];
}

function codeOf(error: unknown): string {
  if (error instanceof AggregateError) {
    return codeOf(error.errors[0]);
  }
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
