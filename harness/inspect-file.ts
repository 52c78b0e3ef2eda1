import { open } from 'node:fs/promises';
import { createInspector } from '#media/inspector.ts';
import { promisedFormat, type PromisedFormat } from '#media/promised-format.ts';
import type { MediaTrack, MediaVerdict } from '#media/verdict.ts';
import { probe } from './adapters/ffprobe.ts';
import type { ProbeOpinion } from './adapters/probe-opinion.ts';

/** What is known of one local file. */
export interface FileInspection {
  readonly media: MediaVerdict;
  /** ffprobe's second opinion, where it was asked for. */
  readonly opinion?: ProbeOpinion;
  /** Where the two differ, one sentence each; empty where they agree or there is no second opinion. */
  readonly disagreements: readonly string[];
}

/** Size of the buffers that are filled again and again; smaller files get ones of their own size. */
const bufferBytesMax = 512 * 1024;

/** ffprobe estimates durations: it differs when it is off by more than this share, or this many seconds. */
const durationShareMax = 0.02;
const durationSecondsMax = 0.2;

/** How a local file is judged. */
export interface FileOptions {
  /** Ask ffprobe, too. Default: not. */
  readonly probe?: boolean;
  /** The format that it should have. Default: what its extension says, or any where that says nothing. */
  readonly promised?: PromisedFormat | 'any';
}

/**
 * Judges a local file in constant memory, with ffprobe's opinion beside it when `probe` is set. Playlists are not given
 * to ffprobe: it would open what they name.
 * @throws Error of the file system for a file that cannot be opened or read, and for what is not a regular file.
 */
export async function inspectFile(
  path: string,
  options: FileOptions = {},
): Promise<FileInspection> {
  const promised = options.promised ?? promisedFormat(path) ?? 'any';
  const media = await walkFile(path, promised);
  if (options.probe !== true) {
    return { media, disagreements: [] };
  }
  if (media.format === 'm3u8') {
    const message = 'a playlist would make ffprobe open what it names';
    return { media, opinion: { kind: 'unavailable', message }, disagreements: [] };
  }
  const opinion = await probe(path);
  return { media, opinion, disagreements: disagreements(media, opinion) };
}

async function walkFile(path: string, promised: PromisedFormat | 'any'): Promise<MediaVerdict> {
  const file = await open(path, 'r');
  try {
    const stats = await file.stat();
    if (!stats.isFile()) {
      throw new Error(`${path} is not a regular file`);
    }
    const inspector = createInspector({ promised });
    const bufferBytes = Math.min(bufferBytesMax, Math.max(1, stats.size));
    // Two buffers take turns: the system fills one while the walk is in the other.
    let [filling, walking] = [new Uint8Array(bufferBytes), new Uint8Array(bufferBytes)];
    let reading = file.read(filling, 0, bufferBytes);
    while (true) {
      const { bytesRead } = await reading;
      if (bytesRead === 0) {
        return inspector.end();
      }
      [filling, walking] = [walking, filling];
      reading = file.read(filling, 0, bufferBytes);
      inspector.push(walking.subarray(0, bytesRead));
    }
  } finally {
    await file.close();
  }
}

/** ffprobe's names for the formats that the walk tells by other ones. */
const probeNames: Readonly<Record<string, readonly string[]>> = {
  mp1: ['mp3'],
  mp2: ['mp3'],
  ts: ['mpegts'],
  mp4: ['mov', 'm4a'],
  webm: ['matroska'],
  'mpeg-ps': ['mpeg'],
  m3u8: ['hls'],
};

/** Where the walk and ffprobe differ on format, codec or duration. */
export function disagreements(media: MediaVerdict, opinion: ProbeOpinion): readonly string[] {
  switch (opinion.kind) {
    case 'media':
      return [
        ...formatDifference(media, opinion),
        ...codecDifferences(media, opinion),
        ...durationDifference(media, opinion),
      ];
    case 'not-media':
      return media.verdict === 'invalid'
        ? []
        : [`The walk finds ${media.format}, ffprobe no media: ${opinion.message}.`];
    case 'crashed':
    case 'timed-out':
    case 'unavailable':
      return [];
  }
}

type Media = Extract<ProbeOpinion, { kind: 'media' }>;

function formatDifference(media: MediaVerdict, { format, codec }: Media): readonly string[] {
  const names = format.split(',');
  const agrees =
    names.includes(media.format) ||
    (probeNames[media.format] ?? []).some((name) => names.includes(name));
  return agrees
    ? []
    : [`The walk finds ${media.format}, ffprobe ${format} (${codec ?? 'no audio'}).`];
}

function codecDifferences(media: MediaVerdict, opinion: Media): readonly string[] {
  const difference = (kind: MediaTrack['kind'], found: string | undefined): readonly string[] => {
    const track = media.tracks?.find((one) => one.kind === kind);
    const codec = track?.codec.replaceAll('-', '_');
    return codec === undefined || found === undefined || codec === found
      ? []
      : [`The ${kind} is ${codec} by its tables, ${found} by ffprobe.`];
  };
  return [...difference('audio', opinion.codec), ...difference('video', opinion.videoCodec)];
}

/** The longest mean length of a picture or frame: ffprobe may leave out the last one of MPEG-TS. */
function unitSeconds({ tracks = [] }: MediaVerdict): number {
  return Math.max(0, ...tracks.map(({ durationSeconds, units }) => durationSeconds / units || 0));
}

function durationDifference(media: MediaVerdict, { durationSeconds }: Media): readonly string[] {
  if (durationSeconds === undefined || media.frames === 0) {
    return [];
  }
  const difference = Math.abs(durationSeconds - media.durationSeconds);
  const allowed =
    Math.max(durationSecondsMax, media.durationSeconds * durationShareMax) + unitSeconds(media);
  return difference <= allowed
    ? []
    : [
        `The frames last ${media.durationSeconds.toFixed(3)} s, ffprobe says ${durationSeconds.toFixed(3)} s.`,
      ];
}
