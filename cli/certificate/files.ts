import type { KeyObject } from 'node:crypto';
import type { RunResult } from '#harness/result.ts';
import { renderBadge } from '#reports/certificate/badge.ts';
import { renderCertificatePage } from '#reports/certificate/page.ts';
import {
  certificateOf,
  validDaysDefault,
  type CertificateSubject,
} from '#reports/certificate/statement.ts';
import type { Language } from '#reports/language/language.ts';
import { sha256 } from './digest.ts';
import { signStatement } from './envelope.ts';

/** What the owner of a run says about its certificate. */
export interface CertificateWishes {
  readonly subject: CertificateSubject | null;
  /** Ed25519; null leaves the certificate unsigned. */
  readonly privateKey: KeyObject | null;
  readonly validDays: number;
}

/** A certificate of the target alone, unsigned, for the usual time. */
export const plainWishes: CertificateWishes = {
  subject: null,
  privateKey: null,
  validDays: validDaysDefault,
};

/** Every file that a certificate may consist of. */
export const certificateFileNames = [
  'certificate.json',
  'certificate.dsse.json',
  'certificate.svg',
  'certificate.html',
] as const;

/**
 * The files of a run's certificate, by name; none where the run certifies nothing. Pure but for the signature.
 * @param language of page and badge; the statement is for programs.
 */
export function certificateFiles(
  result: RunResult,
  report: string,
  { subject, privateKey, validDays }: CertificateWishes,
  language: Language = 'en',
): ReadonlyMap<(typeof certificateFileNames)[number], string> {
  const certificate = certificateOf(result, { sha256, report, subject, validDays });
  if (certificate === null) {
    return new Map();
  }
  const statement = `${JSON.stringify(certificate, undefined, 2)}\n`;
  const envelope =
    privateKey === null
      ? []
      : [
          [
            'certificate.dsse.json',
            `${JSON.stringify(signStatement(statement, privateKey), undefined, 2)}\n`,
          ] as const,
        ];
  return new Map([
    ['certificate.json', statement] as const,
    ...envelope,
    ['certificate.svg', renderBadge(certificate, language)] as const,
    ['certificate.html', renderCertificatePage(certificate, language)] as const,
  ]);
}
