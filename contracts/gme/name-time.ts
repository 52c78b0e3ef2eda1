import { formatCalendarTime, parseCalendarTime } from '../calendar-time.ts';
import { defaultReading, type GmeReading } from './reading.ts';

/**
 * A time as names carry it: `yyyy-MM-dd-HH-mm-ss` at the reading's zone, which has no summer time.
 * @throws RangeError unless `unixSeconds` is an integer from 1970 to 9999.
 */
export function formatNameTime(unixSeconds: number, reading: GmeReading = defaultReading): string {
  return formatCalendarTime(unixSeconds, reading.nameZoneHours);
}

/**
 * The unix seconds that a name's time stands for.
 * @returns undefined where the text is no such time, is not in the calendar (leap seconds are not), or lies before 1970.
 */
export function parseNameTime(
  text: string,
  reading: GmeReading = defaultReading,
): number | undefined {
  return parseCalendarTime(text, reading.nameZoneHours);
}
