import { allChecks } from '../../cli/checks.ts';
import { suites } from '../../cli/services.ts';
import type { Check } from '#harness/check.ts';
import { renderCatalogue } from '#reports/catalogue.ts';
import { renderDependencies, renderImportTable } from './architecture.ts';
import { renderBuckets } from './buckets.ts';
import { renderExitCodes, renderOptions } from './command-line.ts';
import { renderContracts } from './contracts.ts';
import { renderDialects } from './dialects.ts';
import { replaceSection } from './markdown.ts';
import { renderMediaFaults } from './media-faults.ts';
import { renderMutation, renderMutationScore } from './mutation.ts';
import { renderProfiles } from './profiles.ts';

/** A document that follows from the code, wholly or in sections. */
export interface GeneratedDocument {
  /** Relative to the repository. */
  readonly path: string;
  /** The document as it should be, not yet formatted. `committed`: as it is; empty where it does not exist. */
  readonly render: (committed: string) => string;
}

/** Replaces the named sections and keeps what is written by hand around them. */
function sections(renderers: Readonly<Record<string, () => string>>): GeneratedDocument['render'] {
  return (committed) =>
    Object.entries(renderers).reduce(
      (document, [name, render]) => replaceSection(document, name, render()),
      committed,
    );
}

/**
 * Areas as the registry has them, checks of an area by id: a module's exports come in another order under another
 * loader, and the catalogue must not.
 */
function inCatalogueOrder(checks: readonly Check[]): readonly Check[] {
  const areaOf = ({ id, profile }: Check): string =>
    `${profile} ${id.slice(0, id.lastIndexOf('/'))}`;
  const areas = [...new Set(checks.map(areaOf))];
  return checks.toSorted(
    (a, b) => areas.indexOf(areaOf(a)) - areas.indexOf(areaOf(b)) || (a.id < b.id ? -1 : 1),
  );
}

/** Every document that `npm run docs` writes. */
export const generatedDocuments: readonly GeneratedDocument[] = [
  {
    path: 'README.md',
    render: sections({
      profiles: renderProfiles,
      buckets: renderBuckets,
      options: renderOptions,
      'exit codes': renderExitCodes,
      mutation: renderMutationScore,
    }),
  },
  {
    path: 'ARCHITECTURE.md',
    render: sections({ imports: renderImportTable, dependencies: renderDependencies }),
  },
  { path: 'docs/contracts.md', render: renderContracts },
  { path: 'docs/dialects.md', render: renderDialects },
  { path: 'docs/media-faults.md', render: renderMediaFaults },
  { path: 'docs/mutation.md', render: renderMutation },
  {
    path: 'suites/README.md',
    render: () =>
      renderCatalogue(
        inCatalogueOrder(allChecks()),
        suites.flatMap(({ clauses }) => clauses),
      ),
  },
];
