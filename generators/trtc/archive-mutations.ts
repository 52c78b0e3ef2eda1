import type { ArchiveMutation } from './archive-mutation.ts';
import { callbackMutations } from './callback-mutations.ts';
import { mediaMutations } from './media-mutations.ts';
import { misfitMutations } from './misfit-mutations.ts';
import { nameMutations } from './name-mutations.ts';
import { objectMutations } from './object-mutations.ts';
import { playlistMutations } from './playlist-mutations.ts';

export type { ArchiveMutation } from './archive-mutation.ts';

/**
 * Every single defect that an archive can be given: names, objects, playlists, content, then what callbacks told. For a
 * check, a mutation is the proof that it fires; for everything else, that it does not.
 */
export const archiveMutations: readonly ArchiveMutation[] = [
  ...nameMutations,
  ...objectMutations,
  ...misfitMutations,
  ...playlistMutations,
  ...mediaMutations,
  ...callbackMutations,
];
