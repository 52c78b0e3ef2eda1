import { archives } from '#fixtures/archives/trtc/index.ts';
import { describeMatrix } from '../archive/matrix.test-kit.ts';
import { trtcJudge } from './archive-matrix.test-kit.ts';

describeMatrix(trtcJudge, archives, { defectiveMin: 80, unusualMin: 20, firedMax: 4 });
