import type { FaultLog } from '../fault-log.ts';
import type { MediaTrack, MediaVerdict } from '../verdict.ts';
import { nullPid, packetBytes, ticksPerSecond, ticksWrap } from './constants.ts';
import { ContinuityCounters } from './continuity.ts';
import { ElementaryStream } from './elementary-stream.ts';
import { readPacket, type Packet } from './packet.ts';
import { Tables } from './tables.ts';
import { Timeline } from './timeline.ts';

/** PIDs below are reserved for tables. */
const mediaPidMin = 0x20;
/** More streams than a sound file can have: a bound on memory. */
const streamsMax = 64;

/** The program of a file: its tables, its clock and its streams, packet by packet. */
export class Program {
  readonly #log: FaultLog;
  readonly #tables: Tables;
  readonly #counters: ContinuityCounters;
  readonly #timeline = new Timeline();
  readonly #clock = new Timeline();
  readonly #streams = new Map<number, ElementaryStream>();
  #clockTicks: number | undefined;
  /** Offset of the first packet of media before the tables. */
  #early: number | undefined;
  #packets = 0;

  constructor(log: FaultLog) {
    this.#log = log;
    this.#tables = new Tables(log);
    this.#counters = new ContinuityCounters(log);
  }

  /** Packets taken. */
  get packets(): number {
    return this.#packets;
  }

  /** Bytes of the file are missing: nothing goes on where it was. */
  lose(): void {
    this.#counters.forget();
    this.#tables.forget();
    this.#streams.forEach((stream) => stream.lose());
  }

  /** Takes the packet at index `at`, all of whose 188 bytes are there; `offset` is its place in the file. */
  take(bytes: Uint8Array, at: number, offset: number): void {
    this.#packets++;
    const packet = readPacket(bytes, at);
    if (packet.pid === nullPid) {
      return;
    }
    if (packet.damaged || packet.malformed) {
      this.#reportDamage(packet, offset);
      return;
    }
    const continuity = this.#counters.follow(packet, bytes, at, offset);
    const stream = this.#streams.get(packet.pid);
    if (packet.discontinuity) {
      stream?.allowJump();
    }
    this.#followClock(packet, offset);
    if (continuity === 'copy' || packet.payloadAt >= packetBytes) {
      return;
    }
    if (packet.scrambled) {
      this.#log.add('scrambled-packet', offset, `A packet of stream ${packet.pid} is scrambled.`);
      return;
    }
    const payload = bytes.subarray(at + packet.payloadAt, at + packetBytes);
    const assembler = this.#tables.assemblerOf(packet.pid);
    if (assembler !== undefined) {
      if (continuity === 'gap') {
        assembler.forget();
      }
      assembler.push(payload, packet.begins, offset);
      this.#open();
    } else if (stream !== undefined) {
      if (continuity === 'gap') {
        stream.lose();
      }
      stream.push(payload, packet.begins, offset);
    } else if (!this.#tables.hasMap && packet.pid >= mediaPidMin) {
      this.#early ??= offset;
    }
  }

  /** The file is over: reports what is missing, and gives the figures. */
  finish(): Pick<MediaVerdict, 'durationSeconds' | 'beginSeconds'> & {
    readonly tracks: readonly MediaTrack[];
  } {
    this.#tables.finish();
    if (this.#early !== undefined && this.#tables.hasMap) {
      const message = 'Media begin before the tables that say what they are.';
      this.#log.add('tables-late', this.#early, message);
    }
    const streams = [...this.#streams.values()];
    streams.forEach((stream) => stream.finish());
    const timed = streams.filter(
      ({ kind, presentation }) => kind !== 'other' && presentation.beginSeconds !== undefined,
    );
    if (this.#tables.hasMap && timed.length === 0) {
      this.#log.add('no-media-data', 0, 'No stream of audio or video has a time stamp.');
    }
    if (this.#tables.clockPid !== undefined && this.#clockTicks === undefined) {
      const message = `Stream ${this.#tables.clockPid} should carry the clock and does not.`;
      this.#log.add('clock-missing', 0, message);
    }
    return {
      tracks: streams.map((stream) => stream.track()),
      durationSeconds: lasting(timed),
      ...beginning(timed),
    };
  }

  #open(): void {
    for (const [pid, streamType] of this.#tables.streamTypes) {
      if (!this.#streams.has(pid) && this.#streams.size < streamsMax) {
        this.#streams.set(pid, new ElementaryStream(this.#log, pid, streamType, this.#timeline));
      }
    }
  }

  #reportDamage(packet: Packet, offset: number): void {
    if (packet.damaged) {
      const message = `A packet of stream ${packet.pid} is marked as damaged.`;
      this.#log.add('transport-error', offset, message);
    } else {
      const message = `The fields of a packet of stream ${packet.pid} do not fit into it.`;
      this.#log.add('malformed-packet', offset, message);
    }
    // Neither its PID nor its counter can be trusted.
    this.lose();
  }

  #followClock({ pid, clockTicks, discontinuity }: Packet, offset: number): void {
    if (clockTicks === undefined || pid !== this.#tables.clockPid) {
      return;
    }
    const before = this.#clockTicks;
    this.#clockTicks = this.#clock.straighten(clockTicks);
    if (before !== undefined && this.#clockTicks < before && !discontinuity) {
      const message = `The clock goes back by ${(before - this.#clockTicks) / 90} ms.`;
      this.#log.add('clock-backwards', offset, message);
    }
  }
}

/** Without the noise that sums of binary fractions leave. */
function toMicroseconds(seconds: number): number {
  return Math.round(seconds * 1e6) / 1e6;
}

/** From the first time stamp to the end of the last stream; the longest stream where times have jumped. */
function lasting(streams: readonly ElementaryStream[]): number {
  const durations = streams.map((stream) => stream.track().durationSeconds);
  if (streams.some(({ presentation }) => presentation.isBroken) || streams.length === 0) {
    return Math.max(0, ...durations);
  }
  const begins = streams.map(({ presentation }) => presentation.beginSeconds ?? 0);
  const ends = begins.map((begin, index) => begin + (durations[index] ?? 0));
  return toMicroseconds(Math.max(...ends) - Math.min(...begins));
}

/** The earliest time stamp, as the file has it; nothing where times have jumped, for the file has several begins then. */
function beginning(streams: readonly ElementaryStream[]): Pick<MediaVerdict, 'beginSeconds'> {
  const begins = streams.flatMap(({ presentation }) => presentation.beginSeconds ?? []);
  if (begins.length === 0 || streams.some(({ presentation }) => presentation.isBroken)) {
    return {};
  }
  const wrapSeconds = ticksWrap / ticksPerSecond;
  return {
    beginSeconds: toMicroseconds((Math.min(...begins) + wrapSeconds) % wrapSeconds),
  };
}
