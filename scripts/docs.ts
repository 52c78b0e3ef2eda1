/* Writes the documents that follow from the code: `npm run docs`; CI fails when they differ from what is committed. */
import { writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { allChecks } from '../cli/checks.ts';
import { suites } from '../cli/services.ts';
import { renderCatalogue } from '#reports/catalogue.ts';

const target = new URL('../suites/README.md', import.meta.url);
const text = renderCatalogue(
  allChecks(),
  suites.flatMap(({ clauses }) => clauses),
);
const options = await resolveConfig(target);
await writeFile(target, await format(text, { ...options, parser: 'markdown' }));
