import { SoundcheckError } from '#harness/errors.ts';
import { profiles } from '#harness/check.ts';
import type { Certificate } from '#reports/certificate/statement.ts';

/**
 * Reads a certificate's text.
 * @throws SoundcheckError CONFIGURATION where it is no certificate of Soundcheck, naming what is missing.
 */
export function readCertificate(text: string, source: string): Certificate {
  const value = parsedOf(text, source);
  const missing = missingIn(value);
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

type Kind = 'text' | 'list' | 'texts' | 'object' | 'number';

const required: readonly (readonly [path: string, kind: Kind])[] = [
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
  ...profiles.flatMap((profile): readonly (readonly [string, Kind])[] => [
    [`predicate.soundcheck.profiles.${profile}.verdict`, 'text'],
    [`predicate.soundcheck.profiles.${profile}.sha256`, 'text'],
    [`predicate.soundcheck.profiles.${profile}.checks`, 'number'],
  ]),
];

const literals: Readonly<Record<string, string>> = {
  _type: 'https://in-toto.io/Statement/v1',
  predicateType: 'https://in-toto.io/attestation/test-result/v0.1',
  'predicate.soundcheck.schema': 'soundcheck-certificate/1',
};

function missingIn(value: unknown): string | null {
  for (const [path, kind] of required) {
    const member = path
      .split('.')
      .reduce<unknown>(
        (inside, name) =>
          typeof inside === 'object' && inside !== null
            ? (inside as Readonly<Record<string, unknown>>)[name]
            : undefined,
        value,
      );
    if (!isOfKind(member, kind)) {
      return `${path} is missing or of another kind`;
    }
    const literal = literals[path];
    if (literal !== undefined && member !== literal) {
      return `${path} is not ${literal}`;
    }
  }
  return null;
}

function isOfKind(member: unknown, kind: Kind): boolean {
  switch (kind) {
    case 'text':
      return typeof member === 'string';
    case 'number':
      return typeof member === 'number';
    case 'object':
      return typeof member === 'object' && member !== null;
    case 'list':
      return (
        Array.isArray(member) && member.every((one) => typeof one === 'object' && one !== null)
      );
    case 'texts':
      return Array.isArray(member) && member.every((one) => typeof one === 'string');
  }
}
