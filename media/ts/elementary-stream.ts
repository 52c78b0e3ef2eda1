import { adtsSyntax } from '../aac/adts.ts';
import type { FaultLog } from '../fault-log.ts';
import { FrameCounter, type FrameSyntax } from '../frame-counter.ts';
import { mpegAudioSyntax } from '../mp3/counted-frames.ts';
import type { MediaTrack } from '../verdict.ts';
import { codecsByStreamType } from './constants.ts';
import { pesHeaderBytesMax, readPesHeader } from './pes-header.ts';
import { Presentation } from './presentation.ts';
import type { Timeline } from './timeline.ts';

const videoCodecs = new Set(['mpeg1video', 'mpeg2video', 'h264', 'hevc']);
const frameSyntaxes: Readonly<Record<string, FrameSyntax>> = {
  aac: adtsSyntax,
  mp3: mpegAudioSyntax,
};

/** The PES packet that is being read. */
interface Unit {
  readonly offset: number;
  readonly head: Uint8Array;
  headed: number;
  /** All bytes so far. */
  bytes: number;
  /** Bytes up to the payload; undefined until the header was read. */
  headerBytes: number | undefined;
  announced: number | undefined;
  /** Bytes are missing, or it is no PES packet: its length says nothing. */
  broken: boolean;
}

/** One elementary stream: its PES packets, their times and the audio frames inside. Memory: one header. */
export class ElementaryStream {
  readonly pid: number;
  readonly kind: MediaTrack['kind'];
  readonly presentation: Presentation;
  readonly #codec: string;
  readonly #log: FaultLog;
  readonly #frames: FrameCounter | undefined;
  #unit: Unit | undefined;
  #units = 0;
  /** Frames' seconds before the unit with the latest time stamp. */
  #secondsBefore = 0;
  #jumpAllowed = false;

  constructor(log: FaultLog, pid: number, streamType: number, timeline: Timeline) {
    const codec = codecsByStreamType[streamType];
    const syntax = codec === undefined ? undefined : frameSyntaxes[codec];
    this.pid = pid;
    this.kind = codec === undefined ? 'other' : videoCodecs.has(codec) ? 'video' : 'audio';
    this.presentation = new Presentation(log, pid, this.kind === 'audio', timeline);
    this.#codec = codec ?? `type ${streamType}`;
    this.#log = log;
    this.#frames = syntax === undefined ? undefined : new FrameCounter(log, syntax);
  }

  /** PES packets that have begun. */
  get units(): number {
    return this.#units;
  }

  /** Packets of the stream, or some bytes of the file, are missing. */
  lose(): void {
    if (this.#unit !== undefined) {
      this.#unit.broken = true;
    }
    this.#frames?.lose();
  }

  /** From the next unit on times may jump. */
  allowJump(): void {
    this.#jumpAllowed = true;
  }

  /** Takes the payload of a packet that lies in the file at `offset`. */
  push(payload: Uint8Array, begins: boolean, offset: number): void {
    if (begins) {
      this.#close(false);
      this.#units++;
      this.#unit = {
        offset,
        head: new Uint8Array(pesHeaderBytesMax),
        headed: 0,
        bytes: 0,
        headerBytes: undefined,
        announced: undefined,
        broken: false,
      };
    }
    const unit = this.#unit;
    if (unit === undefined) {
      return;
    }
    const before = unit.bytes;
    const isHeading = unit.headerBytes === undefined;
    unit.bytes += payload.length;
    if (isHeading) {
      this.#gatherHeader(unit, payload);
    }
    if (unit.headerBytes === undefined || unit.broken) {
      return;
    }
    if (isHeading && unit.headerBytes < before) {
      // Payload that an earlier packet brought, when the header was not read yet.
      this.#frames?.push(unit.head.subarray(unit.headerBytes, before), offset);
    }
    this.#frames?.push(payload.subarray(Math.max(0, unit.headerBytes - before)), offset);
  }

  /** The file is over. */
  finish(): void {
    if (this.#unit === undefined) {
      this.#log.add('stream-empty', 0, `Stream ${this.pid} (${this.#codec}) never comes.`);
      return;
    }
    const truncated = this.#close(true);
    const missing = this.#frames?.missingBytes ?? 0;
    if (missing > 0 && !truncated) {
      const message = `The last frame of stream ${this.pid} is not whole.`;
      this.#log.add('truncated-frame', this.#unit.offset, message);
    }
    if (this.kind !== 'other' && this.presentation.beginSeconds === undefined) {
      this.#log.add('timestamps-missing', 0, `Stream ${this.pid} has no time stamps.`);
    }
  }

  /** The stream in figures, after {@link finish}. */
  track(): MediaTrack {
    const frames = this.#frames;
    const last = frames === undefined ? undefined : frames.seconds - this.#secondsBefore;
    const rate = frames?.sampleRateHz;
    return {
      id: this.pid,
      kind: this.kind,
      codec: this.#codec,
      durationSeconds: this.presentation.durationSeconds(last),
      units: frames?.frames ?? this.#units,
      ...(rate === undefined ? {} : { sampleRateHz: rate }),
    };
  }

  #gatherHeader(unit: Unit, payload: Uint8Array): void {
    const part = payload.subarray(0, pesHeaderBytesMax - unit.headed);
    unit.head.set(part, unit.headed);
    unit.headed += part.length;
    // Packets shorter than the longest header are read when they end.
    if (unit.headed === pesHeaderBytesMax) {
      this.#readHeader(unit);
    }
  }

  #readHeader(unit: Unit): void {
    const header = readPesHeader(unit.head.subarray(0, unit.headed));
    if (header === undefined) {
      if (!unit.broken) {
        this.#log.add('malformed-pes', unit.offset, `Stream ${this.pid} has no PES header here.`);
      }
      unit.broken = true;
      unit.headerBytes = unit.headed;
      this.#frames?.lose();
      return;
    }
    unit.headerBytes = header.headerBytes;
    unit.announced = header.announcedBytes;
    this.#frames?.begin();
    if (header.ptsTicks !== undefined && header.dtsTicks !== undefined) {
      this.#secondsBefore = this.#frames?.seconds ?? 0;
      const { ptsTicks, dtsTicks } = header;
      this.presentation.add(ptsTicks, dtsTicks, this.#jumpAllowed, unit.offset);
      this.#jumpAllowed = false;
    }
  }

  /** Judges the unit that ends here; returns whether it is cut. */
  #close(atEnd: boolean): boolean {
    const unit = this.#unit;
    if (unit === undefined) {
      return false;
    }
    if (unit.headerBytes === undefined) {
      this.#readHeader(unit);
    }
    if (unit.broken || unit.announced === undefined) {
      return false;
    }
    const expected = 6 + unit.announced;
    const figures = `Stream ${this.pid} announces ${expected} bytes, ${unit.bytes} come`;
    if (atEnd && unit.bytes < expected) {
      this.#log.add('truncated-pes', unit.offset, `${figures} before the end.`);
      return true;
    }
    if (unit.bytes !== expected) {
      this.#log.add('pes-length-mismatch', unit.offset, `${figures}.`);
      this.#frames?.lose();
    }
    return false;
  }
}
