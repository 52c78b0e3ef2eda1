import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeReplayToken, encodeReplayToken, type ReplayCoordinates } from './replay-token.ts';

const coordinates: fc.Arbitrary<ReplayCoordinates> = fc.record({
  service: fc.constantFrom('gme' as const, 'trtc' as const, 'sparkrtc' as const),
  check: fc.string(),
  key: fc.string(),
  seed: fc.integer(),
  dialects: fc.array(fc.string(), { maxLength: 3 }),
  scope: fc.constantFrom('single' as const, 'mixed' as const, 'both' as const),
});

test('is one word of a command line and tells all that it was given', () => {
  fc.assert(
    fc.property(coordinates, (given) => {
      const token = encodeReplayToken(given);

      expect(token).toMatch(/^sc1\.[\w-]+$/u);
      expect(decodeReplayToken(token)).toEqual(given);
    }),
  );
});

test('that was cut, or to which something was added, is refused', () => {
  fc.assert(
    fc.property(
      coordinates,
      fc.nat(),
      fc.constantFrom('.', ' ', '=', '.x', '\n', '"', 'A'),
      (given, at, extra) => {
        const token = encodeReplayToken(given);
        for (const damaged of [token.slice(0, at % token.length), token + extra, extra + token]) {
          expect(() => decodeReplayToken(damaged)).toThrow(
            expect.objectContaining({ kind: 'USAGE' }),
          );
        }
      },
    ),
  );
});

test.each([
  ['', 'does not begin with sc1'],
  ['sc2.W10', 'does not begin with sc1'],
  ['sc1', 'cut short'],
  ['sc1.', 'cut short'],
  [`sc1.${Buffer.from('{}').toString('base64url')}`, 'its fields'],
  [`sc1.${Buffer.from('["gme","c","k","1",[],"both"]').toString('base64url')}`, 'its fields'],
  [`sc1.${Buffer.from('["gme","c","k",1.5,[],"both"]').toString('base64url')}`, 'its fields'],
  [`sc1.${Buffer.from('["An other","c","k",1,[],"both"]').toString('base64url')}`, 'its fields'],
  [`sc1.${Buffer.from('["gme","c","k",1,[7],"both"]').toString('base64url')}`, 'its fields'],
  [`sc1.${Buffer.from('["gme","c","k",1,[],"all"]').toString('base64url')}`, 'its fields'],
])('%j is refused: %s', (token, message) => {
  expect(() => decodeReplayToken(token)).toThrow(message);
});
