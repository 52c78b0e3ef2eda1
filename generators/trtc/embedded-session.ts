import {
  defaultRecordParams,
  type RecordParams,
  type TrtcRoomEvent,
  type TrtcSession,
  type TrtcTaskPlan,
} from '#contracts/trtc/recording-rules.ts';

const second = 1000;
const hour = 3600 * second;

/** 2026-01-31 23:30:00 UTC: the session runs over midnight and the month's end. */
const startMs = Date.UTC(2026, 0, 31, 23, 30);

type Track = readonly [mediaId: 'main' | 'aux', track: 'audio' | 'video'];

function presence(room: number | string, user: string, from: number, to: number): TrtcRoomEvent[] {
  return [
    { at: from, room, kind: 'join', user },
    { at: to, room, kind: 'leave', user },
  ];
}

function published(
  room: number | string,
  user: string,
  [mediaId, track]: Track,
  from: number,
  to: number,
): TrtcRoomEvent[] {
  return [
    { at: from, room, kind: 'publish', user, mediaId, track },
    { at: to, room, kind: 'unpublish', user, mediaId, track },
  ];
}

function task(
  taskId: string,
  room: number | string,
  params: Partial<RecordParams>,
  more: Partial<TrtcTaskPlan> = {},
): TrtcTaskPlan {
  return {
    taskId,
    robotId: `recorder_${taskId.replaceAll(/\W/gu, '')}`,
    room,
    params: { ...defaultRecordParams, ...params },
    startAt: 0,
    stop: undefined,
    failovers: [],
    trouble: undefined,
    imageErrors: [],
    ...more,
  };
}

const lesson = 20015;
const lessonEvents = [
  ...presence(lesson, 'teacher', 0, 95 * second),
  ...published(lesson, 'teacher', ['main', 'audio'], 2 * second, 90 * second),
  ...published(lesson, 'teacher', ['main', 'video'], 2.5 * second, 60 * second),
  ...published(lesson, 'teacher', ['aux', 'video'], 20 * second, 50 * second),
  ...presence(lesson, '学生/=_1', 10 * second, 80 * second),
  ...published(lesson, '学生/=_1', ['main', 'audio'], 12 * second, 30 * second),
  ...published(lesson, '学生/=_1', ['main', 'audio'], 50 * second, 70 * second),
];

/** The same digits, another room. */
const twin = '20015';
const twinEvents = [
  ...presence(twin, 'host~?', 0, 80 * second),
  ...published(twin, 'host~?', ['main', 'audio'], 1 * second, 75 * second),
  ...published(twin, 'host~?', ['main', 'video'], 1 * second, 75 * second),
];

const marathon = 'marathon_1';
const marathonEvents = [
  ...presence(marathon, 'camera', 0, 25 * hour),
  ...published(marathon, 'camera', ['main', 'video'], 1 * second, 25 * hour - second),
];

/**
 * A day's work in small: single and mixed streams, a pause, a substream, a task that moved to another server, MP4 files,
 * one of them cut after 24 hours, files in VOD, an integer room and the string of its digits, a stop and idle ends.
 */
export const embeddedSession: TrtcSession = {
  startMs,
  events: [...lessonEvents, ...twinEvents, ...marathonEvents].sort((a, b) => a.at - b.at),
  tasks: [
    task('-m9-bVVU7idsLessonSingle.', lesson, { mp4: true, prefix: ['lessons', '2026-01'] }),
    task(
      'nHuqHlU7islZLessonMixed',
      lesson,
      { mode: 'mixed', mp4: true },
      {
        failovers: [{ at: 40 * second, recoveredAt: 43 * second }],
        stop: { at: 85 * second, leaveCode: 0 },
      },
    ),
    task('-yqHu8ZWQndibTwin-Merged', twin, { mergesTracks: true }),
    task(
      'JtEhvB6ShqolkmTwinVod.',
      twin,
      { storage: 'vod' },
      {
        stop: { at: 70 * second, leaveCode: 2 },
      },
    ),
    // Pictures only, in long segments: a day costs some kilobytes.
    task('ShqolkmNmnxz7Marathon', marathon, {
      mode: 'mixed',
      tracks: 'video',
      mp4: true,
      segmentMs: hour / 2,
    }),
  ],
};
