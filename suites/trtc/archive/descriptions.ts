import {
  roomKey,
  type Mp4Details,
  type Mp4ObjectFile,
  type TaskTruth,
  type TrtcReading,
  type TrtcRoomId,
} from '#contracts/trtc/index.ts';
import type { Finding } from '#harness/check.ts';
import { FindingList } from '../../archive/finding-list.ts';
import { lastPart } from '../../archive/playlist-track.ts';
import { clockOf, drawn, trackByTime } from '../../archive/track.ts';
import { fileNamed, toldTasks } from './announcements.ts';
import type { ArchiveIndex, Mp4Object, NamedFile, Task } from './index-archive.ts';
import { begunAt, streamLane, streamTrack } from './stream-track.ts';
import { beginToleranceMs, mp4ToleranceSeconds } from './tolerances.ts';
import { misfit } from './tracks.ts';

type PlaylistNamed = Extract<NamedFile, { kind: 'playlist' }>;
type Slice = NonNullable<TaskTruth['playlists'][number]['slice']>;

/** What 307s say of playlists that are in the bucket. */
function* slices(
  index: ArchiveIndex,
): Generator<{ readonly slice: Slice; readonly named: PlaylistNamed }> {
  for (const { truth, task } of toldTasks(index)) {
    for (const { name, slice } of truth.playlists) {
      const named = fileNamed(task, name);
      if (slice !== undefined && named?.kind === 'playlist') {
        yield { slice, named };
      }
    }
  }
}

/** What 310s say of MP4 files that are in the bucket. */
function* mp4Messages(
  index: ArchiveIndex,
): Generator<{ readonly details: Mp4Details; readonly mp4: Mp4Object }> {
  for (const { truth, task } of toldTasks(index)) {
    for (const { name, details } of truth.mp4Files) {
      const named = fileNamed(task, name);
      if (details !== undefined && named?.kind === 'mp4') {
        yield { details, mp4: named.mp4 };
      }
    }
  }
}

/** Begins in 307s that are not the start of recording in the playlist, or, where it tells none, of its first segment. */
export function findOtherBegins(index: ArchiveIndex): readonly Finding[] {
  const findings = new FindingList();
  for (const { slice, named } of slices(index)) {
    const told = index.hls.playlists.get(named.key)?.startRecTimeMs;
    const beginMs = told ?? index.streams.get(named.key)?.segments[0]?.startMs;
    if (beginMs !== undefined && Math.abs(slice.beginMs - beginMs) > beginToleranceMs) {
      findings.add(() => ({
        at: named.key,
        code: 'begin-differs',
        expected: `BeginTimeStamp ${String(beginMs)}, the start of recording in the ${told === undefined ? 'first segment’s name' : 'playlist'}`,
        actual: `${String(slice.beginMs)}, ${((slice.beginMs - beginMs) / 1000).toFixed(3)} s later`,
        ...streamTrack(
          index,
          named.key,
          () => undefined,
          begunAt('the begin in the 307', slice.beginMs, streamLane(index, named.key)),
        ),
      }));
    }
  }
  return findings.list();
}

/** 307s that tell another user or type than the name of their playlist. */
export function findOtherSlices(index: ArchiveIndex): readonly Finding[] {
  const findings = new FindingList();
  for (const { slice, named } of slices(index)) {
    const { stream } = named.file;
    if (stream.mode === 'single') {
      addOther(findings, named.key, 'user', stream.userId, slice.userId);
      addOther(findings, named.key, 'track-type', stream.trackType, slice.trackType);
    }
  }
  return findings.list();
}

function addOther(
  findings: FindingList,
  at: string,
  what: string,
  expected: string,
  actual: string,
): void {
  if (expected !== actual) {
    findings.add({
      at,
      code: `${what}-differs`,
      expected: `${JSON.stringify(expected)}, as the name says`,
      actual: JSON.stringify(actual),
    });
  }
}

