import type { ArchiveFacts } from '#harness/archive-facts.ts';
import type { Finding } from '#harness/check.ts';
import { FindingList } from './finding-list.ts';
import { recordingsOf } from './index-archive.ts';

/**
 * Recordings of one kind whose bytes are the same. A user's stream may equal the mix of a room in which nobody else
 * spoke, so the two kinds are not compared. Holds 48 bits of each digest, and keys only of what repeats.
 */
export function findSameBytes(facts: ArchiveFacts): readonly Finding[] {
  const seen = { single: new Set<number>(), mixed: new Set<number>() };
  const repeated = { single: new Set<number>(), mixed: new Set<number>() };
  for (const { object, name } of recordingsOf(facts)) {
    const digest = shortDigest(object.sha256);
    if (digest !== undefined && object.size > 0) {
      (seen[name.kind].has(digest) ? repeated : seen)[name.kind].add(digest);
    }
  }
  const findings = new FindingList();
  const first = new Map<string, string>();
  for (const { object, name } of repeated.single.size + repeated.mixed.size > 0
    ? recordingsOf(facts)
    : []) {
    const digest = shortDigest(object.sha256);
    if (digest === undefined || !repeated[name.kind].has(digest)) {
      continue;
    }
    const twin = first.get(`${name.kind} ${String(object.sha256)}`);
    if (twin === undefined) {
      first.set(`${name.kind} ${String(object.sha256)}`, object.key);
    } else {
      findings.add({
        at: object.key,
        code: 'same-bytes',
        expected: 'audio of its own',
        actual: `byte for byte the same as ${twin}`,
      });
    }
  }
  return findings.list();
}

function shortDigest(sha256: string | undefined): number | undefined {
  return sha256 === undefined ? undefined : Number.parseInt(sha256.slice(0, 12), 16);
}
