import { expect, test } from 'vitest';
import { defectiveArchives, subjectAppId, unusualArchives } from '#fixtures/archives/gme/index.ts';
import type { ArchiveSubject } from '#fixtures/archives/gme/index.ts';
import { judge } from './archive-matrix.test-kit.ts';

/** What an owner reads about an archive: every finding, or why what was not judged was not. */
async function told(subject: ArchiveSubject, kind: string): Promise<string> {
  const objects = subject
    .build()
    .map(({ bytes, ...object }) => ({ ...object, bytes: () => bytes }));
  const outcomes = await judge(objects, { appId: subjectAppId, ...subject });
  const lines = outcomes.flatMap(({ id, reason, findings }) => [
    ...findings.map(
      ({ at, code, expected, actual }) =>
        `  ${id} ${code} at ${at}\n    expected ${expected}\n    actual ${actual}`,
    ),
    ...(reason === null || kind === 'defective' ? [] : [`  ${id}: ${reason}`]),
  ]);
  return [subject.name, ...lines].join('\n');
}

/**
 * The words of a finding are all that an owner has to go by, so they are read here, defect by defect. Where a change is
 * meant, `npx vitest run suites/gme/archive-findings.test.ts -u` writes them anew.
 */
test.each([
  ['defective', defectiveArchives],
  ['unusual', unusualArchives],
] as const)('what is said of %s archives', async (kind, subjects) => {
  const texts = await Promise.all(subjects.map((subject) => told(subject, kind)));
  await expect(`${texts.join('\n\n')}\n`).toMatchFileSnapshot(`archive-${kind}.golden.txt`);
});
