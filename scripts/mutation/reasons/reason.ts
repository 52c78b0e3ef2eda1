/** Why survivors of one kind are left alive. */
export interface Reason {
  /** The file, or the folder with its slash. */
  readonly file: string;
  readonly mutator?: string;
  /** Part of what stands there. */
  readonly was?: string;
  readonly becomes?: string;
  /** One sentence. */
  readonly reason: string;
}
