import { describe, expect, test } from 'vitest';
import { gmeSuite } from './registry.ts';

describe('the application id of GME', () => {
  test.each(['1', '1400000000', '140000000012345'])('may be %s', (appId) => {
    expect(gmeSuite.configurationFault(appId, [])).toBeNull();
  });

  test.each(['', '0', '01400000000', '14e8', ' 1400000000', '1400000000\n', '1400000000123456'])(
    'cannot be %j',
    (appId) => {
      expect(gmeSuite.configurationFault(appId, [])).toEqual({
        message: `--app-id is not a BizID: ${JSON.stringify(appId)}`,
        hint: expect.stringContaining('1400123456') as string,
      });
    },
  );
});

describe('the dialects of GME', () => {
  test('may be its own', () => {
    expect(gmeSuite.configurationFault('1', ['gme-sig-hex', 'gme-name-utc'])).toBeNull();
  });

  test.each([
    [['gme-sig-hax'], "--dialect: There is no dialect named 'gme-sig-hax'."],
    [['gme-sig-hex', 'gme-sig-base64-of-hex'], '--dialect: The dialects'],
  ])('cannot be %j', (dialects, message) => {
    expect(gmeSuite.configurationFault('1', dialects)).toEqual({
      message: expect.stringContaining(message) as string,
      hint: 'See `soundcheck checks --dialects` for the names.',
    });
  });
});
