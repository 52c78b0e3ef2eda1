import { describe, expect, it } from 'vitest';
import { inspectBytes } from '../inspector.ts';
import { joinAll } from '../join.ts';
import type { MediaTrack } from '../verdict.ts';
import { boxesIn } from './boxes.ts';
import { writeMp4, type Mp4Options } from './writer.ts';

const options: Mp4Options = {
  durationMs: 8000,
  picture: { width: 64, height: 36 },
  layout: 'fragmented',
  fragmentMs: 2000,
};

/** The file without the first so many fragments. */
function withoutFirst(bytes: Uint8Array, fragments: number): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const boxes = [...boxesIn(view, 0, view.byteLength, () => undefined)];
  const skipped = new Map([
    ['moof', fragments],
    ['mdat', fragments],
  ]);
  return joinAll(
    boxes.flatMap(({ type, to }, index) => {
      const left = skipped.get(type) ?? 0;
      skipped.set(type, left - 1);
      return left > 0 ? [] : [bytes.subarray(boxes[index - 1]?.to ?? 0, to)];
    }),
  );
}

function tracksOf(bytes: Uint8Array): readonly MediaTrack[] {
  return inspectBytes(bytes, { promised: 'mp4' }).tracks ?? [];
}

describe('a fragmented file', () => {
  const whole = writeMp4(options);

  it('lasts from its first fragment to its last', () => {
    const seconds = tracksOf(whole).map(({ durationSeconds }) => Math.round(durationSeconds));
    const later = tracksOf(withoutFirst(whole, 2));
    expect(seconds).toEqual([8, 8]);
    expect(later.map(({ durationSeconds }) => Math.round(durationSeconds))).toEqual([4, 4]);
  });

  it('tells of each track what the track has, and nothing else', () => {
    const [video, audio] = tracksOf(whole);
    expect(video).toMatchObject({ kind: 'video', width: 64, height: 36 });
    expect(video).not.toHaveProperty('sampleRateHz');
    expect(audio).toMatchObject({ kind: 'audio', sampleRateHz: 16_000 });
    expect(audio).not.toHaveProperty('width');
    expect(audio).not.toHaveProperty('height');
  });
});
