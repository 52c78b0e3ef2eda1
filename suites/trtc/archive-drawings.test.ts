import { expect, test } from 'vitest';
import { archives } from '#fixtures/archives/trtc/index.ts';
import type { CheckId } from '#harness/check.ts';
import { drawingOf, type Drawing } from '../archive/drawings.test-kit.ts';
import { trtcJudge } from './archive-matrix.test-kit.ts';

test.each<readonly [name: string, check: CheckId, Drawing]>([
  [
    'middle-segment-missing',
    'trtc/segmentation/listed-segments-exist',
    { drawn: ['4 files', 'missing 12:00:15 @24-36'] },
  ],
  [
    'segment-at-another-host',
    'trtc/segmentation/listed-segments-exist',
    { drawn: ['5 files', 'missing line 10 @12-24'] },
  ],
  ['playlist-missing', 'trtc/segmentation/streams-have-their-playlist', { drawn: ['5 files'] }],
  [
    'second-segment-unlisted',
    'trtc/segmentation/segments-are-listed',
    { drawn: ['4 files', 'misplaced 12:00:03, not in the playlist @12-24'] },
  ],
  [
    'segments-of-another-stream',
    'trtc/segmentation/playlists-list-their-own',
    { drawn: ['4 files', 'misplaced 11:59:51, of another stream @0-12'] },
  ],
  [
    'segments-swapped',
    'trtc/segmentation/segments-are-listed-in-order',
    { drawn: ['4 files', 'misplaced 12:00:03, listed behind 12:00:15 @12-24'] },
  ],
  [
    'segment-listed-twice',
    'trtc/segmentation/segments-are-listed-in-order',
    { drawn: ['5 files', 'overlap 12 s @12-24', 'misplaced 12:00:03, listed again @12-24'] },
  ],
  [
    'overlapping-segment',
    'trtc/segmentation/segments-do-not-overlap',
    { drawn: ['5 files', 'overlap 4.0 s @24-28'] },
  ],
  [
    'pause-unmarked',
    'trtc/segmentation/sections-are-marked',
    { drawn: ['2 files', 'gap 24 s @10-34'] },
  ],
  [
    'duration-told-longer',
    'trtc/segmentation/durations-are-told',
    { drawn: ['4 files', 'wrong 12:00:15, 12 s, in the playlist 17 s @24-36'] },
  ],
  [
    'mp4-longer-than-a-day',
    'trtc/segmentation/mp4-files-are-cut',
    { drawn: ['0 files', 'wrong MP4, 90000 s @0-90000'] },
  ],
  [
    'mp4-of-half-the-length',
    'trtc/segmentation/mp4-files-last-as-long',
    { drawn: ['1 files', 'missing 45 s @44-89'], against: ['8 files'] },
  ],
  [
    'mp4-of-another-recording',
    'trtc/segmentation/mp4-files-last-as-long',
    { drawn: ['1 files', 'wrong MP4 2, 300 s @30-330'], against: ['5 files'] },
  ],
  [
    'announced-mp4-missing',
    'trtc/agreement/announced-mp4-files-exist',
    { drawn: ['0 files', 'missing 11:59:51 @0-91'] },
  ],
  [
    'stored-segment-missing',
    'trtc/agreement/stored-tasks-are-complete',
    { drawn: ['4 files', 'missing 12:00:15 @24-36'] },
  ],
  [
    'begin-of-the-segment-end',
    'trtc/agreement/begin-times-agree',
    { drawn: ['5 files'], against: ['1 files'] },
  ],
  [
    'index-left-out',
    'trtc/naming/indices-have-no-gaps',
    { drawn: ['2 files', 'missing MP4 2 @30-59'] },
  ],
  [
    'index-beside-none',
    'trtc/naming/indices-mark-cuts',
    { drawn: ['1 files', 'misplaced MP4, without an index @0-30'] },
  ],
  ['packet-overwritten', 'trtc/media/files-are-undamaged', { place: '1692 of 4136' }],
  ['mp4-without-its-end', 'trtc/media/files-are-undamaged', { place: '1087 of 1456' }],
  ['playlist-cut', 'trtc/media/playlists-are-well-formed', { place: '194 of 265' }],
])('what is drawn of %s for %s', async (name, check, drawing) => {
  expect(await drawingOf(trtcJudge, archives, name, check)).toEqual(drawing);
});
