import type { GmeReading } from '#contracts/gme/index.ts';
import type { ArchiveFacts } from '#harness/archive-facts.ts';

/** What the owner of the bucket declared. */
export interface Declared {
  readonly scope: ArchiveFacts['scope'];
  readonly reading: GmeReading;
}

/** Why checks of mixed streams do not apply; null where they do. */
export function withoutMixedStreams({ scope }: Declared): string | null {
  return scope === 'single' ? 'The declared scope has no mixed streams.' : null;
}

/** Why checks of serial numbers do not apply; null where they do. */
export function withoutSerials({ scope, reading }: Declared): string | null {
  return scope === 'single' && reading.nameId === 'task-id'
    ? 'Under gme-name-taskid, single streams have no serial numbers.'
    : null;
}
