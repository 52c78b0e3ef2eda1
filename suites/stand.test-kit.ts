import { setImmediate as nextTurn } from 'node:timers/promises';
import { parseJson } from '#contracts/json.ts';
import type { Answer as ShellAnswer } from '#fixtures/receivers/shell/answer.ts';
import type { ActiveCheck, Finding } from '#harness/check.ts';
import type { Arm, Experiment, Send } from '#harness/experiment.ts';
import { subjectsOf, type ArmRecord, type Exchange, type Observed } from '#harness/observation.ts';
import type { Suite, SuiteContext } from '#harness/suite.ts';
import { gmeSuite } from './gme/registry.ts';
import type { MemoryReceiver } from './memory-shell.test-kit.ts';
import { sparkrtcSuite } from './sparkrtc/registry.ts';
import { trtcSuite } from './trtc/registry.ts';

/** Every suite that is proved in memory and whose experiments are listed; a new one joins here. */
export const suites: readonly Suite[] = [gmeSuite, trtcSuite, sparkrtcSuite];

export const secretKey = 'stand-secret-key-0123456789';

/** So many generated experiments of a property are tried. */
const sampled = 3;
/** A receiver in memory that has not answered by then never will: turns of the event loop, which no load shortens. */
const patienceTurns = 300;
const patienceMs = 100;

/** What the engine gives to every check: the same each time. */
const given = {
  appId: '1400000000',
  secretKey,
  dialects: [],
  scope: 'both' as const,
  seed: 1,
  nowMs: Date.UTC(2026, 0, 31, 15, 59, 59),
  responseTimeMsMax: 5000,
  mapping: null,
  rule: null,
};

/** What a check is given, with identifiers of its own. */
export function contextOf(
  check: Pick<ActiveCheck, 'id'>,
  over: Partial<SuiteContext> = {},
): SuiteContext {
  return { ...given, nonce: `stand/${check.id}`, ...over };
}

/** The directed experiments of a check, then the first generated ones. */
export function experimentsOf(check: ActiveCheck, context: SuiteContext): readonly Experiment[] {
  const property = check.property?.(context);
  const generated = Array.from({ length: property === undefined ? 0 : sampled }, (_, index) =>
    property?.at(String(index)),
  );
  return [...check.experiments(context), ...generated.filter((one) => one !== undefined)];
}

/** Tries a check's experiments on a receiver, one after the other until one of them finds something. */
export async function judge(
  receiver: MemoryReceiver,
  check: ActiveCheck,
  over: Partial<SuiteContext> = {},
): Promise<readonly Finding[]> {
  for (const experiment of experimentsOf(check, contextOf(check, over))) {
    const findings = check.evaluate({ arms: await perform(receiver, experiment) });
    if (findings.length > 0) {
      return findings;
    }
  }
  return [];
}

async function perform(
  receiver: MemoryReceiver,
  { arms }: Experiment,
): Promise<ReadonlyMap<string, ArmRecord>> {
  // The receivers stamp what they store with the real clock.
  const wallMs = Date.now();
  const records = await Promise.all(
    arms.map(async (arm): Promise<readonly [string, ArmRecord]> => {
      const exchanges = await deliver(receiver, arm);
      return [arm.name, { arm, exchanges, states: observe(receiver, arm), wallMs }];
    }),
  );
  return new Map(records);
}

async function deliver(receiver: MemoryReceiver, arm: Arm): Promise<readonly Exchange[]> {
  const kept = {};
  const exchanges: Exchange[] = [];
  for (const [wave, sends] of arm.waves.entries()) {
    const exchange = async (send: Send): Promise<Exchange> => {
      const connection = send.request.connection === 'fresh' ? {} : kept;
      const answer = await inTime(receiver.take(send.request, connection));
      return { send, wave, startedMs: 0, endedMs: 1, result: resultOf(answer) };
    };
    exchanges.push(...(await Promise.all(sends.map(exchange))));
  }
  return exchanges;
}

/** What comes before patience ends; undefined where nothing does. */
async function inTime<T>(answer: Promise<T>): Promise<T | undefined> {
  let settled: { readonly value: T } | undefined;
  const settling = answer.then((value) => (settled = { value }));
  const startedMs = performance.now();
  for (
    let turn = 0;
    settled === undefined && (turn < patienceTurns || performance.now() - startedMs < patienceMs);
    turn += 1
  ) {
    await Promise.race([settling, nextTurn()]);
  }
  return settled?.value;
}

function resultOf(answer: ShellAnswer | undefined): Exchange['result'] {
  return answer === undefined
    ? { fault: 'timeout', detail: 'no answer' }
    : {
        answer: {
          status: answer.status,
          headers: answer.headers ?? {},
          body: Buffer.from(answer.body ?? ''),
          truncated: false,
        },
      };
}

function observe(receiver: MemoryReceiver, arm: Arm): ReadonlyMap<string, Observed> {
  return new Map(
    subjectsOf(arm).map(({ key, roomId }): readonly [string, Observed] => {
      const { status, body = '' } = receiver.look(roomId);
      return [key, status === 404 ? { kind: 'absent' } : { kind: 'value', value: parseJson(body) }];
    }),
  );
}
