import { describeClauses } from '../clauses.test-kit.ts';
import { clauses } from './clauses.ts';
import { sparkrtc } from './contract.ts';

describeClauses(sparkrtc, clauses);
