import { describe, expect, test } from 'vitest';
import type { RecordingMapping } from '#harness/state/recording-mapping.ts';
import type { ArmRecord } from '#harness/observation.ts';
import { armsOf } from './arm-records.test-kit.ts';
import { expectRecordings, type PredictedRecording } from './recordings.ts';

const mapping: RecordingMapping = {
  recordings: '$[*]',
  file: 'file',
  task: 'task',
  phase: 'phase',
};

function recordOf(state: string | null, mapped: RecordingMapping = mapping): ArmRecord {
  const [record] = armsOf({ name: 'delivered', state }).arms.values();
  if (record === undefined) {
    throw new Error('there is one arm');
  }
  return { ...record, arm: { ...record.arm, mapping: mapped } };
}

const playlist: PredictedRecording = {
  symbol: 'F1',
  names: ['a.m3u8', 'T/a.m3u8'],
  task: 'T',
  phase: '304',
  kind: 'playlist',
};
const mp4: PredictedRecording = { ...playlist, names: ['a.mp4'], phase: null, kind: 'mp4' };
const other: PredictedRecording = { ...playlist, symbol: 'F2', names: ['b.m3u8'] };

function codes(state: string | null, ...predicted: readonly PredictedRecording[]) {
  return expectRecordings(recordOf(state), predicted).map(({ code }) => code);
}

const listed = '{"file":"a.m3u8","task":"T","phase":"304"}';

describe('mapped recordings', () => {
  test.each<[string, string, readonly PredictedRecording[], readonly string[]]>([
    ['are those that were reported', `[${listed}]`, [playlist], []],
    ['may go by their key', `[${listed.replace('a.m3u8', 'T/a.m3u8')}]`, [playlist], []],
    ['may leave a whole kind out', `[${listed}]`, [playlist, mp4], []],
    ['leave none of a kind out', `[${listed}]`, [playlist, other], ['recording-missing']],
    ['are not all left out', '[]', [playlist, mp4], ['recording-missing', 'recording-missing']],
    [
      'hold what must be listed in any case',
      `[${listed}]`,
      [playlist, { ...mp4, kind: null }],
      ['recording-missing'],
    ],
    [
      'hold nothing else',
      `[${listed},{"file":"c.mp4","task":"T"}]`,
      [playlist],
      ['recording-unexpected'],
    ],
    ['have their task', `[${listed.replace('"T"', '"U"')}]`, [playlist], ['task-differs']],
    ['have their phase', `[${listed.replace('304', '307')}]`, [playlist], ['phase-differs']],
    [
      'have any phase where nothing is known',
      `[${listed.replace('304', '307')}]`,
      [{ ...playlist, phase: null }],
      [],
    ],
    ['have a file', '[{"task":"T"}]', [], ['mapping-unreadable']],
  ])('%s', (_, state, predicted, expected) => {
    expect(codes(state, ...predicted)).toEqual(expected);
  });

  test('an unknown room lists nothing', () => {
    expect(codes(null, playlist)).toEqual(['recording-missing']);
    expect(codes(null)).toEqual([]);
  });

  test('without a mapping there is nothing to compare', () => {
    const [record] = armsOf({ name: 'delivered', state: '[]' }).arms.values();
    expect(record && expectRecordings(record, [playlist])).toEqual([]);
  });
});
