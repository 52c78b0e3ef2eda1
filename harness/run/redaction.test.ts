import { createHmac } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { parseJson } from '#contracts/json.ts';
import { renderHtml } from '#reports/html.ts';
import { renderJson } from '#reports/json.ts';
import { renderJunit } from '#reports/junit.ts';
import { renderSummary } from '#reports/markdown.ts';
import { gmeSuite } from '#suites/gme/registry.ts';
import type { Observed } from '../observation.ts';
import { failedRun } from './summary.ts';
import { contextOf, observerOf, runOptionsOf, startTarget } from './fake-suite.test-kit.ts';
import { runSuite, type RunOptions } from './run.ts';

/** Characters that every encoding writes in another way. */
const secretKey = 'CANARY/+key"0123456789&äöü';

/** Everything that would give the key or a signature of `body` away, in any usual spelling. */
function canaries(bodies: readonly string[]): readonly string[] {
  const keys = [
    secretKey,
    encodeURIComponent(secretKey),
    JSON.stringify(secretKey).slice(1, -1),
    Buffer.from(secretKey).toString('base64'),
    Buffer.from(secretKey).toString('base64url'),
    Buffer.from(secretKey).toString('hex'),
    'CANARY',
  ];
  const signatures = bodies.flatMap((body) => {
    const mac = createHmac('sha1', secretKey).update(body).digest();
    const base64 = mac.toString('base64');
    return [
      base64,
      mac.toString('hex'),
      mac.toString('base64url'),
      encodeURIComponent(base64),
      base64.replaceAll('/', '\\/'),
    ];
  });
  return [...keys, ...signatures];
}

/** A receiver without shame: whatever it is told or knows stands in its answers, its headers and its state. */
async function startEchoing(status: number): Promise<{
  readonly options: (parts?: Partial<RunOptions>) => RunOptions;
  readonly bodies: string[];
}> {
  const bodies: string[] = [];
  const states = new Map<string, string[]>();
  const endpoint = await startTarget((body, response, request) => {
    if (!body.includes('\ufffd')) {
      // Of bytes that are no text this receiver could not tell the signature.
      bodies.push(body);
    }
    const mac = createHmac('sha1', secretKey).update(body).digest();
    const base64 = mac.toString('base64');
    const echo = {
      key: secretKey,
      keyInUrl: encodeURIComponent(secretKey),
      keyInHex: Buffer.from(secretKey).toString('hex'),
      got: request.headers['signature'],
      wanted: [base64, mac.toString('hex'), mac.toString('base64url'), encodeURIComponent(base64)],
      body,
    };
    const text = JSON.stringify(echo);
    const escaped = text.replaceAll('/', '\\/');
    const room = /"RoomID"\s*:\s*"((?:[^"\\]|\\.)*)"/u.exec(body)?.[1] ?? '';
    states.set(room, [...(states.get(room) ?? []), text + escaped]);
    response.writeHead(status, {
      'x-key': encodeURIComponent(secretKey),
      'x-signature-wanted': base64,
      'set-cookie': `key=${encodeURIComponent(secretKey)}`,
    });
    response.end(text + escaped);
  });
  const stateOf = (room: string): Observed => ({
    kind: 'value',
    value: parseJson(JSON.stringify(states.get(room) ?? null)),
  });
  return {
    bodies,
    options: (parts = {}) =>
      runOptionsOf(
        gmeSuite,
        { endpoint, observer: observerOf(stateOf) },
        {
          context: contextOf({ secretKey }),
          runs: 1,
          settleMs: 300,
          ...parts,
        },
      ),
  };
}

const telling = [
  'refuses-inserted-bytes',
  'refuses-missing-signature',
  'refuses-other-bodys-signature',
  'refusal-is-4xx',
  'refusal-leaks-nothing',
];

/** Every check says what it sees, also where another that it needs is not met. */
const unblocked = {
  ...gmeSuite,
  activeChecks: gmeSuite.activeChecks
    .filter(({ id }) => telling.some((claim) => id === `gme/signature/${claim}`))
    .map((check) => ({ ...check, needs: [] })),
};

/** Which canaries sing in a text; the texts are long, so they are not shown. */
function singing(text: string, bodies: readonly string[]): readonly string[] {
  return canaries(bodies).filter((canary) => text.includes(canary));
}

test('no report of a run against a receiver that tells everything tells the key or a signature', async () => {
  const { options, bodies } = await startEchoing(200);
  const result = await runSuite(options({ suite: unblocked }));
  const reports = [
    JSON.stringify(result),
    renderJson(result),
    renderHtml(result),
    renderJunit(result, { failOn: 'must' }),
    renderSummary(result),
    ...result.checks.map(({ replay }) =>
      Buffer.from(replay?.split('.')[1] ?? '', 'base64url').toString('utf8'),
    ),
  ];

  expect(result.checks.filter(({ verdict }) => verdict === 'not-met').length).toBeGreaterThan(3);
  expect(result.checks.some(({ counterexample }) => (counterexample?.states.length ?? 0) > 0)).toBe(
    true,
  );
  expect(reports.flatMap((report) => singing(report, bodies))).toEqual([]);
});

test('nor does the error of a run that cannot begin, or the report of it', async () => {
  const { options, bodies } = await startEchoing(401);
  const error = await runSuite(options()).then(
    () => null,
    (reason: unknown) => reason,
  );
  await sleep(0);
  const text =
    error instanceof Error ? `${error.message} ${error.stack ?? ''} ${JSON.stringify(error)}` : '';

  expect(text).toContain('accepts no rightly signed callback');
  expect(singing(text, bodies)).toEqual([]);
  expect(singing(renderJson(failedRun(options(), text, new Date())), bodies)).toEqual([]);
});

test('nor does a fault of ours', async () => {
  const { options, bodies } = await startEchoing(200);
  const suite = {
    ...gmeSuite,
    activeChecks: gmeSuite.activeChecks
      .filter(
        ({ id }) =>
          id === 'gme/signature/accepts-every-spelling' || id.startsWith('gme/delivery/accepts'),
      )
      .map((check) => ({
        ...check,
        evaluate: (): never => {
          throw new Error(`could not sign ${secretKey} (${encodeURIComponent(secretKey)})`);
        },
      })),
  };
  const result = await runSuite(options({ suite }));

  expect(result.exitCode).toBe(2);
  expect(singing(JSON.stringify(result), bodies)).toEqual([]);
});
