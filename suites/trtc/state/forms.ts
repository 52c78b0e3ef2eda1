import { clauses } from '#contracts/trtc/index.ts';
import { claimFor } from '../../claims/claim.ts';
import { stateClaim } from '../../claims/state.ts';
import { implications, type ImpliedCase, type Telling } from '../../kit/relations.ts';
import { expectImplied } from '../../oracles/relations.ts';
import { forms, type Form } from '../forms.ts';
import { trtcKit } from '../kit.ts';
import { toldOnce } from '../stories.ts';
import type { FileSpec, Story } from '../story.ts';

/** Two stories that differ in what a member says: who tells them apart in one form does so in the other. */
function contrast({ dialect }: Form, says: Story, saysOther: Story): ImpliedCase<Story> {
  const told = (story: Story, dialects: readonly string[]): Telling<Story> => ({
    story,
    events: [0],
    dialects,
  });
  return {
    title: `${says.title}, told in the form ${dialect}`,
    known: told(says, []),
    knownWithout: told(saysOther, []),
    asked: told(says, [dialect]),
    askedWithout: told(saysOther, [dialect]),
  };
}

/** One of two files of a user: of the streams where playlists are told, of the cuts where MP4 files are. */
function files(form: Form, type: 304 | 307 | 310 | 311): ImpliedCase<Story> {
  const [one, other]: readonly [FileSpec, FileSpec] =
    type === 304 || type === 307
      ? [{ media: 'main' }, { media: 'aux' }]
      : [{ index: 1 }, { index: 2 }];
  const title = `one of two files, event type ${String(type)}`;
  return contrast(
    form,
    toldOnce(title, type, { F1: one }),
    // Another symbol, or the two names would read the same.
    toldOnce(title, type, { F2: other }),
  );
}

/** The end of an upload, complete or not. */
function uploads(form: Form): ImpliedCase<Story> {
  const of = (status: 0 | 1): Story => ({
    title: 'an upload ends',
    files: {},
    events: [['T1', 305, status]],
  });
  return contrast(form, of(1), of(0));
}

/** Whoever keeps the second of two files told by two callbacks keeps it where one callback tells of both. */
function severalAtOnce({ dialect }: Form): ImpliedCase<Story> {
  const story = toldOnce('two MP4 files of a stream', 310, { F1: { index: 1 }, F2: { index: 2 } });
  const alone = { story, events: [0], dialects: [] };
  return {
    title: 'two MP4 files in one callback',
    known: { ...alone, events: [0, 1] },
    knownWithout: alone,
    asked: { ...alone, dialects: [dialect] },
    askedWithout: alone,
  };
}

const documented = stateClaim({
  path: 'state/both-forms-say-the-same',
  title: 'Members that the documents write in two ways are understood in either',
  basis: 'inferred',
  hint: 'Accepting is not enough: read the member in its other form, too, or what it says is lost behind a 200.',
  evaluate: (seen) => expectImplied(seen, 'form-not-understood'),
});

export const bothFormsSayTheSame = claimFor('trtc', documented, {
  clauses: [
    clauses.uploadStopField,
    clauses.mp4FileList,
    clauses.mp4Events,
    clauses.vodCommitShape,
    clauses.sliceTime,
  ],
  experiments: (context) =>
    implications(trtcKit, context, [
      uploads(forms.uploadLeaveCode),
      files(forms.mp4ListString, 310),
      severalAtOnce(forms.mp4AllInOne),
      files(forms.vodFlatTable, 311),
      files(forms.sliceTimeString, 307),
      files(forms.eventTsString, 310),
    ]),
});

const elsewhere = stateClaim({
  path: 'state/older-forms-say-the-same',
  title: 'Members that only other editions and pages write differently are understood, too',
  level: 'SHOULD',
  basis: 'inferred',
  hint: 'Read a list as well as a string, FileList where there is no FileMessage, and a flat 311 without Status.',
  evaluate: (seen) => expectImplied(seen, 'form-not-understood'),
});

export const olderFormsSayTheSame = claimFor('trtc', elsewhere, {
  clauses: [clauses.fileInfoList, clauses.mp4FileMessage, clauses.vodCommitShape],
  experiments: (context) =>
    implications(trtcKit, context, [
      files(forms.playlistArray, 304),
      files(forms.edition2022, 310),
      files(forms.edition2022, 311),
      files(forms.vodFlatSample, 311),
    ]),
});
