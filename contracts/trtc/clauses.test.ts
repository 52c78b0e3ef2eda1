import { describeClauses } from '../clauses.test-kit.ts';
import { clauses } from './clauses.ts';
import { trtc } from './contract.ts';

describeClauses(trtc, clauses);
