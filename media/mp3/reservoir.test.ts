import { describe, expect, it } from 'vitest';
import { Reservoir } from './reservoir.ts';

describe('Reservoir', () => {
  it('lets a frame use what earlier ones left', () => {
    const reservoir = new Reservoir();
    expect(reservoir.book(0, 100, 381)).toBe('fits');
    expect(reservoir.book(281, 281 + 381, 381)).toBe('fits');
    expect(reservoir.book(0, 381, 381)).toBe('fits');
  });

  it('finds main data that is claimed twice, once', () => {
    const reservoir = new Reservoir();
    reservoir.book(0, 381, 381);
    expect(reservoir.book(1, 382, 381)).toBe('overlap');
    expect(reservoir.book(0, 381, 381)).toBe('fits');
  });

  it('finds a claim beyond the frame, and does not hold it against the next', () => {
    const reservoir = new Reservoir();
    expect(reservoir.book(0, 382, 381)).toBe('overrun');
    expect(reservoir.book(0, 381, 381)).toBe('fits');
  });

  it('finds data missing before the start, until it has restarted', () => {
    const reservoir = new Reservoir();
    expect(reservoir.book(10, 100, 381)).toBe('missing-start');
    reservoir.book(0, 300, 381);
    reservoir.restart();
    expect(reservoir.book(0, 381, 381)).toBe('fits');
  });

  it('counts from nothing after a restart', () => {
    const reservoir = new Reservoir();
    reservoir.book(5, 100, 381);
    reservoir.restart();
    const { position, claimFrom, claimTo } = reservoir;
    expect({ position, claimFrom, claimTo }).toEqual({ position: 0, claimFrom: 0, claimTo: 0 });
  });
});
