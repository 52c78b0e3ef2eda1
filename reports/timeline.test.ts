import { describe, expect, it } from 'vitest';
import { zh } from './language/zh.ts';
import { sampleCounterexample, sampleStep } from './sample-checks.test-data.ts';
import { marksOf, placeOf, timelineOf } from './timeline.ts';

const { story: _, ...untold } = sampleCounterexample;

describe('timelineOf', () => {
  const { deliveries } = timelineOf(sampleCounterexample);

  it('shows what was never sent by its name, where the story is known', () => {
    const { truth } = timelineOf(sampleCounterexample);
    expect(truth.map(({ label, sent }) => [label, sent])).toEqual([
      ['F1 started', true],
      ['F2 started', true],
      ['F2 completed', false],
      ['F1 uploaded', true],
    ]);
  });

  it('shows at least the place from which nothing was sent', () => {
    const { truth } = timelineOf(untold);
    expect(truth.map(({ order, label, sent }) => [order, label, sent])).toEqual([
      [0, 'F1 started', true],
      [1, 'F2 started', true],
      [2, undefined, false],
      [3, 'F1 uploaded', true],
    ]);
  });

  it('does not take a forged callback for word of what happened', () => {
    const steps = [sampleStep({ order: 0 }), sampleStep({ wave: 1, order: 3, kind: 'forged' })];
    const timeline = timelineOf({ ...untold, steps });
    expect(timeline.truth.at(-1)).toMatchObject({ order: 3, sent: false });
    expect(timeline.deliveries.map(placeOf)).toEqual([0, undefined]);
  });

  it('says of each request what is odd about it', () => {
    expect(deliveries.map((delivery) => marksOf(delivery))).toEqual([
      [],
      ['out of order', 'concurrent'],
      ['duplicate', 'concurrent'],
      ['out of order'],
      ['re-send'],
      ['forged'],
    ]);
    expect(deliveries.map((delivery) => marksOf(delivery, zh).join())).toEqual([
      '',
      '乱序,并发',
      '重复,并发',
      '乱序',
      '重发',
      '伪造',
    ]);
  });

  it('takes requests of one wave for neither early nor late', () => {
    const steps = [sampleStep({ wave: 0, order: 1 }), sampleStep({ wave: 0, order: 0 })];
    const timeline = timelineOf({ ...untold, steps });
    expect(timeline.deliveries.map(({ late }) => late)).toEqual([false, false]);
    expect(timeline.deliveries.map(({ opensWave }) => opensWave)).toEqual([true, false]);
  });

  it('draws no endless gap', () => {
    const steps = [sampleStep({ order: 0 }), sampleStep({ wave: 1, order: 1_000_000 })];
    expect(timelineOf({ ...untold, steps }).truth).toHaveLength(14);
  });

  it('is empty for no steps', () => {
    expect(timelineOf({ ...untold, steps: [] })).toEqual({ truth: [], deliveries: [] });
  });
});
