import type { FaultLog } from '../fault-log.ts';
import { ticksPerSecond } from './constants.ts';
import type { Timeline } from './timeline.ts';

/** A hole in the audio that is worth telling. */
const holeTicksMin = 10 * ticksPerSecond;

/** One stretch of continuous time, straightened ticks. */
interface Stretch {
  readonly from: number;
  /** Latest presentation time. */
  latest: number;
  /** Latest decoding time. */
  decoded: number;
  units: number;
}

/** The time of one elementary stream: where it begins, where it ends, and whether it runs forwards. */
export class Presentation {
  readonly #log: FaultLog;
  readonly #pid: number;
  readonly #isAudio: boolean;
  readonly #timeline: Timeline;
  #stretch: Stretch | undefined;
  /** Seconds of the stretches before the present one. */
  #before = 0;

  /** @param timeline Of the program: all its streams are straightened by one clock. */
  constructor(log: FaultLog, pid: number, isAudio: boolean, timeline: Timeline) {
    this.#log = log;
    this.#pid = pid;
    this.#isAudio = isAudio;
    this.#timeline = timeline;
  }

  /** The stream was interrupted by a jump of its time: begin and end say nothing of its duration. */
  get isBroken(): boolean {
    return this.#before > 0;
  }

  /** First presentation time in seconds; undefined where there is none. */
  get beginSeconds(): number | undefined {
    return this.#stretch === undefined ? undefined : this.#stretch.from / ticksPerSecond;
  }

  /** Takes the times of a unit. `jumpAllowed`: the packets said that times may jump. */
  add(pts: number, dts: number, jumpAllowed: boolean, offset: number): void {
    const decoded = this.#timeline.straighten(dts);
    const presented = this.#timeline.straighten(pts);
    const stretch = this.#stretch;
    if (stretch === undefined) {
      this.#stretch = { from: presented, latest: presented, decoded, units: 1 };
      return;
    }
    const step = decoded - stretch.decoded;
    if (step <= 0 || (jumpAllowed && step > holeTicksMin)) {
      this.#break(step, jumpAllowed, offset);
      this.#stretch = { from: presented, latest: presented, decoded, units: 1 };
      return;
    }
    if (this.#isAudio && step > holeTicksMin) {
      const message = `Stream ${this.#pid} goes on ${seconds(step)} s later.`;
      this.#log.add('timestamp-jump', offset, message);
    }
    stretch.latest = Math.max(stretch.latest, presented);
    stretch.decoded = decoded;
    stretch.units++;
  }

  /** Duration in seconds. @param lastSeconds Of the last unit; undefined to take it as long as the mean of the others. */
  durationSeconds(lastSeconds: number | undefined): number {
    const stretch = this.#stretch;
    if (stretch === undefined) {
      return 0;
    }
    const span = (stretch.latest - stretch.from) / ticksPerSecond;
    const mean = stretch.units > 1 ? span / (stretch.units - 1) : 0;
    return Math.round((this.#before + span + (lastSeconds ?? mean)) * 1e6) / 1e6;
  }

  #break(step: number, jumpAllowed: boolean, offset: number): void {
    if (!jumpAllowed) {
      const message = `Stream ${this.#pid} goes on ${seconds(-step)} s before it was.`;
      this.#log.add('timestamps-backwards', offset, message);
    }
    this.#before = Math.max(this.durationSeconds(undefined), Number.MIN_VALUE);
  }
}

function seconds(ticks: number): string {
  return (ticks / ticksPerSecond).toFixed(3);
}
