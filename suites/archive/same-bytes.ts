import type { AuditedObject } from '#harness/archive-facts.ts';
import type { Finding } from '#harness/check.ts';
import { FindingList } from './finding-list.ts';

/** A recording, and the kind with which alone it is compared. */
export interface ComparedRecording {
  readonly object: AuditedObject;
  readonly kind: string;
}

/**
 * Recordings of one kind whose bytes are the same. Holds 48 bits of each digest, and keys only of what repeats.
 * @param recordings gives them anew at each call.
 */
export function findSameBytes(
  recordings: () => Iterable<ComparedRecording>,
  expected: string,
): readonly Finding[] {
  const seen = new Map<string, Set<number>>();
  const repeated = new Map<string, Set<number>>();
  for (const { object, kind } of recordings()) {
    const digest = shortDigest(object.sha256);
    if (digest !== undefined && object.size > 0) {
      (isIn(seen, kind, digest) ? of(repeated, kind) : of(seen, kind)).add(digest);
    }
  }
  const findings = new FindingList();
  const first = new Map<string, string>();
  for (const { object, kind } of repeated.size > 0 ? recordings() : []) {
    const digest = shortDigest(object.sha256);
    if (digest === undefined || !isIn(repeated, kind, digest)) {
      continue;
    }
    const whole = `${kind} ${String(object.sha256)}`;
    const twin = first.get(whole);
    if (twin === undefined) {
      first.set(whole, object.key);
    } else {
      const actual = `byte for byte the same as ${twin}`;
      findings.add({ at: object.key, code: 'same-bytes', expected, actual });
    }
  }
  return findings.list();
}

function isIn(
  sets: ReadonlyMap<string, ReadonlySet<number>>,
  kind: string,
  digest: number,
): boolean {
  return sets.get(kind)?.has(digest) === true;
}

function of(sets: Map<string, Set<number>>, kind: string): Set<number> {
  const known = sets.get(kind) ?? new Set<number>();
  sets.set(kind, known);
  return known;
}

function shortDigest(sha256: string | undefined): number | undefined {
  return sha256 === undefined ? undefined : Number.parseInt(sha256.slice(0, 12), 16);
}
