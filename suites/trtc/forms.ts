import { clauses, type TrtcDialect } from '#contracts/trtc/index.ts';
import type { Clause } from '#contracts/clause.ts';
import type { Experiment } from '#harness/experiment.ts';
import type { SuiteContext } from '#harness/suite.ts';
import { sequence } from '../kit/plan.ts';
import { tellStory } from '../kit/teller.ts';
import { trtcKit } from './kit.ts';
import { roomNumberOf } from './peculiar.ts';
import { failures, hlsTask, mixedTask, mp4Task, vodTask } from './stories.ts';
import type { Story } from './story.ts';

/** A member that the documents write in two ways, and callbacks that have it. */
export interface Form {
  /** The way that is not the default. */
  readonly dialect: TrtcDialect;
  readonly clause: Clause;
  readonly probes: readonly { readonly story: Story; readonly event: number }[];
}

const fileSlices = [
  { story: hlsTask, event: 2 },
  { story: mixedTask, event: 2 },
];
const playlists = [
  { story: hlsTask, event: 3 },
  { story: mixedTask, event: 3 },
];
const mp4Files = [
  { story: mp4Task, event: 6 },
  { story: mixedTask, event: 6 },
];
const vodFiles = [
  { story: vodTask, event: 2 },
  { story: failures, event: 5 },
];

/** Two files that one 310 names. */
const twoMp4Files: Story = {
  title: 'two MP4 files',
  sameSecond: true,
  files: { F1: { user: 'U1' }, F2: { user: 'U2' } },
  events: [
    ['F1', 310],
    ['F2', 310],
  ],
};

/** Every form by its dialect. Those of names in the bucket are not among them: callbacks do not show them. */
export const forms = {
  eventTsString: {
    dialect: 'trtc-eventts-string',
    clause: clauses.eventTs,
    probes: [{ story: hlsTask, event: 0 }, { story: hlsTask, event: 4 }, ...fileSlices],
  },
  roomIdAlwaysString: {
    dialect: 'trtc-roomid-always-string',
    clause: clauses.roomId,
    probes: [
      {
        story: {
          ...hlsTask,
          title: 'an integer room',
          identifiers: (fresh) => ({ R1: roomNumberOf(String(fresh.room('R1'))) }),
        },
        event: 3,
      },
    ],
  },
  playlistArray: {
    dialect: 'trtc-304-filelist-array',
    clause: clauses.fileInfoList,
    probes: playlists,
  },
  uploadLeaveCode: {
    dialect: 'trtc-305-leavecode',
    clause: clauses.uploadStopField,
    probes: [
      { story: hlsTask, event: 5 },
      { story: failures, event: 2 },
    ],
  },
  sliceTimeString: {
    dialect: 'trtc-307-string',
    clause: clauses.sliceTime,
    probes: fileSlices,
  },
  mp4ListString: {
    dialect: 'trtc-310-filelist-string',
    clause: clauses.mp4FileList,
    probes: mp4Files,
  },
  mp4AllInOne: {
    dialect: 'trtc-310-all-in-one',
    clause: clauses.mp4Events,
    probes: [{ story: twoMp4Files, event: 0 }],
  },
  vodFlatTable: {
    dialect: 'trtc-311-flat-table',
    clause: clauses.vodCommitShape,
    probes: vodFiles,
  },
  vodFlatSample: {
    dialect: 'trtc-311-flat',
    clause: clauses.vodCommitShape,
    probes: vodFiles,
  },
  edition2022: {
    dialect: 'trtc-2022',
    clause: clauses.eventMsTs,
    probes: [{ story: hlsTask, event: 0 }, ...playlists.slice(0, 1), ...mp4Files, ...vodFiles],
  },
  wholeKeys: {
    dialect: 'trtc-file-keys',
    clause: clauses.fileNamesInCallbacks,
    probes: [...fileSlices, ...playlists, ...mp4Files],
  },
  singleUnderscores: {
    dialect: 'trtc-name-single-underscore',
    clause: clauses.namePlaylistSingle,
    probes: [fileSlices[0], playlists[0], mp4Files[0]].filter((probe) => probe !== undefined),
  },
  doubleUnderscores: {
    dialect: 'trtc-vod-double-underscore',
    clause: clauses.namePlaylistSingle,
    probes: vodFiles,
  },
} as const satisfies Record<string, Form>;

/** One callback in each of the forms, and the same in the default one: whichever the service sends is taken. */
export function formExperiments(
  context: SuiteContext,
  ...wanted: readonly Form[]
): readonly Experiment[] {
  const told = wanted.flatMap(({ dialect, probes }) =>
    probes.flatMap(({ story, event }) =>
      [[dialect], []].map((dialects) => ({ dialects, story, event })),
    ),
  );
  return told.map(({ dialects, story, event }, index) => ({
    title: `${story.title}, ${dialects.join('') || 'the default form'}`,
    key: `directed:${String(index)}`,
    arms: [
      {
        ...tellStory(
          trtcKit,
          story,
          sequence(event),
          { ...context, dialects },
          'delivery',
          `form${String(index)}`,
        ),
        subjects: [],
      },
    ],
    shows: 'delivery',
  }));
}
