import type { FaultLog } from '../fault-log.ts';
import { nullPid } from './constants.ts';
import { SectionAssembler } from './section.ts';

const tableIds = { association: 0, map: 2 } as const;

/** More maps than a sound file can have: a bound on memory. */
const mapsMax = 64;

/** The program association and map tables of a file, read as they come. */
export class Tables {
  readonly #log: FaultLog;
  readonly #association: SectionAssembler;
  readonly #maps = new Map<number, SectionAssembler>();
  readonly #streamTypes = new Map<number, number>();
  #programs = 0;
  #hasAssociation = false;
  #hasMap = false;
  #clockPid: number | undefined;

  constructor(log: FaultLog) {
    this.#log = log;
    this.#association = new SectionAssembler(log, (id, body) => {
      if (id === tableIds.association) {
        this.#associate(body);
      }
    });
  }

  /** A program map was read. */
  get hasMap(): boolean {
    return this.#hasMap;
  }

  /** PID of the packets with the program clock; undefined where there is none. */
  get clockPid(): number | undefined {
    return this.#clockPid;
  }

  /** Stream types by PID, in the order of the map. */
  get streamTypes(): ReadonlyMap<number, number> {
    return this.#streamTypes;
  }

  /** The assembler for this PID; undefined where it carries none of the tables. */
  assemblerOf(pid: number): SectionAssembler | undefined {
    return pid === 0 ? this.#association : this.#maps.get(pid);
  }

  /** Bytes are missing. */
  forget(): void {
    this.#association.forget();
    this.#maps.forEach((map) => map.forget());
  }

  /** Reports what never came. */
  finish(): void {
    if (!this.#hasAssociation) {
      this.#log.add('pat-missing', 0, 'No program association table was found.');
    } else if (!this.#hasMap) {
      this.#log.add('pmt-missing', 0, 'No program map table was found.');
    }
    if (this.#programs > 1) {
      this.#log.add('several-programs', 0, `The file has ${this.#programs} programs.`);
    }
  }

  #associate(body: Uint8Array): void {
    this.#hasAssociation = true;
    let programs = 0;
    for (let at = 0; at + 4 <= body.length; at += 4) {
      const number = word(body, at);
      const pid = word(body, at + 2) & 0x1fff;
      // Program 0 tells of the network.
      programs += number === 0 ? 0 : 1;
      if (number !== 0 && !this.#maps.has(pid) && this.#maps.size < mapsMax) {
        const take = (id: number, map: Uint8Array, offset: number): void => {
          if (id === tableIds.map) {
            this.#map(map, offset);
          }
        };
        this.#maps.set(pid, new SectionAssembler(this.#log, take));
      }
    }
    this.#programs = Math.max(this.#programs, programs);
  }

  #map(body: Uint8Array, offset: number): void {
    const clockPid = word(body, 0) & 0x1fff;
    const lengths = (at: number): number => word(body, at) & 0x0fff;
    let at = 4 + lengths(2);
    const streams: (readonly [pid: number, type: number])[] = [];
    for (; at + 5 <= body.length; at += 5 + lengths(at + 3)) {
      streams.push([word(body, at + 1) & 0x1fff, body[at] ?? 0]);
    }
    if (at !== body.length) {
      this.#log.add('malformed-table', offset, 'The entries of the map do not fill it.');
      return;
    }
    this.#hasMap = true;
    this.#clockPid = clockPid === nullPid ? undefined : clockPid;
    for (const [pid, type] of streams) {
      const before = this.#streamTypes.get(pid);
      if (before !== undefined && before !== type) {
        const message = `Stream ${pid} changes its type from ${before} to ${type}.`;
        this.#log.add('stream-type-switch', offset, message);
      }
      this.#streamTypes.set(pid, type);
    }
  }
}

function word(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}
