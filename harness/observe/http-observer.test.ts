import { setMaxListeners } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { describe, expect, onTestFinished, test } from 'vitest';
import { stringifyJson } from '#contracts/json.ts';
import { listen } from '../deliver/loopback.test-kit.ts';
import type { Observed } from '../observation.ts';
import { createHttpObserver } from './http-observer.ts';
import { hostileIds, subjectOf } from './observers.test-kit.ts';

const never = new AbortController().signal;
// As the session does: every question under way listens to the one signal.
setMaxListeners(0, never);

interface StateServer {
  readonly template: string;
  /** Paths with queries, as they came. */
  readonly asked: readonly string[];
}

/** `answer` is told how often it has been asked, from 1. */
async function serve(
  answer: (response: ServerResponse, count: number, request: IncomingMessage) => void,
): Promise<StateServer> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    answer(response, asked.length, request);
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { origin } = await listen(server);
  return { template: `${origin}/rooms/{roomId}?task={taskId}&user={userId}&app={appId}`, asked };
}

function observe(template: string, timeoutMs = 2000, signal = never): Promise<Observed> {
  return createHttpObserver(template, { timeoutMs }).observe(subjectOf(), signal);
}

describe('identifiers in the address', () => {
  test.each(hostileIds)('%j arrives as it is', async (id) => {
    const { template, asked } = await serve((response) => response.end('{}'));
    const observer = createHttpObserver(template, { timeoutMs: 2000 });

    await observer.observe(subjectOf({ roomId: id, userId: id }), never);

    const url = new URL(asked[0] ?? '', 'http://h');
    expect([decodeURIComponent(url.pathname), url.searchParams.get('user')]).toEqual([
      `/rooms/${id}`,
      id,
    ]);
  });

  test('that no URL can hold make the observation fail', async () => {
    const observer = createHttpObserver('http://127.0.0.1:1/{roomId}', { timeoutMs: 100 });

    expect(await observer.observe(subjectOf({ roomId: '\ud800' }), never)).toMatchObject({
      kind: 'failed',
    });
    expect(() => observer.address(subjectOf({ roomId: '\ud800' }))).not.toThrow();
  });

  test('are one question where the template does not ask for what differs', () => {
    const observer = createHttpObserver('http://h/{roomId}', { timeoutMs: 1 });

    expect(observer.address(subjectOf({ userId: 'other' }))).toBe(observer.address(subjectOf()));
    expect(observer.address(subjectOf({ roomId: 'other' }))).not.toBe(
      observer.address(subjectOf()),
    );
  });
});

describe('answers', () => {
  test.each([
    ['404 with any body', 404, '<h1>not here</h1>', { kind: 'absent' }],
    ['410', 410, '', { kind: 'absent' }],
    ['204', 204, '', { kind: 'absent' }],
    ['200 without a body', 200, '', { kind: 'absent' }],
    ['200 with white space alone', 200, ' \n', { kind: 'absent' }],
    ['JSON null', 200, 'null', { kind: 'value', value: null }],
    ['JSON with a byte order mark', 200, '\ufeff[]', { kind: 'value', value: [] }],
    ['HTML', 200, '<html>', { kind: 'failed', detail: expect.stringMatching(/HTML/u) as string }],
    [
      'cut JSON',
      200,
      '{"a":',
      { kind: 'failed', detail: expect.stringMatching(/not JSON/u) as string },
    ],
    ['a login', 401, '{}', { kind: 'failed', detail: 'the observation answers 401' }],
    ['a redirect', 302, '{}', { kind: 'failed', detail: 'the observation answers 302' }],
    ['201', 201, '{}', { kind: 'failed', detail: 'the observation answers 201' }],
  ])('%s', async (_, status, body, expected) => {
    const { template } = await serve((response) => {
      response.writeHead(status, { location: '/elsewhere' }).end(body);
    });

    expect(await observe(template)).toMatchObject(expected);
  });

  test('keep the digits of numbers', async () => {
    const { template } = await serve((response) => response.end('{"task":9223372036854775801}'));
    const observed = await observe(template);

    expect(observed.kind === 'value' && stringifyJson(observed.value)).toBe(
      '{"task":9223372036854775801}',
    );
  });

  test('that are not UTF-8 fail', async () => {
    const { template } = await serve((response) => response.end(Buffer.from([0x22, 0xff, 0x22])));

    expect(await observe(template)).toEqual({ kind: 'failed', detail: 'the state is not UTF-8' });
  });

  test('larger than the bound are not read to the end', async () => {
    const { template } = await serve((response) => {
      response.on('error', () => undefined);
      const more = (): void => {
        while (!response.destroyed && response.write(' '.repeat(60_000))) {
          // Until the socket is full.
        }
      };
      response.on('drain', more);
      more();
    });

    expect(await observe(template, 8000)).toEqual({
      kind: 'failed',
      detail: 'the state is larger than 8 MiB',
    });
  });

  test.each([
    ['no deeper than any honest one', 200, 'value'],
    ['too deeply', 202, 'failed'],
    ['much too deeply', 2000, 'failed'],
    ['too deeply to be read at all', 100_000, 'failed'],
  ])('nested %s', async (_, depth, kind) => {
    const { template } = await serve((response) => {
      response.end('['.repeat(depth) + ']'.repeat(depth));
    });

    expect((await observe(template)).kind).toBe(kind);
  });
});

