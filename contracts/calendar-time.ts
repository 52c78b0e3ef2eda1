/** Last second of the year 9999 at UTC: later times do not fit the formats of names. */
const unixSecondsMax = 253_402_300_799;

/**
 * A time as names carry it: `yyyy-MM-dd-HH-mm-ss` in a zone without summer time.
 * @param zoneHours Whole hours ahead of UTC.
 * @throws RangeError unless `unixSeconds` is an integer from 1970 to the end of the zone's year 9999.
 */
export function formatCalendarTime(unixSeconds: number, zoneHours: number): string {
  if (
    !Number.isSafeInteger(unixSeconds) ||
    unixSeconds < 0 ||
    unixSeconds > unixSecondsMax - zoneHours * 3600
  ) {
    throw new RangeError(
      `${String(unixSeconds)} is not a number of whole seconds in the years 1970 to 9999.`,
    );
  }
  const local = new Date((unixSeconds + zoneHours * 3600) * 1000);
  return local.toISOString().slice(0, 19).replaceAll(/[T:]/gu, '-');
}

/**
 * The unix seconds that a name's time stands for.
 * @returns undefined where the text is no such time, is not in the calendar (leap seconds are not), or lies before 1970.
 */
export function parseCalendarTime(text: string, zoneHours: number): number | undefined {
  const parts = /^(\d{4}-\d{2}-\d{2})-(\d{2})-(\d{2})-(\d{2})$/u.exec(text);
  if (parts === null) {
    return undefined;
  }
  const [, date, hours, minutes, seconds] = parts.map(String);
  const milliseconds = Date.parse(
    `${String(date)}T${String(hours)}:${String(minutes)}:${String(seconds)}Z`,
  );
  // Not a number where there is no such time: then it is not 0 or more, either.
  const unixSeconds = milliseconds / 1000 - zoneHours * 3600;
  return unixSeconds >= 0 && formatCalendarTime(unixSeconds, zoneHours) === text
    ? unixSeconds
    : undefined;
}
