import { limits } from '#contracts/sparkrtc/limits.ts';
import { defaultPattern } from '#contracts/sparkrtc/name-pattern.ts';
import { exampleRule, type RecordingRule } from '#contracts/sparkrtc/recording-rule.ts';
import type { SparkRoomEvent, SparkSession } from '#contracts/sparkrtc/session.ts';
import type { StreamMedia } from '#contracts/sparkrtc/stream-name.ts';

/** 2026-01-31 23:58:00 UTC: the session runs over midnight and the month's end. */
const startSeconds = Date.UTC(2026, 0, 31, 23, 58) / 1000;

/** The rule of the embedded session where none is declared: short files, so that a few minutes are cut several times. */
export const embeddedRule: RecordingRule = {
  ...exampleRule,
  hls: {
    lengthSeconds: limits.lengthSecondsMin,
    pause: { withinSeconds: 20 },
    pattern: defaultPattern,
    sliceSeconds: limits.sliceSecondsDefault,
  },
  mp4: { lengthSeconds: 90, pause: 'new-file', pattern: defaultPattern },
};

type Span = readonly [from: number, to: number];

/** A user's stay, with each published stream and its pauses. */
function stay(
  room: string,
  user: string,
  [from, to]: Span,
  streams: readonly {
    readonly media: StreamMedia;
    readonly at: number;
    readonly pauses?: readonly Span[];
    readonly isSoundAlone?: true;
  }[],
): readonly SparkRoomEvent[] {
  return [
    { at: from, room, kind: 'enter', user },
    ...streams.flatMap(({ media, at, pauses = [], isSoundAlone }): readonly SparkRoomEvent[] => [
      {
        at,
        room,
        kind: 'publish',
        user,
        media,
        picture: isSoundAlone === true ? null : { width: 320, height: 180 },
      },
      ...pauses.flatMap(([begin, end]): readonly SparkRoomEvent[] => [
        { at: begin, room, kind: 'pause', user, media },
        { at: end, room, kind: 'resume', user, media },
      ]),
    ]),
    { at: to, room, kind: 'leave', user },
  ];
}

/**
 * Some minutes in two rooms: cameras and a screen, sound alone, pauses shorter and longer than the rule merges, files cut
 * at the recording length, a user who comes back, and identifiers with underscores.
 */
export const embeddedSession: SparkSession = {
  startSeconds,
  events: [
    ...stay(
      'lesson_1',
      'teacher',
      [0, 200],
      [
        {
          media: 'camera',
          at: 2,
          pauses: [
            [40, 50],
            [110, 145],
          ],
        },
        { media: 'screen', at: 20, pauses: [[60, 75]] },
      ],
    ),
    ...stay('lesson_1', 'student_1-x', [10, 70], [{ media: 'camera', at: 12, isSoundAlone: true }]),
    ...stay(
      'lesson_1',
      'student_1-x',
      [95, 160],
      [{ media: 'camera', at: 96, isSoundAlone: true }],
    ),
    ...stay('meeting', 'host', [5, 185], [{ media: 'camera', at: 6 }]),
  ].sort((a, b) => a.at - b.at),
};
