import { suites } from '../../cli/services.ts';
import type { Profile } from '#harness/check.ts';
import type { Suite } from '#harness/suite.ts';
import { profileClaims, profiles } from '#reports/outcome.ts';
import { code, table } from './markdown.ts';

/** What must be given for a profile to be judged. */
const needs: Readonly<Record<Profile, string>> = {
  wire: '`--endpoint`, `--secret-env`',
  state: 'the same and an observation: `--observe` or `--observe-command`',
  archive: '`--bucket`',
  recovery: 'all of these and `--recovers`; the bucket is written to',
};

/** The profiles: what each needs, how many checks each service has in it (MUST + SHOULD), and what its certificate says. */
export function renderProfiles(): string {
  return table(
    [
      'Profile',
      'Needs',
      ...suites.map(({ service }) => `${code(service)}: MUST + SHOULD`),
      'The certificate says',
    ],
    profiles.map((profile) => [
      code(profile),
      needs[profile],
      ...suites.map((suite) => amountOf(suite, profile)),
      profileClaims[profile],
    ]),
  ).join('\n');
}

function amountOf({ activeChecks, archiveChecks }: Suite, profile: Profile): string {
  const own = [...activeChecks, ...archiveChecks].filter((check) => check.profile === profile);
  const musts = own.filter(({ level }) => level === 'MUST').length;
  return `${String(musts)} + ${String(own.length - musts)}`;
}
