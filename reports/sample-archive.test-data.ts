import type { CheckResult } from '#harness/result.ts';
import { sampleCheck } from './sample-checks.test-data.ts';

/** A broken MUST of the archive profile whose findings can be drawn: a gap in a recording, a spot in a file. */
export const sampleArchiveFailure: CheckResult = sampleCheck({
  id: 'gme/naming/serials-have-no-gaps',
  title: 'The serial numbers of a stream’s files follow each other without a gap',
  profile: 'archive',
  verdict: 'not-met',
  hint: 'Find out why the file was not uploaded.',
  findings: [
    {
      at: '1400123456_20261120_R1/U1',
      code: 'serial-missing',
      expected: '0, 1, 2',
      actual: '0, 2',
      track: {
        name: 'R1, U1, 2026-11-20 08:00:00',
        parts: [
          { kind: 'file', label: '0', startSeconds: 0, endSeconds: 7200 },
          { kind: 'missing', label: '1', startSeconds: 7200, endSeconds: 14_400 },
          { kind: 'wrong', label: '2', startSeconds: 14_400, endSeconds: 15_000 },
          { kind: 'overlap', label: '3', startSeconds: 14_900, endSeconds: 15_000 },
        ],
      },
    },
    {
      at: '1400123456_20261120_R1/U1/2_audio.mp3 at byte 4711',
      code: 'frame-lost',
      expected: 'a frame header',
      actual: '00 00 00 00',
      place: { key: 'R1/U1/2_audio.mp3', offsetBytes: 4711, sizeBytes: 1_048_576 },
    },
  ],
});
