import type { MediaSeverity } from './verdict.ts';

/** What one fault code means: its severity by the verdict policy, and one sentence for people. */
export interface FaultKind {
  readonly severity: MediaSeverity;
  readonly explanation: string;
  /** The rule that is broken: standard or document and section. Undefined where it is plain sense. */
  readonly reference?: string;
}

const kindOf =
  (severity: MediaSeverity) =>
  (explanation: string, reference?: string): FaultKind => ({
    severity,
    explanation,
    ...(reference === undefined ? {} : { reference }),
  });

/** A fault by which a file is damaged, truncated or foreign. */
export const invalid = kindOf('invalid');

/** A fault that surrounds sound media, or of which it cannot be said that anything is lost. */
export const suspicious = kindOf('suspicious');
