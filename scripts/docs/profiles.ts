import { allChecks } from '../../cli/checks.ts';
import type { Profile } from '#harness/check.ts';
import { profileClaims, profiles } from '#reports/outcome.ts';
import { code, table } from './markdown.ts';

/** What must be given for a profile to be judged. */
const needs: Readonly<Record<Profile, string>> = {
  wire: '`--endpoint`, `--secret-env`',
  state: 'the same and an observation: `--observe` or `--observe-command`',
  archive: '`--bucket`',
  recovery: 'all of these and `--recovers`; the bucket is written to',
};

/** The profiles: what each needs, how many checks it has, and what its certificate says. */
export function renderProfiles(): string {
  const checks = allChecks();
  return table(
    ['Profile', 'Needs', 'Checks', 'The certificate says'],
    profiles.map((profile) => {
      const own = checks.filter((check) => check.profile === profile);
      const musts = own.filter(({ level }) => level === 'MUST').length;
      const amount = `${String(musts)} MUST, ${String(own.length - musts)} SHOULD`;
      return [code(profile), needs[profile], amount, profileClaims[profile]];
    }),
  ).join('\n');
}
