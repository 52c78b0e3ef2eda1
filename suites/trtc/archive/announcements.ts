import type { Finding } from '#harness/check.ts';
import type { TaskTruth } from '#contracts/trtc/index.ts';
import { FindingList } from '../../archive/finding-list.ts';
import { clockOf, drawn, trackByTime, type TimedFile } from '../../archive/track.ts';
import { isLeftBehind, mayStillRun } from './completeness.ts';
import type { ArchiveIndex, NamedFile, Task } from './index-archive.ts';
import { entryTrack } from './stream-track.ts';
import { canonicalName } from './told.ts';

/** Tasks of which callbacks tell, with their files, if any is in the bucket. Without callbacks there are none. */
export function* toldTasks({
  told,
  tasks,
}: ArchiveIndex): Generator<{ readonly truth: TaskTruth; readonly task: Task | undefined }> {
  for (const truth of told?.tasks.values() ?? []) {
    yield { truth, task: tasks.get(truth.taskId) };
  }
}

/** The file that a callback names; undefined where the bucket has none. */
export function fileNamed(task: Task | undefined, name: string): NamedFile | undefined {
  return task?.named.get(canonicalName(name));
}

/** Whether a name in a callback is that of another application's file. */
function isForeign(name: string, appId: string): boolean {
  const app = /^(?:ha[123]_)?([1-9]\d*)_/u.exec(canonicalName(name))?.[1];
  return app !== undefined && app !== appId;
}

function absence(truth: TaskTruth, name: string, code: string, why: string): Finding {
  return {
    at: `task ${truth.taskId}`,
    code,
    expected: `the object ${JSON.stringify(name)} in the folder of the task, because ${why}`,
    actual: 'no such object in the bucket',
  };
}

/** Playlists that a 304 calls uploaded, and that are not in the bucket. */
export function findAbsentPlaylists(appId: string, index: ArchiveIndex): readonly Finding[] {
  const findings = new FindingList();
  for (const { truth, task } of toldTasks(index)) {
    for (const { name, isUploaded } of truth.playlists) {
      if (isUploaded && !isForeign(name, appId) && fileNamed(task, name) === undefined) {
        findings.add(
          absence(truth, name, 'announced-playlist-missing', 'a 304 called it uploaded'),
        );
      }
    }
  }
  return findings.list();
}

/** MP4 files that a 310 calls stored (or a 311 of automatic recording), and that are not in the bucket. */
export function findAbsentMp4Files(appId: string, index: ArchiveIndex): readonly Finding[] {
  const findings = new FindingList();
  for (const { truth, task } of toldTasks(index)) {
    for (const { name, status } of truth.mp4Files) {
      if (status === 'stored' && !isForeign(name, appId) && fileNamed(task, name) === undefined) {
        findings.add(() => ({
          ...absence(truth, name, 'announced-mp4-missing', 'a 310 called it stored'),
          ...toldMp4Track(truth, task, name),
        }));
      }
    }
  }
  return findings.list();
}

/** The MP4 files of a stream by the times in their 310s, those that are not there as missing. */
function toldMp4Track(
  truth: TaskTruth,
  task: Task | undefined,
  missing: string,
): Pick<Finding, 'track'> {
  const own = truth.mp4Files.find(({ name }) => name === missing)?.details;
  if (own === undefined) {
    return {};
  }
  const files = truth.mp4Files.flatMap(({ name, details }): readonly TimedFile[] => {
    if (details?.userId !== own.userId || details.mediaId !== own.mediaId) {
      return [];
    }
    const isThere = fileNamed(task, name) !== undefined;
    const startSeconds = details.startMs / 1000;
    const seconds = Math.max(0, (details.endMs - details.startMs) / 1000);
    const mark = { kind: 'missing', ...(name === missing ? { isFocus: true } : {}) } as const;
    return [
      { label: clockOf(startSeconds), startSeconds, seconds, mark: isThere ? undefined : mark },
    ];
  });
  const of = own.userId === '' ? ['mix'] : [own.userId, own.mediaId];
  return drawn(trackByTime({ name: [`task ${truth.taskId}`, ...of, 'MP4'].join(', '), files }));
}

/** What is missing of tasks of which a 305 said that everything is stored: playlists that a 307 named, and segments. */
export function findIncompleteTasks(appId: string, index: ArchiveIndex): readonly Finding[] {
  const findings = new FindingList();
  for (const { truth, task } of toldTasks(index)) {
    if (truth.upload !== 'stored') {
      continue;
    }
    const why = 'a 305 called everything stored';
    for (const { name, isUploaded } of truth.playlists) {
      // What a 304 has named is another check's.
      if (!isUploaded && !isForeign(name, appId) && fileNamed(task, name) === undefined) {
        findings.add(absence(truth, name, 'stored-playlist-missing', why));
      }
    }
    for (const { playlistKey } of task?.streams ?? []) {
      const playlist = index.hls.playlists.get(playlistKey);
      for (const entry of playlist?.entries ?? []) {
        const { key, segment } = entry;
        if (playlist !== undefined && segment === undefined && key !== undefined) {
          findings.add(() => ({
            ...absence(truth, key, 'stored-segment-missing', why),
            ...entryTrack(index)(playlist, entry, { kind: 'missing' }),
          }));
        }
      }
    }
  }
  return findings.list();
}

/** Playlists and MP4 files of tasks that are over, of which no callback speaks. */
export function findUnannounced(index: ArchiveIndex): readonly Finding[] {
  const findings = new FindingList();
  const add = (key: string, events: string): void => {
    findings.add({
      at: key,
      code: 'never-announced',
      expected: `a callback ${events} that names it`,
      actual: 'none, though callbacks say that the task is over',
    });
  };
  for (const { truth, task } of toldTasks(index)) {
    if (task === undefined || mayStillRun(task, index) || isLeftBehind(task, index)) {
      continue;
    }
    const names = [...truth.playlists, ...truth.mp4Files, ...truth.vodFiles];
    const told = new Set(names.map(({ name }) => canonicalName(name)));
    for (const [name, { kind, key }] of task.named) {
      if (!told.has(name) && (kind === 'mp4' || !index.reading.autoRecord)) {
        add(key, kind === 'mp4' ? (index.reading.autoRecord ? '311' : '310') : '304 or 307');
      }
    }
  }
  return findings.list();
}

/** Recovered files of tasks of which fewer recoveries were told. */
export function findUntoldRecoveries(index: ArchiveIndex): readonly Finding[] {
  const findings = new FindingList();
  for (const { truth, task } of toldTasks(index)) {
    const files = [...(task?.named.values() ?? [])];
    const last = files.reduce<{ readonly recovery: number; readonly key: string }>(
      (most, { kind, key, file }) =>
        kind === 'playlist' && file.recovery > most.recovery
          ? { recovery: file.recovery, key }
          : most,
      { recovery: 0, key: '' },
    );
    if (last.recovery > truth.failovers.length) {
      findings.add({
        at: last.key,
        code: 'recovery-untold',
        expected: `a callback 306 for each of ${String(last.recovery)} recoveries`,
        actual: String(truth.failovers.length),
      });
    }
  }
  return findings.list();
}
