import { archives } from '#fixtures/archives/gme/index.ts';
import { describeMatrix } from '../archive/matrix.test-kit.ts';
import { gmeJudge } from './archive-matrix.test-kit.ts';

describeMatrix(gmeJudge, archives, { defectiveMin: 50, unusualMin: 15 });
