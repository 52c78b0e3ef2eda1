import { faultFamilies, type FaultKind } from '#media/faults.ts';
import type { MediaSeverity } from '#media/verdict.ts';
import { code, generatedFrom, table } from './markdown.ts';

/** `docs/media-faults.md`: every fault code that `inspect` and the media checks report. */
export function renderMediaFaults(): string {
  return [
    '# Faults of media files',
    '',
    generatedFrom('`media/faults.ts`'),
    '',
    'What `soundcheck inspect FILE...` and the media checks of the suites report, each with the byte offset at which it was found, in a playlist also with its line. A file with an invalid fault is invalid: damaged, truncated, foreign, or switching its format. One with only suspicious faults is suspicious: whole media in odd surroundings, or media of which it cannot be said that anything is lost. One without any is valid.',
    ...faultFamilies.flatMap(({ title, kinds }) => family(title, kinds)),
  ].join('\n');
}

function family(title: string, kinds: Readonly<Record<string, FaultKind>>): readonly string[] {
  const rows = (severity: MediaSeverity): readonly string[][] =>
    Object.entries(kinds)
      .filter(([, kind]) => kind.severity === severity)
      .map(([name, { explanation, reference = '' }]) => [
        code(name),
        severity,
        explanation,
        reference,
      ]);
  const all = [...rows('invalid'), ...rows('suspicious')];
  return ['', `## ${title}`, '', ...table(['Code', 'Verdict', 'Meaning', 'Rule'], all)];
}
