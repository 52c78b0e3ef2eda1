import type { ServiceName } from '#contracts/clause.ts';
import type { Check } from '#harness/check.ts';
import { SoundcheckError } from '#harness/errors.ts';
import type { Suite } from '#harness/suite.ts';
import { suites } from './services.ts';

/** Every check of a service; of all of them where none is named. */
export function allChecks(service?: ServiceName): readonly Check[] {
  return suitesOf(service).flatMap((suite) => [...suite.activeChecks, ...suite.archiveChecks]);
}

function suitesOf(service: ServiceName | undefined): readonly Suite[] {
  return suites.filter((suite) => service === undefined || suite.service === service);
}

/**
 * `soundcheck checks [PREFIX]`: one line a check; with one whole id everything about it.
 * @throws SoundcheckError USAGE where no id begins so.
 */
export function describeChecks(prefix: string, service?: ServiceName): string {
  const checks = allChecks(service).filter(({ id }) => id.startsWith(prefix));
  const exact = checks.find(({ id }) => id === prefix);
  if (exact !== undefined) {
    return explain(exact);
  }
  if (checks.length === 0) {
    throw new SoundcheckError(
      'USAGE',
      `no check begins with ${JSON.stringify(prefix)}`,
      'Run `soundcheck checks` for all ids.',
    );
  }
  const width = Math.max(...checks.map(({ id }) => id.length));
  return checks
    .map(
      ({ id, level, profile, title }) =>
        `${id.padEnd(width)}  ${level.padEnd(6)}  ${profile.padEnd(8)}  ${title}\n`,
    )
    .join('');
}

/** `soundcheck checks --dialects`: the named readings of a service, or of every one. */
export function describeDialects(service?: ServiceName): string {
  return suitesOf(service)
    .flatMap(({ dialects }) => dialects)
    .map(({ name, statement }) => `${name}\n    ${statement}\n`)
    .join('');
}

function explain(check: Check): string {
  const clauses = check.clauses.map(
    ({ id, document, section, statement, basis, reading }) =>
      `  ${id} (${basis})\n    ${document}, ${section}\n    ${statement}\n` +
      (reading === undefined ? '' : `    reading: ${reading}\n`),
  );
  const needs = check.needs ?? [];
  return [
    `${check.id}\n`,
    `  ${check.title}\n\n`,
    `level    ${check.level}\n`,
    `basis    ${check.basis}\n`,
    `profile  ${check.profile}\n`,
    ...(needs.length === 0 ? [] : [`needs    ${needs.join('\n         ')}\n`]),
    `hint     ${check.hint}\n\n`,
    `clauses\n${clauses.join('')}`,
  ].join('');
}
