import { formatCalendarTime, parseCalendarTime } from '../calendar-time.ts';
import { defaultReading, type TrtcReading } from './reading.ts';

/**
 * A time as names of segments carry it: 17 digits `yyyyMMddHHmmssSSS` at the reading's zone, UTC by default.
 * @throws RangeError unless `unixMs` is an integer from 1970 to the end of the zone's year 9999.
 */
export function formatNameTime(unixMs: number, reading: TrtcReading = defaultReading): string {
  if (!Number.isSafeInteger(unixMs)) {
    throw new RangeError(`${unixMs} is not a number of whole milliseconds.`);
  }
  const seconds = Math.floor(unixMs / 1000);
  const calendar = formatCalendarTime(seconds, reading.nameZoneHours).replaceAll('-', '');
  return calendar + String(unixMs - seconds * 1000).padStart(3, '0');
}

/**
 * The unix milliseconds that a name's time stands for.
 * @returns undefined where the text is no such time, is not in the calendar (leap seconds are not), or lies before 1970.
 */
export function parseNameTime(
  text: string,
  reading: TrtcReading = defaultReading,
): number | undefined {
  const digits = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d{3})$/u.exec(text);
  if (digits === null) {
    return undefined;
  }
  const calendar = digits.slice(1, 7).join('-');
  const seconds = parseCalendarTime(calendar, reading.nameZoneHours);
  return seconds === undefined ? undefined : seconds * 1000 + Number(digits[7]);
}
