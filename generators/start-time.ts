import fc from 'fast-check';

const hourSeconds = 3600;
const daySeconds = 24 * hourSeconds;

/** Unix seconds of a midnight at UTC+8. */
function midnight(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / 1000 - 8 * hourSeconds;
}

/** 2023-02-09 12:00:00 at UTC+8: a plain Thursday noon. */
const noon = midnight(2023, 2, 9) + 12 * hourSeconds;

const yearEnds = [2020, 2024, 2025, 2030].map((year) => midnight(year, 1, 1));
const leapDays = [2020, 2024, 2028].flatMap((year) => [
  midnight(year, 2, 29),
  midnight(year, 3, 1),
]);
const commonFebruaryEnds = [midnight(2023, 3, 1), midnight(2100, 3, 1)];

/**
 * Unix seconds at which sessions start: any hour, and shortly before or exactly at turns of the day, of February and
 * of the year at UTC+8, and of the day at UTC. Shrinks to a plain noon.
 */
export function startTimes(): fc.Arbitrary<number> {
  const days = fc.integer({ min: 0, max: 3650 });
  const turns = fc.oneof(
    days.map((day) => midnight(2023, 2, 10) + day * daySeconds),
    days.map((day) => midnight(2023, 2, 10) + day * daySeconds + 8 * hourSeconds),
    fc.constantFrom(...yearEnds),
    fc.constantFrom(...leapDays, ...commonFebruaryEnds),
  );
  const ahead = fc.constantFrom(0, 1, 2, 30, 7199, 7200, 7201);
  return fc.oneof(
    { withCrossShrink: true },
    {
      weight: 1,
      arbitrary: fc.integer({ min: 0, max: 87_600 }).map((hours) => noon + hours * hourSeconds),
    },
    { weight: 2, arbitrary: fc.tuple(turns, ahead).map(([turn, before]) => turn - before) },
  );
}
