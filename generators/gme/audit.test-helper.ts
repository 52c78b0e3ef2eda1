import { parseObjectKey, type KeyReading } from '#contracts/gme/object-key.ts';
import { inspectBytes } from '#media/inspector.ts';
import type { GmeArchive } from './archive.ts';

/** A recording as an auditor sees it, who knows neither the session nor the callbacks. */
interface Seen {
  readonly key: string;
  readonly name: Exclude<KeyReading, { kind: 'foreign' }>;
  readonly seconds: number;
}

/**
 * A plain, slow auditor, written only to show that the mutations can be found from a bucket's keys and bytes. Gives the
 * distinct codes of what it finds; the checks of the product are in `suites/`.
 */
export function audit(archive: GmeArchive): readonly string[] {
  const codes = new Set<string>();
  const contents = new Set<string>();
  const seen: Seen[] = [];
  for (const { key, bytes } of archive.objects) {
    const name = parseObjectKey(key, archive.bizId, archive.reading);
    if (name.kind === 'foreign' || (name.kind === 'mixed' && name.blanks)) {
      codes.add('foreign');
      continue;
    }
    const content = bytes();
    const text = Buffer.from(content).toString('latin1');
    const { verdict, durationSeconds } = inspectBytes(content);
    note(codes, 'media', verdict !== 'valid');
    note(codes, 'duplicate', contents.has(text));
    note(codes, 'too-long', durationSeconds > 7200.05);
    contents.add(text);
    seen.push({ key, name, seconds: durationSeconds });
  }
  for (const file of seen) {
    note(codes, 'scope', isOutOfScope(file, seen, archive.scope));
  }
  auditStreams(seen, codes, archive.scope);
  auditTasks(seen, codes);
  return [...codes].sort();
}

function note(codes: Set<string>, code: string, isFound: boolean): void {
  if (isFound) {
    codes.add(code);
  }
}

function groups<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
): ReadonlyMap<string, readonly T[]> {
  const byKey = new Map<string, T[]>();
  for (const item of items) {
    byKey.set(keyOf(item), [...(byKey.get(keyOf(item)) ?? []), item]);
  }
  return byKey;
}

/** Rooms that a file can belong to. */
function roomsOf({ name }: Seen): readonly string[] {
  return name.kind === 'mixed' ? [name.roomId] : name.roomUserSplits.map(({ roomId }) => roomId);
}

function mixedOf(file: Seen, seen: readonly Seen[]): readonly Seen[] {
  const rooms = roomsOf(file);
  return seen.filter(
    ({ name }) =>
      name.kind === 'mixed' &&
      name.startSeconds === file.name.startSeconds &&
      rooms.includes(name.roomId),
  );
}

function isOutOfScope(file: Seen, seen: readonly Seen[], scope: GmeArchive['scope']): boolean {
  if (scope !== 'both') {
    return file.name.kind !== scope;
  }
  return file.name.kind === 'single' && mixedOf(file, seen).length === 0;
}

function auditStreams(seen: readonly Seen[], codes: Set<string>, scope: GmeArchive['scope']): void {
  const streams = groups(seen, ({ name }) =>
    JSON.stringify([name.kind, name.folder, String(name.taskId), name.startText]),
  );
  for (const stream of streams.values()) {
    const serials = stream.map(({ name }) => name.seqNo ?? 0).sort((a, b) => a - b);
    note(
      codes,
      'serial',
      serials.some((serial, index) => serial !== index),
    );
    const [first] = stream;
    const mixed = first?.name.kind === 'single' ? mixedOf(first, seen) : [];
    const room = mixed.reduce((sum, { seconds }) => sum + seconds, 0);
    const user = stream.reduce((sum, { seconds }) => sum + seconds, 0);
    // Each file is rounded to frames of 36 ms.
    note(
      codes,
      'outlasts',
      scope === 'both' && mixed.length > 0 && user > room + 0.04 * seen.length,
    );
  }
}

function auditTasks(seen: readonly Seen[], codes: Set<string>): void {
  const mixed = seen.filter(({ name }) => name.kind === 'mixed');
  for (const files of groups(mixed, ({ name }) => String(name.taskId)).values()) {
    note(
      codes,
      'task-id',
      new Set(files.map(({ name }) => `${name.folder} ${name.startText}`)).size > 1,
    );
  }
  const folders = groups(seen, ({ name }) => `${name.kind} ${name.folder}`);
  for (const files of folders.values()) {
    const starts = groups(files, ({ name }) => name.startText);
    const spans = [...starts.values()].map((task) => ({
      begin: Math.min(...task.map(({ name }) => name.startSeconds)),
      seconds: task.reduce((sum, { seconds }) => sum + seconds, 0) - 0.04 * task.length,
    }));
    spans.sort((a, b) => a.begin - b.begin);
    note(
      codes,
      'overlap',
      spans.some(({ begin }, at) => at > 0 && begin < end(spans[at - 1])),
    );
  }
}

function end(span: { begin: number; seconds: number } | undefined): number {
  return span === undefined ? 0 : span.begin + span.seconds;
}
