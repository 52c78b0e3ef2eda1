import { describe, expect, it } from 'vitest';
import { formatCalendarTime, parseCalendarTime } from './calendar-time.ts';

describe('formatCalendarTime', () => {
  it.each([
    [0, 0, '1970-01-01-00-00-00'],
    [0, 8, '1970-01-01-08-00-00'],
    [253_402_300_799, 0, '9999-12-31-23-59-59'],
    [253_402_271_999, 8, '9999-12-31-23-59-59'],
  ])('%d in the zone +%d is %s, and back', (unixSeconds, zoneHours, text) => {
    expect(formatCalendarTime(unixSeconds, zoneHours)).toBe(text);
    expect(parseCalendarTime(text, zoneHours)).toBe(unixSeconds);
  });

  it.each([
    [-1, 8],
    [0.5, 8],
    [253_402_300_800, 0],
    [253_402_272_000, 8],
  ])('%d in the zone +%d has no such name', (unixSeconds, zoneHours) => {
    expect(() => formatCalendarTime(unixSeconds, zoneHours)).toThrow(
      `${String(unixSeconds)} is not a number of whole seconds in the years 1970 to 9999.`,
    );
  });
});

describe('parseCalendarTime', () => {
  it.each(['1970-01-01-07-59-59', '9999-12-32-00-00-00', '02023-02-09-16-16-45', ''])(
    'takes %j for none, without an error',
    (text) => {
      expect(parseCalendarTime(text, 8)).toBeUndefined();
    },
  );
});
