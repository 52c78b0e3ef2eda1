import { describe, expect, test } from 'vitest';
import { parseJson } from '#contracts/json.ts';
import type { SendMark, Subject } from '../experiment.ts';
import type { ArmRecord, Exchange, Observed } from '../observation.ts';
import { countedState, stateOfArm } from './arm-state.ts';
import { stateText } from './compare.ts';
import { names, nowMs } from './states.test-kit.ts';

const subjects: readonly Subject[] = ['R1/T1/U1', 'R1/T2/U1', 'R2/T1/U1'].map((key) => ({
  key,
  appId: '1',
  roomId: 'r',
  taskId: '1',
  userId: 'u',
}));

/** An answered request: which file and event it told (and how it is labelled), or by its label alone. */
function answered(told: string, status: number): Exchange {
  const [file = '', event] = told.replace(/ .*/u, '').split('/');
  const mark: SendMark | undefined =
    event === undefined ? undefined : { file, event, kind: 'original', order: 0 };
  return {
    send: {
      label: told,
      role: 'probe',
      request: { method: 'POST', headers: [], body: new Uint8Array() },
      ...(mark === undefined ? {} : { mark }),
    },
    wave: 0,
    startedMs: 0,
    endedMs: 1,
    result: { answer: { status, headers: {}, body: new Uint8Array(), truncated: false } },
  };
}

function record(
  exchanges: readonly Exchange[],
  states: readonly (readonly [string, Observed])[] = [],
): ArmRecord {
  return {
    arm: { name: 'in-order', waves: [], names, subjects },
    exchanges,
    states: new Map(states),
    wallMs: nowMs,
  };
}

describe('the state of an arm', () => {
  test('is its subjects side by side, identifiers as symbols', () => {
    const looked = record(
      [],
      [
        ['R1/T1/U1', { kind: 'value', value: parseJson('{"task":446946705284175911}') }],
        ['R1/T2/U1', { kind: 'absent' }],
      ],
    );

    expect(stateOfArm(looked).kind).toBe('object');
    expect(stateText(stateOfArm(looked))).toBe(
      '{"R1/T1/U1":{"task":⟦T1⟧},"R1/T2/U1":⟦absent⟧,"R2/T1/U1":⟦absent⟧}',
    );
  });
});

describe('callbacks are counted', () => {
  test.each([
    ['none', [], 0, 0],
    ['three that are different', ['F1/1', 'F1/2', 'F2/1'], 3, 0],
    ['one told twice and one three times', ['F1/1', 'F1/1', 'F1/2', 'F1/2', 'F1/2'], 5, 3],
    ['one told again under another label', ['F1/1', 'F1/1 again'], 2, 1],
    ['unmarked ones by their labels', ['control', 'control', 'probe'], 3, 1],
  ])('%s', (_, told, accepted, repeated) => {
    const counted = countedState(record(told.map((one) => answered(one, 200))));

    expect(counted).toMatchObject({ accepted, repeated });
  });

  test('only where they were accepted', () => {
    const counted = countedState(
      record([answered('F1/1', 503), answered('F1/1', 204), answered('F2/1', 401)]),
    );

    expect(counted).toMatchObject({ accepted: 1, repeated: 0 });
  });
});
