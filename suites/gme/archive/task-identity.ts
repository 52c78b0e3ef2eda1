import type { Finding } from '#harness/check.ts';
import type { ArchiveFacts } from '#harness/archive-facts.ts';
import { classifyKey } from './classify-key.ts';
import { FindingList } from '../../archive/finding-list.ts';
import type { ArchiveIndex, Stream } from './index-archive.ts';

/** Mixed tasks whose files carry different start times. */
export function findTasksWithSeveralStarts({ streams }: ArchiveIndex): readonly Finding[] {
  const findings = new FindingList();
  for (const { mode, segments } of streams) {
    const [first] = segments;
    for (const segment of mode === 'mixed' ? segments : []) {
      if (first !== undefined && segment.startSeconds !== first.startSeconds) {
        findings.add({
          at: segment.key,
          code: 'other-start-time',
          expected: `the start time of ${first.key}, which is of the same task`,
          actual: `a start time that differs by ${String(segment.startSeconds - first.startSeconds)} s`,
        });
      }
    }
  }
  return findings.list();
}

/**
 * Task ids that occur in folders which no single room can explain. A folder that splits in several ways counts for each
 * of its rooms.
 */
export function findTasksInSeveralRooms({ streams }: ArchiveIndex): readonly Finding[] {
  const findings = new FindingList();
  const byTask = new Map<bigint, { readonly first: Stream; rooms: readonly string[] }>();
  for (const stream of streams) {
    if (stream.taskId === undefined) {
      continue;
    }
    const known = byTask.get(stream.taskId);
    if (known === undefined) {
      byTask.set(stream.taskId, { first: stream, rooms: stream.rooms });
      continue;
    }
    const common = known.rooms.filter((room) => stream.rooms.includes(room));
    if (common.length > 0) {
      known.rooms = common;
    } else {
      findings.add({
        at: stream.segments[0]?.key ?? stream.folder,
        code: 'task-in-another-room',
        expected: `the room of ${known.first.folder}, where the task ${String(stream.taskId)} is too`,
        actual: `the folder ${stream.folder}`,
      });
    }
  }
  return findings.list();
}

/**
 * Folders with the application's number in another spelling, and files of the application's tasks under another number:
 * by their task id, or, where a name carries none, because they continue one of its streams. Recordings of other
 * applications as such may well lie in the same bucket.
 */
export function findMovedFiles(facts: ArchiveFacts, index: ArchiveIndex): readonly Finding[] {
  const appId = Number(facts.appId);
  const own = ownStreams(index);
  const findings = new FindingList();
  /** The first file of each stream of another application, by serial number. */
  const others = new Map<string, { readonly key: string; readonly seqNo: number }>();
  for (const { key } of facts.objects) {
    const keyClass = classifyKey(key, appId, index.reading);
    if (keyClass.kind === 'misspelt-application') {
      findings.add({
        at: key,
        code: 'application-misspelt',
        expected: `a folder that starts with ${facts.appId}_`,
        actual: `a folder that starts with ${keyClass.spelling}_`,
      });
    }
    if (keyClass.kind !== 'other-application') {
      continue;
    }
    const { name } = keyClass;
    const taskId = name.taskId;
    if (taskId !== undefined && own.has(`task ${String(taskId)}`)) {
      findings.add(underAnotherNumber(key, facts.appId));
    }
    if (name.kind === 'single' && name.seqNo !== undefined) {
      const folder = name.folder.replace(/^\d+/u, facts.appId);
      const stream = `${String(name.bizId)} ${String(name.startSeconds)} ${folder}`;
      const first = others.get(stream);
      if (first === undefined || name.seqNo < first.seqNo) {
        others.set(stream, { key, seqNo: name.seqNo });
      }
    }
  }
  for (const [stream, { key, seqNo }] of others) {
    if (seqNo > 0 && own.get(stream.slice(stream.indexOf(' ') + 1)) === seqNo - 1) {
      findings.add(underAnotherNumber(key, facts.appId));
    }
  }
  return findings.list();
}

/** The application's task ids, and the last serial number of each single stream by its start and folder. */
function ownStreams({ streams, reading }: ArchiveIndex): ReadonlyMap<string, number> {
  const own = new Map<string, number>();
  for (const { taskId, folder, mode, segments } of streams) {
    const last = Math.max(...segments.map(({ seqNo }) => seqNo ?? 0));
    if (taskId !== undefined) {
      own.set(`task ${String(taskId)}`, last);
    } else if (mode === 'single' && reading.nameTime === 'task-start') {
      own.set(`${String(segments[0]?.startSeconds)} ${folder}`, last);
    }
  }
  return own;
}

function underAnotherNumber(key: string, appId: string): Finding {
  return {
    at: key,
    code: 'task-of-another-application',
    expected: `the number ${appId}, under which the other files of the task lie`,
    actual: 'the number of another application',
  };
}
