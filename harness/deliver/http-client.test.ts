import { once, setMaxListeners } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { describe, expect, onTestFinished, test } from 'vitest';
import { describeResult, type Exchange } from '../observation.ts';
import { answerBytesMax, openConnection, type HttpConnection } from './http-client.ts';
import { listen, reply, sendOf, startRawServer } from './loopback.test-kit.ts';

function connect(
  endpoint: URL,
  {
    timeoutMs = 5000,
    signal = new AbortController().signal,
    now = (): number => performance.now(),
    reuse = { kept: 0, closed: 0 },
  } = {},
): HttpConnection {
  const connection = openConnection({ endpoint, timeoutMs, signal, now, reuse });
  onTestFinished(() => {
    connection.close();
  });
  return connection;
}

/** As the session makes it: one signal for every request under way. */
function manyListeners(): AbortSignal {
  const { signal } = new AbortController();
  setMaxListeners(0, signal);
  return signal;
}

function faultOf({ result }: Exchange): string {
  return 'fault' in result ? result.fault : `answer ${String(result.answer.status)}`;
}

describe('what goes out', () => {
  test('is the request, byte for byte, headers in order and spelling', async () => {
    let seen: Buffer = Buffer.alloc(0);
    const { url } = await startRawServer((socket, _, request) => {
      seen = request;
      socket.write(reply(204));
    });
    const body = Buffer.from([0, 1, 2, 0xff, 0xfe, 13, 10, 13, 10, 0x7b]);

    await connect(url).send(
      sendOf({
        method: 'PUT',
        headers: [
          ['X-Second', 'b'],
          ['x-FIRST', 'a'],
          ['Signature', 'AbC+/=='],
          ['x-first', 'again'],
        ],
        query: [['sign', 'a+b/c=']],
        body,
      }),
      0,
    );

    const [head = '', ...rest] = seen.toString('latin1').split('\r\n\r\n');
    expect(head.split('\r\n').slice(0, 7)).toEqual([
      'PUT /callback?sign=a%2Bb%2Fc%3D HTTP/1.1',
      `Host: ${url.host}`,
      'X-Second: b',
      'x-FIRST: a',
      'Signature: AbC+/==',
      'x-first: again',
      'Content-Length: 10',
    ]);
    expect(Buffer.from(rest.join('\r\n\r\n'), 'latin1')).toEqual(body);
  });

  test('keeps the query that the endpoint has', async () => {
    let line = '';
    const { url } = await startRawServer((socket, _, request) => {
      line = request.toString('latin1').split('\r\n')[0] ?? '';
      socket.write(reply(204));
    });
    url.search = '?tenant=7';

    await connect(url).send(sendOf({ query: [['s', '1']] }), 0);

    expect(line).toBe('POST /callback?tenant=7&s=1 HTTP/1.1');
  });

  test('arrives in several reads where it is split', async () => {
    const { url, connections } = await startRawServer((socket) => {
      socket.write(reply(200));
    });

    const exchange = await connect(url).send(
      sendOf({ body: Buffer.from('abcdefghij'), splitAt: [1, 4, 9] }),
      0,
    );

    const bodies = (connections[0]?.reads ?? []).map((part) =>
      part.toString('latin1').replace(/^[\s\S]*\r\n\r\n/u, ''),
    );
    expect(faultOf(exchange)).toBe('answer 200');
    expect(bodies.filter((part) => part !== '')).toEqual(['a', 'bcd', 'efghi', 'j']);
  });

  test('a receiver that answers before the last part has its answer recorded', async () => {
    const server = createHttpServer((_, response) => {
      response.writeHead(413, { connection: 'close' }).end();
    });
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });

    expect(
      faultOf(
        await connect(await listen(server)).send(
          sendOf({ body: Buffer.from('abcdef'), splitAt: [2, 4] }),
          0,
        ),
      ),
    ).toBe('answer 413');
  });
});

