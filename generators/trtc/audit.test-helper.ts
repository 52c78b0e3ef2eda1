import type { TrtcEvent } from '#contracts/trtc/callback.ts';
import { parseObjectKey, type TrtcFile } from '#contracts/trtc/object-key.ts';
import { inspectBytes } from '#media/inspector.ts';
import type { MediaVerdict, Playlist } from '#media/verdict.ts';
import type { ArchiveMutation } from './archive-mutation.ts';
import { bytesOf, type TrtcArchive } from './archive.ts';

/** What an auditor found, by the evidence that shows it. */
export type Audit = Readonly<Record<ArchiveMutation['shows'], readonly string[]>>;

interface Seen {
  readonly key: string;
  readonly folder: string;
  readonly name: string;
  readonly file: TrtcFile;
  readonly media: MediaVerdict;
  readonly text: string;
}

/**
 * A plain, slow auditor, written only to show that the mutations can be found from a bucket's keys, bytes and callbacks.
 * It knows neither the session nor the prediction; the checks of the product are in `suites/`.
 */
export function audit(archive: TrtcArchive): Audit {
  const found: Record<ArchiveMutation['shows'], string[]> = {
    names: [],
    playlists: [],
    media: [],
    callbacks: [],
  };
  const seen: Seen[] = [];
  for (const object of archive.objects) {
    const read = parseObjectKey(object.key, archive.sdkAppId, archive.reading);
    if (read.kind === 'foreign') {
      found.names.push('foreign');
      continue;
    }
    if (read.underscores === 1) {
      found.names.push('underscores');
    }
    const bytes = bytesOf(object);
    const promised = ({ playlist: 'm3u8', segment: 'ts', mp4: 'mp4' } as const)[read.file.kind];
    const at = object.key.lastIndexOf('/');
    seen.push({
      key: object.key,
      folder: object.key.slice(0, at),
      name: object.key.slice(at + 1),
      file: read.file,
      media: inspectBytes(bytes, { promised }),
      text: Buffer.from(bytes).toString('latin1'),
    });
  }
  found.names.push(...auditNames(seen));
  found.playlists.push(...auditPlaylists(seen, archive));
  found.media.push(...auditMedia(seen));
  found.callbacks.push(...auditCallbacks(seen, archive));
  return found;
}

function streamOf({ folder, file }: Seen): string {
  const recovery = file.kind === 'mp4' ? '' : file.recovery;
  return JSON.stringify([folder, file.roomId, file.stream, recovery]);
}

function groups(seen: readonly Seen[], keyOf: (one: Seen) => string): readonly (readonly Seen[])[] {
  const byKey = new Map<string, Seen[]>();
  for (const one of seen) {
    const group = byKey.get(keyOf(one)) ?? [];
    group.push(one);
    byKey.set(keyOf(one), group);
  }
  return [...byKey.values()];
}

function auditNames(seen: readonly Seen[]): readonly string[] {
  const codes: string[] = [];
  for (const task of groups(seen, ({ file }) => file.taskId)) {
    const distinct = (valueOf: (one: Seen) => unknown): number =>
      new Set(task.map((one) => JSON.stringify(valueOf(one)))).size;
    codes.push(...(distinct(({ folder }) => folder) > 1 ? ['prefixes'] : []));
    codes.push(...(distinct(({ file }) => file.roomId) > 1 ? ['rooms'] : []));
    codes.push(...(distinct(({ file }) => file.stream.mode) > 1 ? ['modes'] : []));
  }
  const hls = seen.filter(({ file }) => file.kind !== 'mp4');
  for (const stream of groups(hls, streamOf)) {
    const kinds = new Set(stream.map(({ file }) => file.kind));
    codes.push(...(kinds.size === 1 ? ['playlist-or-segments-missing'] : []));
  }
  for (const cuts of groups(
    seen.filter(({ file }) => file.kind === 'mp4'),
    streamOf,
  )) {
    const told = cuts.flatMap(({ file }) => (file.kind === 'mp4' ? [file.index] : [])).sort();
    const indices = told.filter((index) => index !== undefined).sort((a, b) => a - b);
    const isCut = told.length > 1;
    const isRight = isCut
      ? indices.length === told.length && indices.every((index, at) => index === at + 1)
      : indices.length === 0;
    codes.push(...(isRight ? [] : ['index']));
  }
  return codes;
}

function playlistIn({ media }: Seen): Playlist | undefined {
  return media.verdict === 'invalid' ? undefined : media.playlist;
}

