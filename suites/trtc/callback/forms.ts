import { clauses } from '#contracts/trtc/index.ts';
import type { ActiveCheck } from '#harness/check.ts';
import { acceptance } from '../../claims/callback.ts';
import { claimFor, type ClaimPart } from '../../claims/claim.ts';
import { formExperiments, forms, type Form } from '../forms.ts';

/**
 * Where the documents write a member in two ways, both are accepted. A MUST where they contradict each other; a SHOULD
 * where only an older edition, a sibling page or an integrator has the other form.
 */
function acceptsForms(
  words: Omit<Parameters<typeof acceptance>[0], 'needs'> &
    Pick<ClaimPart, 'clauses'> & { readonly forms: readonly Form[] },
): ActiveCheck {
  const { clauses: own, forms: wanted, ...claim } = words;
  return claimFor('trtc', acceptance({ ...claim, needs: ['delivery/accepts-each-event'] }), {
    clauses: own,
    experiments: (context) => formExperiments(context, ...wanted),
  });
}

const contradicting = { level: 'MUST', basis: 'inferred' } as const;
const elsewhere = { level: 'SHOULD', basis: 'inferred' } as const;

export const acceptsEventTimesInBothForms = acceptsForms({
  ...contradicting,
  path: 'callback/accepts-event-times-in-both-forms',
  title: 'EventTs is accepted as a number and as a string of digits',
  clauses: [clauses.eventTs],
  hint: 'The table says number, half of the samples show a string: read EventTs from either, or use EventMsTs.',
  forms: [forms.eventTsString],
});

export const acceptsRoomsInBothForms = acceptsForms({
  ...contradicting,
  path: 'callback/accepts-rooms-in-both-forms',
  title: 'An integer room is accepted as a number and as a string of its digits',
  clauses: [clauses.roomId],
  hint: 'The table says string or number, and samples show digits as a string: take both.',
  forms: [forms.roomIdAlwaysString],
});

export const acceptsUploadStatusInBothForms = acceptsForms({
  ...contradicting,
  path: 'callback/accepts-upload-status-in-both-forms',
  title: 'The state of a 305 is accepted in Status and in LeaveCode',
  clauses: [clauses.uploadStopField],
  hint: 'Samples have Status, a newer table has LeaveCode: read whichever is there.',
  forms: [forms.uploadLeaveCode],
});

export const acceptsSliceTimesInBothForms = acceptsForms({
  ...contradicting,
  path: 'callback/accepts-slice-times-in-both-forms',
  title: 'BeginTimeStamp of a 307 is accepted as a number and as a string of digits',
  clauses: [clauses.sliceTime, clauses.startTimeInCallback],
  hint: 'The documents disagree on the type of BeginTimeStamp: read it from either.',
  forms: [forms.sliceTimeString],
});

export const acceptsMp4ListsInBothForms = acceptsForms({
  ...contradicting,
  path: 'callback/accepts-mp4-lists-in-both-forms',
  title: 'FileList of a 310 is accepted as a string, and as a list of one file or several',
  clauses: [clauses.mp4FileList, clauses.mp4Events],
  hint: 'The table says string, the samples have a list of two: treat a string as a list of one.',
  forms: [forms.mp4ListString, forms.mp4AllInOne],
});

export const acceptsVodFilesInBothForms = acceptsForms({
  ...contradicting,
  path: 'callback/accepts-vod-files-in-both-forms',
  title: 'What a 311 tells of its file is accepted inside TencentVod and beside Status',
  clauses: [clauses.vodCommitShape],
  hint: 'The table is flat, the samples are nested: look into TencentVod where it is there, into Payload where not.',
  forms: [forms.vodFlatTable],
});

export const acceptsFlatVodSample = acceptsForms({
  ...elsewhere,
  path: 'callback/accepts-flat-vod-sample',
  title: 'A flat 311 without Status, with its times in seconds, is accepted',
  clauses: [clauses.vodCommitShape],
  hint: 'One page shows stored files so: a 311 that names a FileId is a success though it has no Status.',
  forms: [forms.vodFlatSample],
});

export const acceptsPlaylistListsInBothForms = acceptsForms({
  ...elsewhere,
  path: 'callback/accepts-playlist-lists-in-both-forms',
  title: 'FileList of a 304 is accepted as a string and as a list',
  clauses: [clauses.fileInfoList],
  hint: 'Read FileList of 304 and 310 with the same code: a string is a list of one.',
  forms: [forms.playlistArray],
});

export const acceptsOlderEdition = acceptsForms({
  ...elsewhere,
  path: 'callback/accepts-older-edition',
  title: 'Callbacks without EventMsTs and FileMessage, as in the edition of 2022, are accepted',
  clauses: [clauses.eventMsTs, clauses.mp4FileMessage],
  hint: 'Take EventMsTs and FileMessage where they are, EventTs and FileList where they are not.',
  forms: [forms.edition2022],
});

export const acceptsOtherFileNames = acceptsForms({
  ...elsewhere,
  path: 'callback/accepts-other-file-names',
  title: 'File names are accepted with folders and with other underscores than the naming rule has',
  clauses: [clauses.fileNamesInCallbacks, clauses.namePlaylistSingle],
  hint: 'Keep file names as they come; sibling pages spell them in other ways, so do not refuse by pattern.',
  forms: [forms.wholeKeys, forms.singleUnderscores, forms.doubleUnderscores],
});
