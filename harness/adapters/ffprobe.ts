import type { ChildProcess } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import ffmpeg from 'fluent-ffmpeg';
import { findFfprobe } from './ffprobe-binary.ts';
import type { ProbeOpinion } from './probe-opinion.ts';

/** How a file is probed. */
export interface ProbeOptions {
  /** After this long the probe is killed. Default 10 seconds. */
  readonly timeoutMs?: number;
  /** The ffprobe to run; the packaged one by default. */
  readonly binary?: string;
}

const timeoutMsDefault = 10_000;

/** ffprobe prints a file's tags: more than this is a hostile file. */
const outputBytesMax = 1024 * 1024;

/** Files only: a playlist must not make ffprobe fetch what it names. */
const probeArguments = ['-v', 'error', '-protocol_whitelist', 'file'];

let packaged: Promise<string> | undefined;

/**
 * Asks ffprobe what a local file is. Total: whatever goes wrong is an opinion of another kind.
 * A file of any name is taken; what is not a regular file is `unavailable`.
 */
export async function probe(path: string, options: ProbeOptions = {}): Promise<ProbeOpinion> {
  const isFile = await stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
  if (!isFile) {
    return { kind: 'unavailable', message: 'not a regular file' };
  }
  const binary = options.binary ?? (await (packaged ??= findFfprobe()));
  return run(resolve(path), binary, options.timeoutMs ?? timeoutMsDefault);
}

function run(path: string, binary: string, timeoutMs: number): Promise<ProbeOpinion> {
  return new Promise((settle) => {
    let stopped: ProbeOpinion | undefined;
    const stop = (opinion: ProbeOpinion): void => {
      stopped ??= opinion;
      child?.kill('SIGKILL');
    };
    const timer = setTimeout(() => stop({ kind: 'timed-out', timeoutMs }), timeoutMs);
    const child = spawned(path, binary, (error, data) => {
      clearTimeout(timer);
      settle(stopped ?? (error === null ? opinionOf(data) : failureOf(error, child)));
    });
    let outputBytes = 0;
    child?.stdout?.on('data', (piece: Buffer) => {
      outputBytes += piece.length;
      if (outputBytes > outputBytesMax) {
        stop({ kind: 'not-media', message: `more than ${outputBytesMax} bytes of tags` });
      }
    });
  });
}

/**
 * Starts ffprobe through fluent-ffmpeg, which neither sets the child's environment nor hands out the child.
 * With its path set it spawns before `ffprobe()` returns: so the variable is set just for that call, and the child is
 * caught on Node's channel of new processes.
 */
function spawned(
  path: string,
  binary: string,
  done: (error: Error | null, data: ffmpeg.FfprobeData) => void,
): ChildProcess | undefined {
  let child: ChildProcess | undefined;
  const onSpawn = (message: unknown): void => {
    child = (message as { readonly process: ChildProcess }).process;
  };
  const before = process.env['GCONV_PATH'];
  subscribe('child_process', onSpawn);
  // The static build dies in glibc's character conversion when it meets text in a broadcast table.
  process.env['GCONV_PATH'] = '/nonexistent';
  try {
    ffmpeg(`file:${path}`)
      .setFfprobePath(binary)
      .ffprobe(probeArguments, (error: Error | null, data) => done(error, data));
  } finally {
    if (before === undefined) {
      delete process.env['GCONV_PATH'];
    } else {
      process.env['GCONV_PATH'] = before;
    }
    unsubscribe('child_process', onSpawn);
  }
  return child;
}

function opinionOf(data: ffmpeg.FfprobeData): ProbeOpinion {
  const { format_name: format, duration } = data.format;
  if (format === undefined) {
    return { kind: 'not-media', message: 'no format told' };
  }
  const audio = data.streams.find((stream) => stream.codec_type === 'audio');
  return {
    kind: 'media',
    format,
    codec: audio?.codec_name,
    videoCodec: data.streams.find((stream) => stream.codec_type === 'video')?.codec_name,
    durationSeconds: Number.isFinite(duration) ? duration : undefined,
  };
}

function failureOf(error: Error, child: ChildProcess | undefined): ProbeOpinion {
  if (child?.signalCode) {
    return { kind: 'crashed', signal: child.signalCode };
  }
  // A child that never ran has a negative exit code: the system's error number.
  if ((child?.exitCode ?? -1) > 0) {
    const lines = error.message.split('\n').filter((line) => line !== '');
    return { kind: 'not-media', message: lines.at(-1) ?? error.message };
  }
  return { kind: 'unavailable', message: error.message };
}
