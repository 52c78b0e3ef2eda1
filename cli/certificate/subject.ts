import { SoundcheckError } from '#harness/errors.ts';
import type { CertificateSubject } from '#reports/certificate/statement.ts';

const algorithms: readonly (readonly [prefix: RegExp, algorithm: string, digest: RegExp])[] = [
  [/^(?:git:|gitCommit:)/u, 'gitCommit', /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/u],
  [/^sha256:/u, 'sha256', /^[0-9a-f]{64}$/u],
];

/**
 * Reads `--subject`: `git:<commit>`, `sha256:<digest>`, or `NAME@sha256:<digest>` as container images are named.
 * @throws SoundcheckError CONFIGURATION for anything else: a certificate for an unclear subject certifies nothing.
 */
export function readSubject(text: string): CertificateSubject {
  const at = text.lastIndexOf('@');
  const name = at < 0 ? text : text.slice(0, at);
  const reference = text.slice(at + 1);
  for (const [prefix, algorithm, digest] of algorithms) {
    const value = reference.replace(prefix, '').toLowerCase();
    if (prefix.test(reference) && digest.test(value)) {
      return { name, digest: { [algorithm]: value } };
    }
  }
  throw new SoundcheckError(
    'CONFIGURATION',
    `--subject is no commit and no digest: ${JSON.stringify(text)}`,
    'Write git:<40 hex digits>, sha256:<64 hex digits> or image@sha256:<64 hex digits>.',
  );
}