describe('a state page that fails now and then', () => {
  test('is asked again', async () => {
    const { template, asked } = await serve((response, count) => {
      if (count === 1) {
        response.writeHead(500).end();
      } else if (count === 2) {
        response.destroy();
      } else {
        response.end('[1]');
      }
    });

    expect((await observe(template)).kind).toBe('value');
    expect(asked).toHaveLength(3);
  });

  test('and does so always is not asked for ever', async () => {
    const { template, asked } = await serve((response) => response.writeHead(503).end());

    expect(await observe(template)).toEqual({
      kind: 'failed',
      detail: 'the observation answers 503',
    });
    expect(asked).toHaveLength(4);
  });

  test('is not asked again once the run is stopped', async () => {
    const stop = new AbortController();
    const { template, asked } = await serve((response) => {
      response.writeHead(503).end();
      stop.abort();
    });

    expect((await observe(template, 2000, stop.signal)).kind).toBe('failed');
    expect(asked).toHaveLength(1);
  });

  test('or hangs is waited for within bounds', async () => {
    const { template } = await serve(() => undefined);

    expect(await observe(template, 40)).toEqual({
      kind: 'failed',
      detail: 'no state within 40 ms',
    });
  });

  test('or does not exist says so', async () => {
    expect(await observe('http://127.0.0.1:1/{roomId}')).toMatchObject({
      kind: 'failed',
      detail: expect.stringContaining('nothing listens') as string,
    });
  });
});

describe('templates', () => {
  test.each([
    ['', 'not a URL'],
    ['/state?room={roomId}', 'not a URL'],
    ['ftp://h/{roomId}', 'must be an http or https URL'],
    ['http://h/{room}', 'unknown placeholder: {room}'],
    ['http://h/{}{roomId}', 'unknown placeholder: {}'],
    ['http://h/state', 'neither a room'],
    ['http://h/{appId}', 'neither a room'],
  ])('%j is refused: %s', (template, message) => {
    expect(() => createHttpObserver(template, { timeoutMs: 1 })).toThrow(
      expect.objectContaining({
        kind: 'CONFIGURATION',
        message: expect.stringContaining(message) as string,
      }),
    );
  });

  test('are named without credentials and query', () => {
    const { source } = createHttpObserver('https://u:secret@h/a%zz/{roomId}?token=secret', {
      timeoutMs: 1,
    });

    expect(source).not.toContain('secret');
    expect(source).toContain('https://h/a');
  });

  test('carry the headers that were given, and ask for JSON', async () => {
    let headers: IncomingMessage['headers'] = {};
    const { template } = await serve((response, _, request) => {
      headers = request.headers;
      response.end('[]');
    });
    await createHttpObserver(template, {
      timeoutMs: 2000,
      headers: { authorization: 'Bearer x' },
    }).observe(subjectOf(), never);

    expect(headers).toMatchObject({ accept: 'application/json', authorization: 'Bearer x' });
  });
});

test('time spent in our own queue does not count as the target’s', async () => {
  const { template } = await serve((response) => setTimeout(() => response.end('{}'), 150));
  const observer = createHttpObserver(template, { timeoutMs: 600 });

  // Sixteen connections: the last of these are asked after more than the time-out.
  const observed = await Promise.all(
    Array.from({ length: 120 }, (_, index) =>
      observer.observe(subjectOf({ roomId: `room${String(index)}` }), never),
    ),
  );

  expect(observed.filter(({ kind }) => kind !== 'value')).toEqual([]);
});
