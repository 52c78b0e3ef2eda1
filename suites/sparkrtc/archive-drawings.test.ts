import { expect, test } from 'vitest';
import { archives } from '#fixtures/archives/sparkrtc/index.ts';
import type { CheckId } from '#harness/check.ts';
import { drawingOf, type Drawing } from '../archive/drawings.test-kit.ts';
import { archiveChecks, archiveFault, isRecordingKey } from './archive-checks.ts';
import { readRule } from './read-rule.ts';

const sparkJudge = { archiveChecks, archiveFault, isRecordingKey, readRule };

test.each<readonly [name: string, check: CheckId, Drawing]>([
  [
    'mp4-files-too-long',
    'sparkrtc/segmentation/files-keep-to-the-length',
    { drawn: ['1 files', 'wrong 23:59:25, 125 s @55-180'], against: ['2 files'] },
  ],
  [
    'mp4-of-four-hours',
    'sparkrtc/segmentation/mp4-lasts-at-most-180-minutes',
    {
      drawn: [
        '2 files',
        'wrong 23:58:12, 14400 s @0-14400',
        'overlap 14342 s @58-14400',
        'overlap 14257 s @143-14400',
      ],
      against: ['2 files'],
    },
  ],
  [
    'cut-at-another-length',
    'sparkrtc/segmentation/files-are-cut-at-the-length',
    {
      drawn: [
        '1 files',
        'wrong 23:58:10, 60 s @0-60',
        'wrong 23:59:10, 60 s @60-120',
        'wrong 00:00:10, 60 s @120-180',
        'wrong 00:01:10, 60 s @180-240',
        'wrong 00:02:10, 60 s @240-300',
      ],
      against: ['1 files'],
    },
  ],
  [
    'whole-stream-cut',
    'sparkrtc/segmentation/files-are-cut-at-the-length',
    {
      drawn: [
        '1 files',
        'wrong 23:58:10, 60 s @0-60',
        'wrong 23:59:10, 60 s @60-120',
        'wrong 00:00:10, 60 s @120-180',
        'wrong 00:01:10, 60 s @180-240',
        'wrong 00:02:10, 60 s @240-300',
        'wrong 00:03:10, 60 s @300-360',
      ],
      against: ['1 files'],
    },
  ],
  [
    'file-longer-than-its-place',
    'sparkrtc/segmentation/files-do-not-overlap',
    { drawn: ['2 files', 'wrong 23:59:40, 400 s @90-490', 'overlap 300 s @190-490'] },
  ],
  [
    'mp4-file-missing',
    'sparkrtc/segmentation/formats-record-the-same',
    { drawn: ['1 files', 'missing 90 s @0-90'], against: ['3 files'] },
  ],
  [
    'format-of-a-stream-missing',
    'sparkrtc/naming/formats-are-the-rules',
    { drawn: ['0 files', 'missing 179 s @0-179'], against: ['3 files'] },
  ],
  [
    'pauses-merged-against-the-rule',
    'sparkrtc/segmentation/pauses-follow-the-rule',
    { drawn: ['9 files', 'misplaced 00004.ts, behind a pause @38-48'] },
  ],
  [
    'pauses-cut-against-the-rule',
    'sparkrtc/segmentation/pauses-follow-the-rule',
    { drawn: ['2 files', 'gap 10 s @38-48', 'misplaced 23:59:00, a new file @48-108'] },
  ],
  [
    'segments-too-long',
    'sparkrtc/segmentation/segments-keep-to-the-slice',
    { drawn: ['0 files', 'wrong 00000.ts, 58 s @0-58'] },
  ],
  [
    'segment-left-out',
    'sparkrtc/media/segments-are-listed',
    { drawn: ['3 files', 'misplaced 00000.ts, not in the playlist @0-10'] },
  ],
  [
    'announced-file-missing',
    'sparkrtc/agreement/announced-files-exist',
    { drawn: ['2 files', 'missing 23:58:50 @48-108'] },
  ],
  [
    'file-longer-than-told',
    'sparkrtc/agreement/lengths-are-as-told',
    { drawn: ['0 files', 'wrong 23:58:06, 95 s @0-95'], against: ['1 files'] },
  ],
  [
    'name-hours-off',
    'sparkrtc/agreement/name-times-are-as-told',
    { drawn: ['0 files', 'misplaced 23:58:16, by its name @18010-18100'], against: ['1 files'] },
  ],
  [
    'cut-against-the-rule',
    'sparkrtc/agreement/cuts-follow-the-rule',
    { drawn: ['2 files', 'gap 10 s @38-48', 'misplaced 23:58:50, a new file @48-108'] },
  ],
  ['error-page-as-mp4', 'sparkrtc/media/files-are-of-their-format', { place: '0 of 58' }],
])('what is drawn of %s for %s', async (name, check, drawing) => {
  expect(await drawingOf(sparkJudge, archives, name, check)).toEqual(drawing);
});