/** 307s and 310s that tell a user of a mixed file. */
export function findUsersOfMixes(index: ArchiveIndex): readonly Finding[] {
  const findings = new FindingList();
  const add = (at: string, userId: string): void => {
    if (userId !== '') {
      const expected = 'no user, because the file holds the mix of all';
      findings.add({ at, code: 'user-of-a-mix', expected, actual: JSON.stringify(userId) });
    }
  };
  for (const { slice, named } of slices(index)) {
    if (named.file.stream.mode === 'mixed') {
      add(named.key, slice.userId);
    }
  }
  for (const { details, mp4 } of mp4Messages(index)) {
    if (mp4.file.stream.mode === 'mixed') {
      add(mp4.key, details.userId);
    }
  }
  return findings.list();
}

/** 310s that tell another user, stream or type than the MP4 file’s name and tracks. */
export function findOtherMessages(index: ArchiveIndex): readonly Finding[] {
  const findings = new FindingList();
  for (const { details, mp4 } of mp4Messages(index)) {
    const { stream } = mp4.file;
    if (stream.mode === 'single') {
      addOther(findings, mp4.key, 'user', stream.userId, details.userId);
    }
    addOther(findings, mp4.key, 'stream', mediaIdOf(mp4.file), details.mediaId);
    const problem = mp4.whole ? misfit(details.trackType, mp4.tracks ?? '') : undefined;
    if (problem !== undefined) {
      findings.add({
        at: mp4.key,
        code: 'track-type-differs',
        expected: `${details.trackType} alone, as the 310 says`,
        actual: problem,
      });
    }
  }
  return findings.list();
}

function mediaIdOf({ stream }: Mp4ObjectFile): string {
  return stream.mode === 'mixed' ? 'mix' : stream.mediaId;
}

/** 310s whose begin and end are further apart than the MP4 file is long, or closer together. */
export function findOtherDurations(index: ArchiveIndex): readonly Finding[] {
  const findings = new FindingList();
  for (const { details, mp4 } of mp4Messages(index)) {
    const seconds = (details.endMs - details.startMs) / 1000;
    if (mp4.whole && Math.abs(mp4.seconds - seconds) > mp4ToleranceSeconds) {
      findings.add(() => ({
        at: mp4.key,
        code: 'duration-differs',
        expected: `${seconds.toFixed(3)} s, from StartTimeStamp to EndTimeStamp`,
        actual: `${mp4.seconds.toFixed(3)} s of media`,
        ...toldTrack(mp4, details),
      }));
    }
  }
  return findings.list();
}

/** An MP4 file beside what its 310 says of it. */
function toldTrack(mp4: Mp4Object, { startMs, endMs }: Mp4Details): Pick<Finding, 'track'> {
  const startSeconds = startMs / 1000;
  const label = clockOf(startSeconds);
  const file = { label, startSeconds, seconds: mp4.seconds, mark: { kind: 'wrong' } } as const;
  const seconds = Math.max(0, (endMs - startMs) / 1000);
  return drawn(
    trackByTime(
      { name: lastPart(mp4.key), files: [file] },
      { against: { name: 'its 310', files: [{ label, startSeconds, seconds }] } },
    ),
  );
}

/** Tasks of which callbacks tell another room than their files. */
export function findOtherRooms(index: ArchiveIndex): readonly Finding[] {
  const findings = new FindingList();
  for (const { truth, task } of toldTasks(index)) {
    const rooms = roomsOf(task);
    const strange = truth.rooms.find(
      (room) => rooms.length > 0 && !rooms.some((one) => isSameRoom(one, room, index.reading)),
    );
    const [first] = rooms;
    if (strange !== undefined && first !== undefined) {
      const isText = String(first) === String(strange);
      findings.add({
        at: task?.rooms.get(first) ?? `task ${truth.taskId}`,
        code: isText ? 'room-type-differs' : 'room-differs',
        expected: `callbacks of the room ${roomKey(first)}, as the names of the task’s files say`,
        actual: `callbacks of the room ${roomKey(strange)}${isText ? ' (dialect trtc-roomid-always-string)' : ''}`,
      });
    }
  }
  return findings.list();
}

function roomsOf(task: Task | undefined): readonly TrtcRoomId[] {
  return [...(task?.rooms.keys() ?? [])];
}

function isSameRoom(named: TrtcRoomId, told: TrtcRoomId, { roomIds }: TrtcReading): boolean {
  return roomIds === 'string' ? String(named) === String(told) : named === told;
}
