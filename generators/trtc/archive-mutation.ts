import type { TrtcEvent } from '#contracts/trtc/callback.ts';
import type { TrtcClauseKey } from '#contracts/trtc/clauses.ts';
import type { PredictedCallback } from '#contracts/trtc/recording-rules.ts';
import type { Mutation } from '../archive-mutation.ts';
import { bytesOf, type ArchiveObject, type Recording, type TrtcArchive } from './archive.ts';

/**
 * One defect that a bucket of TRTC recordings can have. It shows in the `names` of the listing; in the text of the
 * `playlists` beside the names; in the bytes of the `media`; or only when `callbacks` are compared with them.
 */
export type ArchiveMutation = Mutation<
  TrtcArchive,
  TrtcClauseKey,
  'names' | 'playlists' | 'media' | 'callbacks'
>;

/** What a mutation says of itself. */
export type Description = Omit<ArchiveMutation, 'apply'>;

/** An object that is a recording. */
export interface AnyRecording extends ArchiveObject {
  readonly recording: Recording;
}

/** An object that is a recording of some kinds. */
export type RecordingObject<K extends Recording['kind']> = ArchiveObject & {
  readonly recording: Extract<Recording, { kind: K }>;
};

/** Whether an object is a recording of one of these kinds whose task met no trouble: only there is every fault a defect. */
export function isSound<K extends Recording['kind']>(
  object: ArchiveObject,
  kinds: readonly K[],
): object is RecordingObject<K> {
  const { recording } = object;
  return (
    recording !== undefined &&
    (kinds as readonly string[]).includes(recording.kind) &&
    recording.task.plan.trouble === undefined
  );
}

/** All kinds of recordings. */
export const anyKind = ['playlist', 'segment', 'mp4'] as const;

/**
 * A mutation at one recording of some kinds. `change` gives what becomes of the archive, undefined where that would be no
 * defect; two objects under one key are none either.
 */
export function mutating<K extends Recording['kind']>(
  description: Description,
  kinds: readonly K[],
  change: (place: RecordingObject<K>, archive: TrtcArchive) => Partial<TrtcArchive> | undefined,
): ArchiveMutation {
  return {
    ...description,
    apply: (archive, choice = 0) => {
      const places = archive.objects.filter((object) => isSound(object, kinds));
      for (const index of places.keys()) {
        const place = places[(choice + index) % places.length];
        const changed = place === undefined ? undefined : change(place, archive);
        const objects = changed?.objects ?? archive.objects;
        if (
          changed !== undefined &&
          new Set(objects.map(({ key }) => key)).size === objects.length
        ) {
          return { ...archive, ...changed };
        }
      }
      return undefined;
    },
  };
}

/** The objects with another in the place of one. */
export function replacing(
  { objects }: TrtcArchive,
  place: ArchiveObject,
  replacement: ArchiveObject,
): readonly ArchiveObject[] {
  return objects.map((object) => (object === place ? replacement : object));
}

/** The objects without one. */
export function without({ objects }: TrtcArchive, place: ArchiveObject): readonly ArchiveObject[] {
  return objects.filter((object) => object !== place);
}

/** An object whose content is `bytes` of its own, made when they are asked for. */
export function withBytes<T extends ArchiveObject>(
  object: T,
  change: (bytes: Uint8Array) => Uint8Array,
): T {
  return { ...object, chunks: () => [change(bytesOf(object))] };
}

/** A playlist with another text. */
export function withText<T extends ArchiveObject>(object: T, change: (text: string) => string): T {
  return withBytes(object, (bytes) => Buffer.from(change(Buffer.from(bytes).toString('utf8'))));
}

/** The playlist object that lists a segment. */
export function playlistOf(
  { objects }: TrtcArchive,
  { recording }: RecordingObject<'segment'>,
): RecordingObject<'playlist'> | undefined {
  return objects.find(
    (object): object is RecordingObject<'playlist'> =>
      object.recording?.kind === 'playlist' && object.recording.playlist === recording.playlist,
  );
}

/** Callbacks in which `change` makes another event of those that speak of an object. */
export function retold(
  archive: TrtcArchive,
  { key }: ArchiveObject,
  change: (event: TrtcEvent) => TrtcEvent,
): readonly PredictedCallback[] {
  return archive.callbacks.map((told) =>
    told.objectKeys.includes(key)
      ? { ...told, callback: { ...told.callback, event: change(told.callback.event) } }
      : told,
  );
}

/** Kinds of the events that speak of an object. */
export function toldAs({ callbacks }: TrtcArchive, { key }: ArchiveObject): readonly string[] {
  return callbacks
    .filter(({ objectKeys }) => objectKeys.includes(key))
    .map(({ callback }) => callback.event.kind);
}

/** Name of an object behind its last `/`. */
export function nameOf(key: string): string {
  return key.slice(key.lastIndexOf('/') + 1);
}

/** The event with another name in the place of one. */
export function renamedIn(event: TrtcEvent, from: string, to: string): TrtcEvent {
  const other = (name: string): string => (name === from ? to : name);
  if (event.kind === 'file-info') {
    return { ...event, fileNames: event.fileNames.map(other) };
  }
  if (event.kind === 'file-slice') {
    return { ...event, fileName: other(event.fileName) };
  }
  if (event.kind === 'mp4-stop') {
    const files = event.files.map((file) => ({ ...file, fileName: other(file.fileName) }));
    return { ...event, files };
  }
  return event;
}

/**
 * The archive with an object under another name in the same folder, wherever the old one stands: in its playlist, in
 * callbacks. What is left is a service that names files wrongly.
 */
export function renamedEverywhere(
  archive: TrtcArchive,
  place: AnyRecording,
  name: string,
): Pick<TrtcArchive, 'objects' | 'callbacks'> {
  const from = nameOf(place.key);
  const key = place.key.slice(0, -from.length) + name;
  const { recording } = place;
  const lister = recording.kind === 'segment' ? recording.playlist.objectKey : undefined;
  const isKeyTold = archive.reading.fileNames === 'key';
  return {
    objects: archive.objects.map((object) => {
      if (object === place) {
        return { ...place, key };
      }
      return object.key === lister
        ? withText(object, (text) => text.replace(`\n${from}\n`, `\n${name}\n`))
        : object;
    }),
    callbacks: retold(archive, place, (event) =>
      isKeyTold ? renamedIn(event, place.key, key) : renamedIn(event, from, name),
    ).map((told) => ({
      ...told,
      objectKeys: told.objectKeys.map((one) => (one === place.key ? key : one)),
    })),
  };
}
