import type { ArchiveMutation } from './archive-mutation.ts';
import { mediaMutations } from './media-mutations.ts';
import { nameMutations } from './name-mutations.ts';
import { streamMutations } from './stream-mutations.ts';
import { taskMutations } from './task-mutations.ts';

export type { ArchiveMutation } from './archive-mutation.ts';

/**
 * Every single defect that an archive can be given: names, streams, tasks, then content. For a check, a mutation is the proof
 * that it fires; for everything else, that it does not.
 */
export const archiveMutations: readonly ArchiveMutation[] = [
  ...nameMutations,
  ...streamMutations,
  ...taskMutations,
  ...mediaMutations,
];
