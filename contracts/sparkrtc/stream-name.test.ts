import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatStreamName, isIdentifier, readStreamName, type SparkStream } from './stream-name.ts';

const automatic: SparkStream = {
  kind: 'automatic',
  appId: '5fcdf5651',
  roomId: 'room_1',
  userId: '_u',
  media: 'screen',
};
const single: SparkStream = { kind: 'single', jobId: '608196', roomId: 'a', userId: 'b_c' };
const mixed: SparkStream = { kind: 'mixed', jobId: '608196', roomId: 'a_b' };

const ids = fc.string({
  unit: fc.constantFrom('a', '7', '_', '-', 'v', 'm'),
  minLength: 1,
  maxLength: 6,
});
const plainIds = fc.constantFrom('608196', '5fcd', 's', 'm', 'av');
const streams: fc.Arbitrary<SparkStream> = fc.oneof(
  fc.record({
    kind: fc.constant('automatic' as const),
    appId: plainIds,
    roomId: ids,
    userId: ids,
    media: fc.constantFrom('camera' as const, 'screen' as const),
  }),
  fc.record({ kind: fc.constant('single' as const), jobId: plainIds, roomId: ids, userId: ids }),
  fc.record({ kind: fc.constant('mixed' as const), jobId: plainIds, roomId: ids }),
);

describe('formatStreamName', () => {
  it.each([
    [automatic, '5fcdf5651_room_1__u_v_a'],
    [{ ...automatic, media: 'camera' as const }, '5fcdf5651_room_1__u_av_m'],
    [single, 's_608196_a_b_c'],
    [mixed, 'm_608196_a_b'],
  ])('of %o is %s', (stream, name) => {
    expect(formatStreamName(stream)).toBe(name);
  });
});

describe('readStreamName', () => {
  it('leaves open what underscores leave open', () => {
    expect(readStreamName('s_608196_a_b_c')).toEqual([
      { kind: 'single', jobId: '608196', roomId: 'a', userId: 'b_c' },
      { kind: 'single', jobId: '608196', roomId: 'a_b', userId: 'c' },
    ]);
    expect(readStreamName('s_608196_a_b_c', { roomId: 'a_b' })).toHaveLength(1);
    expect(readStreamName('m_608196_a_b')).toEqual([mixed]);
  });

  it.each([
    ['mystream', {}],
    ['s_1_', {}],
    ['s__a_b', {}],
    ['s_1_a', {}],
    ['x_1_a_b', {}],
    ['5fcd_a_av_m', {}],
    ['5fcd_a_b_av_a', {}],
    ['', {}],
    ['s_1_a_b', { jobId: '2' }],
    ['s_1_a_b', { roomId: 'x' }],
    ['s_1_a_b', { roomId: 'a_b' }],
    ['m_1_a_b', { roomId: 'a' }],
    ['5fcd_a_b_av_m', { appId: '5fc' }],
  ])('finds nothing in %j with %j', (name, known) => {
    expect(readStreamName(name, known)).toEqual([]);
  });

  it('finds every stream again, alone of its kind once its room is known', () => {
    fc.assert(
      fc.property(streams, (stream) => {
        const name = formatStreamName(stream);
        expect(readStreamName(name)).toContainEqual(stream);
        const known = readStreamName(name, stream);
        expect(known.filter(({ kind }) => kind === stream.kind)).toEqual([stream]);
      }),
    );
  });

  it('finds nothing that has another name', () => {
    fc.assert(
      fc.property(streams, (stream) => {
        const name = formatStreamName(stream);
        for (const found of readStreamName(name)) {
          expect(formatStreamName(found)).toBe(name);
        }
      }),
    );
  });
});

describe('isIdentifier', () => {
  it.each([
    ['a', true],
    ['A-_9'.repeat(16), true],
    ['A-_9'.repeat(16) + 'x', false],
    ['', false],
    ['a b', false],
    ['é', false],
    ['a\n', false],
    ['房', false],
  ])('%j: %s', (text, holds) => {
    expect(isIdentifier(text)).toBe(holds);
  });
});
