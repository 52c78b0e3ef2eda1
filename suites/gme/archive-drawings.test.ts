import { expect, test } from 'vitest';
import { archives } from '#fixtures/archives/gme/index.ts';
import type { CheckId } from '#harness/check.ts';
import { drawingOf, type Drawing } from '../archive/drawings.test-kit.ts';
import { gmeJudge } from './archive-matrix.test-kit.ts';

test.each<readonly [name: string, check: CheckId, Drawing]>([
  [
    'middle-user-file-missing',
    'gme/naming/serials-have-no-gaps',
    { drawn: ['2 files', 'missing serial 1 @3-5'] },
  ],
  [
    'first-mixed-file-missing',
    'gme/naming/serials-start-at-zero',
    { drawn: ['1 files', 'missing serial 0 @0-6'] },
  ],
  [
    'three-hours',
    'gme/segmentation/segments-last-at-most-two-hours',
    { drawn: ['0 files', 'wrong serial 0, 10800 s @0-10800'] },
  ],
  [
    'mixed-files-overlap',
    'gme/segmentation/segments-follow-one-another',
    { drawn: ['2 files', 'overlap 30 s @30-60'] },
  ],
  [
    'tasks-share-a-room',
    'gme/segmentation/tasks-of-a-room-do-not-overlap',
    { drawn: ['2 files', 'overlap 9.0 s @5-14'] },
  ],
  [
    'user-outlasts-the-room',
    'gme/segmentation/user-streams-lie-inside-the-task',
    { drawn: ['0 files', 'misplaced 08:16:45, outside the task @0-30'], against: ['2 files'] },
  ],
  [
    'last-mixed-file-missing',
    'gme/segmentation/user-streams-lie-inside-the-task',
    { drawn: ['1 files', 'misplaced 08:16:55, outside the task @10-18'], against: ['1 files'] },
  ],
])('what is drawn of %s for %s', async (name, check, drawing) => {
  expect(await drawingOf(gmeJudge, archives, name, check)).toEqual(drawing);
});
