import { describe, expect, test } from 'vitest';
import type { ActiveCheck } from '../check.ts';
import type { CheckResult } from '../result.ts';
import {
  armOf,
  checkRunOf,
  experimentOf,
  fakeCheck,
  fakeSession,
  say,
  type Behaviour,
} from './fake-suite.test-kit.ts';
import { decodeReplayToken, encodeReplayToken, tokenIn } from './replay-token.ts';
import { runCheckWithSaved, type SavedOutcome } from './saved-cases.ts';

/** Two directed cases, and generated ones that say `random SEED/PATH`. */
const check: ActiveCheck = fakeCheck('x', {
  experiments: () =>
    ['first', 'second'].map((word, place) =>
      experimentOf(`directed:${String(place)}`, armOf('probe', [say(word)])),
    ),
  property: ({ seed }) => ({
    at: (path) =>
      experimentOf(`random:${path}`, armOf('probe', [say(`random ${String(seed)}/${path}`)])),
    shrink: async (path) => path,
  }),
});

function tokenOf(
  key: string,
  parts: { seed?: number; dialects?: string[]; scope?: 'both' | 'mixed'; id?: string } = {},
): string {
  const { seed = 1, dialects = [], scope = 'both', id = check.id } = parts;
  return encodeReplayToken({ service: 'gme', check: id, key, seed, dialects, scope });
}

async function play(
  tokens: readonly string[],
  behaviour: Behaviour,
  one: ActiveCheck = check,
): Promise<{
  readonly result: CheckResult;
  readonly sent: readonly string[];
  readonly tried: readonly (readonly [string, SavedOutcome])[];
}> {
  const session = fakeSession(behaviour);
  const tried: [string, SavedOutcome][] = [];
  const onTried = (token: string, outcome: SavedOutcome): void => {
    tried.push([decodeReplayToken(token).key, outcome]);
  };
  const result = await runCheckWithSaved(one, checkRunOf(session, { runs: 2 }), {
    tokens,
    onTried,
  });
  return { result, sent: session.sent, tried };
}

const accepts: Behaviour = () => 204;
const refuses =
  (...words: readonly string[]): Behaviour =>
  (body) =>
    words.includes(body) ? 400 : 204;

describe('saved cases', () => {
  test('come first, though the seed of the run would not choose them', async () => {
    const { result, sent, tried } = await play([tokenOf('random:9', { seed: 7 })], accepts);
    expect(sent).toEqual(['random 7/9', 'first', 'second', 'random 1/0', 'random 1/1']);
    expect(tried).toEqual([['random:9', 'clean']]);
    expect(result).toMatchObject({ verdict: 'met', requests: 5 });
    expect(result.evidence).toEqual([
      '4 experiments',
      '1 saved case of earlier runs tried first, none failed',
    ]);
  });

  test('that fail again make the check fail, with a token of their own seed', async () => {
    const { result, tried } = await play([tokenOf('random:9', { seed: 7 })], refuses('random 7/9'));
    expect(tried).toEqual([['random:9', 'failed']]);
    expect(result).toMatchObject({ verdict: 'not-met', stability: { kind: 'stable', of: 3 } });
    expect(decodeReplayToken(tokenIn(result.replay ?? '') ?? '')).toMatchObject({
      key: 'random:9',
      seed: 7,
    });
    expect(result.findings).toHaveLength(1);
  });

  test('that the check tries anyway are not tried twice, and their outcome is known where it can be', async () => {
    const tokens = [tokenOf('directed:1'), tokenOf('random:0'), tokenOf('directed:0')];
    const clean = await play(tokens, accepts);
    expect(clean.sent).toHaveLength(4);
    expect(clean.result.evidence).toEqual(['4 experiments']);
    expect(clean.tried.map(([, outcome]) => outcome)).toEqual(['clean', 'clean', 'clean']);
    const failing = await play(tokens, refuses('second'));
    expect(failing.tried).toEqual([
      ['directed:1', 'failed'],
      ['random:0', 'silent'],
      ['directed:0', 'silent'],
    ]);
  });

  test('of a check that cannot even build its experiments are a fault of ours', async () => {
    const broken: ActiveCheck = {
      ...check,
      experiments: () => {
        throw new Error('no story');
      },
    };
    const { result } = await play([tokenOf('directed:1', { seed: 2 })], accepts, broken);
    expect(result).toMatchObject({ verdict: 'harness-error', fault: 'Error: no story' });
  });

  test('hide nothing that the check finds by itself, whose result stays the one that is told', async () => {
    const alone = await play([], refuses('second'));
    const { result } = await play(
      [tokenOf('random:9', { seed: 7 })],
      refuses('random 7/9', 'second'),
    );
    expect(result.counterexample).toEqual(alone.result.counterexample);
    expect(result.replay).toBe(alone.result.replay);
    expect(result.findings.map(({ at }) => at)).toEqual(['probe: second', 'probe: random 7/9']);
  });

  test('change nothing where there are none', async () => {
    const { result } = await play([], accepts);
    expect(result.evidence).toEqual(['4 experiments']);
  });

  test('of another check, dialect or scope are not tried', async () => {
    const { sent, tried } = await play(
      [
        tokenOf('random:9', { id: 'gme/test/other' }),
        tokenOf('random:9', { dialects: ['gme-sig-hex'] }),
        tokenOf('random:9', { scope: 'mixed' }),
      ],
      accepts,
    );
    expect(tried).toEqual([]);
    expect(sent).toHaveLength(4);
  });

  test('that this version does not have are gone, and the check is judged as ever', async () => {
    const { result, tried } = await play([tokenOf('directed:99')], accepts);
    expect(tried).toEqual([['directed:99', 'gone']]);
    expect(result.verdict).toBe('met');
  });

  test('that say nothing decide nothing', async () => {
    const controlled = fakeCheck('x', {
      experiments: () => [
        experimentOf('directed:0', armOf('probe', [say('control')], [say('never')])),
      ],
    });
    const { result, tried } = await play(
      [tokenOf('directed:0', { seed: 2 })],
      (body) => (body === 'control' ? 503 : 204),
      controlled,
    );
    expect(tried).toEqual([['directed:0', 'silent']]);
    expect(result.verdict).toBe('untestable');
  });

  test('are tried up to a bound', async () => {
    const tokens = Array.from({ length: 9 }, (_, place) =>
      tokenOf(`random:${String(place)}`, { seed: 2 }),
    );
    expect((await play(tokens, accepts)).tried).toHaveLength(5);
  });

  test('of a disturbing check that fail end it', async () => {
    const disturbing: ActiveCheck = { ...check, disturbs: true };
    const token = tokenOf('directed:1', { seed: 2 });
    const { result, sent } = await play([token], refuses('second'), disturbing);
    expect(new Set(sent)).toEqual(new Set(['second']));
    expect(result).toMatchObject({ verdict: 'not-met', requests: 1 });
  });

  test('of a check that does not apply leave it so', async () => {
    const inapplicable: ActiveCheck = { ...check, notApplicable: () => 'not declared' };
    const { result, tried } = await play(
      [tokenOf('directed:1', { seed: 2 })],
      accepts,
      inapplicable,
    );
    expect(result.verdict).toBe('not-applicable');
    expect(tried).toEqual([['directed:1', 'silent']]);
  });
});
