import { faultKinds, type FaultKind } from '#media/faults.ts';
import type { MediaSeverity } from '#media/verdict.ts';
import { code, generatedFrom, table } from './markdown.ts';

/** `docs/media-faults.md`: every fault code that `inspect` and the media checks report. */
export function renderMediaFaults(): string {
  return [
    '# Faults of media files',
    '',
    generatedFrom('`media/faults.ts`'),
    '',
    'What `soundcheck inspect FILE...` and the `gme/media/*` checks report, each with the byte offset at which it was found. A file with an invalid fault is invalid, one with only suspicious faults is suspicious, and one without any is valid.',
    ...section('Invalid', 'invalid', 'Damaged, truncated, foreign, or switching its format.'),
    ...section('Suspicious', 'suspicious', 'Whole audio in odd surroundings.'),
  ].join('\n');
}

function section(title: string, severity: MediaSeverity, claim: string): readonly string[] {
  const kinds: readonly (readonly [string, FaultKind])[] = Object.entries(faultKinds);
  const rows = kinds
    .filter(([, kind]) => kind.severity === severity)
    .map(([name, { explanation }]) => [code(name), explanation]);
  return ['', `## ${title}`, '', claim, '', ...table(['Code', 'Meaning'], rows)];
}
