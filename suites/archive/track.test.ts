import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trackBySerial, trackByTime } from './track.ts';

describe('trackByTime', () => {
  it('shows gaps and overlaps between files, from the first start on', () => {
    const track = trackByTime('R1', [
      { label: 'b', startSeconds: 1_000_100, seconds: 50 },
      { label: 'a', startSeconds: 1_000_000, seconds: 60 },
      { label: 'c', startSeconds: 1_000_140, seconds: 10, wrong: true },
    ]);
    expect(track).toEqual({
      name: 'R1',
      parts: [
        { kind: 'file', label: 'a', startSeconds: 0, endSeconds: 60 },
        { kind: 'gap', label: '40 s', startSeconds: 60, endSeconds: 100 },
        { kind: 'file', label: 'b', startSeconds: 100, endSeconds: 150 },
        { kind: 'overlap', label: '10 s', startSeconds: 140, endSeconds: 150 },
        { kind: 'wrong', label: 'c, 10 s', startSeconds: 140, endSeconds: 150 },
      ],
    });
  });

  it('takes what is shorter than clocks can tell for neither', () => {
    const track = trackByTime('R1', [
      { label: 'a', startSeconds: 0, seconds: 58.4 },
      { label: 'b', startSeconds: 60, seconds: 61 },
      { label: 'c', startSeconds: 120, seconds: 1 },
    ]);
    expect(track.parts.map(({ kind }) => kind)).toEqual(['file', 'file', 'file']);
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
            wrong: serial === wrongAt,
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
