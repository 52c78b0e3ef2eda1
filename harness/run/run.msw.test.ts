import { createHash, createHmac } from 'node:crypto';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { isJsonObject, isLosslessNumber, parseJson, type Json } from '#contracts/json.ts';
import { gmeSuite } from '#suites/gme/registry.ts';
import type { Observed } from '../observation.ts';
import type { RunResult } from '../result.ts';
import { contextOf, observerOf, runOptionsOf, secretKey } from './fake-suite.test-kit.ts';
import { runSuite, type RunOptions } from './run.ts';

const server = setupServer();
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const endpoint = new URL('http://receiver.test/callback');

/** Stands in for a receiver: `answer` is told the raw body and the signature. */
function stand(answer: (body: Buffer, signature: string) => number): void {
  server.use(
    http.post(endpoint.href, async ({ request }) => {
      const body = Buffer.from(await request.arrayBuffer());
      return new HttpResponse(null, {
        status: answer(body, request.headers.get('signature') ?? ''),
      });
    }),
  );
}

function isSigned(body: Buffer, signature: string): boolean {
  return createHmac('sha1', secretKey).update(body).digest('base64') === signature;
}

/** Keeps rows by room; `rowKey` says which callbacks are one row, null refuses. */
function standWithState(
  rowKey: (callback: Readonly<Record<string, Json>>, body: Buffer) => string,
): (roomId: string) => Observed {
  const rooms = new Map<string, Map<string, Json>>();
  stand((body, signature) => {
    if (!isSigned(body, signature)) {
      return 401;
    }
    const callback = parseJson(body.toString('utf8'));
    if (!isJsonObject(callback) || typeof callback['RoomID'] !== 'string') {
      return 400;
    }
    const rows = rooms.get(callback['RoomID']) ?? new Map<string, Json>();
    rooms.set(callback['RoomID'], rows);
    const { Detail, TaskID, EventType } = callback;
    const file = isJsonObject(Detail) ? (Detail['FileName'] ?? null) : null;
    rows.set(rowKey(callback, body), { file, task: TaskID ?? null, event: EventType ?? null });
    return 200;
  });
  return (roomId) => {
    const rows = rooms.get(roomId);
    return rows === undefined ? { kind: 'absent' } : { kind: 'value', value: [...rows.values()] };
  };
}

function textOf(value: Json | undefined): string {
  return isLosslessNumber(value) ? value.value : JSON.stringify(value);
}

function run(
  claims: readonly string[],
  stateOf: ((roomId: string) => Observed) | null = null,
  parts: Partial<RunOptions> = {},
): Promise<RunResult> {
  const suite = {
    ...gmeSuite,
    activeChecks: gmeSuite.activeChecks.filter(({ id }) =>
      claims.some((claim) => id === `gme/${claim}`),
    ),
  };
  return runSuite(
    runOptionsOf(
      suite,
      { endpoint, observer: stateOf === null ? null : observerOf(stateOf) },
      {
        context: contextOf(),
        runs: 1,
        settleMs: 200,
        ...parts,
      },
    ),
  );
}

function verdicts({ checks }: RunResult): Readonly<Record<string, string>> {
  return Object.fromEntries(checks.map(({ id, verdict }) => [id.slice('gme/'.length), verdict]));
}

describe('a receiver that', () => {
  test('verifies signatures is met', async () => {
    stand((body, signature) => (isSigned(body, signature) ? 200 : 401));

    const result = await run([
      'delivery/accepts-each-event',
      'signature/accepts-every-spelling',
      'signature/refuses-missing-signature',
      'signature/refuses-changed-body',
      'signature/refuses-wrong-key',
    ]);

    expect(result).toMatchObject({ exitCode: 0, certificates: ['wire'] });
  });

  test('accepts everything is told so, with short counterexamples', async () => {
    stand(() => 200);

    const result = await run([
      'delivery/accepts-each-event',
      'signature/refuses-missing-signature',
      'signature/refuses-wrong-key',
    ]);

    expect(verdicts(result)).toEqual({
      'delivery/accepts-each-event': 'met',
      'signature/refuses-missing-signature': 'untestable',
      'signature/refuses-wrong-key': 'not-met',
    });
    expect(result.exitCode).toBe(1);
    for (const { counterexample } of result.checks.filter(({ verdict }) => verdict === 'not-met')) {
      expect(counterexample?.callbacks).toBeLessThanOrEqual(4);
    }
  });

  test.each([401, 404, 500])(
    'answers %d to everything is a matter of configuration, not of conformance',
    async (status) => {
      stand(() => status);

      await expect(run(['delivery/accepts-each-event'])).rejects.toThrow(
        expect.objectContaining({
          kind: 'PREFLIGHT',
          exitCode: 4,
          message: expect.stringContaining(String(status)) as string,
        }),
      );
    },
  );

  test('cannot be reached is one, too', async () => {
    server.use(http.post(endpoint.href, () => HttpResponse.error()));

    await expect(run(['delivery/accepts-each-event'])).rejects.toThrow(
      expect.objectContaining({
        kind: 'PREFLIGHT',
        message: expect.stringContaining('cannot reach') as string,
      }),
    );
  });

  test('refuses one spelling of JSON is found by that spelling', async () => {
    stand((body, signature) =>
      isSigned(body, signature) ? (body.toString().includes('  ') ? 413 : 200) : 401,
    );

    expect(
      verdicts(await run(['delivery/accepts-each-event', 'signature/accepts-every-spelling'])),
    ).toMatchObject({
      'signature/accepts-every-spelling': 'not-met',
    });
  });
});

describe('a state that', () => {
  const claims = [
    'delivery/accepts-each-event',
    'delivery/accepts-resends',
    'delivery/accepts-duplicates',
    'state/records-each-file',
    'state/resends-change-nothing',
    'state/duplicates-change-nothing',
  ];

  test('has a row for each event of each file is met', async () => {
    const stateOf = standWithState(
      ({ TaskID, EventType, Detail }) =>
        `${textOf(TaskID)} ${textOf(EventType)} ${JSON.stringify(Detail)}`,
    );

    expect(verdicts(await run(claims, stateOf))).toMatchObject({
      'state/records-each-file': 'met',
      'state/resends-change-nothing': 'met',
      'state/duplicates-change-nothing': 'met',
    });
  });

  test('knows duplicates by their bodies counts re-sends twice', async () => {
    const stateOf = standWithState((_, body) => createHash('sha256').update(body).digest('hex'));
    const result = await run(claims, stateOf);

    expect(verdicts(result)).toMatchObject({
      'state/resends-change-nothing': 'not-met',
      'state/duplicates-change-nothing': 'met',
    });
    expect(result.checks.find(({ id }) => id === 'gme/state/resends-change-nothing')).toMatchObject(
      {
        stability: { kind: 'stable' },
        replay: expect.stringMatching(/^replay sc1\./u) as string,
      },
    );
  });

  test('shows of a room only that it exists is not met, whatever it answers', async () => {
    const stateOf = standWithState(() => 'one row');
    const result = await run([...claims, 'state/segments-stay-apart'], (roomId) =>
      stateOf(roomId).kind === 'value'
        ? { kind: 'value', value: { known: true } }
        : { kind: 'absent' },
    );

    expect(verdicts(result)['state/segments-stay-apart']).toBe('not-met');
    expect(result.certificates).not.toContain('state');
  });
});
