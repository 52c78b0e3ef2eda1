import type { ActiveCheck } from '#harness/check.ts';
import { oneLine } from '#reports/text.ts';

/**
 * A vitest file that replays one counterexample through `soundcheck/vitest`, with fresh identifiers and every byte as the
 * engine sends it, forged signatures included.
 */
export function vitestFile(
  { id, title, clauses }: ActiveCheck,
  token: string,
  version: string,
): string {
  const [clause] = clauses;
  return [
    "import { replayCase } from 'soundcheck/vitest';",
    '',
    '/*',
    ...[
      `${id}: ${title}`,
      `${clause.document}, ${clause.section}: ${clause.statement}`,
      '',
      `Exported by soundcheck ${version}. The target comes from soundcheck.config.ts or SOUNDCHECK_* variables:`,
      '  SOUNDCHECK_ENDPOINT=https://… SOUNDCHECK_APP_ID=… SOUNDCHECK_SECRET_ENV=CALLBACK_KEY CALLBACK_KEY=… npx vitest run',
    ].map((line) => ` * ${oneLine(line).replaceAll('*/', '* /')}`.trimEnd()),
    ' */',
    `replayCase(${JSON.stringify(`${id}: ${title}`)}, ${JSON.stringify(token)});`,
    '',
  ].join('\n');
}
