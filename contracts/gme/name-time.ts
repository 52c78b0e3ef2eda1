import { limits } from './limits.ts';
import { defaultReading, type GmeReading } from './reading.ts';

/**
 * A time as names carry it: `yyyy-MM-dd-HH-mm-ss` at the reading's zone, which has no summer time.
 * @throws RangeError unless `unixSeconds` is an integer from 1970 to 9999.
 */
export function formatNameTime(unixSeconds: number, reading: GmeReading = defaultReading): string {
  if (
    !Number.isSafeInteger(unixSeconds) ||
    unixSeconds < 0 ||
    unixSeconds > limits.nameUnixSecondsMax
  ) {
    throw new RangeError(
      `${String(unixSeconds)} is not a number of whole seconds in the years 1970 to 9999.`,
    );
  }
  const local = new Date((unixSeconds + reading.nameZoneHours * 3600) * 1000);
  return local.toISOString().slice(0, 19).replaceAll(/[T:]/gu, '-');
}

/**
 * The unix seconds that a name's time stands for.
 * @returns undefined where the text is no such time, is not in the calendar (leap seconds are not), or lies before 1970.
 */
export function parseNameTime(
  text: string,
  reading: GmeReading = defaultReading,
): number | undefined {
  const parts = /^(\d{4}-\d{2}-\d{2})-(\d{2})-(\d{2})-(\d{2})$/u.exec(text);
  if (parts === null) {
    return undefined;
  }
  const [, date, hours, minutes, seconds] = parts.map(String);
  const milliseconds = Date.parse(
    `${String(date)}T${String(hours)}:${String(minutes)}:${String(seconds)}Z`,
  );
  if (Number.isNaN(milliseconds)) {
    return undefined;
  }
  const unixSeconds = milliseconds / 1000 - reading.nameZoneHours * 3600;
  if (unixSeconds < 0 || unixSeconds > limits.nameUnixSecondsMax) {
    return undefined;
  }
  return formatNameTime(unixSeconds, reading) === text ? unixSeconds : undefined;
}
