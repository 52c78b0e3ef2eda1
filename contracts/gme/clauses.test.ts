import { describeClauses } from '../clauses.test-kit.ts';
import { clauses } from './clauses.ts';
import { gme } from './contract.ts';

describeClauses(gme, clauses);
