import { describe, expect, test } from 'vitest';
import { parseJson } from '#contracts/json.ts';
import type { Finding } from '#harness/check.ts';
import type { Exchange, Observed } from '#harness/observation.ts';
import type { RecordingMapping } from '#harness/state/recording-mapping.ts';
import { contextOf } from '../../stand.test-kit.ts';
import { recordingsMatchPrediction } from './prediction.ts';

const mapping: RecordingMapping = {
  recordings: '$.rows[*]',
  file: 'file',
  task: 'task',
  phase: 'phase',
  phases: { 1: 'started', 3: 'uploaded' },
};

/** The first experiment, one file from start to upload, answered and observed as said. */
function judged(
  row: (file: string, task: string) => unknown,
  statuses: readonly number[] = [200, 200, 200],
): readonly Finding[] {
  const context = contextOf(recordingsMatchPrediction, { mapping });
  const [arm] = recordingsMatchPrediction.experiments(context)[0]?.arms ?? [];
  if (arm === undefined) {
    throw new Error('the check has no experiment');
  }
  const named = (wanted: string): string =>
    arm.names.find(({ symbol }) => symbol === wanted)?.value ?? '';
  const exchanges = arm.waves.flat().map((send, wave): Exchange => {
    const answer = { headers: {}, body: new Uint8Array(), truncated: false };
    const status = statuses[wave] ?? 200;
    return { send, wave, startedMs: 0, endedMs: 1, result: { answer: { ...answer, status } } };
  });
  const rows = row(named('F1'), named('T1'));
  const state: Observed =
    rows === undefined
      ? { kind: 'absent' }
      : { kind: 'value', value: parseJson(JSON.stringify({ rows })) };
  const states = new Map(arm.subjects.map(({ key }) => [key, state]));
  const record = { arm, exchanges, states, wallMs: context.nowMs };
  return recordingsMatchPrediction.evaluate({ arms: new Map([[arm.name, record]]) });
}

describe('mapped recordings', () => {
  test('that are what was reported are well', () => {
    expect(judged((file, task) => [{ file, task, phase: 'uploaded' }])).toEqual([]);
  });

  test('are in the highest phase that was accepted, not that was sent', () => {
    const answers = [200, 503, 401];
    expect(judged((file, task) => [{ file, task, phase: 'started' }], answers)).toEqual([]);
    expect(judged((file, task) => [{ file, task, phase: 'uploaded' }], answers)).toEqual([
      { at: 'F1', code: 'phase-differs', expected: 'started', actual: 'uploaded' },
    ]);
  });

  test('have the number of their phase where the configuration has no word for it', () => {
    expect(judged((file, task) => [{ file, task, phase: 2 }], [200, 200, 500])).toEqual([]);
  });

  test.each([
    ['missing in an empty state', () => []],
    ['missing in a room that is not known', () => undefined],
  ])('are %s', (_, row) => {
    expect(judged(row)).toEqual([
      {
        at: 'F1',
        code: 'recording-missing',
        expected: expect.stringMatching(/_audio\.mp3$/u) as string,
        actual: 'no such recording',
      },
    ]);
  });

  test('are not expected where no callback was accepted', () => {
    expect(judged(() => undefined, [401, 401, 401])).toEqual([]);
  });

  test('of another task are told', () => {
    expect(judged((file) => [{ file, task: '7', phase: 'uploaded' }])).toEqual([
      {
        at: 'F1',
        code: 'task-differs',
        expected: expect.stringMatching(/^\d+$/u) as string,
        actual: '7',
      },
    ]);
  });

  test('that nobody reported are told, and so are unreadable ones', () => {
    const rows = (file: string, task: string): unknown => [
      { file, task, phase: 'uploaded' },
      { file: 'other.mp3' },
      { task },
    ];
    expect(judged(rows)).toEqual([
      {
        at: '$.rows[*]',
        code: 'mapping-unreadable',
        expected: 'recordings with the mapped fields',
        actual: 'a recording has no text at file',
      },
      {
        at: '$.rows[*]',
        code: 'recording-unexpected',
        expected: 'only files that were reported',
        actual: 'other.mp3',
      },
    ]);
  });
});

test('without a mapping there is nothing to compare', () => {
  expect(recordingsMatchPrediction.notApplicable?.(contextOf(recordingsMatchPrediction))).toBe(
    'the configuration maps no recordings',
  );
  expect(
    recordingsMatchPrediction.notApplicable?.(contextOf(recordingsMatchPrediction, { mapping })),
  ).toBeNull();
});
