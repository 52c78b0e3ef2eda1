import type { TrtcRoomId } from './callback.ts';
import { limits } from './limits.ts';
import { decodeNameId } from './name-id.ts';
import { parseNameTime } from './name-time.ts';
import type { Mp4Source, Recovery, TrtcFile, TrtcStream } from './object-key.ts';
import { defaultReading, type TrtcReading } from './reading.ts';

/** A key or name that no recording of this application has. */
export interface ForeignKey {
  readonly kind: 'foreign';
  /** One sentence for people. */
  readonly reason: string;
}

/** What a key says. */
export interface RecordingKey {
  readonly kind: 'recording';
  readonly file: TrtcFile;
  /** Underscores in front of `UserId_s_`; undefined in a mixed file's name. */
  readonly underscores: 1 | 2 | undefined;
  /** The time as it stands in a segment's name. */
  readonly startText: string | undefined;
}

export type KeyReading = RecordingKey | ForeignKey;

/**
 * Reads an object's key relative to the bucket's root. A key is never ambiguous: identifiers that could hold an
 * underscore are in Base64, and no legal string room has a Base64 of digits alone. One or two underscores around the
 * user and both words for merged streams are understood under every reading.
 * @param sdkAppId The application whose bucket this is; other applications' keys are foreign.
 */
export function parseObjectKey(
  key: string,
  sdkAppId: number,
  reading: TrtcReading = defaultReading,
): KeyReading {
  const folders = key.split('/');
  const name = folders.pop() ?? '';
  const taskId = folders.pop();
  if (taskId === undefined || taskId === '') {
    return foreign('It lies in no task’s folder.');
  }
  if (folders.includes('')) {
    return foreign('One of its folders has no name.');
  }
  return parseFileName(name, { prefix: folders, taskId, sdkAppId }, reading);
}

/** Reads a file's name as callbacks and playlists carry it; the rest of its place is known from elsewhere. */
export function parseFileName(
  name: string,
  place: { readonly prefix: readonly string[]; readonly taskId: string; readonly sdkAppId: number },
  reading: TrtcReading = defaultReading,
): KeyReading {
  const parts = nameForm.exec(name)?.groups;
  if (parts === undefined) {
    return foreign('Its name has none of the forms of a recording.');
  }
  const { app = '', room = '', extension = '', index, time } = parts;
  if (app !== String(place.sdkAppId)) {
    return foreign(`Its name does not begin with ${place.sdkAppId}_.`);
  }
  const roomId = roomIdOf(room);
  if (roomId === undefined) {
    return foreign(`${room} is neither a room number nor the Base64 of a room.`);
  }
  const { prefix, taskId, sdkAppId } = place;
  const common = { prefix, taskId, sdkAppId, roomId };
  const stream = streamOf(parts);
  if ('reason' in stream) {
    return stream;
  }
  const underscores = parts['gap'] === undefined ? undefined : parts['gap'].length === 1 ? 1 : 2;
  const told = { kind: 'recording', underscores, startText: time } as const;
  if (extension === 'mp4') {
    if (parts['ha'] !== undefined || 'trackType' in stream || time !== undefined) {
      return foreign('An MP4 file’s name has neither a recovery, a type nor a time.');
    }
    return { ...told, file: { ...common, kind: 'mp4', stream, index: numberOf(index) } };
  }
  if (index !== undefined || !isHlsStream(stream)) {
    return foreign('A playlist’s or segment’s name has a type and no index.');
  }
  const recovery = recoveryOf(parts['ha']);
  if (extension === 'm3u8') {
    return time === undefined
      ? { ...told, file: { ...common, kind: 'playlist', recovery, stream } }
      : foreign('A playlist’s name has no time.');
  }
  const startMs = time === undefined ? undefined : parseNameTime(time, reading);
  return startMs === undefined
    ? foreign(`${time ?? 'Nothing'} is not a time.`)
    : { ...told, file: { ...common, kind: 'segment', recovery, stream, startMs } };
}

/** Identifiers have no underscores, so the parts cannot run into one another. */
const nameForm =
  /^(?:ha(?<ha>[123])_)?(?<app>[1-9]\d*)_(?<room>[^_/]+?)(?:(?<gap>__?)UserId_s_(?<user>[^_/]+)\k<gap>UserId_e_(?<media>main|aux)(?:_(?<type>audio_video|audiovideo|audio|video))?)?(?:_(?:(?<time>\d{17})|(?<index>[1-9]\d{0,8})))?\.(?<extension>m3u8|ts|mp4)$/u;

type Parts = Readonly<Record<string, string | undefined>>;

function streamOf({ user, media, type }: Parts): TrtcStream | Mp4Source | ForeignKey {
  if (user === undefined) {
    return { mode: 'mixed' };
  }
  const userId = decodeNameId(user);
  if (userId === undefined) {
    return foreign(`${user} is not the Base64 of a user.`);
  }
  const owner = { mode: 'single', userId, mediaId: media === 'aux' ? 'aux' : 'main' } as const;
  if (type === undefined) {
    return owner;
  }
  const trackType = type === 'audio' || type === 'video' ? type : 'audio_video';
  return { ...owner, trackType };
}

function isHlsStream(stream: TrtcStream | Mp4Source): stream is TrtcStream {
  return stream.mode === 'mixed' || 'trackType' in stream;
}

function roomIdOf(text: string): TrtcRoomId | undefined {
  if (/^[1-9]\d{0,9}$/u.test(text) && Number(text) <= limits.roomNumberMax) {
    return Number(text);
  }
  return decodeNameId(text);
}

function recoveryOf(text: string | undefined): Recovery {
  const recoveries: readonly Recovery[] = [1, 2, 3];
  return recoveries.find((recovery) => String(recovery) === text) ?? 0;
}

function numberOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}

function foreign(reason: string): ForeignKey {
  return { kind: 'foreign', reason };
}
