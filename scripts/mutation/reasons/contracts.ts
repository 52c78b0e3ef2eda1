import type { Reason } from './reason.ts';

/** Why survivors in `contracts/` are left alive; the first that fits explains one. */
export const contractsReasons: readonly Reason[] = [
  {
    file: 'contracts/json-body.ts',
    reason:
      'Nothing else than the named error is ever thrown there: the guard lets a fault of our own through instead of calling it the sender’s.',
  },
  {
    file: 'contracts/calendar-time.ts',
    mutator: 'Regex',
    reason: 'What was read is written again and compared: a looser form is refused there.',
  },
  {
    file: 'contracts/dialect-names.ts',
    reason:
      'Equal: where there is a second name there is a first; a column too many is never read.',
  },
  {
    file: 'contracts/json-fields.ts',
    was: 'this.#value',
    reason: 'Equal: `has` has just said that the object is there.',
  },
  {
    file: 'contracts/json-fields.ts',
    was: 'natural !== undefined',
    reason: 'Equal: undefined is not at most anything; the comparison is for the compiler.',
  },
  {
    file: 'contracts/json-spelling.ts',
    was: "'none'",
    reason: 'Equal: `none` is whatever is not one of the other spellings.',
  },
  {
    file: 'contracts/json.ts',
    was: "'null'",
    reason: 'For the compiler: a JSON value always has a text.',
  },
  {
    file: 'contracts/gme/parse-object-key.ts',
    mutator: 'StringLiteral',
    was: "''",
    reason: 'Defaults for the compiler: where the form does not match they are never looked at.',
  },
  {
    file: 'contracts/gme/parse-object-key.ts',
    was: 'at >= 0',
    reason: 'Equal: the search begins at 1.',
  },
  {
    file: 'contracts/gme/recording-rules.ts',
    reason:
      'Equal: one stream has no two files that begin at once, and the mixed stream’s files are closed before or after a user’s alike.',
  },
  {
    file: 'contracts/gme/room-recorder.ts',
    reason:
      'Equal: files are opened and closed only while a task runs; what was never opened leaves no file, guarded or not.',
  },
  {
    file: 'contracts/trtc/name-id.ts',
    was: "'='",
    reason: 'Equal: Base64 is read without its padding too, and what was read is written again.',
  },
  {
    file: 'contracts/trtc/parse-object-key.ts',
    mutator: 'StringLiteral',
    was: "''",
    reason: 'Defaults for the compiler: a split text has a last part.',
  },
  {
    file: 'contracts/trtc/task-truth.ts',
    mutator: 'ArrayDeclaration',
    was: '[]',
    reason:
      'Equal: the text that Stryker puts there comes before every object, and the last one counts.',
  },
  {
    file: 'contracts/sparkrtc/parse-object-key.ts',
    was: 'fileStartTime === undefined',
    becomes: 'false',
    reason: 'For the compiler: what is no text is no time either.',
  },
  {
    file: 'contracts/sparkrtc/predicted-callbacks.ts',
    was: 'downloadUrl === undefined',
    becomes: 'false',
    reason: 'For the compiler: the location of a region is always a URL with a host.',
  },
  {
    file: 'contracts/sparkrtc/read-format-rule.ts',
    was: "'MP4'",
    reason: 'Equal: of a pause’s format nothing is asked but whether it is HLS.',
  },
  {
    file: 'contracts/sparkrtc/read-format-rule.ts',
    was: "'same-file'",
    reason: 'For the compiler: reading the pause of an MP4 block never says so.',
  },
  {
    file: 'contracts/sparkrtc/read-recording-rule.ts',
    was: "''",
    reason: 'Never seen: without an address there is no rule, only what is wrong with it.',
  },
  {
    file: 'contracts/sparkrtc/room-recorder.ts',
    was: 'this.#liveSince !== undefined',
    becomes: 'true',
    reason: 'For the compiler: undefined is not less than any time.',
  },
  {
    file: 'contracts/rule-block.ts',
    mutator: 'ArrayDeclaration',
    reason: 'Equal: no field of a rule is named as the text that Stryker puts there.',
  },
  {
    file: 'contracts/rule-block.ts',
    was: 'toLowerCase',
    reason: 'Equal: both names are folded alike before they are compared.',
  },
];
