import { describe, expect, it } from 'vitest';
import { sampleCounterexample, sampleStep } from './sample-checks.test-data.ts';
import { marksOf, timelineOf } from './timeline.ts';

describe('timelineOf', () => {
  const { truth, deliveries } = timelineOf(sampleCounterexample);

  it('puts what happened in true order and shows the place from which nothing was sent', () => {
    expect(truth).toEqual([
      { order: 0, label: 'F1 started' },
      { order: 1, label: 'F2 started' },
      { order: 2, label: undefined },
      { order: 3, label: 'F1 uploaded' },
    ]);
  });

  it('says of each request what is odd about it', () => {
    expect(deliveries.map(marksOf)).toEqual([
      [],
      ['out of order', 'concurrent'],
      ['duplicate', 'concurrent'],
      ['out of order'],
      ['re-send'],
      ['forged'],
    ]);
  });

  it('takes requests of one wave for neither early nor late', () => {
    const steps = [sampleStep({ wave: 0, order: 1 }), sampleStep({ wave: 0, order: 0 })];
    const timeline = timelineOf({ ...sampleCounterexample, steps });
    expect(timeline.deliveries.map(({ late }) => late)).toEqual([false, false]);
    expect(timeline.deliveries.map(({ opensWave }) => opensWave)).toEqual([true, false]);
  });

  it('draws no endless gap', () => {
    const steps = [sampleStep({ order: 0 }), sampleStep({ wave: 1, order: 1_000_000 })];
    expect(timelineOf({ ...sampleCounterexample, steps }).truth).toHaveLength(14);
  });

  it('is empty for no steps', () => {
    expect(timelineOf({ ...sampleCounterexample, steps: [] })).toEqual({
      truth: [],
      deliveries: [],
    });
  });
});
