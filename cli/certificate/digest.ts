import { createHash } from 'node:crypto';
import type { Sha256 } from '#reports/certificate/canonical.ts';

/** SHA-256 of UTF-8 text, lower-case hexadecimal. */
export const sha256: Sha256 = (text) => createHash('sha256').update(text, 'utf8').digest('hex');
