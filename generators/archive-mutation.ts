/** One defect that a bucket, or what callbacks told of it, can have. */
export interface Mutation<Archive, ClauseKey extends string, Evidence extends string> {
  /** Stable kebab-case name. */
  readonly name: string;
  /** What is wrong in the result, one sentence. */
  readonly statement: string;
  /** Keys in the service's `clauses` of the promises that the result breaks. */
  readonly clauses: readonly [ClauseKey, ...ClauseKey[]];
  /** What has to be looked at to see it; everything plainer is as it should be, or shows no more than this. */
  readonly shows: Evidence;
  /**
   * Pure. The archive with this one defect and no other, or undefined where it cannot have it (or where it would not
   * show). `choice` selects among the places at which it can be, modulo their number; default the first.
   */
  readonly apply: (archive: Archive, choice?: number) => Archive | undefined;
}
