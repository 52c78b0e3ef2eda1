import type { Profile } from '#harness/check.ts';
import type { CheckResult, ProfileVerdict, RunResult, WaiverMark } from '#harness/result.ts';
import { outcomeOf, profiles } from '../outcome.ts';
import { canonicalJson, type Sha256 } from './canonical.ts';
import { checkSetOf, type CheckSet } from './check-set.ts';

/** What was tested, as in-toto names it. */
export interface CertificateSubject {
  readonly name: string;
  /** By algorithm: `gitCommit`, `sha256`, … */
  readonly digest: Readonly<Record<string, string>>;
}

/** One profile of a certificate. */
export interface CertifiedProfile extends CheckSet {
  readonly verdict: ProfileVerdict;
  /** Whether this certificate certifies the profile. */
  readonly certified: boolean;
}

/** What Soundcheck says beyond the in-toto predicate; consumers that do not know it ignore it. */
export interface CertificateDetails {
  readonly schema: 'soundcheck-certificate/1';
  readonly tool: { readonly name: 'soundcheck'; readonly version: string };
  readonly service: string;
  readonly target: RunResult['target'];
  readonly scope: RunResult['scope'];
  readonly dialects: readonly string[];
  readonly profiles: Readonly<Record<Profile, CertifiedProfile>>;
  readonly counts: RunResult['counts'];
  readonly waivers: readonly (WaiverMark & { readonly check: string })[];
  readonly notApplicable: readonly string[];
  readonly notTested: readonly string[];
  readonly seed: number;
  readonly startedAt: string;
  readonly finishedAt: string;
  /** The certificate says nothing after this moment. */
  readonly expires: string;
  /** SHA-256 of the canonical JSON of the statement without this member: an edit by hand shows. */
  readonly integrity: string;
}

/**
 * `certificate.json`: an in-toto Statement v1 with the predicate test-result v0.1
 * (https://in-toto.io/attestation/test-result/v0.1).
 */
export interface Certificate {
  readonly _type: 'https://in-toto.io/Statement/v1';
  readonly subject: readonly CertificateSubject[];
  readonly predicateType: 'https://in-toto.io/attestation/test-result/v0.1';
  readonly predicate: {
    /** `WARNED`: certified with waivers or with advice not followed. */
    readonly result: 'PASSED' | 'WARNED';
    readonly configuration: readonly CertificateSubject[];
    readonly passedTests: readonly string[];
    readonly warnedTests: readonly string[];
    readonly failedTests: readonly string[];
    readonly soundcheck: CertificateDetails;
  };
}

/** What a certificate needs beyond the run. */
export interface CertificateOptions {
  readonly sha256: Sha256;
  /** `report.json` as written; its digest stands in the certificate. */
  readonly report: string;
  /** Commit, image or build that was tested; null names the target alone. */
  readonly subject: CertificateSubject | null;
  /** Days from the run's end to the expiry, 1 to 365. */
  readonly validDays: number;
}

/** A certificate is valid for so many days unless its owner says less or more. */
export const validDaysDefault = 90;

const dayMs = 24 * 3600 * 1000;

/**
 * The certificate of a run, or null where it certifies nothing: a filtered, interrupted or failed run has none.
 * Only checks of certified profiles are named as tests. Pure and deterministic.
 */
export function certificateOf(
  result: RunResult,
  { sha256, report, subject, validDays }: CertificateOptions,
): Certificate | null {
  if (result.verdict !== 'met' || result.certificates.length === 0) {
    return null;
  }
  const certified = result.checks.filter(({ profile }) => result.certificates.includes(profile));
  const named = (...wanted: readonly string[]): readonly string[] =>
    certified
      .filter((check) => wanted.includes(outcomeOf(check, result.startedAt)))
      .map(({ id }) => id)
      .sort();
  const warnedTests = named('advice', 'waived', 'untested');
  const finishedMs = Date.parse(result.startedAt) + result.durationMs;
  const details: Omit<CertificateDetails, 'integrity'> = {
    schema: 'soundcheck-certificate/1',
    tool: { name: 'soundcheck', version: result.tool.version },
    service: result.service,
    target: result.target,
    scope: result.scope,
    dialects: result.dialects,
    profiles: profilesOf(result, sha256),
    counts: result.counts,
    waivers: waiversOf(result.checks),
    notApplicable: named('not-applicable'),
    notTested: result.notTested,
    seed: result.seed,
    startedAt: result.startedAt,
    finishedAt: new Date(finishedMs).toISOString(),
    expires: new Date(finishedMs + validDays * dayMs).toISOString(),
  };
  const statement = {
    _type: 'https://in-toto.io/Statement/v1',
    subject: [subject ?? targetSubject(result, sha256)],
    predicateType: 'https://in-toto.io/attestation/test-result/v0.1',
    predicate: {
      result: warnedTests.length === 0 ? 'PASSED' : 'WARNED',
      configuration: [{ name: 'report.json', digest: { sha256: sha256(report) } }],
      passedTests: named('met'),
      warnedTests,
      failedTests: [],
      soundcheck: details,
    },
  } as const;
  return sealed(statement, sha256);
}

/** A statement whose integrity digest is not yet made. */
type Unsealed = Omit<Certificate, 'predicate'> & {
  readonly predicate: Omit<Certificate['predicate'], 'soundcheck'> & {
    readonly soundcheck: Omit<CertificateDetails, 'integrity'>;
  };
};

function sealed(statement: Unsealed, sha256: Sha256): Certificate {
  const { predicate } = statement;
  const integrity = sha256(canonicalJson(statement));
  return {
    ...statement,
    predicate: { ...predicate, soundcheck: { ...predicate.soundcheck, integrity } },
  };
}

/** The digest that a certificate's own text must have, computed anew. */
export function integrityOf(certificate: Certificate, sha256: Sha256): string {
  const { integrity: _, ...details } = certificate.predicate.soundcheck;
  return sha256(
    canonicalJson({
      ...certificate,
      predicate: { ...certificate.predicate, soundcheck: details },
    }),
  );
}

/** Without a commit or image the subject is the target's description: who deploys another build must certify anew. */
function targetSubject({ target, service }: RunResult, sha256: Sha256): CertificateSubject {
  return {
    name: target.embedded
      ? 'the embedded reference'
      : (target.endpoint ?? target.bucket ?? service),
    digest: { sha256: sha256(canonicalJson({ service, target })) },
  };
}

function profilesOf(result: RunResult, sha256: Sha256): CertificateDetails['profiles'] {
  const entries = profiles.map((profile): readonly [Profile, CertifiedProfile] => [
    profile,
    {
      verdict: result.profiles[profile],
      certified: result.certificates.includes(profile),
      ...checkSetOf(result.checks, profile, sha256),
    },
  ]);
  return Object.fromEntries(entries) as Record<Profile, CertifiedProfile>;
}

function waiversOf(checks: readonly CheckResult[]): CertificateDetails['waivers'] {
  return checks.flatMap(({ id, waiver }) => (waiver === null ? [] : [{ check: id, ...waiver }]));
}
