import { reasonFor } from '../mutation/reasons.ts';
import { readResults } from '../mutation/results.ts';
import { scoreOf, type ScopeResult, type Survivor } from '../mutation/summary.ts';
import { code, generatedFrom, table } from './markdown.ts';

const sampled = ({ sample, unit }: ScopeResult): string =>
  sample === 1 ? 'all' : `1 in ${sample} ${unit}s`;

/** The share of a scope that was tried, where it is not all. */
const share = (result: ScopeResult): string => (result.sample === 1 ? '' : ` (${sampled(result)})`);

function totalOf(results: readonly ScopeResult[]): ReturnType<typeof scoreOf> {
  const sum = (key: 'killed' | 'timeout' | 'survived' | 'noCoverage'): number =>
    results.reduce((total, result) => total + result[key], 0);
  return scoreOf({
    killed: sum('killed'),
    timeout: sum('timeout'),
    survived: sum('survived'),
    noCoverage: sum('noCoverage'),
  });
}

/** The line of the README. */
export function renderMutationScore(): string {
  const results = readResults();
  const { noticed, all, percent } = totalOf(results);
  const survivors = results.flatMap((result) => result.survivors);
  const explained = survivors.filter((survivor) => reasonFor(survivor) !== undefined).length;
  const parts = results.map(
    (result) => `${code(result.scope)} ${scoreOf(result).percent}${share(result)}`,
  );
  return `**Mutation score ${percent}**: of ${all} small changes to the code that decides, a sample of all, the tests notice ${noticed}: ${parts.join(', ')}. The survivors, ${explained} of ${survivors.length} explained: [docs/mutation.md](docs/mutation.md).`;
}

/** `docs/mutation.md`. */
export function renderMutation(): string {
  const results = readResults();
  return [
    '# Mutation testing',
    '',
    generatedFrom('scripts/mutation'),
    '',
    'StrykerJS changes one small thing at a time (a comparison, a constant, a branch) in the code that decides verdicts, and the unit tests have to notice. `npm run mutation` does it for every scope, `-- --scope NAME` for one; `--only GLOB` and `--sample N` look at a part and keep nothing. Sentences for people (titles, hints, labels, clauses) are left alone; error messages and the texts of findings are not. A test file that a change keeps from loading counts as one that noticed.',
    '',
    ...table(
      [
        'Scope',
        'Of',
        'Share',
        'At commit',
        'Mutants',
        'Killed',
        'Timeout',
        'Survived',
        'No coverage',
        'Score',
      ],
      results.map((result) => [
        code(result.scope),
        result.of.map(code).join(', '),
        sampled(result),
        code(result.commit),
        String(scoreOf(result).all),
        String(result.killed),
        String(result.timeout),
        String(result.survived),
        String(result.noCoverage),
        scoreOf(result).percent,
      ]),
    ),
    '',
    '“1 in N functions”: every N-th function, method or other top-level declaration, chosen by its place in the file, the same ones each time; what is chosen is mutated as a whole. “1 in N statements”, an older measure: every N-th statement, and all bodies of functions and branches as wholes.',
    '',
    ...results.flatMap(renderSurvivors),
  ].join('\n');
}

function renderSurvivors({ scope, survivors }: ScopeResult): readonly string[] {
  const byReason = new Map<string, Survivor[]>();
  for (const survivor of survivors) {
    const reason = reasonFor(survivor) ?? 'Not explained yet:';
    byReason.set(reason, [...(byReason.get(reason) ?? []), survivor]);
  }
  const groups = [...byReason].sort(([, a], [, b]) => b.length - a.length);
  return [
    `## Survivors in ${scope}`,
    '',
    ...groups.flatMap(([reason, own]) => [
      reason,
      '',
      ...own.map(
        ({ file, was, becomes, isCovered }) =>
          `- ${code(file)}: ${span(was)} → ${span(becomes)}${isCovered ? '' : ' (not covered)'}`,
      ),
      '',
    ]),
  ];
}

/** Code that may hold backticks. */
function span(text: string): string {
  return text.includes('`') ? `\`\` ${text} \`\`` : code(text === '' ? ' ' : text);
}
