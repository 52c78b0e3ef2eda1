import { SoundcheckError } from '#harness/errors.ts';
import type { RunResult } from '#harness/result.ts';
import { decodeReplayToken } from '#harness/run/replay-token.ts';
import { experimentAt } from '#harness/run/run-checks.ts';
import { certify, type CertifyHooks } from './certify.ts';
import type { Configuration } from './options.ts';
import { suites } from './services.ts';

/**
 * Runs one counterexample again, with identifiers of its own, and replays it as often as a first failure. The run is
 * not met exactly when the case still fails, whatever the check's level, and it certifies nothing.
 * @throws SoundcheckError USAGE where the token is none, or names a check or case that this version does not have.
 */
export async function replay(
  token: string,
  configuration: Configuration,
  hooks: CertifyHooks,
): Promise<RunResult> {
  const { service, check: id, key, seed, dialects, scope } = decodeReplayToken(token);
  if (!suites.some((suite) => suite.service === service)) {
    throw new SoundcheckError(
      'USAGE',
      `this version has no checks for ${service}`,
      'The token was made by another version: replay it with that one.',
    );
  }
  // Profiles, waivers and shards choose among all checks; here there is one, and whether it fails is the question.
  const { profile: _, waivers: __, shard: ___, ...target } = configuration;
  return certify(
    {
      ...target,
      service,
      seed,
      dialect: dialects,
      scope,
      runs: 0,
      regressions: 'off',
      failOn: 'should',
      // One case certifies nothing: the run counts as filtered.
      only: id,
    },
    {
      ...hooks,
      checks: (suite, context) => {
        const check = suite.activeChecks.find((candidate) => candidate.id === id);
        if (check === undefined || experimentAt(check, context, key) === undefined) {
          throw new SoundcheckError(
            'USAGE',
            `this version has no case ${key} of ${id}`,
            'The token was made by another version; run the check itself: --only with its id.',
          );
        }
        return [
          {
            ...check,
            needs: [],
            experiments: (fresh) =>
              [experimentAt(check, fresh, key)].filter((found) => found !== undefined),
          },
        ];
      },
    },
  );
}
