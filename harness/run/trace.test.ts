import { describe, expect, test } from 'vitest';
import { armOf, experimentOf, fakeSession, say, valueOf, watching } from './fake-suite.test-kit.ts';
import { traceStates } from './trace.ts';

const arm = watching(armOf('hostile', [say('a')], [say('b'), say('c')], [say('d')]), 'room seven');
const experiment = experimentOf('directed:0', watching(armOf('in-order', [say('x')]), 'r'), arm);

describe('traceStates', () => {
  test('looks at the telling arm after each wave, and takes away what it laid', async () => {
    const seen: string[] = [];
    const session = fakeSession(
      (body) => {
        seen.push(body);
        return 200;
      },
      () => valueOf(JSON.stringify({ room: 'room seven', seen })),
    );
    const trace = await traceStates(session, experiment);
    expect(trace?.arm.name).toBe('hostile');
    expect(trace?.states.map(({ wave, state }) => [wave, state])).toEqual([
      [0, expect.stringContaining('"seen":["a"]')],
      [1, expect.stringContaining('"seen":["a","b","c"]')],
      [2, expect.stringContaining('"seen":["a","b","c","d"]')],
    ]);
    expect(trace?.states[0]?.state).toContain('⟦R1⟧');
    expect(session.sent).toEqual(['a', 'b', 'c', 'd']);
    expect(session.cleaned).toEqual(['hostile']);
  });

  test('leaves out looks that failed, and is nothing where all did', async () => {
    let looks = 0;
    const flaky = fakeSession(
      () => 200,
      () => (looks++ === 1 ? { kind: 'failed', detail: '500' } : valueOf('[]')),
    );
    expect((await traceStates(flaky, experiment))?.states.map(({ wave }) => wave)).toEqual([0, 2]);
    const blind = fakeSession(
      () => 200,
      () => ({ kind: 'failed', detail: '500' }),
    );
    expect(await traceStates(blind, experiment)).toBeNull();
  });

  test('sends nothing where nothing is observed, the plan is too long, or the target is gone', async () => {
    const unobserved = fakeSession();
    const observed = fakeSession(
      () => 200,
      () => valueOf('[]'),
    );
    const lost = fakeSession(
      () => 200,
      () => valueOf('[]'),
    );
    lost.giveUp('gone');
    const waves = Array.from({ length: 25 }, () => [say('a')]);
    const long = experimentOf('directed:0', watching(armOf('hostile', ...waves), 'r'));
    const unwatched = experimentOf('directed:0', armOf('hostile', [say('a')]));
    expect(await traceStates(unobserved, experiment)).toBeNull();
    expect(await traceStates(observed, long)).toBeNull();
    expect(await traceStates(observed, unwatched)).toBeNull();
    expect(await traceStates(lost, experiment)).toBeNull();
    expect([...unobserved.sent, ...observed.sent, ...lost.sent]).toEqual([]);
  });
});
