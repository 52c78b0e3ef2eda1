import fc from 'fast-check';
import { LosslessNumber } from '#contracts/json.ts';
import type { BodySpelling } from '#contracts/sparkrtc/callback.ts';
import {
  bodySpellingsOf,
  directedSpellingsOf,
  type NamedSpelling,
  type SpellingGround,
} from '../body-spelling.ts';

/** Members of every callback that leaves nothing out. */
const ground: SpellingGround<BodySpelling> = {
  objects: [{ name: null, fields: ['event_type', 'stream_name', 'app_id', 'job_id', 'room_id'] }],
  lookalike: {
    job_id: '1',
    event_type: 'RECORD_FILE_COMPLETE',
    record_duration: new LosslessNumber('65'),
    obs_object: null,
  },
  toSpelling: ({ objects: [body = {}], trailingNewline, ...text }) => ({
    ...text,
    ...(body.keyOrder && { keyOrder: body.keyOrder }),
    ...(body.extraFields && { extraFields: body.extraFields }),
    ...(trailingNewline === true && { trailingNewline }),
  }),
};

/**
 * The ways in which one callback that names its application, room, stream and job can be spelt without meaning anything
 * else: white space, escapes, key order, unknown fields, a line feed behind. Shrinks to the plain default.
 */
export function bodySpellings(): fc.Arbitrary<BodySpelling> {
  return bodySpellingsOf(ground);
}

/** One spelling for each thing that can differ, and one with all of them. */
export const directedSpellings: readonly NamedSpelling<BodySpelling>[] =
  directedSpellingsOf(ground);

/** Values of `event_type` that no document names for recording, those beside the documented ones among them. */
export function unknownEventTypes(): fc.Arbitrary<string> {
  return fc.constantFrom(
    'RECORD_FILE_ARCHIVED',
    'RECORD_NEW_FILE_STARTED',
    'record_file_complete',
    'RECORD_FILE_COMPLETED',
    'RTC_USER_ROLE_CHANGED',
    'RTC_AUDIO_STREAM_OPEN',
    'CLOUD_RECORD_SERVER_OVER2',
    '录制完成',
    '',
  );
}

/** Values of `record_format` that no document names. */
export function unknownFormats(): fc.Arbitrary<string> {
  return fc.constantFrom('FLV', 'hls', 'mp4', 'CMAF', '');
}
