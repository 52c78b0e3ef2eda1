import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolveReading } from './dialects.ts';
import {
  expandPattern,
  matchPattern,
  nameVariables,
  unknownVariables,
  variablesOf,
} from './name-pattern.ts';
import {
  defaultLayout,
  formatObjectKey,
  formatSegmentKey,
  parseObjectKey,
  type KeyLayout,
  type SparkFile,
} from './object-key.ts';

const appId = '5fcdf5651xxxxxx6f835d0d4';
const file: SparkFile = {
  appId,
  format: 'HLS',
  streamName: 's_608196a2fa1_room01_user_1',
  fileTimeSeconds: 1_619_600_227,
};
const time = '2021-04-28-08-57-07';

function layout(pattern: string, storagePath = ''): KeyLayout {
  return { storagePath, patterns: { HLS: pattern, MP4: pattern } };
}

const identifiers = fc.string({ unit: fc.constantFrom('a', 'Z', '0', '_', '-'), minLength: 1 });
const patterns = fc
  .array(
    fc.oneof(
      fc.constantFrom(...nameVariables.map((name) => `{${name}}`)),
      fc.constantFrom('_', '/', 'rec', '-', '{user}', '2021', '{', '.'),
    ),
    { minLength: 1, maxLength: 7 },
  )
  .map((pieces) => pieces.join(''));
const files: fc.Arbitrary<SparkFile> = fc.record({
  appId: identifiers,
  format: fc.constantFrom('HLS', 'MP4'),
  streamName: identifiers,
  fileTimeSeconds: fc.nat(4_102_444_800),
});

describe('formatObjectKey', () => {
  it.each<readonly [readonly string[], SparkFile, KeyLayout, string]>([
    [
      [],
      file,
      defaultLayout,
      `${appId}/HLS/s_608196a2fa1_room01_user_1_${time}/s_608196a2fa1_room01_user_1_${time}.m3u8`,
    ],
    [
      [],
      { ...file, format: 'MP4', streamName: 'x' },
      { ...defaultLayout, storagePath: 'Record/all' },
      `Record/all/${appId}/MP4/x_${time}/x_${time}.mp4`,
    ],
    [
      ['spark-format-lower'],
      file,
      layout('{record_format}/{stream}'),
      'hls/s_608196a2fa1_room01_user_1.m3u8',
    ],
    [['spark-name-utc8'], file, layout('{file_start_time}'), '2021-04-28-16-57-07.m3u8'],
    [[], file, layout('{user}-{stream', 'a'), 'a/{user}-{stream.m3u8'],
  ])('under the dialects %j', (dialects, any, keyLayout, key) => {
    expect(formatObjectKey(any, keyLayout, resolveReading(dialects))).toBe(key);
  });

  it('refuses what has no key', () => {
    expect(() => formatObjectKey({ ...file, streamName: '' })).toThrow(RangeError);
    expect(() => formatObjectKey({ ...file, appId: '' })).toThrow(RangeError);
    expect(() => formatObjectKey({ ...file, fileTimeSeconds: -1 })).toThrow(RangeError);
    expect(() => formatObjectKey(file, { storagePath: '', patterns: { MP4: 'x' } })).toThrow(
      'The rule records no HLS.',
    );
  });
});

