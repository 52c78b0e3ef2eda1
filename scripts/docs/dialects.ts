import { suites } from '../../cli/services.ts';
import type { Suite } from '#harness/suite.ts';
import { code, generatedFrom, table } from './markdown.ts';

/** `docs/dialects.md`: every named reading beside the default one that it replaces. */
export function renderDialects(): string {
  return [
    '# Dialects',
    '',
    generatedFrom('`contracts/*/dialects.ts`'),
    '',
    'Where a document can be read in two ways, one reading is the default and the others are dialects. Name yours with `--dialect NAME` (repeatable), or `dialect: [...]` in the configuration file; the report and the certificate carry the names. `soundcheck doctor` finds out which signature dialect an endpoint speaks.',
    ...suites.flatMap(serviceLines),
  ].join('\n');
}

function serviceLines({ title, dialects, clauses }: Suite): readonly string[] {
  const rows = dialects.map(({ name, statement, clause }) => {
    const replaced = clauses.find(({ id }) => id === clause);
    if (replaced === undefined) {
      throw new RangeError(`The dialect ${name} speaks of ${clause}, which no contract has.`);
    }
    return [code(name), statement, replaced.reading ?? replaced.statement, code(clause)];
  });
  return [
    '',
    `## ${title}`,
    '',
    ...table(['Name', 'With the dialect', 'The default, and why it is in doubt', 'Clause'], rows),
  ];
}
