import http from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';

/** One HTTP request, ready to go; nothing but connection management is added. */
export interface WireRequest {
  readonly method: string;
  readonly protocol: 'http:' | 'https:';
  readonly host: string;
  /** Path and query as they go over the wire. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
}

/** Its answer. The body must be read to its end or discarded, or the connection stays busy. */
export interface WireResponse {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /**
   * The bytes as sent: no content encoding is undone.
   * Throws `StorageTimeout` when no byte comes for the idle time, and the socket's error when it breaks off.
   */
  readonly body: AsyncIterable<Uint8Array>;
  /** Gives the answer up and closes its connection. */
  discard(): void;
}

/** Sends one request once. Redirects are answers like others. */
export type Transport = (request: WireRequest, signal?: AbortSignal) => Promise<WireResponse>;

/** Nothing came for too long. */
export class StorageTimeout extends Error {
  readonly code = 'ETIMEDOUT';

  constructor(idleMs: number) {
    super(`no byte within ${Math.round(idleMs)} ms`);
    this.name = 'StorageTimeout';
  }
}

/** Uploads get the time that they take at 32 KiB a second, on top of the wait for an answer. */
const uploadBytesPerMsMin = 32;

/** Settings of the HTTP transport. */
export interface TransportOptions {
  /** Longest wait for the connection and head of an answer, and for each next byte of its body. Default 30,000. */
  readonly idleMs?: number;
  /** Name resolution, for tests that stand in for real hosts. */
  readonly lookup?: LookupFunction;
}

/**
 * A transport on `node:http` with kept-alive connections.
 *
 * Not `fetch`: it folds dot segments of the path, so a key such as `../x` could not be asked for, and it undoes
 * content encodings, so stored bytes could not be counted.
 */
export function createTransport({ idleMs = 30_000, lookup }: TransportOptions = {}): Transport {
  const agents = {
    'http:': new http.Agent({ keepAlive: true }),
    'https:': new https.Agent({ keepAlive: true }),
  };
  return (wire, signal) =>
    new Promise((resolve, reject) => {
      const { hostname, port } = new URL(`${wire.protocol}//${wire.host}`);
      // Called through the module object, where nock and msw stand in during tests.
      const send = wire.protocol === 'https:' ? https.request : http.request;
      const request = send({
        method: wire.method,
        protocol: wire.protocol,
        hostname: hostname.replace(/^\[|\]$/g, ''),
        ...(port === '' ? {} : { port }),
        path: wire.path,
        headers: wire.headers,
        agent: agents[wire.protocol],
        ...(lookup === undefined ? {} : { lookup }),
        ...(signal === undefined ? {} : { signal }),
      });
      const headMs = idleMs + (wire.body?.byteLength ?? 0) / uploadBytesPerMsMin;
      const timer = setTimeout(() => request.destroy(new StorageTimeout(headMs)), headMs);
      // Stays for the whole exchange: a late socket error must find a listener.
      request.on('error', (error) => {
        clearTimeout(timer);
        reject(error);
      });
      request.once('response', (response) => {
        clearTimeout(timer);
        resolve(wrap(response, idleMs));
      });
      request.end(wire.body);
    });
}

function wrap(response: http.IncomingMessage, idleMs: number): WireResponse {
  const headers = Object.entries(response.headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value] as const],
  );
  return {
    status: response.statusCode ?? 0,
    headers: Object.fromEntries(headers),
    body: withIdleTimeout(response, idleMs),
    discard: () => {
      response.destroy();
    },
  };
}

/** Only waits of ours count as idle: a slow consumer never times out. */
async function* withIdleTimeout(
  response: http.IncomingMessage,
  idleMs: number,
): AsyncGenerator<Uint8Array> {
  const chunks = response[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>;
  try {
    for (;;) {
      const next = await nextWithin(chunks, idleMs, response);
      if (next.done === true) {
        return;
      }
      yield next.value;
    }
  } finally {
    response.destroy();
  }
}

async function nextWithin(
  chunks: AsyncIterator<Uint8Array>,
  idleMs: number,
  response: http.IncomingMessage,
): Promise<IteratorResult<Uint8Array>> {
  const timer = setTimeout(() => response.destroy(new StorageTimeout(idleMs)), idleMs);
  try {
    return await chunks.next();
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Reads a body of at most `boundBytes` that takes at most `boundMs`; what goes beyond is given up.
 * @returns `isCut` when a bound was hit.
 */
export async function readUpTo(
  response: WireResponse,
  boundBytes: number,
  boundMs: number,
): Promise<{ readonly bytes: Uint8Array; readonly isCut: boolean }> {
  const started = performance.now();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body) {
    length += chunk.byteLength;
    if (length > boundBytes || performance.now() - started > boundMs) {
      return { bytes: Buffer.concat(chunks), isCut: true };
    }
    chunks.push(chunk);
  }
  return { bytes: Buffer.concat(chunks), isCut: false };
}
