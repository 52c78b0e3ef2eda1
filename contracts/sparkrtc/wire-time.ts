import { formatCalendarTime, parseCalendarTime } from '../calendar-time.ts';

/**
 * A time as `start_time` and `end_time` carry it: `2021-04-28T08:56:57Z`, always UTC.
 * @throws RangeError unless `unixSeconds` is an integer from 1970 to 9999.
 */
export function formatWireTime(unixSeconds: number): string {
  const [date, time] = splitDate(formatCalendarTime(unixSeconds, 0));
  return `${date}T${time.replaceAll('-', ':')}Z`;
}

/** The unix seconds of a `start_time` or `end_time`; undefined where the text is no such time or not in the calendar. */
export function parseWireTime(text: string): number | undefined {
  const parts = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):(\d{2})Z$/u.exec(text);
  return parts === null ? undefined : parseCalendarTime(parts.slice(1).join('-'), 0);
}

function splitDate(calendarTime: string): readonly [date: string, time: string] {
  const dateLength = 'yyyy-MM-dd'.length;
  return [calendarTime.slice(0, dateLength), calendarTime.slice(dateLength + 1)];
}
