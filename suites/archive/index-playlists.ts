import type { ArchiveFacts, AuditedObject } from '#harness/archive-facts.ts';
import { resolveSegmentKey } from '#media/hls/resolve.ts';
import { promisedFormat } from '#media/promised-format.ts';
import type { MediaTrack, Playlist } from '#media/verdict.ts';

/** A segment of HLS in the bucket, as far as checks over several files need it. */
export interface SegmentObject {
  readonly key: string;
  /** Length of its media, seconds; 0 where nothing was read. */
  readonly seconds: number;
  /** Its first time stamp, seconds of a clock that begins again after 26.5 hours; undefined where there is none. */
  readonly beginSeconds: number | undefined;
  /** Read to its end and undamaged, so that `seconds` is all there is. */
  readonly whole: boolean;
  /** Last modification, milliseconds since the epoch. */
  readonly modifiedMs: number | undefined;
  /** `audio aac, video h264`; empty where no track was found, undefined where nothing was read. */
  readonly tracks: string | undefined;
  /** How often playlists list it. */
  readonly listings: number;
}

/** A line of a playlist that names a segment. */
export interface PlaylistEntry {
  /** Key of the object that it names; undefined where it names none that could be in the bucket. */
  readonly key: string | undefined;
  /** The object, where it is there. */
  readonly segment: SegmentObject | undefined;
  /** What EXTINF says. */
  readonly seconds: number;
  readonly discontinuity: boolean;
  /** Line of the URI, counted from 1. */
  readonly line: number;
}

/** A playlist of the bucket that could be read. */
export interface PlaylistObject {
  readonly key: string;
  /** In the playlist's order. */
  readonly entries: readonly PlaylistEntry[];
  /** Whether it keeps to the rules; of a playlist that does not, what it leaves out says nothing. */
  readonly isSound: boolean;
  readonly hasEndlist: boolean;
  /** Milliseconds since the epoch, where the playlist tells it. */
  readonly startRecTimeMs: number | undefined;
  /** Whether the playlist tells the size of its picture. */
  readonly tellsPicture: boolean;
}

/** The playlists of a bucket and what they list. */
export interface PlaylistIndex {
  /** By key; those that were read and are playlists. In listing order. */
  readonly playlists: ReadonlyMap<string, PlaylistObject>;
  /** By key, whether listed or not. In listing order. */
  readonly segments: ReadonlyMap<string, SegmentObject>;
}

const indexes = new WeakMap<ArchiveFacts, PlaylistIndex>();

/**
 * Joins the playlists of a bucket with its segments, in one pass; kept as long as the facts are. Any object whose
 * extension is that of a playlist or segment counts, whatever else its name says. Costs some hundred bytes an object.
 */
export function indexPlaylists(facts: ArchiveFacts): PlaylistIndex {
  const index = indexes.get(facts) ?? makeIndex(facts);
  indexes.set(facts, index);
  return index;
}

/** What is still being joined. */
interface Entry extends PlaylistEntry {
  key: string | undefined;
  segment: SegmentObject | undefined;
}
interface Segment extends SegmentObject {
  listings: number;
}

function makeIndex(facts: ArchiveFacts): PlaylistIndex {
  const playlists = new Map<string, PlaylistObject & { readonly entries: readonly Entry[] }>();
  const segments = new Map<string, Segment>();
  const intern = interner();
  for (const object of facts.objects) {
    const promised = promisedFormat(object.key);
    if (promised === 'ts') {
      segments.set(object.key, toSegment(object, intern));
    } else if (promised === 'm3u8' && object.media?.playlist !== undefined) {
      playlists.set(object.key, toPlaylist(object, object.media.playlist));
    }
  }
  for (const entry of [...playlists.values()].flatMap(({ entries }) => entries)) {
    const segment = entry.key === undefined ? undefined : segments.get(entry.key);
    if (segment !== undefined) {
      segment.listings += 1;
      entry.segment = segment;
      // One text for both: the playlist's own is given up.
      entry.key = segment.key;
    }
  }
  return { playlists, segments };
}

function toSegment(
  { key, media, modifiedMs }: AuditedObject,
  intern: (text: string) => string,
): Segment {
  return {
    key,
    seconds: media?.durationSeconds ?? 0,
    beginSeconds: media?.beginSeconds,
    whole: media !== undefined && media.verdict !== 'invalid' && media.format === 'ts',
    modifiedMs,
    tracks: media === undefined ? undefined : intern(describeTracks(media.tracks ?? [])),
    listings: 0,
  };
}

function toPlaylist(
  { key, media }: AuditedObject,
  playlist: Playlist,
): PlaylistObject & { readonly entries: readonly Entry[] } {
  return {
    key,
    entries: playlist.segments.map(({ uri, durationSeconds, discontinuity, line }) => ({
      key: resolveSegmentKey(key, uri),
      segment: undefined,
      seconds: durationSeconds,
      discontinuity,
      line,
    })),
    isSound: media?.format === 'm3u8' && media.verdict !== 'invalid',
    hasEndlist: playlist.hasEndlist,
    startRecTimeMs: playlist.startRecTimeMs,
    tellsPicture: playlist.videoSize !== undefined,
  };
}

/** `audio aac, video h264`: kinds and codecs of tracks that hold something, in one order. */
export function describeTracks(tracks: readonly MediaTrack[]): string {
  return tracks
    .filter(({ units }) => units > 0)
    .map(({ kind, codec }) => `${kind} ${codec}`)
    .sort()
    .join(', ');
}

/** Keeps one of all equal texts, so that thousands of files of one format share it. */
export function interner(): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const first = known.get(text) ?? text;
    known.set(text, first);
    return first;
  };
}
