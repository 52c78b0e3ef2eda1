import { archives } from '#fixtures/archives/sparkrtc/index.ts';
import { describeMatrix } from '../archive/matrix.test-kit.ts';
import { archiveChecks, archiveFault, isRecordingKey } from './archive-checks.ts';
import { readRule } from './read-rule.ts';

describeMatrix({ archiveChecks, archiveFault, isRecordingKey, readRule }, archives, {
  defectiveMin: 45,
  unusualMin: 18,
});
