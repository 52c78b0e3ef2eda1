import { type FileInspection, inspectFile } from '#harness/inspect-file.ts';
import type { ProbeOpinion } from '#harness/adapters/probe-opinion.ts';
import { type ExitCode, exitCodes } from '#harness/verdict.ts';
import type { MediaVerdict } from '#media/verdict.ts';
import { escapeForTerminal } from './terminal.ts';

/** Where the command writes; each text ends with its newline. */
export interface InspectIo {
  out(text: string): void;
  err(text: string): void;
}

/** Options of `soundcheck inspect`. */
export interface InspectOptions {
  /** One JSON object a line instead of text for people. */
  readonly json: boolean;
  /** Ask ffprobe, too. Default: not. */
  readonly probe?: boolean;
}

/**
 * `soundcheck inspect FILE...`: judges media files one after the other.
 * @returns exit code 0 when no file is invalid, 1 when one is, 4 when one could not be read, whatever the others are.
 */
export async function inspectCommand(
  files: readonly string[],
  options: InspectOptions,
  io: InspectIo,
): Promise<ExitCode> {
  let invalid = false;
  let unreadable = false;
  for (const file of files) {
    try {
      const inspection = await inspectFile(file, { probe: options.probe === true });
      invalid ||= inspection.media.verdict === 'invalid';
      io.out(options.json ? jsonLine(file, inspection) : humanText(file, inspection));
    } catch (error) {
      unreadable = true;
      const reason = error instanceof Error ? error.message : String(error);
      io.err(`${escapeForTerminal(`Cannot read ${file}: ${reason}`)}\n`);
    }
  }
  if (unreadable) {
    return exitCodes.configuration;
  }
  return invalid ? exitCodes.notMet : exitCodes.met;
}

function jsonLine(file: string, { media, opinion, disagreements }: FileInspection): string {
  const { verdict, format, durationSeconds, frames, faults, tracks, playlist } = media;
  const second = opinion === undefined ? {} : { probe: opinion, disagreements };
  const line = JSON.stringify({
    file,
    verdict,
    format,
    durationSeconds,
    frames,
    faults,
    tracks,
    playlist,
    ...second,
  });
  return `${line}\n`;
}

function humanText(file: string, { media, opinion, disagreements }: FileInspection): string {
  const lines = [
    `${file}: ${media.verdict}, ${describe(media)}`,
    ...media.faults.map(
      ({ severity, code, offset, line, message }) =>
        `  ${severity.padEnd(10)} ${code} at ${line === undefined ? '' : `line ${line}, `}byte ${offset}: ${message}`,
    ),
    ...(opinion === undefined ? [] : [`  ffprobe    ${describeOpinion(opinion)}`]),
    ...disagreements.map((sentence) => `  differs    ${sentence}`),
  ];
  // A target's object names and its bytes decide over this text: nothing of it may steer the terminal.
  return lines.map((line) => `${escapeForTerminal(line)}\n`).join('');
}

function describe(media: MediaVerdict): string {
  const { format, durationSeconds, frames, stream } = media;
  if (stream === undefined) {
    return [format, ...describeContent(media)].join(', ');
  }
  const { mpegVersion, layer, sampleRateHz, channels, bitrateKbps, bitrateMode } = stream;
  return [
    format,
    clock(durationSeconds),
    `${frames} frames`,
    `${bitrateKbps} kbit/s ${bitrateMode}`,
    `MPEG-${mpegVersion} Layer ${'I'.repeat(layer)}`,
    `${sampleRateHz} Hz`,
    channels === 1 ? 'mono' : 'stereo',
  ].join(', ');
}

/** Length and streams of a container, or length and segments of a playlist; nothing for what was not judged. */
function describeContent({
  durationSeconds,
  tracks = [],
  playlist,
}: MediaVerdict): readonly string[] {
  const streams = tracks.map(({ kind, codec, units }) => `${codec} ${kind} of ${units} units`);
  const segments = playlist === undefined ? [] : [`${playlist.segments.length} segments`];
  const content = [...streams, ...segments];
  return content.length === 0 ? [] : [clock(durationSeconds), ...content];
}

function describeOpinion(opinion: ProbeOpinion): string {
  switch (opinion.kind) {
    case 'media': {
      const { format, codec, videoCodec, durationSeconds } = opinion;
      const length = durationSeconds === undefined ? 'no duration' : clock(durationSeconds);
      const codecs = [codec, videoCodec].filter((name) => name !== undefined);
      return `${format} (${codecs.join(', ') || 'no audio'}), ${length}`;
    }
    case 'not-media':
      return `not media: ${opinion.message}`;
    case 'crashed':
      return `crashed (${opinion.signal}), which says nothing about the file`;
    case 'timed-out':
      return `stopped after ${opinion.timeoutMs} ms, which says nothing about the file`;
    case 'unavailable':
      return `not available: ${opinion.message}`;
  }
}

/** `h:mm:ss.mmm`, without hours below one. */
function clock(seconds: number): string {
  const milliseconds = Math.round(seconds * 1000);
  const pad = (value: number, width: number): string => String(value).padStart(width, '0');
  const hours = Math.floor(milliseconds / 3_600_000);
  const minutes = Math.floor(milliseconds / 60_000) % 60;
  const rest = `${pad(Math.floor(milliseconds / 1000) % 60, 2)}.${pad(milliseconds % 1000, 3)}`;
  return hours > 0 ? `${hours}:${pad(minutes, 2)}:${rest}` : `${minutes}:${rest}`;
}
