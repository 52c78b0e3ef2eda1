import type { RecordFormat } from '#contracts/sparkrtc/index.ts';
import type { ArchiveFacts, AuditedObject } from '#harness/archive-facts.ts';
import { promisedFormat } from '#media/promised-format.ts';
import type { MediaTrack } from '#media/verdict.ts';
import type { PromisedRecording } from '../../archive/media-findings.ts';
import {
  describeTracks,
  indexPlaylists,
  type PlaylistIndex,
  type PlaylistObject,
} from '../../archive/index-playlists.ts';
import { classifyKey, isOwn } from './classify-key.ts';
import { declaredOf, type Declared } from './declared.ts';

/** A playlist or MP4 file that is named by the pattern. */
export interface RecordedFile {
  readonly key: string;
  readonly format: RecordFormat;
  /** Undefined where the pattern does not have it. */
  readonly streamName: string | undefined;
  /** Unix seconds of the name; undefined where the pattern does not have them. */
  readonly fileTimeSeconds: number | undefined;
  /** Length of the media, of a playlist what it says; 0 where nothing was read. */
  readonly seconds: number;
  /** Read to its end and undamaged, so that `seconds` is all there is. */
  readonly whole: boolean;
  readonly modifiedMs: number | undefined;
  /** `audio aac, video h264`, where an MP4 file was read. */
  readonly tracks: string | undefined;
  /** Size of an MP4 file's pictures, where it was read and has some. */
  readonly picture: { readonly width: number; readonly height: number } | undefined;
  /** Of playlists that were read. */
  readonly playlist: PlaylistObject | undefined;
}

/** How many of the archive's objects a check may speak of. */
export interface ArchiveCounts {
  readonly objects: number;
  /** Playlists and MP4 files that may be the application's, whatever their names. */
  readonly recordings: number;
  /** Those that are named by the pattern. */
  readonly named: number;
  readonly playlists: number;
  readonly mp4: number;
  readonly segments: number;
  /** Named recordings whose last modification is known. */
  readonly dated: number;
  /** Recordings and segments that could not be read, or were not. */
  readonly unread: number;
}

/** What an archive comes to for checks over several files. */
export interface ArchiveIndex {
  readonly declared: Declared;
  readonly counts: ArchiveCounts;
  /** The first recording or segment that was not read, and why. */
  readonly firstUnread: { readonly key: string; readonly reason: string } | undefined;
  /** Named by the pattern, in listing order. */
  readonly files: readonly RecordedFile[];
  /** Playlists and segments that may be the application's. */
  readonly playlists: PlaylistIndex;
  /** Last modification of the newest of all own objects, milliseconds since the epoch. */
  readonly newestMs: number | undefined;
}

const indexes = new WeakMap<ArchiveFacts, ArchiveIndex>();

/** The index of an archive, made in one pass and kept as long as the facts are. Costs some hundred bytes an object. */
export function indexArchive(facts: ArchiveFacts): ArchiveIndex {
  const index = indexes.get(facts) ?? makeIndex(facts);
  indexes.set(facts, index);
  return index;
}

function makeIndex(facts: ArchiveFacts): ArchiveIndex {
  const declared = declaredOf(facts);
  const all = indexPlaylists(facts);
  const own = { playlists: new Map<string, PlaylistObject>(), segments: new Map(all.segments) };
  const counts = {
    objects: 0,
    recordings: 0,
    named: 0,
    playlists: 0,
    mp4: 0,
    segments: 0,
    dated: 0,
    unread: 0,
  };
  const files: RecordedFile[] = [];
  let firstUnread: ArchiveIndex['firstUnread'];
  let newestMs: number | undefined;
  for (const object of facts.objects) {
    counts.objects += 1;
    const promised = promisedFormat(object.key);
    const keyClass = classifyKey(object.key, declared);
    if (promised === undefined || !isOwn(keyClass)) {
      own.segments.delete(object.key);
      continue;
    }
    newestMs = laterOf(newestMs, object.modifiedMs);
    counts.recordings += promised === 'ts' ? 0 : 1;
    counts.segments += promised === 'ts' ? 1 : 0;
    counts.playlists += promised === 'm3u8' ? 1 : 0;
    counts.mp4 += promised === 'mp4' ? 1 : 0;
    if (object.media === undefined) {
      counts.unread += 1;
      firstUnread ??= { key: object.key, reason: object.unreadable ?? 'It was not read.' };
    }
    const playlist = all.playlists.get(object.key);
    if (playlist !== undefined) {
      own.playlists.set(object.key, playlist);
    }
    if (keyClass.kind === 'recording') {
      counts.named += 1;
      counts.dated += object.modifiedMs === undefined ? 0 : 1;
      files.push({ ...keyClass.name, ...contentOf(object), playlist });
    }
  }
  return {
    declared,
    counts,
    firstUnread,
    files,
    playlists: own,
    newestMs,
  };
}

function laterOf(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? (one ?? other) : Math.max(one, other);
}

function contentOf({
  key,
  media,
  modifiedMs,
}: AuditedObject): Pick<
  RecordedFile,
  'key' | 'seconds' | 'whole' | 'modifiedMs' | 'tracks' | 'picture'
> {
  return {
    key,
    seconds: media?.durationSeconds ?? 0,
    whole: media !== undefined && media.verdict !== 'invalid',
    modifiedMs,
    tracks: media?.tracks === undefined ? undefined : describeTracks(media.tracks),
    picture: pictureOf(media?.tracks ?? []),
  };
}

function pictureOf(tracks: readonly MediaTrack[]): RecordedFile['picture'] {
  const { width, height } = tracks.find(({ kind }) => kind === 'video') ?? {};
  return width === undefined || height === undefined ? undefined : { width, height };
}

/** Objects whose names promise a playlist, segment or MP4 file and that may be the application's, in listing order. */
export function* mediaOf(facts: ArchiveFacts): Generator<PromisedRecording> {
  const declared = declaredOf(facts);
  for (const object of facts.objects) {
    const promised = promisedFormat(object.key);
    if (promised !== undefined && isOwn(classifyKey(object.key, declared))) {
      yield { object, promised };
    }
  }
}

/** An object so young may belong to a file that is being recorded, milliseconds. */
const recentMsMax = 15 * 60_000;

/** Whether an object was stored so shortly before the newest one that its stream may still be recorded. */
export function isRecent(
  modifiedMs: number | undefined,
  { newestMs }: Pick<ArchiveIndex, 'newestMs'>,
): boolean {
  return modifiedMs !== undefined && newestMs !== undefined && newestMs - modifiedMs < recentMsMax;
}
