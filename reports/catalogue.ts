import type { Clause } from '#contracts/clause.ts';
import type { Check } from '#harness/check.ts';
import { code, prose } from './markdown-escape.ts';
import { profileClaims, profiles } from './outcome.ts';
import { count } from './text.ts';

/** What the catalogue tells of a check; every registered check is one. */
export type CatalogueCheck = Pick<
  Check,
  'id' | 'title' | 'level' | 'basis' | 'profile' | 'clauses' | 'needs' | 'hint'
>;

/**
 * Writes `suites/README.md`: every check by service, profile and area, then every clause with the checks that cite it
 * or the reason why none does. Generated from the registry, never edited; the order of the parameters is kept within
 * an area, so the same registry gives the same text.
 * @throws RangeError where the two disagree (see `coverageFaults`): a catalogue that hides a gap is worse than none.
 */
export function renderCatalogue(
  checks: readonly CatalogueCheck[],
  clauses: readonly Clause[],
): string {
  const faults = coverageFaults(checks, clauses);
  if (faults.length > 0) {
    throw new RangeError(`The checks and the clauses disagree:\n${faults.join('\n')}`);
  }
  const musts = checks.filter(({ level }) => level === 'MUST').length;
  const services = unique(checks.map(({ id }) => id.split('/')[0] ?? ''));
  return `${[
    '# The checks',
    '',
    '<!-- Generated from the registry by `npm run docs`; edit the checks instead. -->',
    '',
    `${count(checks.length, 'check')} (${musts} MUST, ${checks.length - musts} SHOULD) over ${count(clauses.length, 'clause')}. ` +
      'The id is what `--only`, waivers and `soundcheck checks ID` take.',
    ...services.flatMap((service) => serviceLines(service, checks)),
    '',
    '## Clauses and their checks',
    '',
    ...coverageLines(checks, clauses),
  ].join('\n')}\n`;
}

/**
 * What is wrong between checks and clauses, one sentence each: a clause without a check and without a reason, one with
 * both, a check that cites an unknown clause, an id that stands twice.
 */
export function coverageFaults(
  checks: readonly CatalogueCheck[],
  clauses: readonly Clause[],
): readonly string[] {
  const known = new Set(clauses.map(({ id }) => id));
  const cited = new Set(checks.flatMap((check) => check.clauses.map(({ id }) => id)));
  return [
    ...repeated(checks.map(({ id }) => id)).map((id) => `Two checks are called ${id}.`),
    ...repeated(clauses.map(({ id }) => id)).map((id) => `Two clauses are called ${id}.`),
    ...checks.flatMap((check) =>
      check.clauses
        .filter(({ id }) => !known.has(id))
        .map(({ id }) => `${check.id} cites ${id}, which no contract has.`),
    ),
    ...clauses.flatMap(({ id, untestable }) => {
      if (cited.has(id) === (untestable === undefined)) {
        return [];
      }
      return cited.has(id)
        ? [`${id} has checks and says that it is untestable.`]
        : [`${id} has neither a check nor a reason why it is untestable.`];
    }),
  ];
}

function serviceLines(service: string, checks: readonly CatalogueCheck[]): readonly string[] {
  const own = checks.filter(({ id }) => id.startsWith(`${service}/`));
  return profiles.flatMap((profile) => {
    const inProfile = own.filter((check) => check.profile === profile);
    return inProfile.length === 0
      ? []
      : [
          '',
          `## ${service.toUpperCase()}: ${profile}`,
          '',
          `${count(inProfile.length, 'check')}: ${profileClaims[profile]}.`,
          ...unique(inProfile.map(areaOf)).flatMap((area) =>
            areaLines(
              area,
              inProfile.filter((check) => areaOf(check) === area),
            ),
          ),
        ];
  });
}

function areaLines(area: string, checks: readonly CatalogueCheck[]): readonly string[] {
  return [
    '',
    `### ${area}`,
    '',
    '| Check | Claim | Level | Basis | Clauses | What to change when it fails |',
    '| --- | --- | --- | --- | --- | --- |',
    ...checks.map((check) => {
      const needs = check.needs?.length ? `<br>needs ${check.needs.map(named).join(', ')}` : '';
      const clauses = check.clauses.map(({ id }) => named(id)).join('<br>');
      return `| ${anchored(check.id)} | ${prose(check.title)}${needs} | ${check.level} | ${check.basis} | ${clauses} | ${prose(check.hint)} |`;
    }),
  ];
}

function coverageLines(
  checks: readonly CatalogueCheck[],
  clauses: readonly Clause[],
): readonly string[] {
  return [
    '| Clause | Promise | Source | Basis | Checks |',
    '| --- | --- | --- | --- | --- |',
    ...clauses.map((clause) => {
      const citing = checks.filter((check) => check.clauses.some(({ id }) => id === clause.id));
      const covered = citing.map(({ id }) => named(id)).join('<br>');
      const reason = `none: ${prose(clause.untestable ?? '')}`;
      const reading =
        clause.reading === undefined ? '' : `<br>We read it so: ${prose(clause.reading)}`;
      return `| ${anchored(clause.id)} | ${prose(clause.statement)}${reading} | ${prose(clause.document)}, ${prose(clause.section)} | ${clause.basis} | ${covered === '' ? reason : covered} |`;
    }),
  ];
}

function areaOf({ id }: CatalogueCheck): string {
  return id.split('/').slice(0, 2).join('/');
}

/** An id at the place where it is explained, so that others can link to it. */
function anchored(id: string): string {
  return `<a id="${anchor(id)}"></a>${code(id)}`;
}

/** An id with a link to where it is explained. */
function named(id: string): string {
  return `<a href="#${anchor(id)}">${code(id)}</a>`;
}

function anchor(id: string): string {
  return id.replaceAll(/[^\w-]/g, '-');
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}

function repeated(values: readonly string[]): readonly string[] {
  return unique(values.filter((value, index) => values.indexOf(value) !== index));
}