describe('connections', () => {
  test('are kept from send to send, unless a send wants one of its own', async () => {
    const { url, connections } = await startRawServer((socket) => {
      socket.write(reply(200));
    });
    const connection = connect(url);

    await connection.send(sendOf(), 0);
    await connection.send(sendOf(), 1);
    await connection.send(sendOf({ connection: 'fresh' }), 2);
    await connection.send(sendOf(), 3);

    expect(connections).toHaveLength(2);
    expect(connections[0]?.reads.length).toBeGreaterThanOrEqual(3);
    expect(connections[1]?.reads.join('')).toMatch(/connection: close/iu);
  });

  test('one that was idle and is then closed under a request is tried again, once', async () => {
    const { url, connections } = await startRawServer((socket, count) => {
      if (count === 1) {
        socket.write(reply(200));
      } else {
        socket.destroy();
      }
    });
    const connection = connect(url);
    await connection.send(sendOf(), 0);
    await new Promise((resolve) => setTimeout(resolve, 60));

    const exchange = await connection.send(sendOf(), 1);

    expect(faultOf(exchange)).toMatch(/^(?:closed|reset)$/u);
    expect(connections).toHaveLength(2);
  });

  test('the second try counts', async () => {
    const { url } = await startRawServer((socket, count) => {
      if (count === 2) {
        socket.destroy();
      } else {
        socket.write(reply(count === 3 ? 201 : 200));
      }
    });
    const connection = connect(url);
    await connection.send(sendOf(), 0);
    await new Promise((resolve) => setTimeout(resolve, 60));

    expect(faultOf(await connection.send(sendOf(), 1))).toBe('answer 201');
  });

  test('one that had hardly been idle was not closed for idleness: the request was dropped', async () => {
    const { url, connections } = await startRawServer((socket, count) => {
      if (count % 2 === 1) {
        socket.write(reply(200));
      } else {
        socket.destroy();
      }
    });
    // However slow this machine is just now, hardly any time has passed.
    const connection = connect(url, { now: () => 0 });
    await connection.send(sendOf(), 0);

    expect(faultOf(await connection.send(sendOf(), 1))).toMatch(/^(?:closed|reset)$/u);
    expect(connections).toHaveLength(1);
  });

  test('connections that are always closed under their second request are not idle ones', async () => {
    const used = new WeakSet();
    const { url } = await startRawServer((socket) => {
      if (used.has(socket)) {
        socket.destroy();
      } else {
        used.add(socket);
        socket.write(reply(204));
      }
    });
    const reuse = { kept: 0, closed: 0 };
    const faults: string[] = [];
    for (let arm = 0; arm < 5; arm += 1) {
      let idleMs = 0;
      const connection = connect(url, { reuse, now: () => performance.now() + (idleMs += 30) });
      await connection.send(sendOf(), 0);
      faults.push(faultOf(await connection.send(sendOf(), 1)));
    }

    expect(faults.slice(0, 3)).toEqual(['answer 204', 'answer 204', 'answer 204']);
    expect(faults.slice(3)).toEqual([
      expect.stringMatching(/reset|closed/u),
      expect.stringMatching(/reset|closed/u),
    ]);
  });

  test('a new connection that is closed is never tried again', async () => {
    const { url, connections } = await startRawServer((socket) => {
      socket.destroy();
    });

    expect(faultOf(await connect(url).send(sendOf(), 0))).toMatch(/^(?:closed|reset)$/u);
    expect(connections).toHaveLength(1);
  });

  test('once an answer has begun nothing is tried again', async () => {
    const { url, connections } = await startRawServer((socket, count) => {
      if (count === 1) {
        socket.write(reply(200));
      } else {
        socket.end('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf');
      }
    });
    const connection = connect(url);
    await connection.send(sendOf(), 0);
    await new Promise((resolve) => setTimeout(resolve, 60));

    expect(faultOf(await connection.send(sendOf(), 1))).toMatch(/^(?:closed|reset)$/u);
    expect(connections).toHaveLength(1);
  });

  test('a server that closes after every answer without saying so loses nothing', async () => {
    const { url } = await startRawServer((socket) => {
      socket.end(reply(200));
    });
    const connection = connect(url);

    const statuses: string[] = [];
    for (let wave = 0; wave < 8; wave += 1) {
      statuses.push(faultOf(await connection.send(sendOf(), wave)));
    }

    expect(statuses).toEqual(Array.from({ length: 8 }, () => 'answer 200'));
  });

  test('sends of one wave are on the wire at the same time', async () => {
    let open = 0;
    let most = 0;
    const server = createHttpServer((request, response) => {
      open += 1;
      most = Math.max(most, open);
      request.resume();
      setTimeout(() => {
        open -= 1;
        response.end();
      }, 80);
    });
    onTestFinished(() => {
      server.close();
    });
    const connection = connect(await listen(server), { signal: manyListeners() });

    await Promise.all(Array.from({ length: 12 }, () => connection.send(sendOf(), 0)));

    expect(most).toBe(12);
  });
});

