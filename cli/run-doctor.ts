import type { Configuration } from './options.ts';

/** placeholder replaced below */
export function runDoctor(
  _configuration: Configuration,
  _environment: Readonly<Record<string, string | undefined>>,
): Promise<number> {
  return Promise.resolve(0);
}
