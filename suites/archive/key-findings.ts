import type { ArchiveFacts } from '#harness/archive-facts.ts';
import type { Finding } from '#harness/check.ts';
import { FindingList } from './finding-list.ts';

/** One of several classes of keys, told apart by its kind. */
interface AnyClass {
  readonly kind: string;
}

/**
 * One finding for each object whose key is of the given class.
 * @param describe what is wrong; undefined where nothing is after all.
 */
export function findKeys<Class extends AnyClass, Kind extends Class['kind']>(
  facts: ArchiveFacts,
  classify: (key: string) => Class,
  kind: Kind,
  describe: (
    keyClass: Extract<Class, { readonly kind: Kind }>,
    key: string,
  ) => Omit<Finding, 'at'> | undefined,
): readonly Finding[] {
  const findings = new FindingList();
  for (const { key } of facts.objects) {
    const keyClass = classify(key);
    const finding = isOfKind(keyClass, kind) ? describe(keyClass, key) : undefined;
    if (finding !== undefined) {
      findings.add({ at: key, ...finding });
    }
  }
  return findings.list();
}

function isOfKind<Class extends AnyClass, Kind extends Class['kind']>(
  keyClass: Class,
  kind: Kind,
): keyClass is Extract<Class, { readonly kind: Kind }> {
  return keyClass.kind === kind;
}
