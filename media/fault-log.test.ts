import { describe, expect, it } from 'vitest';
import { FaultLog, faultsPerCodeMax } from './fault-log.ts';
import { faultKinds } from './faults.ts';

describe('FaultLog', () => {
  it('is valid while nothing is noted', () => {
    const log = new FaultLog();
    expect([log.worst, log.list()]).toEqual(['valid', []]);
  });

  it('tells the gravest severity and lists by offset', () => {
    const log = new FaultLog();
    log.add('zero-run', 900, 'Zeros.');
    log.add('junk-before-audio', 0, 'Junk.');
    expect(log.worst).toBe('invalid');
    expect(log.list().map(({ offset, severity }) => [offset, severity])).toEqual([
      [0, 'suspicious'],
      [900, 'invalid'],
    ]);
  });

  it('lists a bounded number and counts the rest', () => {
    const log = new FaultLog();
    for (let index = 0; index < 1000; index++) {
      log.add('frame-crc-mismatch', index, 'Wrong.');
    }
    const faults = log.list();
    expect(faults).toHaveLength(faultsPerCodeMax + 1);
    expect(faults.at(-1)).toEqual({
      code: 'more-faults',
      severity: 'invalid',
      offset: faultsPerCodeMax - 1,
      message: `Not listed: ${1000 - faultsPerCodeMax} frame-crc-mismatch.`,
    });
  });
});

it('every fault kind is one sentence under a kebab-case code', () => {
  for (const [code, { explanation }] of Object.entries(faultKinds)) {
    expect(code).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
    expect(explanation).toMatch(/^[A-Z].*\.$/);
  }
});
