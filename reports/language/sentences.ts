/**
 * Sentences of checks and clauses in another language, by the English sentence. A sentence that changes loses its
 * translation until somebody looks at it again, and what services share is said once.
 */
export type Sentences = Readonly<Record<string, string>>;

/** A text as its reader gets it, and whether it stands in the reader's language; English where not. */
export interface ReaderText {
  readonly text: string;
  readonly isTranslated: boolean;
}
