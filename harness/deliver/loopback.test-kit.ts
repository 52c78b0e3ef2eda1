import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type { RequestSpec, Send } from '../experiment.ts';

/** A server of raw bytes on a free port of the loopback, closed when the test ends. */
export interface RawServer {
  readonly url: URL;
  /** Connections taken so far. */
  readonly connections: readonly Connection[];
}

export interface Connection {
  readonly socket: Socket;
  /** What came in, one entry for each read. */
  readonly reads: readonly Buffer[];
}

/** `onRequest` is told of each request that has come in whole, counted over all connections from 1. */
export async function startRawServer(
  onRequest: (socket: Socket, count: number, request: Buffer) => void,
): Promise<RawServer> {
  const connections: { socket: Socket; reads: Buffer[] }[] = [];
  let count = 0;
  const server = createServer((socket) => {
    const reads: Buffer[] = [];
    let pending = Buffer.alloc(0);
    connections.push({ socket, reads });
    socket.on('error', () => socket.destroy());
    socket.on('data', (part) => {
      reads.push(part);
      pending = Buffer.concat([pending, part]);
      for (let length = lengthOf(pending); length > 0; length = lengthOf(pending)) {
        count += 1;
        const request = pending.subarray(0, length);
        pending = pending.subarray(length);
        onRequest(socket, count, request);
      }
    });
  });
  const url = await listen(server);
  onTestFinished(() => {
    for (const { socket } of connections) {
      socket.destroy();
    }
    server.close();
  });
  return { url, connections };
}

/** Listens on a free port. */
export async function listen(server: Server, protocol = 'http'): Promise<URL> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return new URL(
    `${protocol}://127.0.0.1:${String((server.address() as AddressInfo).port)}/callback`,
  );
}

/** Length of the first whole request in a buffer; 0 when none is whole. */
function lengthOf(bytes: Buffer): number {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) {
    return 0;
  }
  const announced = /content-length: (\d+)/iu.exec(bytes.subarray(0, end).toString('latin1'));
  const length = end + 4 + Number(announced?.[1] ?? 0);
  return bytes.length >= length ? length : 0;
}

/** An answer of a status, with a body. */
export function reply(status: number, body = '', headers = ''): string {
  return `HTTP/1.1 ${String(status)} X\r\n${headers}Content-Length: ${String(Buffer.byteLength(body))}\r\n\r\n${body}`;
}

/** A send of any request; defaults to a small POST. */
export function sendOf(request: Partial<RequestSpec> = {}, label = 'send'): Send {
  return {
    label,
    role: 'probe',
    request: {
      method: 'POST',
      headers: [['Content-Type', 'application/json']],
      body: Buffer.from('{}'),
      ...request,
    },
  };
}
