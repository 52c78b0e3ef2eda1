import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { missingOf, trackBySerial, trackByTime, type TimedFile } from './track.ts';

describe('trackByTime', () => {
  it('shows overlaps, and the gaps that should not be there, from the first start on', () => {
    const track = trackByTime({
      name: 'R1',
      files: [
        { label: 'b', startSeconds: 1_000_100, seconds: 50, mark: { followsGap: true } },
        { label: 'a', startSeconds: 1_000_000, seconds: 60 },
        { label: 'c', startSeconds: 1_000_140, seconds: 10, mark: { kind: 'wrong' } },
        { label: 'd', startSeconds: 1_000_300, seconds: 10 },
      ],
    });
    expect(track).toEqual({
      name: 'R1',
      beginsAtMs: 1_000_000_000,
      parts: [
        { kind: 'file', label: 'a', startSeconds: 0, endSeconds: 60 },
        { kind: 'gap', label: '40 s', startSeconds: 60, endSeconds: 100 },
        { kind: 'file', label: 'b', startSeconds: 100, endSeconds: 150 },
        { kind: 'overlap', label: '10 s', startSeconds: 140, endSeconds: 150 },
        { kind: 'wrong', label: 'c, 10 s', startSeconds: 140, endSeconds: 150 },
        { kind: 'file', label: 'd', startSeconds: 300, endSeconds: 310 },
      ],
    });
  });

  it('takes what is shorter than clocks can tell for neither', () => {
    const mark = { followsGap: true };
    const files = [
      { label: 'a', startSeconds: 0, seconds: 58.4 },
      { label: 'b', startSeconds: 60, seconds: 61, mark },
      { label: 'c', startSeconds: 120, seconds: 1, mark },
    ];
    const kinds = (slackSeconds?: number): readonly string[] =>
      trackByTime(
        { name: 'R1', files },
        slackSeconds === undefined ? {} : { slackSeconds },
      ).parts.map(({ kind }) => kind);
    expect(kinds()).toEqual(['file', 'file', 'file']);
    expect(kinds(1.5)).toEqual(['file', 'gap', 'file', 'file']);
    expect(kinds(0.5)).toEqual(['file', 'gap', 'file', 'overlap', 'file']);
  });

  it('draws what it is held against on the same clock, however early that is', () => {
    const { parts, beginsAtMs, against } = trackByTime(
      { name: 'R1', files: [{ label: 'a', startSeconds: 500, seconds: 10 }] },
      { against: { name: 'told', files: [{ label: 'b', startSeconds: 400, seconds: 20 }] } },
    );
    expect(beginsAtMs).toBe(400_000);
    expect(parts).toEqual([{ kind: 'file', label: 'a', startSeconds: 100, endSeconds: 110 }]);
    expect(against).toEqual({
      name: 'told',
      parts: [{ kind: 'file', label: 'b', startSeconds: 0, endSeconds: 20 }],
    });
  });

  it('stays small: of a long recording what is meant and what it is held against are shown', () => {
    const files = Array.from({ length: 500 }, (_, at) => ({
      label: String(at),
      startSeconds: 10 * at,
      seconds: 10,
      ...(at === 300 ? { mark: { isFocus: true, note: 'here' } } : {}),
    }));
    const track = trackByTime({ name: 'R1', files }, { against: { name: 'other', files } });
    expect(track.parts).toHaveLength(40);
    expect(track.parts.map(({ label }) => label)).toContain('300, here');
    expect(track.parts[0]?.startSeconds).toBe(2800);
    expect(track.against?.parts.map(({ startSeconds }) => startSeconds)).toEqual(
      track.parts.map(({ startSeconds }) => startSeconds),
    );
  });
});

describe('missingOf', () => {
  const file = (startSeconds: number, seconds: number): TimedFile => ({
    label: '',
    startSeconds,
    seconds,
  });
  const missing = (files: readonly TimedFile[], reference: readonly TimedFile[]): unknown =>
    missingOf(files, reference).map(({ startSeconds, seconds, mark }) => [
      startSeconds,
      seconds,
      mark?.kind,
    ]);

  it('is what the other has before, between and behind', () => {
    expect(missing([file(20, 10), file(50, 10)], [file(0, 100)])).toEqual([
      [0, 20, 'missing'],
      [30, 20, 'missing'],
      [60, 40, 'missing'],
    ]);
  });

  it('is one stretch over files of the other that follow each other', () => {
    expect(missing([], [file(0, 60), file(60, 60), file(200, 10)])).toEqual([
      [0, 120, 'missing'],
      [200, 10, 'missing'],
    ]);
  });

  it('is nothing where both have the same, or a little less', () => {
    expect(missing([file(3, 60)], [file(0, 65)])).toEqual([]);
  });
});

describe('trackBySerial', () => {
  it('leaves room for what is missing, also at the start', () => {
    const track = trackBySerial(
      'R1',
      [
        { label: '4', serial: 4, seconds: 5 },
        { label: '1', serial: 1, seconds: 10 },
      ],
      0,
    );
    expect(track.parts).toEqual([
      { kind: 'missing', label: '0', startSeconds: 0, endSeconds: 10 },
      { kind: 'file', label: '1', startSeconds: 10, endSeconds: 20 },
      { kind: 'missing', label: '2–3', startSeconds: 20, endSeconds: 30 },
      { kind: 'file', label: '4', startSeconds: 30, endSeconds: 35 },
    ]);
  });

  it('stays small and shows what is wrong, wherever it is', () => {
    const file = fc.record({ seconds: fc.integer({ min: 0, max: 7200 }) });
    fc.assert(
      fc.property(fc.array(file, { minLength: 1, maxLength: 300 }), fc.nat(), (files, pick) => {
        const wrongAt = pick % files.length;
        const { parts } = trackBySerial(
          'R1',
          files.map(({ seconds }, serial) => ({
            label: String(serial),
            serial,
            seconds,
            mark: serial === wrongAt ? { kind: 'wrong' } : undefined,
          })),
          0,
        );
        expect(parts.length).toBe(Math.min(40, files.length));
        expect(parts.filter(({ kind }) => kind === 'wrong')).toHaveLength(1);
        expect(parts.every(({ startSeconds, endSeconds }) => endSeconds >= startSeconds)).toBe(
          true,
        );
      }),
    );
  });

  it('is empty for no files', () => {
    expect(trackBySerial('R1', [], 0)).toEqual({ name: 'R1', parts: [] });
  });
});
