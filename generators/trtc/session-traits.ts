import { roomKey } from '#contracts/trtc/room.ts';
import { predict, type TrtcSession, type TrtcTask } from '#contracts/trtc/recording-rules.ts';

/**
 * The classes that a session reaches, by stable kebab-case names; for statistics over what a generator reaches, and for
 * a user's own `fc.statistics`.
 */
export function sessionTraits(session: TrtcSession): readonly string[] {
  const { tasks } = predict(session, { sdkAppId: 1_400_000_000 });
  const traits: Readonly<Record<string, boolean>> = {
    ...planTraits(session),
    ...roomTraits(session),
    ...fileTraits(tasks),
  };
  return Object.entries(traits).flatMap(([name, holds]) => (holds ? [name] : []));
}

function planTraits({ tasks }: TrtcSession): Readonly<Record<string, boolean>> {
  const params = tasks.map((task) => task.params);
  const troubles = tasks.flatMap(({ trouble }) => (trouble === undefined ? [] : [trouble]));
  return {
    single: params.some(({ mode }) => mode === 'single'),
    mixed: params.some(({ mode }) => mode === 'mixed'),
    vod: params.some(({ storage }) => storage === 'vod'),
    mp4: params.some(({ mp4, storage }) => mp4 && storage === 'cos'),
    merged: params.some(({ mergesTracks }) => mergesTracks),
    prefix: params.some(({ prefix }) => prefix.length > 0),
    'several-tasks': tasks.length > 1,
    ...Object.fromEntries(troubles.map((trouble) => [trouble, true])),
  };
}

function roomTraits({ events, tasks }: TrtcSession): Readonly<Record<string, boolean>> {
  const rooms = new Map(tasks.map(({ room }) => [roomKey(room), room]));
  const joins = events.filter(({ kind }) => kind === 'join');
  const joiners = new Set(joins.map(({ room, user }) => JSON.stringify([roomKey(room), user])));
  return {
    'integer-room': [...rooms.values()].some((room) => typeof room === 'number'),
    'string-room': [...rooms.values()].some((room) => typeof room === 'string'),
    'twin-rooms': new Set([...rooms.values()].map(String)).size < rooms.size,
    'several-users': new Set(events.map(({ user }) => user)).size > 1,
    'user-comes-back': joins.length > joiners.size,
    'falls-silent': events.some(({ kind }) => kind === 'unpublish'),
    substream: events.some((event) => 'mediaId' in event && event.mediaId === 'aux'),
  };
}

function fileTraits(tasks: readonly TrtcTask[]): Readonly<Record<string, boolean>> {
  const playlists = tasks.flatMap((task) => task.playlists);
  const segments = playlists.flatMap((playlist) => playlist.segments);
  const day = 86_400_000;
  const dayOf = (ms: number): number => Math.floor(ms / day);
  return {
    idle: tasks.some(({ leaveCode }) => leaveCode === 99),
    stopped: tasks.some(({ leaveCode }) => leaveCode !== 99),
    failover: tasks.some(({ recoveredAtMs }) => recoveredAtMs.length > 0),
    'recovered-playlist': playlists.some(({ file }) => file.recovery > 0),
    'open-playlist': playlists.some(({ isEnded }) => !isEnded),
    'several-segments': playlists.some((playlist) => playlist.segments.length > 1),
    'exact-segment': segments.some(({ beginMs, endMs, file: { taskId } }) =>
      tasks.some(({ plan }) => plan.taskId === taskId && plan.params.segmentMs === endMs - beginMs),
    ),
    'cut-mp4': tasks.some(({ mp4Files }) => mp4Files.some(({ file }) => file.index !== undefined)),
    'longer-than-a-day': tasks.some(({ beginMs, endMs }) => endMs - beginMs > day),
    'crosses-midnight': tasks.some(({ beginMs, endMs }) => dayOf(beginMs) !== dayOf(endMs)),
    'no-files': playlists.length === 0,
  };
}
