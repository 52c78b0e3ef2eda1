import { profiles, type Profile } from '#harness/check.ts';
import { SoundcheckError } from '#harness/errors.ts';
import { exitCodes } from '#harness/verdict.ts';
import { certifiedIn } from '#reports/certificate/page.ts';
import { suites } from '../services.ts';
import { toolVersion } from '../version.ts';
import { isEnvelope, openEnvelope, readPublicKey } from './envelope.ts';
import { certificateFaults } from './faults.ts';
import { parsedOf, readCertificate } from './read.ts';
import { readSubject } from './subject.ts';
import { textOf } from './wishes.ts';

/** Options of `soundcheck verify-certificate`, as texts. */
export interface VerifyOptions {
  readonly report?: string;
  readonly publicKey?: string;
  readonly require?: string;
  readonly subject?: string;
}

/**
 * The command `verify-certificate`: offline; says what the certificate certifies, or everything that is wrong with it.
 * @returns 0 where it holds, 1 where it must not be believed.
 * @throws SoundcheckError CONFIGURATION or USAGE where it cannot be judged.
 */
export async function verifyCertificate(
  path: string,
  options: VerifyOptions,
  now: Date,
  write: (text: string) => void,
): Promise<number> {
  const text = await textOf(path, 'the name of the certificate');
  const statement = await openedStatement(text, path, options.publicKey);
  if (statement === null) {
    write(`REFUSED ${path}\n  its signature is not of the given key\n`);
    return exitCodes.notMet;
  }
  const certificate = readCertificate(statement, path);
  const { soundcheck } = certificate.predicate;
  const suite = suites.find(({ service }) => service === soundcheck.service);
  const faults = certificateFaults(certificate, {
    now,
    toolVersion: toolVersion(),
    checks: suite === undefined ? null : [...suite.activeChecks, ...suite.archiveChecks],
    report: options.report === undefined ? null : await textOf(options.report, '--report'),
    required: readProfiles(options.require),
    subject: options.subject === undefined ? null : readSubject(options.subject).digest,
  });
  if (faults.length > 0) {
    write(`REFUSED ${path}\n${faults.map((fault) => `  ${fault}\n`).join('')}`);
    return exitCodes.notMet;
  }
  write(
    [
      `HOLDS ${path}: ${soundcheck.service}, ${certifiedIn(certificate).join(', ')}, until ${soundcheck.expires.slice(0, 10)}`,
      ...certificate.predicate.warnedTests.map((id) => `  warning: ${id}`),
      ...soundcheck.notTested.map((line) => `  not tested: ${line}`),
      ...(options.publicKey === undefined
        ? ['  unsigned: who can write the file can write another; sign with certify --sign-key']
        : ['  signed with the given key']),
      ...(options.report === undefined
        ? ['  not held against its report: give --report report.json']
        : []),
      '',
    ].join('\n'),
  );
  return exitCodes.met;
}

/** The statement itself; null where a signature is asked for and is not right. */
async function openedStatement(
  text: string,
  path: string,
  publicKey: string | undefined,
): Promise<string | null> {
  const parsed = parsedOf(text, path);
  if (publicKey === undefined) {
    return isEnvelope(parsed) ? Buffer.from(parsed.payload, 'base64').toString('utf8') : text;
  }
  if (!isEnvelope(parsed)) {
    throw new SoundcheckError(
      'CONFIGURATION',
      `${path} is not signed`,
      'Name certificate.dsse.json, which certify --sign-key writes, or leave --public-key out.',
    );
  }
  const key = readPublicKey(await textOf(publicKey, '--public-key'), publicKey);
  return openEnvelope(parsed, key);
}

function readProfiles(text: string | undefined): readonly Profile[] {
  const names = (text ?? '').split(',').filter((name) => name !== '');
  return names.map((name) => {
    const profile = profiles.find((one) => one === name);
    if (profile === undefined) {
      throw new SoundcheckError(
        'USAGE',
        `--require names no profile: ${JSON.stringify(name)}`,
        `The profiles are ${profiles.join(', ')}.`,
      );
    }
    return profile;
  });
}
