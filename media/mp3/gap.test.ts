import { describe, expect, it } from 'vitest';
import { FaultLog } from '../fault-log.ts';
import type { MediaFault } from '../verdict.ts';
import { Gap } from './gap.ts';

/** 128 kbit/s at 44.1 kHz: listed lengths are 417 or 418 bytes, and those of the other bitrates. */
const reference = 0xfffb9064;

interface Course {
  readonly length: number;
  readonly zeros?: boolean;
  readonly headedBytes?: number;
  readonly frameBefore?: number;
}

/** What is reported of a gap that begins at offset 1000. */
function reported(
  report: 'reportAfter' | 'reportBefore' | 'reportBetween',
  { length, zeros = false, headedBytes = 0, frameBefore }: Course,
): readonly MediaFault[] {
  const gap = new Gap(1000, headedBytes, frameBefore);
  const bytes = new Uint8Array(length + 4).fill(7);
  bytes.fill(zeros ? 0 : 9, 2, 2 + length);
  gap.scan(bytes, 2, 2 + length);
  gap.to = 1000 + length;
  const log = new FaultLog();
  gap[report](log, reference);
  return log.list();
}

const header = (length: number, to: number): string =>
  `The ${length} bytes up to ${to} have a frame's length, but no header that says so.`;

describe('a gap', () => {
  it('is of zeros where all that was scanned is zero', () => {
    const gap = new Gap(0, 0, undefined);
    expect([gap.from, gap.to, gap.zeros]).toEqual([0, 0, true]);
    gap.scan(Uint8Array.of(9, 0, 0, 9), 1, 3);
    expect(gap.zeros).toBe(true);
    gap.scan(Uint8Array.of(9, 0, 0, 9), 2, 4);
    expect(gap.zeros).toBe(false);
    gap.scan(Uint8Array.of(0), 0, 1);
    expect(gap.zeros).toBe(false);
  });
});

describe('after the last frame', () => {
  it.each<readonly [string, Course, readonly (readonly [string, string])[]]>([
    ['nothing', { length: 0 }, []],
    [
      'zeros',
      { length: 417, zeros: true, headedBytes: 9 },
      [['zeros-after-audio', '417 zero bytes follow the last frame.']],
    ],
    [
      'the begin of a frame',
      { length: 417, headedBytes: 900 },
      [['truncated-frame', 'A frame begins 417 bytes before the end and needs more.']],
    ],
    ['a frame without header', { length: 417 }, [['damaged-header', header(417, 1417)]]],
    ['junk', { length: 99 }, [['junk-after-audio', '99 bytes after the last frame.']]],
    ['a byte', { length: 1 }, [['junk-after-audio', '1 bytes after the last frame.']]],
  ])('%s', (_, course, faults) => {
    const told = reported('reportAfter', course);
    expect(told.map(({ code, message }) => [code, message])).toEqual(faults);
    expect(told.every(({ offset }) => offset === 1000)).toBe(true);
  });
});

describe('before the first frame', () => {
  it.each<readonly [string, Course, string, string]>([
    [
      'zeros',
      { length: 417, zeros: true, headedBytes: 9 },
      'zeros-before-audio',
      '417 zero bytes before the first frame.',
    ],
    ['a frame without chain', { length: 99, headedBytes: 9 }, 'damaged-header', header(99, 1099)],
    ['a frame without header', { length: 418 }, 'damaged-header', header(418, 1418)],
    ['junk', { length: 99 }, 'junk-before-audio', '99 bytes before the first frame.'],
  ])('%s', (_, course, code, message) => {
    expect(reported('reportBefore', course)).toMatchObject([{ code, message, offset: 1000 }]);
  });
});

describe('between frames', () => {
  const figures = (length: number): string =>
    `${length} bytes up to the next frame at ${1000 + length}`;
  it.each<readonly [string, Course, string, number, string]>([
    [
      'zeros',
      { length: 417, zeros: true, frameBefore: 900 },
      'zeros-between-frames',
      1000,
      `${figures(417)} are zero.`,
    ],
    [
      'a frame without header',
      { length: 417, frameBefore: 900 },
      'damaged-header',
      1000,
      header(417, 1417),
    ],
    [
      'the rest of a frame whose header is wrong',
      { length: 317, frameBefore: 900 },
      'damaged-header',
      900,
      header(417, 1317),
    ],
    [
      'junk after a frame',
      { length: 99, frameBefore: 900 },
      'junk-between-frames',
      1000,
      `${figures(99)} belong to no frame.`,
    ],
    ['junk', { length: 99 }, 'junk-between-frames', 1000, `${figures(99)} belong to no frame.`],
  ])('%s', (_, course, code, offset, message) => {
    expect(reported('reportBetween', course)).toMatchObject([{ code, offset, message }]);
  });
});
