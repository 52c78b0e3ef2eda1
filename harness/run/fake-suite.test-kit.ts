import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { onTestFinished } from 'vitest';
import { parseJson } from '#contracts/json.ts';
import { defineActive, type ActiveCheck } from '../check.ts';
import { listen, sendOf } from '../deliver/loopback.test-kit.ts';
import type { Arm, Experiment, Send, Wave } from '../experiment.ts';
import type { Exchange, Observed } from '../observation.ts';
import { isAccepted } from '../observation.ts';
import type { Observer } from '../observe/observer.ts';
import type { Suite, SuiteContext } from '../suite.ts';
import type { RunOptions, RunTarget } from './run.ts';
import type { CheckRun } from './run-checks.ts';
import type { TargetSession } from './session.ts';

const clause = {
  id: 'gme/test#clause',
  document: 'Test',
  section: 'Test',
  statement: 'Something holds.',
  basis: 'stated',
} as const;

/** The key of every fake run. */
export const secretKey = 'canary-key-0123456789';

export function contextOf(parts: Partial<SuiteContext> = {}): SuiteContext {
  return {
    appId: '1400000000',
    secretKey,
    dialects: [],
    scope: 'both',
    seed: 1,
    nonce: 'n0',
    nowMs: 1_795_149_065_123,
    responseTimeMsMax: 5000,
    mapping: null,
    rule: null,
    ...parts,
  };
}

/** A probe, or a control where its label begins so, that says `body` to the target. */
export function say(body: string, label = body): Send {
  return {
    ...sendOf({ body: Buffer.from(body) }, label),
    role: label.startsWith('control') ? 'control' : 'probe',
  };
}

export function armOf(name: string, ...waves: readonly Wave[]): Arm {
  return { name, waves, names: [], subjects: [] };
}

/** The arm looks at one room afterwards. */
export function watching(arm: Arm, roomId: string): Arm {
  const subject = { key: 'R1', appId: '1400000000', roomId, taskId: '7', userId: 'u' };
  return { ...arm, subjects: [subject], names: [{ kind: 'room', symbol: 'R1', value: roomId }] };
}

export function experimentOf(key: string, ...arms: readonly Arm[]): Experiment {
  return { title: `experiment ${key}`, key, arms, shows: arms.at(-1)?.name ?? '' };
}

/** A wire MUST whose probes must be accepted; its one experiment says its name to the target. */
export function fakeCheck(name: string, parts: Partial<ActiveCheck> = {}): ActiveCheck {
  return defineActive({
    id: `gme/test/${name}`,
    title: 'Something holds.',
    level: 'MUST',
    basis: 'stated',
    profile: 'wire',
    clauses: [clause],
    observes: ['arms'],
    hint: 'Do it.',
    experiments: ({ nonce }) => [
      experimentOf('directed:0', armOf('probe', [say(name, `${name} as ${nonce}`)])),
    ],
    evaluate: ({ arms }) =>
      [...arms].flatMap(([arm, { exchanges }]) =>
        exchanges
          .filter((exchange) => exchange.send.role === 'probe' && !isAccepted(exchange))
          .map((exchange) => ({
            at: `${arm}: ${exchange.send.label}`,
            code: 'not-accepted',
            expected: 'a 2xx',
            actual:
              'answer' in exchange.result
                ? Buffer.from(exchange.result.answer.body).toString()
                : exchange.result.fault,
          })),
      ),
    ...parts,
  });
}

/** What a fake target makes of a body. */
export type Behaviour = (
  body: string,
  send: Send,
) => number | { readonly status: number; readonly body: string } | 'broken' | 'untrusted';

export interface FakeSession extends TargetSession {
  /** Labels of all that was sent, in order. */
  readonly sent: readonly string[];
  /** Names of arms that were cleaned up. */
  readonly cleaned: readonly string[];
}