function auditPlaylists(seen: readonly Seen[], { callbacks }: TrtcArchive): readonly string[] {
  const codes: string[] = [];
  const byKey = new Map(seen.map((one) => [one.key, one]));
  const listed = new Set<string>();
  const failed = new Set(
    callbacks.flatMap(({ callback: { event, taskId } }) =>
      event.kind === 'failover' ? [taskId] : [],
    ),
  );
  for (const one of seen.filter(({ file }) => file.kind === 'playlist')) {
    const playlist = playlistIn(one);
    if (playlist === undefined) {
      codes.push('playlist-invalid');
      continue;
    }
    const keys = playlist.segments.map(({ uri }) => `${one.folder}/${uri}`);
    const starts = keys.flatMap((key) => {
      const file = byKey.get(key)?.file;
      return file?.kind === 'segment' ? [file.startMs] : [];
    });
    keys.forEach((key) => listed.add(key));
    codes.push(
      ...(starts.length < keys.length ? ['segment-missing'] : []),
      ...(starts.some((start, at) => at > 0 && start <= (starts[at - 1] ?? 0)) ? ['order'] : []),
      ...(playlist.startRecTimeMs === starts[0] ? [] : ['start']),
      ...(playlist.hasEndlist || failed.has(one.file.taskId) ? [] : ['end']),
      ...(hasVideo(one.file) === !one.text.includes('#EXT-X-TRTC-VIDEO-METADATA') ? ['size'] : []),
    );
  }
  const unlisted = seen.filter(({ key, file }) => file.kind === 'segment' && !listed.has(key));
  return [...codes, ...unlisted.map(() => 'unlisted')];
}

/** Of a mix, only its playlist knows. */
function hasVideo({ kind, stream }: TrtcFile): boolean | undefined {
  return kind !== 'mp4' && stream.mode === 'single' ? stream.trackType !== 'audio' : undefined;
}

function auditMedia(seen: readonly Seen[]): readonly string[] {
  const codes: string[] = [];
  const byKey = new Map(seen.map((one) => [one.key, one]));
  const contents = new Set<string>();
  for (const { media, text, file } of seen.filter(({ file }) => file.kind !== 'playlist')) {
    codes.push(...(media.verdict === 'invalid' ? ['invalid'] : []));
    codes.push(...(contents.has(text) ? ['duplicate'] : []));
    codes.push(...(file.kind === 'mp4' && media.durationSeconds > 86_400.1 ? ['day'] : []));
    const isVideo = media.tracks?.some(({ kind }) => kind === 'video') === true;
    codes.push(...(file.kind === 'segment' && hasVideo(file) === !isVideo ? ['tracks'] : []));
    contents.add(text);
  }
  for (const one of seen) {
    for (const { uri, durationSeconds } of playlistIn(one)?.segments ?? []) {
      const real = byKey.get(`${one.folder}/${uri}`)?.media.durationSeconds ?? durationSeconds;
      codes.push(...(Math.abs(real - durationSeconds) > 0.02 ? ['duration'] : []));
    }
  }
  return codes;
}

function auditCallbacks(seen: readonly Seen[], { callbacks }: TrtcArchive): readonly string[] {
  const codes: string[] = [];
  const announced = new Set<string>();
  const known = new Map(seen.map((one) => [`${one.file.taskId}/${one.name}`, one]));
  const movesOf = (taskId: string): number =>
    callbacks.filter(
      ({ callback }) => callback.taskId === taskId && callback.event.kind === 'failover',
    ).length;
  for (const { callback } of callbacks) {
    for (const name of namesIn(callback.event)) {
      const one = known.get(`${callback.taskId}/${name}`);
      announced.add(one?.key ?? '');
      codes.push(...(one === undefined ? ['ghost'] : contradictions(callback.event, name, one)));
      codes.push(...(one !== undefined && one.file.roomId !== callback.roomId ? ['room'] : []));
    }
  }
  for (const { key, file } of seen) {
    codes.push(...(file.kind !== 'segment' && !announced.has(key) ? ['unannounced'] : []));
    const isRecovered = file.kind === 'playlist' && file.recovery > movesOf(file.taskId);
    codes.push(...(isRecovered ? ['recovery'] : []));
  }
  return codes;
}

function namesIn(event: TrtcEvent): readonly string[] {
  if (event.kind === 'file-info') {
    return event.fileNames;
  }
  if (event.kind === 'file-slice') {
    return [event.fileName];
  }
  return event.kind === 'mp4-stop' && event.status === 0
    ? event.files.map(({ fileName }) => fileName)
    : [];
}

function contradictions(event: TrtcEvent, name: string, one: Seen): readonly string[] {
  const { stream } = one.file;
  const userId = stream.mode === 'mixed' ? '' : stream.userId;
  if (event.kind === 'file-slice') {
    const type = 'trackType' in stream ? stream.trackType : event.trackType;
    return [
      ...(event.userId === userId ? [] : ['user']),
      ...(event.trackType === type ? [] : ['type']),
      ...(event.beginMs === playlistIn(one)?.startRecTimeMs ? [] : ['begin']),
    ];
  }
  const told =
    event.kind === 'mp4-stop'
      ? event.files.find(({ fileName }) => fileName === name)?.details
      : undefined;
  if (told === undefined) {
    return [];
  }
  const mediaId = stream.mode === 'mixed' ? 'mix' : stream.mediaId;
  const seconds = (told.endMs - told.startMs) / 1000;
  return [
    ...(told.userId === userId ? [] : ['user']),
    ...(told.mediaId === mediaId ? [] : ['stream']),
    ...(Math.abs(one.media.durationSeconds - seconds) < 1.1 ? [] : ['length']),
  ];
}
