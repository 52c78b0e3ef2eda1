import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createTransport, readUpTo, type WireRequest } from './transport.ts';

let server: Server | undefined;
afterEach(() => {
  vi.useRealTimers();
  server?.close();
  server?.closeAllConnections();
});

async function serve(listener: RequestListener): Promise<WireRequest> {
  const started = createServer(listener);
  server = started;
  await new Promise<void>((resolve) => {
    started.listen(0, '127.0.0.1', resolve);
  });
  const { port } = started.address() as AddressInfo;
  const host = `127.0.0.1:${String(port)}`;
  return { method: 'GET', protocol: 'http:', host, path: '/', headers: { host } };
}

describe('the transport', () => {
  test('sends paths as they are and keeps stored encodings', async () => {
    const urls: (string | undefined)[] = [];
    const stored = gzipSync('hello');
    const request = await serve((incoming, response) => {
      urls.push(incoming.url);
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(stored);
    });

    const response = await createTransport()({ ...request, path: '/b/../%2e%2e//x?y=%2B' });
    const { bytes } = await readUpTo(response, 1000, 1000);

    expect(urls).toEqual(['/b/../%2e%2e//x?y=%2B']);
    expect(stored.equals(bytes)).toBe(true);
  });

  test('does not follow redirects', async () => {
    const request = await serve((_, response) => {
      response.writeHead(301, { location: '/elsewhere' }).end();
    });

    expect((await createTransport()(request)).status).toBe(301);
  });

  test('gives up when no head comes, and when a body stalls', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    let arrived: () => void = () => undefined;
    const arrival = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    const request = await serve((incoming, response) => {
      arrived();
      if (incoming.url === '/body') {
        response.writeHead(200, { 'content-length': '10' }).write('abc');
      }
    });
    const transport = createTransport({ idleMs: 1000 });

    const silent = expect(transport(request)).rejects.toMatchObject({ code: 'ETIMEDOUT' });
    await arrival;
    vi.advanceTimersByTime(1000);
    await silent;

    const chunks = (await transport({ ...request, path: '/body' })).body[Symbol.asyncIterator]();
    expect(await chunks.next()).toMatchObject({ done: false });
    const stalled = expect(chunks.next()).rejects.toMatchObject({ code: 'ETIMEDOUT' });
    vi.advanceTimersByTime(1000);
    await stalled;
  });

  test('never times a slow consumer out', async () => {
    const request = await serve((_, response) => {
      response.end(Buffer.alloc(1_000_000));
    });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const response = await createTransport({ idleMs: 1000 })(request);
    let length = 0;
    for await (const chunk of response.body) {
      length += chunk.byteLength;
      vi.advanceTimersByTime(3_600_000);
    }

    expect(length).toBe(1_000_000);
  });

  test('reports a body that is cut off', async () => {
    const request = await serve((_, response) => {
      response.writeHead(200, { 'content-length': '10' }).write('abc', () => response.destroy());
    });
    const response = await createTransport()(request);

    await expect(readUpTo(response, 100, 60_000)).rejects.toMatchObject({ code: 'ECONNRESET' });
  });

  test('reads up to a bound in bytes and in time', async () => {
    const request = await serve((_, response) => {
      response.end('0123456789');
    });
    const transport = createTransport();

    expect(await readUpTo(await transport(request), 9, 60_000)).toMatchObject({ isCut: true });
    expect(await readUpTo(await transport(request), 10, -1)).toMatchObject({ isCut: true });
    expect(await readUpTo(await transport(request), 10, 60_000)).toMatchObject({ isCut: false });
  });

  test('uses a connection again once a body is read', async () => {
    const ports = new Set<number | undefined>();
    const request = await serve((incoming, response) => {
      ports.add(incoming.socket.remotePort);
      response.end('x');
    });
    const transport = createTransport();
    for (let count = 0; count < 3; count += 1) {
      await readUpTo(await transport(request), 10, 60_000);
    }

    expect(ports.size).toBe(1);
  });
});
