import { isLosslessNumber, type Json } from '#contracts/json.ts';

/**
 * How far from now a moment may lie and still be one that this run made: identifiers of a run carry times of the
 * last hours, and local times without a zone are off by up to 14 hours.
 */
const windowMs = 36 * 3600 * 1000;

const clock = String.raw`(\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?`;
const zone = String.raw`\s?(?:Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?(?:\[[^\]]{1,40}\])?`;
/** `2026-11-20`, with or without a time, a zone and a zone's name; `/` in place of `-`, too. */
const calendar = new RegExp(
  String.raw`^(\d{4})([-/])(\d{2})\2(\d{2})(?:[T ]${clock}${zone})?$`,
  'u',
);
/** `Fri, 20 Nov 2026 04:31:05 GMT`, `Fri Nov 20 2026 04:31:05 GMT+0800 (China Standard Time)`. */
const spelled = /^[A-Z][a-z]{2},? .{8,60}$/u;
const epoch = /^\d{10}(?:\d{3}|\d{6}|\d{9})?(?:\.\d{1,9})?$/u;

/** Whether a text or number is a moment near `nowMs`: epoch in s, ms, µs or ns, ISO 8601 and its usual relatives. */
export function isTimeNear(text: string, nowMs: number): boolean {
  const moment = momentOf(text);
  return moment !== undefined && Math.abs(moment - nowMs) <= windowMs;
}

/** Zones are left out: the window is wider than they are. NaN where the text only looks like a moment. */
function momentOf(text: string): number | undefined {
  if (epoch.test(text)) {
    const whole = text.split('.')[0] ?? '';
    return Number(text) / 10 ** (whole.length - 13);
  }
  const found = calendar.exec(text);
  if (found !== null) {
    const [, year, , month, day, hour = 0, minute = 0, second = 0] = found;
    return Date.UTC(
      Number(year),
      Number(month) - 1,
      Number(day),
      Number(hour),
      Number(minute),
      Number(second),
    );
  }
  return spelled.test(text) ? Date.parse(text) : undefined;
}

/** `[2026,11,20,4,31,5,123]`: how Java's Jackson writes a LocalDateTime by default. */
export function isTimeTupleNear(list: readonly Json[], nowMs: number): boolean {
  if (list.length < 5 || list.length > 7) {
    return false;
  }
  const numbers = list.map((item) => (isLosslessNumber(item) ? Number(item.value) : Number.NaN));
  const [year = Number.NaN, month = Number.NaN, day = Number.NaN, hour = 0, minute = 0] = numbers;
  const moment = Date.UTC(year, month - 1, day, hour, minute);
  return numbers.every(Number.isInteger) && Math.abs(moment - nowMs) <= windowMs;
}
