import { describe, expect, it } from 'vitest';
import { join } from '#fixtures/media/bytes.ts';
import { frames } from '#fixtures/media/frame.ts';
import { crcOf } from '#fixtures/media/header-frame.ts';
import { FaultLog } from '../fault-log.ts';
import { Window } from '../window.ts';
import type { InfoFrame } from './info-frame.ts';
import { Promises } from './promises.ts';

/** The header frame begins at file offset 1000, is 417 bytes long, and frames as long follow. */
const [from, size] = [1000, 417];

interface Course {
  readonly counted: number;
  /** Bytes after the last frame, such as tags. */
  readonly behind?: number;
  readonly broken?: boolean;
}

/** The codes and messages for these promises, where so many frames were counted. */
function judged(
  info: Partial<InfoFrame>,
  { counted, behind = 0, broken = false }: Course,
): readonly (readonly [string, string])[] {
  const blank = { kind: 'Info', frames: undefined, bytes: undefined, musicCrc: undefined } as const;
  const promises = new Promises({ ...blank, ...info }, from, size);
  const audio = frames(counted);
  const window = new Window(join(new Uint8Array(size), audio), from, true);
  for (let index = 1; index <= counted; index++) {
    promises.count(from + size + index * size);
    if (index % 3 === 0) {
      promises.hash(window);
    }
  }
  promises.hash(window);
  if (broken) {
    promises.breakUp();
  }
  const log = new FaultLog();
  promises.judge(log, from + size + counted * size + behind);
  expect(log.list().every(({ offset }) => offset === from)).toBe(true);
  return log.list().map(({ code, message }) => [code, message]);
}

describe('promised frames', () => {
  it.each([
    ['Info', 8, 'info-frames-missing', 'promises 8 frames, counted are 6: 2 are missing.'],
    ['Info', 7, undefined, ''],
    ['Info', 6, undefined, ''],
    ['Info', 5, 'info-frames-surplus', 'promises 5 frames, counted are 6: 1 too many.'],
    ['VBRI', 9, 'info-frames-missing', 'promises 9 frames, counted are 6: 3 are missing.'],
    ['VBRI', 8, undefined, ''],
    ['VBRI', 5, undefined, ''],
    ['VBRI', 4, 'info-frames-surplus', 'promises 4 frames, counted are 6: 2 too many.'],
  ] as const)('%s: %i, where six were counted', (kind, promised, code, message) => {
    const expected = code === undefined ? [] : [[code, `The ${kind} frame ${message}`]];
    expect(judged({ kind, frames: promised }, { counted: 6 })).toEqual(expected);
  });
});

describe('promised bytes', () => {
  const audio = 6 * size;
  it.each([
    ['of the audio', audio],
    ['of header frame and audio', size + audio],
    ['of audio and tags', audio + 50],
    ['of all but what stands before', size + audio + 50],
    ['of the whole file', from + size + audio + 50],
  ])('are right as bytes %s', (_, bytes) => {
    expect(judged({ bytes }, { counted: 6, behind: 50 })).toEqual([]);
  });

  it.each([
    [size + audio + 7, 'info-bytes-missing', '7 are missing.'],
    [audio - 1, 'info-bytes-surplus', '418 too many.'],
    [audio + 1, 'info-bytes-surplus', '416 too many.'],
  ])('are wrong as %i', (bytes, code, end) => {
    const message = `The Info frame promises ${bytes} bytes, counted are ${size + audio}: ${end}`;
    expect(judged({ bytes }, { counted: 6, behind: 50 })).toEqual([[code, message]]);
  });

  it('are not judged where frames are wrong already', () => {
    const told = judged({ frames: 9, bytes: 1 }, { counted: 6 });
    expect(told.map(([code]) => code)).toEqual(['info-frames-missing']);
  });
});

describe('a header frame that was never finished', () => {
  it.each([
    [{ frames: 0, bytes: undefined }, 'notes 0 frames and 0 bytes; 6 frames were counted.'],
    [{ frames: undefined, bytes: 0 }, 'notes 0 frames and 0 bytes; 6 frames were counted.'],
    [{ frames: 6, bytes: 0 }, 'notes 6 frames and 0 bytes; 6 frames were counted.'],
    [
      { frames: 0, bytes: 7 * size },
      `notes 0 frames and ${7 * size} bytes; 6 frames were counted.`,
    ],
  ])('is told by a zero: %o', (info, message) => {
    expect(judged(info, { counted: 6 })).toEqual([
      ['info-frame-unfinished', `The Info frame ${message}`],
    ]);
  });

  it('is none where no frames follow and none are promised', () => {
    expect(judged({ frames: 0, bytes: size }, { counted: 0 })).toEqual([]);
  });
});

describe('a noted CRC over the audio', () => {
  const right = crcOf(frames(7));

  it('is right in pieces, the last one included', () => {
    expect(judged({ musicCrc: right }, { counted: 7 })).toEqual([]);
  });

  it('is wrong by one bit, and shows four digits', () => {
    const told = `0x${right.toString(16).padStart(4, '0')}`;
    expect(judged({ musicCrc: 1 }, { counted: 7 })).toEqual([
      [
        'music-crc-mismatch',
        `The encoder noted CRC 0x0001 over the ${7 * size} bytes of audio, they give ${told}.`,
      ],
    ]);
    expect(judged({ musicCrc: right ^ 1 }, { counted: 7 })).toHaveLength(1);
    expect(judged({ musicCrc: right }, { counted: 6 })).toHaveLength(1);
  });

  it('is not judged over damage, nor where frames or bytes are wrong already', () => {
    expect(judged({ musicCrc: 1 }, { counted: 7, broken: true })).toEqual([]);
    expect(judged({ musicCrc: 1, frames: 9 }, { counted: 7 })).toHaveLength(1);
    expect(judged({ musicCrc: 1, bytes: 9 }, { counted: 7 })).toHaveLength(1);
  });
});
