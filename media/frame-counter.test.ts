import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FaultLog } from './fault-log.ts';
import { FrameCounter, type FrameSyntax } from './frame-counter.ts';
import { joinAll } from './join.ts';

/** A codec for tests: a mark, the frame's whole length, its rate in Hz and its channels. */
const syntax: FrameSyntax = {
  headerBytes: 4,
  read([mark, bytes = 0, sampleRateHz = 0, channels = 0]) {
    return mark === 0xf0 ? { bytes, seconds: 0.5, sampleRateHz, channels } : undefined;
  },
};

function frame(bytes = 9, sampleRateHz = 48, channels = 2): Uint8Array {
  return Uint8Array.of(0xf0, bytes, sampleRateHz, channels, ...new Uint8Array(bytes - 4));
}

function counter(): { readonly log: FaultLog; readonly frames: FrameCounter } {
  const log = new FaultLog();
  return { log, frames: new FrameCounter(log, syntax) };
}

describe('FrameCounter', () => {
  it('counts the same frames in pieces of any length', () => {
    const lengths = fc.array(fc.integer({ min: 4, max: 40 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(lengths, fc.integer({ min: 1, max: 50 }), fc.nat(39), (of, step, cut) => {
        const whole = joinAll(of.map((bytes) => frame(bytes)));
        const bytes = whole.subarray(0, whole.length - (cut % (of.at(-1) ?? 1)));
        const { log, frames } = counter();
        for (let at = 0; at < bytes.length; at += step) {
          frames.push(bytes.subarray(at, at + step), at);
        }
        const headerIsCut = cut % (of.at(-1) ?? 1) > (of.at(-1) ?? 0) - 4;
        const expected = of.length - (headerIsCut ? 1 : 0);
        expect([frames.frames, frames.seconds]).toEqual([expected, expected / 2]);
        expect(frames.missingBytes).toBe(headerIsCut ? 1 : whole.length - bytes.length);
        expect(log.list()).toEqual([]);
      }),
    );
  });

  it('knows no sample rate before the first frame', () => {
    const { frames } = counter();
    expect([frames.sampleRateHz, frames.missingBytes]).toEqual([undefined, 0]);
    frames.push(frame(), 0);
    expect(frames.sampleRateHz).toBe(48);
  });

  it('reports where no frame begins, and goes on only where one is known to begin', () => {
    const { log, frames } = counter();
    frames.push(joinAll([frame(), frame(), Uint8Array.of(1, 2, 3, 4), frame()]), 1000);
    expect(log.list()).toMatchObject([
      {
        code: 'damaged-header',
        offset: 1018,
        message: 'No frame begins where frame 3 of the stream should.',
      },
    ]);
    expect([frames.frames, frames.missingBytes]).toEqual([2, 0]);
    frames.push(frame(), 1031);
    expect(frames.frames).toBe(2);
    frames.begin();
    frames.push(frame(), 1040);
    expect([frames.frames, frames.seconds]).toEqual([3, 1.5]);
    expect(log.list()).toHaveLength(1);
  });

  it.each([2, 6])('forgets a frame of which %i bytes came when bytes are lost', (came) => {
    const { log, frames } = counter();
    frames.push(frame().subarray(0, came), 0);
    expect(frames.missingBytes).toBe(came < 4 ? 1 : 9 - came);
    frames.lose();
    expect(frames.missingBytes).toBe(0);
    frames.push(frame(), 500);
    frames.begin();
    expect(frames.missingBytes).toBe(0);
    frames.push(frame(12).subarray(0, 10), 600);
    expect(frames.missingBytes).toBe(2);
    expect(frames.frames).toBe(came < 4 ? 1 : 2);
    expect(log.list()).toEqual([]);
  });

  it('lets a frame go on over the begin of a unit where nothing was lost', () => {
    const { log, frames } = counter();
    for (const cut of [2, 7]) {
      frames.push(frame().subarray(0, cut), 0);
      frames.begin();
      frames.push(frame().subarray(cut), cut);
    }
    expect([frames.frames, frames.missingBytes, log.list()]).toEqual([2, 0, []]);
  });

  it('reports each change of the sample rate and of the channels once, where it happens', () => {
    const { log, frames } = counter();
    const course = [frame(9, 48, 2), frame(9, 44, 2), frame(9, 44, 2), frame(9, 44, 1), frame()];
    frames.push(joinAll(course), 100);
    expect(log.list().map(({ code, offset, message }) => [code, offset, message])).toEqual([
      ['sample-rate-switch', 109, 'The sample rate in Hz changes from 48 to 44.'],
      ['channel-switch', 127, 'The number of channels changes from 2 to 1.'],
      ['sample-rate-switch', 136, 'The sample rate in Hz changes from 44 to 48.'],
      ['channel-switch', 136, 'The number of channels changes from 1 to 2.'],
    ]);
    expect([frames.frames, frames.sampleRateHz]).toEqual([5, 48]);
  });

  it('says where a header began that came in pieces', () => {
    const { log, frames } = counter();
    frames.push(frame(4), 0);
    frames.push(Uint8Array.of(9), 50);
    frames.push(Uint8Array.of(9, 9, 9), 51);
    expect(log.list()).toMatchObject([{ code: 'damaged-header', offset: 50 }]);
  });
});
