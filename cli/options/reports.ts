import { languages } from '#reports/language/language.ts';
import type { OptionSpec } from './spec.ts';

/** What is written of a run. */
export const reportOptions: readonly OptionSpec[] = [
  {
    key: 'reportDir',
    kind: 'text',
    value: 'DIR',
    help: 'where reports go (default soundcheck-report)',
  },
  {
    key: 'lang',
    kind: languages,
    value: 'LANG',
    help: 'language of reports, certificate and console: en (default), zh',
  },
  {
    key: 'subject',
    kind: 'text',
    value: 'ID',
    help: 'what the certificate is about: git:<commit>, image@sha256:<digest>',
  },
  {
    key: 'signKey',
    kind: 'text',
    value: 'FILE',
    help: 'Ed25519 private key (PEM) that signs the certificate',
  },
  {
    key: 'certificateDays',
    kind: 'number',
    value: 'N',
    help: 'days for which the certificate is valid (default 90)',
    min: 1,
    max: 365,
  },
];
