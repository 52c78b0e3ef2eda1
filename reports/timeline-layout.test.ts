import { describe, expect, it } from 'vitest';
import { sampleCounterexample, sampleStep } from './sample-checks.test-data.ts';
import { timelineOf } from './timeline.ts';
import { layOut } from './timeline-layout.ts';

const layout = layOut(timelineOf(sampleCounterexample), { withStates: true });

describe('layOut', () => {
  it('gives each file a lane and names only what differs from the lane above', () => {
    expect(layout.lanes.map(({ names }) => names)).toEqual([
      ['R1', 'T1', 'U1', 'F1'],
      ['', '', 'U2', 'F2'],
    ]);
    expect(layout.lanes.map(({ opensRoom }) => opensRoom)).toEqual([false, false]);
  });

  it('draws a bar from where a recording began to where it ended, open where nothing tells of its end', () => {
    const [first, second] = layout.lanes;
    const x = layout.events.map((mark) => mark.x);
    expect(first?.bar).toMatchObject({ x1: x[0], open: true });
    expect(second?.bar).toEqual({ x1: x[1], x2: x[2], open: false });
  });

  it('joins each event with each request that tells of it, and nothing with a forged one', () => {
    const xOf = (index: number): number => layout.deliveries[index]?.x ?? 0;
    expect(layout.curves.map(({ x1, x2 }) => [x1, x2])).toEqual([
      [layout.events[3]?.x, xOf(0)],
      [layout.events[0]?.x, xOf(1)],
      [layout.events[0]?.x, xOf(2)],
      [layout.events[1]?.x, xOf(3)],
      [layout.events[3]?.x, xOf(4)],
    ]);
    expect(layout.deliveries.map(({ number }) => number)).toEqual([4, 1, 1, 2, 4, undefined]);
  });

  it('lets what was never sent end in nothing, and binds what went out at once', () => {
    expect(layout.drops.map(({ x }) => x)).toEqual([layout.events[2]?.x]);
    expect(layout.waves).toEqual([{ x1: layout.deliveries[1]?.x, x2: layout.deliveries[2]?.x }]);
    expect(layout.waveX.get(1)).toBe(
      ((layout.deliveries[1]?.x ?? 0) + (layout.deliveries[2]?.x ?? 0)) / 2,
    );
  });

  it('keeps everything inside the drawing, however long the plan', () => {
    const steps = Array.from({ length: 60 }, (_, wave) => sampleStep({ wave, order: 59 - wave }));
    const { story: _, ...untold } = sampleCounterexample;
    const long = layOut(timelineOf({ ...untold, steps }), { withStates: false });
    const xs = [...long.events, ...long.deliveries].map(({ x }) => x);
    expect(Math.max(...xs)).toBeLessThan(long.width - 11);
    expect(Math.min(...xs)).toBeGreaterThan(100);
    expect(long.answerY).toBeLessThan(long.height);
  });

  it('puts a place of which nothing is known into the lane of the file around it', () => {
    const { story: _, ...untold } = sampleCounterexample;
    const steps = [sampleStep({ order: 0 }), sampleStep({ wave: 1, order: 2 })];
    const { lanes, events } = layOut(timelineOf({ ...untold, steps }), { withStates: false });
    expect(lanes).toHaveLength(1);
    expect(new Set(events.map(({ y }) => y)).size).toBe(1);
  });
});