describe('parseObjectKey', () => {
  it('reads a playlist and an MP4 file', () => {
    const key = formatObjectKey(file);
    const name = {
      streamName: file.streamName,
      fileTimeText: time,
      fileTimeSeconds: 1_619_600_227,
    };
    expect(parseObjectKey(key, appId)).toEqual({
      kind: 'recording',
      format: 'HLS',
      folder: key.slice(0, key.lastIndexOf('/')),
      ...name,
    });
    expect(parseObjectKey(formatObjectKey({ ...file, format: 'MP4' }), appId)).toMatchObject({
      kind: 'recording',
      format: 'MP4',
      ...name,
    });
  });

  it('reads segments by their folder, whatever their names', () => {
    const key = formatObjectKey(file);
    const folder = key.slice(0, key.lastIndexOf('/'));
    for (const segment of [formatSegmentKey(key, 7), `${folder}/1619600227-17.ts`]) {
      expect(parseObjectKey(segment, appId)).toMatchObject({
        kind: 'segment',
        folder,
        streamName: file.streamName,
        fileTimeSeconds: 1_619_600_227,
      });
    }
  });

  it('says of a pattern without time or stream what it has', () => {
    const reading = parseObjectKey('rec/live.mp4', appId, layout('live', 'rec'));
    expect(reading).toMatchObject({
      kind: 'recording',
      folder: 'rec',
      streamName: undefined,
      fileTimeText: undefined,
      fileTimeSeconds: undefined,
    });
    const segment = parseObjectKey('x.ts', appId, layout('{stream}'));
    expect(segment).toMatchObject({ kind: 'segment', folder: '', streamName: undefined });
  });

  it.each([
    [`${appId}/HLS/x_${time}/x_${time}.mp4`, 'not named by the pattern'],
    [`${appId}/hls/x_${time}/x_${time}.m3u8`, 'not named by the pattern'],
    [`${appId}/HLS/x_${time}/y_${time}.m3u8`, 'not named by the pattern'],
    [`${appId}/HLS/x_${time}/x_2021-04-28-08-57-08.m3u8`, 'not named by the pattern'],
    [`${appId}/HLS/_${time}/_${time}.m3u8`, 'not named by the pattern'],
    [`${appId}/HLS/a/b_${time}/a/b_${time}.m3u8`, 'not named by the pattern'],
    [`other/HLS/x_${time}/x_${time}.m3u8`, 'not named by the pattern'],
    [`p/${appId}/HLS/x_${time}/x_${time}.m3u8`, 'not named by the pattern'],
    [`${appId}/HLS/x_${time}/x_${time}.M3U8`, 'It ends neither'],
    [`${appId}/HLS/x_${time}/x_${time}.m3u8.tmp`, 'It ends neither'],
    [`${appId}/HLS/x_${time}/deep/0.ts`, 'no folder of a playlist'],
    [`${appId}/MP4/x_${time}/0.ts`, 'no folder of a playlist'],
    ['0.ts', 'no folder of a playlist'],
    [`${appId}/MP4/x_2021-02-29-00-00-00/x_2021-02-29-00-00-00.mp4`, 'is not a time'],
    [`${appId}/HLS/x_2021-04-28T08:57:07/0.ts`, 'is not a time'],
    ['', 'It ends neither'],
  ])('says of %j: %s', (key, reason) => {
    expect(parseObjectKey(key, appId)).toMatchObject({
      kind: 'foreign',
      reason: expect.stringContaining(reason) as string,
    });
  });

  it('says which storage path or format a key is outside of', () => {
    const only: KeyLayout = { storagePath: 'rec', patterns: { MP4: 'x' } };
    expect(parseObjectKey('x.mp4', appId, only)).toMatchObject({
      reason: 'It does not lie in rec/.',
    });
    expect(parseObjectKey('rec/x.ts', appId, only)).toMatchObject({
      reason: 'The rule records no HLS.',
    });
  });

  it('reads back every key that a pattern makes', () => {
    const readings = fc
      .subarray(['spark-format-lower', 'spark-name-utc8'])
      .map((names) => resolveReading(names));
    fc.assert(
      fc.property(files, patterns, readings, (any, pattern, reading) => {
        const keyLayout = layout(pattern, 'rec');
        const variables = variablesOf(pattern);
        const has = <T>(name: (typeof nameVariables)[number], value: T): T | undefined =>
          variables.includes(name) ? value : undefined;
        expect(
          parseObjectKey(formatObjectKey(any, keyLayout, reading), any.appId, keyLayout, reading),
        ).toMatchObject({
          kind: 'recording',
          format: any.format,
          streamName: has('stream', any.streamName),
          fileTimeSeconds: has('file_start_time', any.fileTimeSeconds),
        });
      }),
    );
  });

  it('is total over keys', () => {
    const keys = fc.array(fc.constantFrom('/', '_', appId, 'HLS', time, 'x', '.m3u8', '.ts', '😀'));
    fc.assert(
      fc.property(keys, patterns, (pieces, pattern) => {
        const reading = parseObjectKey(pieces.join(''), appId, layout(pattern));
        expect(['recording', 'segment', 'foreign']).toContain(reading.kind);
      }),
    );
  });
});

describe('formatSegmentKey', () => {
  it('refuses keys of other files and numbers that count nothing', () => {
    expect(() => formatSegmentKey('a.mp4', 0)).toThrow(/not the key of a playlist/u);
    expect(() => formatSegmentKey('a.m3u8', -1)).toThrow(/not a natural number/u);
  });
});

describe('matchPattern', () => {
  const known = { app_id: 'a', record_format: 'HLS' };

  it('finds streams by their length, whatever they contain', () => {
    const stream = `x_${time}_-_x`;
    const pattern = '{stream}{stream}-{stream}{file_start_time}';
    const text = expandPattern(pattern, { ...known, stream, file_start_time: time });
    expect(matchPattern(pattern, text, known)).toEqual({ stream, fileStartTime: time });
    expect(matchPattern(pattern, `${text}x`, known)).toBeUndefined();
  });
});

describe('unknownVariables', () => {
  it.each([
    ['{app_id}/{stream}', []],
    ['{user}/{stream}', ['{user}']],
    ['{stream', ['{']],
    ['{Stream}}', ['{Stream}', '}']],
    ['{{stream}}', ['{', '}']],
    ['{}', ['{}']],
  ])('of %s are %j', (pattern, names) => {
    expect(unknownVariables(pattern)).toEqual(names);
  });
});
