import { profiles, type Check, type Profile } from '#harness/check.ts';
import { judgeProfiles } from '#harness/judge.ts';
import type { RunResult } from '#harness/result.ts';
import { canonicalJson } from '#reports/certificate/canonical.ts';
import { checkSetOf } from '#reports/certificate/check-set.ts';
import { certificateOf, integrityOf, type Certificate } from '#reports/certificate/statement.ts';
import { sha256 } from './digest.ts';

/** What a certificate is held against. */
export interface CertificateContext {
  /** The moment for which it must hold. */
  readonly now: Date;
  readonly toolVersion: string;
  /** The checks of the certificate's service in this version; null where there is no such service. */
  readonly checks: readonly Check[] | null;
  /** `report.json` of the run, where it is at hand. */
  readonly report: string | null;
  /** Profiles that must be certified; empty: any. */
  readonly required: readonly Profile[];
  /** Digest that the subject must have; null: any. */
  readonly subject: Readonly<Record<string, string>> | null;
}

/** Everything for which a certificate must not be believed, one sentence each; none where it holds. Pure. */
export function certificateFaults(
  certificate: Certificate,
  context: CertificateContext,
): readonly string[] {
  const { soundcheck } = certificate.predicate;
  if (integrityOf(certificate, sha256) !== soundcheck.integrity) {
    return ['the certificate was edited: its own digest does not fit its text'];
  }
  return [
    ...ageFaults(certificate, context.now),
    ...setFaults(certificate, context),
    ...nameFaults(certificate, context),
    ...demandFaults(certificate, context),
    ...(context.report === null ? [] : reportFaults(certificate, context.report)),
  ];
}

function ageFaults({ predicate }: Certificate, now: Date): readonly string[] {
  const { expires, finishedAt } = predicate.soundcheck;
  return [
    ...(Date.parse(expires) < now.getTime() ? [`it expired at ${expires}`] : []),
    ...(Date.parse(finishedAt) > now.getTime() + clockSkewMs
      ? [`its run ended in the future, at ${finishedAt}`]
      : []),
  ];
}

/** Clocks of the machine that ran and of the one that verifies may differ by so much. */
const clockSkewMs = 10 * 60 * 1000;

/** The checks must be those of the catalogue, all of them: a filtered or stitched run has others. */
function setFaults(
  { predicate }: Certificate,
  { checks, toolVersion }: CertificateContext,
): readonly string[] {
  const { service, tool } = predicate.soundcheck;
  if (checks === null) {
    return [`this version knows no service ${JSON.stringify(service)}`];
  }
  if (tool.version !== toolVersion) {
    return [
      `it was made by soundcheck ${tool.version}, and the checks of another version are not known to ${toolVersion}: verify with that version, or certify anew`,
    ];
  }
  return certifiedIn(predicate.soundcheck).flatMap((profile) => {
    const own = predicate.soundcheck.profiles[profile];
    const wanted = checkSetOf(checks, profile, sha256);
    return own.sha256 === wanted.sha256
      ? []
      : [
          `profile ${profile} was judged by ${String(own.checks)} checks that are not the ${String(wanted.checks)} of the catalogue`,
        ];
  });
}

function certifiedIn({
  profiles: own,
}: Certificate['predicate']['soundcheck']): readonly Profile[] {
  return profiles.filter((profile) => own[profile].certified);
}

/** Every check of a certified profile must be named exactly once, and none as failed. */
function nameFaults({ predicate }: Certificate, { checks }: CertificateContext): readonly string[] {
  const certified = certifiedIn(predicate.soundcheck);
  const named = [
    ...predicate.passedTests,
    ...predicate.warnedTests,
    ...predicate.soundcheck.notApplicable,
  ].toSorted();
  const wanted = (checks ?? [])
    .filter(({ profile }) => certified.includes(profile))
    .map(({ id }): string => id)
    .toSorted();
  return [
    ...(predicate.failedTests.length > 0
      ? [`it names failed checks: ${predicate.failedTests.join(', ')}`]
      : []),
    ...(checks === null || named.join() === wanted.join()
      ? []
      : [
          `it does not name each check of ${certified.join(', ')} once: ${differenceOf(named, wanted)}`,
        ]),
    ...(certified.length === 0 ? ['it certifies no profile'] : []),
    ...certified
      .filter((profile) => predicate.soundcheck.profiles[profile].verdict !== 'met')
      .map((profile) => `profile ${profile} is certified though it is not met`),
    ...waiverFaults(predicate),
  ];
}

function differenceOf(named: readonly string[], wanted: readonly string[]): string {
  const missing = wanted.filter((id) => !named.includes(id));
  const foreign = named.filter((id, index) => !wanted.includes(id) || named.indexOf(id) !== index);
  return [
    ...(missing.length > 0 ? [`missing ${missing.slice(0, 3).join(', ')}`] : []),
    ...(foreign.length > 0 ? [`foreign or repeated ${foreign.slice(0, 3).join(', ')}`] : []),
  ].join('; ');
}

function waiverFaults({
  soundcheck,
  result,
  warnedTests,
}: Certificate['predicate']): readonly string[] {
  return [
    ...soundcheck.waivers
      .filter(({ expires }) => expires < soundcheck.finishedAt.slice(0, 10))
      .map(({ check, expires }) => `the waiver of ${check} had expired on ${expires}`),
    ...((result === 'PASSED') === (warnedTests.length === 0)
      ? []
      : [`its result ${result} does not fit its warnings`]),
  ];
}

function demandFaults(
  { subject, predicate }: Certificate,
  { required, subject: wanted }: CertificateContext,
): readonly string[] {
  const certified = certifiedIn(predicate.soundcheck);
  return [
    ...required
      .filter((profile) => !certified.includes(profile))
      .map((profile) => `profile ${profile} is required, and not certified`),
    ...(wanted === null ||
    subject.some(({ digest }) => canonicalJson(digest) === canonicalJson(wanted))
      ? []
      : ['it is about another subject']),
  ];
}

/** The report must be the one that was hashed, and must come to this very certificate. */
function reportFaults(certificate: Certificate, text: string): readonly string[] {
  const hashed = certificate.predicate.configuration.find(({ name }) => name === 'report.json');
  if (hashed?.digest['sha256'] !== sha256(text)) {
    return ['report.json is not the one that the certificate was made of'];
  }
  const result = JSON.parse(text) as Omit<RunResult, 'serviceTitle'>;
  const { soundcheck } = certificate.predicate;
  const [subject] = certificate.subject;
  const days = (Date.parse(soundcheck.expires) - Date.parse(soundcheck.finishedAt)) / 86_400_000;
  const again = certificateOf(
    { ...result, serviceTitle: '' },
    { sha256, report: text, subject: subject ?? null, validDays: days },
  );
  return again === null || canonicalJson(again) !== canonicalJson(certificate)
    ? ['report.json does not come to this certificate']
    : verdictFaults(result, certifiedIn(soundcheck));
}

/** The report's own verdicts are computed anew: what its checks come to is not a matter of what it says. */
function verdictFaults(
  { checks, profiles: said }: Pick<RunResult, 'checks' | 'profiles'>,
  certified: readonly Profile[],
): readonly string[] {
  const judged = judgeProfiles(checks, certified, 'must');
  return certified
    .filter((profile) => judged[profile] !== 'met' || said[profile] !== 'met')
    .map((profile) => `the checks in report.json leave profile ${profile} ${judged[profile]}`);
}
