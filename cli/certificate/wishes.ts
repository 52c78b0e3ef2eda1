import { readFile } from 'node:fs/promises';
import { SoundcheckError } from '#harness/errors.ts';
import { validDaysDefault } from '#reports/certificate/statement.ts';
import type { Configuration } from '../options.ts';
import { readPrivateKey } from './envelope.ts';
import type { CertificateWishes } from './files.ts';
import { readSubject } from './subject.ts';

/**
 * Reads what the configuration says about the certificate, before anything is sent: a run of minutes must not end with
 * a key that cannot be read.
 * @throws SoundcheckError CONFIGURATION for an unclear subject or an unreadable key.
 */
export async function readWishes({
  subject,
  signKey,
  certificateDays,
}: Configuration): Promise<CertificateWishes> {
  return {
    subject: subject === undefined ? null : readSubject(subject),
    privateKey:
      signKey === undefined ? null : readPrivateKey(await textOf(signKey, '--sign-key'), signKey),
    validDays: certificateDays ?? validDaysDefault,
  };
}

/** A small text file. @throws SoundcheckError CONFIGURATION naming the option. */
export async function textOf(path: string, option: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new SoundcheckError(
      'CONFIGURATION',
      `${path} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`,
      `Correct ${option}.`,
      { cause },
    );
  }
}
