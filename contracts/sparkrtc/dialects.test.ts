import { describe, expect, it } from 'vitest';
import { clauses } from './clauses.ts';
import { sparkrtc } from './contract.ts';
import { dialects, resolveReading } from './dialects.ts';
import { defaultReading } from './reading.ts';

describe('resolveReading', () => {
  it('without names is the default reading', () => {
    expect(resolveReading([])).toEqual(defaultReading);
  });

  it.each(dialects.map(({ name }) => name))('%s changes exactly one thing', (name) => {
    const reading = resolveReading([name]);
    const keys = Object.keys(defaultReading) as (keyof typeof defaultReading)[];
    expect(keys.filter((key) => reading[key] !== defaultReading[key])).toHaveLength(1);
  });

  it('joins names in any order, and a name twice counts once', () => {
    const names = ['spark-name-utc8', 'spark-two-events', 'spark-name-utc8'];
    expect(resolveReading(names)).toEqual(resolveReading([...names].reverse()));
    expect(resolveReading(names)).toMatchObject({ jobOverEvent: 'none', nameZoneHours: 8 });
  });

  it('names near matches of an unknown dialect', () => {
    expect(() => resolveReading(['spark-name-utc'])).toThrow('Did you mean spark-name-utc8?');
  });

  it('refuses dialects that contradict each other', () => {
    expect(() => resolveReading(['spark-cloud-record-over', 'spark-two-events'])).toThrow(
      /contradict/u,
    );
  });
});

describe('dialects', () => {
  it('are the ones that the table of ambiguities names', () => {
    expect(dialects.map(({ name }) => name)).toEqual([
      'spark-cloud-record-over',
      'spark-two-events',
      'spark-format-lower',
      'spark-name-utc8',
      'spark-no-file-size',
      'spark-timestamp-ms',
      'spark-retry',
    ]);
  });

  it('each belong to a clause that says how it is read by default', () => {
    const readings = new Map(
      Object.values(clauses).map((clause) => [clause.id as string, 'reading' in clause]),
    );
    expect(dialects.filter(({ clause }) => readings.get(clause) !== true)).toEqual([]);
  });
});

describe('sparkrtc', () => {
  it('names its playlists and MP4 files, and its readings', () => {
    expect(sparkrtc).toMatchObject({
      service: 'sparkrtc',
      appIdName: 'app_id',
      dialects,
      recordingExtensions: ['.m3u8', '.mp4'],
    });
  });
});
