/** The seed of every property run in CI, so that a red build can be repeated from its commit alone. */
export const ciSeed = 20_261_120;

/**
 * The fast-check seed of one test run, a signed 32-bit integer: `FAST_CHECK_SEED` when it is set,
 * the fixed one in CI, otherwise a fresh one, so that a developer's machine keeps exploring.
 * @throws RangeError when `FAST_CHECK_SEED` is not a 32-bit integer.
 */
export function chooseSeed(
  env: Readonly<Record<string, string | undefined>>,
  fresh: () => number,
): number {
  const asked = env['FAST_CHECK_SEED'];
  if (asked !== undefined && asked !== '') {
    const seed = Number(asked);
    if ((seed | 0) !== seed) {
      throw new RangeError(`FAST_CHECK_SEED must be a 32-bit integer, not "${asked}".`);
    }
    return seed;
  }
  const inCi = env['CI'] !== undefined && env['CI'] !== '' && env['CI'] !== 'false';
  return inCi ? ciSeed : fresh();
}
