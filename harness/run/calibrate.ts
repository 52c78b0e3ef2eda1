import { setTimeout as sleep } from 'node:timers/promises';
import { SoundcheckError } from '../errors.ts';
import type { Arm } from '../experiment.ts';
import { createRedactor, type Redactor } from '../redact.ts';
import { absentLeaf, type Symbolic } from '../state/symbolic.ts';
import type { Mask } from '../state/place.ts';
import { restlessPaths, wordsOfNoRoom } from '../state/restless.ts';
import { learnMask } from '../state/volatility.ts';
import type { Suite, SuiteContext } from '../suite.ts';
import { fingerprint, symbolicStates } from './fingerprint.ts';
import type { TargetSession } from './session.ts';

const calibrationMsMax = 10_000;
const pollMs = 25;
const restMsMin = 150;

/**
 * Delivers one recording and watches the state until it has changed and come to rest. What differs between two looks
 * in a row is taken for volatile, so a state that is never the same twice comes to rest, too. Teaches the session how long
 * the target takes and which words vary by themselves.
 * @returns milliseconds until the last change; null where none was seen.
 * @throws SoundcheckError OBSERVATION where the observation does not work at all.
 */
export async function calibrate(
  session: TargetSession,
  suite: Suite,
  context: SuiteContext,
): Promise<number | null> {
  const arm = suite.calibration(context);
  const redactor = createRedactor([context.secretKey]);
  const wallMs = Date.now();
  const looks = [{ atMs: 0, states: await look(session, arm, wallMs, redactor) }];
  await session.deliver(arm);
  const deliveredMs = session.now();
  for (;;) {
    const states = await look(session, arm, wallMs, redactor);
    const elapsedMs = session.now() - deliveredMs;
    looks.push({ atMs: elapsedMs, states });
    const mask = volatileIn(looks.slice(-2).map((one) => one.states));
    // A room that is not known yet has no words that could come again.
    const known = looks.filter((one) => !one.states.includes(absentLeaf));
    const restless = restlessIn(known.map((one) => one.states));
    const changedMs = lastChangeMs(looks, {
      ...mask,
      leaves: new Set([...mask.leaves, ...restless]),
    });
    const atRest = changedMs !== null && elapsedMs > 2 * changedMs + restMsMin;
    if (atRest || elapsedMs > calibrationMsMax || session.lost !== null) {
      session.settling.learn(changedMs ?? 0);
      const begun = suite.calibration({ ...context, nonce: `${context.nonce}begun` });
      session.restless = await restlessAtRest(session, arm, begun, wallMs, redactor);
      return changedMs;
    }
    await sleep(changedMs === null ? Math.min(400, pollMs + elapsedMs / 10) : pollMs);
  }
}

interface Look {
  readonly atMs: number;
  readonly states: readonly Symbolic[];
}

function volatileIn(looks: readonly (readonly Symbolic[])[]): Mask {
  const [first = []] = looks;
  const masks = first.map((_, subject) =>
    learnMask(looks.map((states) => states[subject] ?? absentLeaf)),
  );
  return {
    leaves: new Set(masks.flatMap(({ leaves }) => [...leaves])),
    keys: new Set(masks.flatMap(({ keys }) => [...keys])),
  };
}

/** Looks at a state at rest, a few side by side: each connection may lead to another replica. */
const restLooks = { rounds: 3, roundsMax: 12, atOnce: 4 };

/**
 * What varies by itself though nothing is sent.
 * @param begun A second room, which is only told the first news where something was found: its words must be the same.
 */
async function restlessAtRest(
  session: TargetSession,
  arm: Arm,
  begun: Arm,
  wallMs: number,
  redactor: Redactor,
): Promise<ReadonlySet<string>> {
  const looks = await looksAtRest(session, arm, wallMs, redactor);
  const restless = restlessIn(looks);
  if (restless.size === 0 || session.lost !== null) {
    return restless;
  }
  await session.deliver({ ...begun, waves: begun.waves.slice(0, 1) });
  await sleep(session.settling.quietMs());
  const others = await looksAtRest(session, begun, wallMs, redactor);
  return wordsOfNoRoom(restless, looks.flat(), others.flat());
}

async function looksAtRest(
  session: TargetSession,
  arm: Arm,
  wallMs: number,
  redactor: Redactor,
): Promise<readonly (readonly Symbolic[])[]> {
  const looks: (readonly Symbolic[])[] = [];
  for (let round = 0; round < restLooks.roundsMax && session.lost === null; round += 1) {
    if (round >= restLooks.rounds && areAlike(looks)) {
      break;
    }
    const sideBySide = Array.from({ length: restLooks.atOnce }, () =>
      look(session, arm, wallMs, redactor),
    );
    looks.push(...(await Promise.all(sideBySide)));
  }
  return looks;
}

/** Whether nothing differs but what is known to vary by itself; if something does, it may still come again. */
function areAlike(looks: readonly (readonly Symbolic[])[]): boolean {
  const mask = { leaves: restlessIn(looks), keys: new Set<string>() };
  return new Set(looks.map((states) => fingerprint(states, mask))).size <= 1;
}

/** What varies by itself in the state of any subject. */
function restlessIn(looks: readonly (readonly Symbolic[])[]): ReadonlySet<string> {
  const [first = []] = looks;
  return new Set(
    first.flatMap((_, subject) => [
      ...restlessPaths(looks.map((states) => states[subject] ?? absentLeaf)),
    ]),
  );
}

function lastChangeMs(looks: readonly Look[], mask: Mask): number | null {
  const texts = looks.map(({ states }) => fingerprint(states, mask));
  const last = texts.findLastIndex((text, index) => index > 0 && text !== texts[index - 1]);
  return looks[last]?.atMs ?? null;
}

/** @throws SoundcheckError OBSERVATION where the observation does not work at all. */
async function look(
  session: TargetSession,
  arm: Arm,
  wallMs: number,
  redactor: Redactor,
): Promise<readonly Symbolic[]> {
  const states = await session.observe(arm);
  const failed = [...states.values()].find((observed) => observed.kind === 'failed');
  if (failed !== undefined) {
    throw new SoundcheckError(
      'OBSERVATION',
      // A command's complaint may hold anything.
      `the state cannot be observed: ${redactor.text(failed.detail)}`,
      `${/ 40[13]$/u.test(failed.detail) ? 'What it asks for (a token, say) goes into observeHeaders of the configuration file. ' : ''}The observation must answer 200 with JSON for a known room and 404 (or an empty answer) for an unknown one; open it for a room of yours and compare.`,
    );
  }
  return symbolicStates(arm, states, wallMs);
}