describe('what comes back', () => {
  test('is recorded with lower-case header names, repeated ones joined', async () => {
    const { url } = await startRawServer((socket) => {
      socket.write(
        reply(299, 'ça', 'X-Kind: A\r\nx-kind: b\r\nSet-Cookie: c\r\nset-cookie: d\r\n'),
      );
    });

    const { result } = await connect(url).send(sendOf(), 4);

    expect(result).toMatchObject({
      answer: {
        status: 299,
        truncated: false,
        headers: { 'x-kind': 'A, b', 'set-cookie': 'c, d' },
      },
    });
    expect('answer' in result && Buffer.from(result.answer.body).toString()).toBe('ça');
  });

  test('a redirect is an answer, not a way', async () => {
    const { url, connections } = await startRawServer((socket) => {
      socket.write(reply(307, '', 'Location: /elsewhere\r\n'));
    });

    expect(faultOf(await connect(url).send(sendOf(), 0))).toBe('answer 307');
    expect(connections[0]?.reads.join('').match(/HTTP\/1\.1/gu)).toHaveLength(1);
  });

  test('an endless body is cut and said to be cut', async () => {
    const server = createHttpServer((_, response) => {
      response.on('error', () => undefined);
      const more = (): void => {
        while (!response.destroyed && response.write('x'.repeat(5000))) {
          // Until the socket is full.
        }
      };
      response.on('drain', more);
      more();
    });
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });

    const { result } = await connect(await listen(server)).send(sendOf(), 0);

    expect(result).toMatchObject({ answer: { status: 200, truncated: true } });
    expect('answer' in result && result.answer.body.byteLength).toBe(answerBytesMax);
  });

  test('a body of exactly the bound is whole', async () => {
    const { url } = await startRawServer((socket) => {
      socket.write(reply(200, 'x'.repeat(answerBytesMax)));
    });

    expect(await connect(url).send(sendOf(), 0)).toMatchObject({
      result: { answer: { truncated: false } },
    });
  });
});

describe('what goes wrong is recorded and never thrown', () => {
  test.each([
    ['no answer', '', 'timeout', /no answer within 80 ms/u],
    [
      'an answer that never ends',
      'HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nx',
      'timeout',
      /answered 200, but/u,
    ],
    ['garbage', 'I speak no HTTP\r\n\r\n', 'protocol', /not HTTP/u],
    ['a header without end', `HTTP/1.1 200 OK\r\nX: ${'y'.repeat(40_000)}`, 'too-large', /16 KiB/u],
  ])('%s', async (_, answer, fault, detail) => {
    const { url } = await startRawServer((socket) => {
      socket.write(answer);
    });

    const exchange = await connect(url, { timeoutMs: 80 }).send(sendOf(), 0);

    expect(faultOf(exchange)).toBe(fault);
    expect(describeResult(exchange)).toMatch(detail);
    expect(exchange.endedMs - exchange.startedMs).toBeLessThan(4000);
  });

  test('a connection that is cut in the middle of an answer', async () => {
    const { url } = await startRawServer((socket) => {
      socket.end('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf');
    });

    expect(faultOf(await connect(url).send(sendOf(), 0))).toMatch(/^(?:closed|reset)$/u);
  });

  test('a reset', async () => {
    const { url } = await startRawServer((socket) => {
      socket.resetAndDestroy();
    });

    expect(faultOf(await connect(url).send(sendOf(), 0))).toBe('reset');
  });

  test('a port where nobody listens', async () => {
    const server = createHttpServer();
    const url = await listen(server);
    server.close();
    await once(server, 'close');

    expect(faultOf(await connect(url).send(sendOf(), 0))).toBe('refused');
  });

  test('a name that does not resolve', async () => {
    expect(faultOf(await connect(new URL('http://nowhere.invalid/')).send(sendOf(), 0))).toBe(
      'dns',
    );
  });

  test('TLS with somebody who does not speak it', async () => {
    const plain = createHttpServer();
    onTestFinished(() => {
      plain.close();
    });

    expect(faultOf(await connect(await listen(plain, 'https')).send(sendOf(), 0))).toBe('tls');
  });

  test('no answer in time, unless it was we who stood still', async () => {
    const { url } = await startRawServer((socket) => {
      setTimeout(() => {
        socket.write(reply(204));
      }, 100);
    });
    const connection = connect(url, { timeoutMs: 300 });
    const answer = connection.send(sendOf(), 0);
    setTimeout(() => {
      const untilMs = performance.now() + 1000;
      while (performance.now() < untilMs) {
        // Nothing else happens in this process.
      }
    }, 50);
    const exchange = await answer;

    expect(faultOf(exchange)).toBe('answer 204');
    expect(exchange.endedMs - exchange.startedMs).toBeLessThan(400);
  });

  test('a run that is stopped, before and during a request', async () => {
    const { url } = await startRawServer(() => undefined);
    const stop = new AbortController();
    const connection = connect(url, { signal: stop.signal });

    const under = connection.send(sendOf(), 0);
    setTimeout(() => {
      stop.abort();
    }, 20);

    expect([faultOf(await under), faultOf(await connection.send(sendOf(), 1))]).toEqual([
      'aborted',
      'aborted',
    ]);
  });
});
