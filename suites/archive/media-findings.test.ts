import { describe, expect, test } from 'vitest';
import { faultKinds, type FaultCode } from '#media/faults.ts';
import type { MediaFault, MediaVerdict } from '#media/verdict.ts';
import {
  findEmptyFiles,
  findForeignFormats,
  findMediaFaults,
  type PromisedRecording,
} from './media-findings.ts';

interface Recorded {
  readonly key?: string;
  readonly size?: number;
  readonly promised?: PromisedRecording['promised'];
  readonly media?: Partial<MediaVerdict>;
}

function recording({
  key = 'a',
  size = 1000,
  promised = 'mp3',
  media,
}: Recorded): PromisedRecording {
  const object = { key, size, modifiedMs: 0 };
  const sound = { verdict: 'valid', format: 'mp3', durationSeconds: 60, frames: 9, faults: [] };
  return {
    promised,
    object:
      media === undefined ? object : { ...object, media: { ...sound, ...media } as MediaVerdict },
  };
}

function fault(code: FaultCode, offset: number, line?: number): MediaFault {
  const said = { code, severity: faultKinds[code].severity, offset, message: `At ${offset}.` };
  return line === undefined ? said : { ...said, line };
}

describe('findEmptyFiles', () => {
  test('tells files without a byte, read or not', () => {
    const list = [
      { key: 'a', size: 0 },
      { key: 'b', size: 1 },
      { key: 'c', size: 0, media: {} },
    ];
    expect(findEmptyFiles(list.map(recording)).map(({ at }) => at)).toEqual(['a', 'c']);
    expect(findEmptyFiles([recording({ size: 0, promised: 'm3u8' })])).toEqual([
      { at: 'a', code: 'empty', expected: 'a playlist', actual: '0 bytes' },
    ]);
  });
});

describe('findForeignFormats', () => {
  test('tells what a file is instead, and where that shows', () => {
    const media = { format: 'wav', faults: [fault('foreign-format', 22), fault('zero-run', 30)] };
    expect(findForeignFormats([recording({ media })])).toEqual([
      {
        at: 'a@22',
        code: 'foreign-format',
        expected: 'mp3',
        actual: 'wav: At 22.',
        place: { key: 'a', offsetBytes: 22, sizeBytes: 1000 },
      },
    ]);
    expect(findForeignFormats([recording({ promised: 'ts', media: {} })])).toMatchObject([
      { at: 'a@0', expected: 'ts', actual: 'mp3' },
    ]);
  });

  test('says nothing of empty files, of files not read, and of the promised format', () => {
    const others = [{}, { media: {} }, { size: 0, media: { format: 'empty' } }];
    expect(findForeignFormats(others.map(recording))).toEqual([]);
  });
});

describe('findMediaFaults', () => {
  const faults = [
    fault('frame-crc-mismatch', 100),
    fault('zeros-after-audio', 150),
    fault('zero-run', 500),
    fault('frame-crc-mismatch', 700),
  ];
  const invalid = { severity: 'invalid', expected: 'whole frames' } as const;

  test('tells the first of each code, and whereabouts it is heard', () => {
    expect(findMediaFaults([recording({ media: { faults } })], invalid)).toEqual([
      {
        at: 'a@100',
        code: 'frame-crc-mismatch',
        expected: 'whole frames',
        actual: 'At 100.',
        place: { key: 'a', offsetBytes: 100, sizeBytes: 1000, aboutSeconds: 6 },
      },
      {
        at: 'a@500',
        code: 'zero-run',
        expected: 'whole frames',
        actual: 'At 500.',
        place: { key: 'a', offsetBytes: 500, sizeBytes: 1000, aboutSeconds: 30 },
      },
    ]);
  });

  test('tells them anew for each file', () => {
    const list = ['a', 'b'].map((key) => recording({ key, media: { faults } }));
    expect(findMediaFaults(list, invalid).map(({ at }) => at)).toEqual([
      'a@100',
      'a@500',
      'b@100',
      'b@500',
    ]);
  });

  test('leaves out another severity, other checks’ codes, and other formats', () => {
    const list = [recording({ media: { faults } })];
    const codes = (selection: Parameters<typeof findMediaFaults>[1]): readonly string[] =>
      findMediaFaults(list, selection).map(({ code }) => code);
    expect(codes({ severity: 'suspicious', expected: '' })).toEqual(['zeros-after-audio']);
    expect(codes({ ...invalid, ignored: new Set(['zero-run']) })).toEqual(['frame-crc-mismatch']);
    const foreign = recording({ promised: 'ts', media: { faults } });
    expect(findMediaFaults([foreign, recording({})], invalid)).toEqual([]);
  });

  test('places a fault in the line of a playlist, never behind the end, and in time only where bytes tell it', () => {
    const placeOf = (recorded: Recorded): unknown =>
      findMediaFaults([recording(recorded)], invalid)[0]?.place;
    const behind = { faults: [fault('zero-run', 1001)] };
    expect(placeOf({ media: behind })).toEqual({
      key: 'a',
      offsetBytes: 1000,
      sizeBytes: 1000,
      aboutSeconds: 60,
    });
    expect(placeOf({ media: { ...behind, durationSeconds: 0 } })).not.toHaveProperty(
      'aboutSeconds',
    );
    expect(placeOf({ size: 0, media: behind })).not.toHaveProperty('aboutSeconds');
    const list = { format: 'm3u8', faults: [fault('playlist-not-text', 5, 3)] };
    expect(placeOf({ promised: 'm3u8', media: list })).toEqual({
      key: 'a',
      offsetBytes: 5,
      sizeBytes: 1000,
      line: 3,
    });
  });
});
