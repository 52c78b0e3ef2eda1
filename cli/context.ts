import { randomBytes } from 'node:crypto';
import type { SuiteContext } from '#harness/suite.ts';
import type { Configuration } from './options.ts';

/** The seed of a run that names none. */
export const seedDefault = 1;

/**
 * What the builders of experiments may know of a configuration, with identifiers of its own.
 * @param secretKey the callback key; empty where nothing is sent.
 * @param rule the recording rule in force, as the suite made it; null where none is given.
 */
export function contextOf(
  configuration: Configuration,
  secretKey: string,
  rule: unknown,
): SuiteContext {
  return {
    appId: configuration.appId ?? '',
    secretKey,
    dialects: configuration.dialect ?? [],
    scope: configuration.scope ?? 'both',
    seed: configuration.seed ?? seedDefault,
    nonce: randomBytes(6).toString('hex'),
    nowMs: Date.now(),
    responseTimeMsMax: 5000,
    mapping: configuration.recordings ?? null,
    rule,
  };
}
