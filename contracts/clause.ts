/** The services whose documents Soundcheck knows. */
export type ServiceName = 'gme' | 'trtc' | 'sparkrtc';

/**
 * How sure the documents make us of a clause: `stated` in words, `inferred` from several statements or a sample,
 * `assumed` where they are silent. An assumed clause never carries more than a SHOULD.
 */
export type Basis = 'stated' | 'inferred' | 'assumed';

/** `service/document#anchor`, stable: waivers, reports and the catalogue refer to it. */
export type ClauseId = `${ServiceName}/${string}#${string}`;

/** One promise of a service's documents, in our words. */
export interface Clause {
  readonly id: ClauseId;
  /** Title of the document and its date as far as it carries one. */
  readonly document: string;
  /** Heading under which the promise stands. */
  readonly section: string;
  /** The promise, in our words, one sentence. */
  readonly statement: string;
  readonly basis: Basis;
  /** How an ambiguous promise is taken by default, and why. */
  readonly reading?: string;
  /** Why no check can test this clause; set exactly when no check cites it. */
  readonly untestable?: string;
}

/** One accepted way to take an ambiguous clause; the default reading has no dialect name. */
export interface Dialect {
  /** What the user types after `--dialect`. */
  readonly name: string;
  readonly clause: ClauseId;
  /** What is different from the default reading, one sentence. */
  readonly statement: string;
}