/** A session without a network: it settles after 20 ms and is patient for 150 ms. */
export function fakeSession(
  behaviour: Behaviour = () => 200,
  state: ((arm: Arm) => Observed) | null = null,
  signal: AbortSignal = new AbortController().signal,
): FakeSession {
  const sent: string[] = [];
  const cleaned: string[] = [];
  const learnt: number[] = [];
  const startedMs = performance.now();
  const now = (): number => performance.now() - startedMs;
  let lost: string | null = null;
  return {
    sent,
    cleaned,
    settling: {
      learn: (ms) => learnt.push(ms),
      quietMs: () => 20,
      patienceMs: () => 150,
      get slowestMs() {
        return Math.max(0, ...learnt);
      },
    },
    restless: new Set(),
    hasObserver: state !== null,
    now,
    signal,
    get requests() {
      return sent.length;
    },
    get lost() {
      return lost;
    },
    giveUp: (reason) => {
      lost ??= reason;
    },
    limitConcurrency: () => undefined,
    async deliver(arm, afterWave) {
      const exchanges: Exchange[] = [];
      for (const [wave, sends] of arm.waves.entries()) {
        for (const send of sends) {
          sent.push(send.label);
          exchanges.push({
            send,
            wave,
            startedMs: now(),
            endedMs: now(),
            result: resultOf(behaviour, send),
          });
        }
        await afterWave?.(wave);
      }
      return exchanges;
    },
    async observe(arm) {
      return new Map(
        state === null ? [] : arm.subjects.map(({ key }) => [key, state(arm)] as const),
      );
    },
    async cleanUp(arm) {
      cleaned.push(arm.name);
    },
  };
}

function resultOf(behaviour: Behaviour, send: Send): Exchange['result'] {
  const answer = behaviour(Buffer.from(send.request.body).toString(), send);
  if (answer === 'broken') {
    return { fault: 'closed', detail: 'the connection was closed before an answer' };
  }
  if (answer === 'untrusted') {
    return { fault: 'tls', detail: 'the TLS handshake failed' };
  }
  const { status, body } = typeof answer === 'number' ? { status: answer, body: '' } : answer;
  return { answer: { status, headers: {}, body: Buffer.from(body), truncated: false } };
}

/** A state from JSON text. */
export function valueOf(json: string): Observed {
  return { kind: 'value', value: parseJson(json) };
}

export function checkRunOf(session: TargetSession, parts: Partial<CheckRun> = {}): CheckRun {
  return {
    session,
    context: contextOf(),
    runs: 3,
    shrinkMsMax: 500,
    replayCommand: (token) => `replay ${token}`,
    service: 'gme',
    ...parts,
  };
}

/** A suite of the given checks whose preflight says `preflight` and then `other reading`. */
export function suiteOf(activeChecks: readonly ActiveCheck[], parts: Partial<Suite> = {}): Suite {
  return {
    service: 'gme',
    title: 'Test',
    clauses: [clause],
    dialects: [],
    activeChecks,
    archiveChecks: [],
    configurationFault: () => null,
    preflight: ({ dialects }) => [
      { title: 'plain', dialects, send: say('preflight') },
      { title: 'spaced', dialects, send: say('preflight spaced') },
      { title: 'in another reading', dialects: ['gme-other'], send: say('other reading') },
    ],
    calibration: () => watching(armOf('calibration', [say('calibration')]), 'calibration'),
    isRecordingKey: () => false,
    archiveFault: () => null,
    ...parts,
  };
}

/** Options of a run against a target; `endpoint` null: none. */
export function runOptionsOf(
  suite: Suite,
  target: Partial<RunTarget>,
  parts: Partial<RunOptions> = {},
): RunOptions {
  return {
    suite,
    context: contextOf(),
    target: {
      endpoint: null,
      observer: null,
      bucket: null,
      audit: null,
      recoveryBucket: null,
      shown: { endpoint: null, observe: null, bucket: null, appId: '1400000000', embedded: false },
      ...target,
    },
    profiles: null,
    only: null,
    shard: null,
    saved: null,
    waivers: [],
    failOn: 'must',
    runs: 2,
    timeoutMs: 1000,
    concurrency: 8,
    ratePerSecond: 0,
    settleMs: 1500,
    maxTimeMs: 0,
    signal: new AbortController().signal,
    toolVersion: '0.0.0',
    replayCommand: (token) => `replay ${token}`,
    onEvent: () => undefined,
    ...parts,
  };
}

/** A receiver on the loopback that is told each whole body. */
export async function startTarget(
  answer: (body: string, response: ServerResponse, request: IncomingMessage) => void,
): Promise<URL> {
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      answer(Buffer.concat(parts).toString(), response, request);
    });
    request.on('error', () => response.destroy());
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return listen(server);
}

/** An observer over a function of the room. */
export function observerOf(stateOf: (roomId: string) => Observed): Observer {
  return {
    source: 'a test',
    address: ({ roomId }) => roomId,
    observe: async ({ roomId }) => stateOf(roomId),
  };
}
