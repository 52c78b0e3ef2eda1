import { isLosslessNumber, type Json } from '#contracts/json.ts';

/**
 * How far from now a moment may lie and still be one that this run made: identifiers of a run carry times of the
 * last hours, and local times without a zone are off by up to 14 hours.
 */
const windowMs = 36 * 3600 * 1000;

const iso =
  /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?\s?(?:Z|UTC|[+-]\d{2}:?\d{2})?(?:\[[^\]]{1,40}\])?)?$/u;
const spelled = /^[A-Z][a-z]{2},? .{8,40}$/u;
const slashed = /^\d{4}\/\d{2}\/\d{2}[ T]\d{2}:\d{2}(?::\d{2})?$/u;
const epoch = /^\d{10}(?:\d{3}|\d{6}|\d{9})?(?:\.\d{1,9})?$/u;

/** Whether a text or number is a moment near `nowMs`: epoch in s, ms, µs or ns, ISO 8601 and its usual relatives. */
export function isTimeNear(text: string, nowMs: number): boolean {
  const moment = momentOf(text);
  return moment !== undefined && Math.abs(moment - nowMs) <= windowMs;
}

function momentOf(text: string): number | undefined {
  if (epoch.test(text)) {
    const whole = text.split('.')[0] ?? '';
    return Number(text) / 10 ** (whole.length - 13);
  }
  if (iso.test(text)) {
    return parsed(text.slice(0, 19).replace(' ', 'T') + (text.length >= 16 ? 'Z' : ''));
  }
  if (slashed.test(text)) {
    return parsed(`${text.slice(0, 16).replaceAll('/', '-').replace(' ', 'T')}Z`);
  }
  return spelled.test(text) ? parsed(text) : undefined;
}

function parsed(text: string): number | undefined {
  const normal = /T\d{2}:\d{2}Z$/u.test(text) ? text.replace(/Z$/u, ':00Z') : text;
  const moment = Date.parse(
    normal.replace(/(?:T\d{2}:\d{2}:\d{2})[^Z].*$/u, (tail) => `${tail.slice(0, 9)}Z`),
  );
  return Number.isNaN(moment) ? undefined : moment;
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
