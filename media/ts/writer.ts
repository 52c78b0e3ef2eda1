import { samplesPerAacFrame } from '../aac/sample-rates.ts';
import { silentAacFrame, withAdtsHeader } from '../aac/silence.ts';
import {
  fingerprintMessage,
  grayPicture,
  pictureParameters,
  type PictureSize,
  repeatedPicture,
  sequenceParameters,
} from '../h264/gray.ts';
import { joinAll, joinBytes } from '../join.ts';
import { packetBytes, ticksPerSecond, ticksWrap } from './constants.ts';
import { packetise, packetsFor, pesPacket, type UnitOptions } from './write-packets.ts';
import { associationPacket, mapPacket } from './write-tables.ts';

/** What MPEG-TS file to write: one HLS segment, or a whole recording. */
export interface TsOptions {
  /**
   * Over 0, below 1e9. Video lasts exactly so long (to a tick of 1/90 ms); audio is rounded to whole frames, at least
   * one: with the default rate to 64 ms, so it is off by at most 32 ms; 96 kHz brings that down to 5.3 ms.
   */
  readonly durationMs: number;
  /** Silent mono AAC in ADTS. Default true; false needs a picture. */
  readonly audio?: boolean;
  /** Gray H.264 pictures of this size. Default: no video. */
  readonly picture?: PictureSize;
  /** A rate of AAC. Default 16000. */
  readonly sampleRateHz?: number;
  /** Time between two pictures, about: the duration is divided evenly. Default 1000. At least two pictures are written. */
  readonly pictureIntervalMs?: number;
  /** First PTS in ticks of 90 kHz, taken modulo 2^33. Default 126000. The next segment goes on at `endTicks` of the shape. */
  readonly startTicks?: number;
  /** An integer of up to 32 bits that shows all over the file: other number, other bytes, same length. Default 0. */
  readonly fingerprint?: number;
}

/** The figures of a file to be written, known without writing it. */
export interface TsShape {
  /** From the first PTS to the end of the longest stream, in seconds: what EXTINF should say. */
  readonly durationSeconds: number;
  /** Length of the file, a multiple of 188. */
  readonly bytes: number;
  /** AAC frames; 0 without audio. */
  readonly audioFrames: number;
  /** Pictures; 0 without video. */
  readonly pictures: number;
  /** PTS at which the next segment goes on, not wrapped. */
  readonly endTicks: number;
}

const pids = { map: 0x1000, video: 0x100, audio: 0x101 } as const;
const startTicksDefault = 126_000;
/** The clock runs this far ahead of the first time stamp, so that a decoder has time to fill. */
const clockLeadTicks = 63_000;
/** Longest stretch of audio in one PES packet: PTS must come every 0.7 s, ISO/IEC 13818-1 2.7.4. */
const audioUnitTicksMax = 60_000;

/** A PES packet to be, without its bytes. */
interface Unit {
  readonly kind: 'audio' | 'video';
  /** From the start of the file. */
  readonly ticks: number;
  /** First frame or picture. */
  readonly index: number;
  readonly count: number;
}

interface Plan {
  readonly sampleRateHz: number;
  readonly startTicks: number;
  readonly frames: number;
  readonly framesPerUnit: number;
  readonly pictures: number;
  readonly durationTicks: number;
  readonly picture: PictureSize | undefined;
  readonly fingerprint: number;
}

function plan(options: TsOptions): Plan {
  const { durationMs, audio = true, picture, sampleRateHz = 16_000 } = options;
  const { pictureIntervalMs = 1000, startTicks = startTicksDefault, fingerprint = 0 } = options;
  if (!(durationMs > 0 && durationMs < 1e9)) {
    throw new RangeError(`durationMs must be over 0 and below 1e9, not ${durationMs}`);
  }
  if (!audio && picture === undefined) {
    throw new RangeError('A file without audio needs a picture');
  }
  const frameTicks = (samplesPerAacFrame * ticksPerSecond) / sampleRateHz;
  const durationTicks = Math.max(2, Math.round((durationMs * ticksPerSecond) / 1000));
  return {
    sampleRateHz,
    startTicks,
    frames: audio ? Math.max(1, Math.round(durationTicks / frameTicks)) : 0,
    framesPerUnit: Math.max(1, Math.floor(audioUnitTicksMax / frameTicks)),
    pictures:
      picture === undefined
        ? 0
        : Math.max(2, Math.round(durationMs / Math.max(1, pictureIntervalMs))),
    durationTicks,
    picture,
    fingerprint,
  };
}

/** Ticks of the frames or pictures from the start, rounded down to whole ones. */
function audioTicks({ sampleRateHz }: Plan, frame: number): number {
  return Math.floor((frame * samplesPerAacFrame * ticksPerSecond) / sampleRateHz);
}

function* audioUnits(planned: Plan): Generator<Unit> {
  const { frames, framesPerUnit } = planned;
  for (let index = 0; index < frames;) {
    // The last frame stands alone: tools that guess the end from the last PTS are off by one frame, not by ten.
    const count = Math.max(1, Math.min(framesPerUnit, frames - 1 - index));
    yield { kind: 'audio', ticks: audioTicks(planned, index), index, count };
    index += count;
  }
}

