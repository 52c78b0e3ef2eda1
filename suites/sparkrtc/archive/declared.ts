import {
  defaultLayout,
  layoutOf,
  resolveReading,
  type KeyLayout,
  type RecordingRule,
  type SparkReading,
} from '#contracts/sparkrtc/index.ts';
import type { ArchiveFacts } from '#harness/archive-facts.ts';

/** What the owner of the bucket declared. */
export interface Declared {
  readonly appId: string;
  readonly scope: ArchiveFacts['scope'];
  readonly reading: SparkReading;
  /** Null where no rule is declared: then only what holds under every rule is sure. */
  readonly rule: RecordingRule | null;
  /** Where files lie and how they are named; the default layout where no rule is declared. */
  readonly layout: KeyLayout;
}

/** The owner's declarations, in the words of the contract. */
export function declaredOf({
  appId,
  scope,
  dialects,
  rule,
}: Pick<ArchiveFacts, 'appId' | 'scope' | 'dialects' | 'rule'>): Declared {
  const known = isRecordingRule(rule) ? rule : null;
  return {
    appId,
    scope,
    reading: resolveReading(dialects),
    rule: known,
    layout: known === null ? defaultLayout : layoutOf(known),
  };
}

/** Whether a value is what `readRule` made: nothing else ever stands there, but the engine does not know its type. */
function isRecordingRule(rule: unknown): rule is RecordingRule {
  return typeof rule === 'object' && rule !== null && 'region' in rule && 'storagePath' in rule;
}

/** Why checks of a rule do not apply; null where one is declared. */
export function withoutRule({ rule }: Declared): string | null {
  return rule === null ? 'No recording rule is declared (--rule).' : null;
}

/** Why checks that only stand in for a rule's do not apply; null where no rule is declared. */
export function withRule({ rule }: Declared): string | null {
  return rule === null ? null : 'The declared recording rule is judged by checks of its own.';
}
