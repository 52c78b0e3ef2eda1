import type { RunResult } from '#harness/result.ts';
import { experimentAt } from '#harness/run/run-checks.ts';
import { certify, type CertifyHooks } from './certify.ts';
import { caseOf, experimentOf } from './export/case.ts';
import type { Configuration } from './options.ts';

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
  const { coordinates, check } = caseOf(token);
  const { service, key, seed, dialects, scope } = coordinates;
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
      only: check.id,
    },
    {
      ...hooks,
      checks: (_suite, context) => {
        experimentOf({ check, coordinates }, context);
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