function* videoUnits({ pictures, durationTicks }: Plan): Generator<Unit> {
  for (let index = 0; index < pictures; index++) {
    const ticks = Math.round((index * durationTicks) / pictures);
    yield { kind: 'video', ticks, index, count: 1 };
  }
}

/** Both streams in the order of their time. */
function* unitsOf(planned: Plan): Generator<Unit> {
  const audio = audioUnits(planned);
  let waiting = audio.next();
  for (const video of videoUnits(planned)) {
    for (; waiting.done !== true && waiting.value.ticks < video.ticks; waiting = audio.next()) {
      yield waiting.value;
    }
    yield video;
  }
  for (; waiting.done !== true; waiting = audio.next()) {
    yield waiting.value;
  }
}

const startCode = Uint8Array.of(0, 0, 0, 1);
const accessUnitDelimiter = Uint8Array.of(9, 0xf0);

/** Makes the payloads of units; those of audio are cut from one that is made once. */
function payloadMaker(planned: Plan): (unit: Unit) => Uint8Array {
  const { sampleRateHz, framesPerUnit, fingerprint, picture } = planned;
  const plain = withAdtsHeader(silentAacFrame(), sampleRateHz);
  const marked = withAdtsHeader(silentAacFrame(fingerprint), sampleRateHz);
  const frames = joinBytes(marked, ...Array.from({ length: framesPerUnit - 1 }, () => plain));
  return ({ kind, index, count }) => {
    if (kind === 'audio' || picture === undefined) {
      return frames.subarray(0, marked.length + (count - 1) * plain.length);
    }
    const told =
      index > 0
        ? [repeatedPicture(picture, index)]
        : [
            sequenceParameters(picture, Math.round(planned.durationTicks / planned.pictures)),
            pictureParameters(),
            fingerprintMessage(fingerprint),
            grayPicture(picture),
          ];
    return joinBytes(...[accessUnitDelimiter, ...told].flatMap((unit) => [startCode, unit]));
  };
}

function optionsOf(planned: Plan, { kind, ticks, index }: Unit): UnitOptions {
  const carriesClock = kind === 'video' || planned.pictures === 0;
  return {
    randomAccess: kind === 'audio' || index === 0,
    ...(carriesClock
      ? { clockTicks: planned.startTicks + ticks - clockLeadTicks + ticksWrap }
      : {}),
  };
}

const pesHeaderBytes = 14;

/** The figures of what {@link tsChunks} would write. @throws RangeError as {@link tsChunks}. */
export function tsShape(options: TsOptions): TsShape {
  const planned = plan(options);
  const payloadOf = payloadMaker(planned);
  let packets = 2;
  const known = new Map<string, number>();
  for (const unit of unitsOf(planned)) {
    // Units of one kind and count have one length, but for the first picture.
    const key = `${unit.kind} ${unit.count} ${unit.index === 0 ? 'first' : 'later'}`;
    const count =
      known.get(key) ??
      packetsFor(pesHeaderBytes + payloadOf(unit).length, optionsOf(planned, unit));
    known.set(key, count);
    packets += count;
  }
  const video = planned.pictures > 0 ? planned.durationTicks : 0;
  const ticks = Math.max(video, audioTicks(planned, planned.frames));
  return {
    durationSeconds: ticks / ticksPerSecond,
    bytes: packets * packetBytes,
    audioFrames: planned.frames,
    pictures: planned.pictures,
    endTicks: planned.startTicks + ticks,
  };
}

/**
 * Writes a valid MPEG-TS file unit by unit: a PAT, a PMT, then silent AAC audio and, when asked for, H.264 video of a
 * still gray picture. Ten seconds of audio are some 3 KiB. The clock comes with every PTS, not every 100 ms as 13818-1
 * 2.7.2 asks of broadcasts; recorders do the same.
 * @throws RangeError for durations, rates and picture sizes out of bounds.
 */
export function* tsChunks(options: TsOptions): Generator<Uint8Array, void, undefined> {
  const planned = plan(options);
  const payloadOf = payloadMaker(planned);
  const counters = { audio: 0, video: 0 };
  const streams = [
    ...(planned.pictures > 0 ? [{ pid: pids.video, streamType: 0x1b }] : []),
    ...(planned.frames > 0 ? [{ pid: pids.audio, streamType: 0x0f }] : []),
  ];
  const clockPid = planned.pictures > 0 ? pids.video : pids.audio;
  yield joinBytes(associationPacket(0, pids.map), mapPacket(0, pids.map, clockPid, streams));
  for (const unit of unitsOf(planned)) {
    const { kind, ticks } = unit;
    const streamId = kind === 'video' ? 0xe0 : 0xc0;
    const pes = pesPacket(streamId, planned.startTicks + ticks, payloadOf(unit));
    const packets = packetise(pids[kind], counters[kind], pes, optionsOf(planned, unit));
    counters[kind] += packets.length / packetBytes;
    yield packets;
  }
}

/** Writes a valid MPEG-TS file. @throws RangeError as {@link tsChunks}. */
export function writeTs(options: TsOptions): Uint8Array {
  return joinAll([...tsChunks(options)]);
}
