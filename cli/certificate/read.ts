import { SoundcheckError } from '#harness/errors.ts';
import { profiles } from '#harness/check.ts';
import type { Certificate } from '#reports/certificate/statement.ts';
import { shapeFault, type Shape } from '../shape.ts';

/**
 * Reads a certificate's text.
 * @throws SoundcheckError CONFIGURATION where it is no certificate of Soundcheck, naming what is missing.
 */
export function readCertificate(text: string, source: string): Certificate {
  const value = parsedOf(text, source);
  const missing = shapeFault(value, certificateShape);
  if (missing !== null) {
    throw new SoundcheckError(
      'CONFIGURATION',
      `${source} is no certificate of Soundcheck: ${missing}`,
      'Name the certificate.json (or certificate.dsse.json) that certify wrote.',
    );
  }
  return value as Certificate;
}

/** JSON from a file. @throws SoundcheckError CONFIGURATION where it is none. */
export function parsedOf(text: string, source: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new SoundcheckError(
      'CONFIGURATION',
      `${source} is not JSON`,
      'Name the certificate.json (or certificate.dsse.json) that certify wrote.',
      { cause },
    );
  }
}

const certificateShape: Shape = {
  required: [
    ['_type', 'text'],
    ['predicateType', 'text'],
    ['subject', 'list'],
    ['predicate.result', 'text'],
    ['predicate.configuration', 'list'],
    ['predicate.passedTests', 'texts'],
    ['predicate.warnedTests', 'texts'],
    ['predicate.failedTests', 'texts'],
    ['predicate.soundcheck.schema', 'text'],
    ['predicate.soundcheck.tool.version', 'text'],
    ['predicate.soundcheck.service', 'text'],
    ['predicate.soundcheck.waivers', 'list'],
    ['predicate.soundcheck.notApplicable', 'texts'],
    ['predicate.soundcheck.startedAt', 'text'],
    ['predicate.soundcheck.finishedAt', 'text'],
    ['predicate.soundcheck.expires', 'text'],
    ['predicate.soundcheck.integrity', 'text'],
    ...profiles.flatMap((profile): Shape['required'] => [
      [`predicate.soundcheck.profiles.${profile}.verdict`, 'text'],
      [`predicate.soundcheck.profiles.${profile}.sha256`, 'text'],
      [`predicate.soundcheck.profiles.${profile}.checks`, 'number'],
    ]),
  ],
  literals: {
    _type: 'https://in-toto.io/Statement/v1',
    predicateType: 'https://in-toto.io/attestation/test-result/v0.1',
    'predicate.soundcheck.schema': 'soundcheck-certificate/1',
  },
};
