import type { FaultLog } from '../fault-log.ts';
import { frameCrc, frameCrcStart } from './crc16.ts';
import { type Claim, Reservoir } from './reservoir.ts';
import { readSideInfo, type SideInfo, sideInfoLayout, type SideInfoLayout } from './side-info.ts';
import type { Window } from '../window.ts';
import { ZeroRuns } from './zero-runs.ts';

/** The most pairs of big values that 576 samples can hold. */
const bigValuesMax = 288;

/** What one Layer III frame's own bytes tell: frame CRC, side info, reservoir accounting, zeros in used main data. */
export class FrameChecks {
  readonly #log: FaultLog;
  readonly #reservoir = new Reservoir();
  readonly #zeroRuns = new ZeroRuns();
  readonly #side: SideInfo = {
    mainDataBegin: 0,
    usedBytes: 0,
    bigValues: 0,
    reservedBlockType: false,
  };
  /** The frames before were walked since the start of the file, or of a part with a header frame of its own. */
  #fromStart = true;
  #layout: SideInfoLayout = sideInfoLayout(0);
  /** Main-data position from which on all bytes are used. */
  #usedFrom = 0;

  constructor(log: FaultLog) {
    this.#log = log;
  }

  /** The stream begins, or goes on in another format. */
  refer(word: number): void {
    this.#layout = sideInfoLayout(word);
  }

  /** Length of the stream's side info. */
  get sideInfoBytes(): number {
    return this.#layout.bytes;
  }

  /** Accounting begins anew. `fromStart`: nothing came before, so claims on earlier main data are worth a word. */
  restart(fromStart: boolean): void {
    this.#reservoir.restart();
    this.#zeroRuns.restart();
    this.#fromStart = fromStart;
    this.#usedFrom = 0;
  }

  /** Judges the frame at index `at`, all of whose bytes are in the window. */
  check(window: Window, at: number, length: number, word: number): void {
    const side = this.#side;
    const crcBytes = (word & 0x10000) === 0 ? 2 : 0;
    const sideAt = at + 4 + crcBytes;
    const dataAt = sideAt + this.#layout.bytes;
    const end = at + length;
    if (dataAt > end) {
      // Listed bitrates leave room for the side info; a free-format length of hostile bytes may not.
      return;
    }
    readSideInfo(window.view, sideAt, this.#layout, side);
    if (crcBytes > 0) {
      this.#checkCrc(window, at, sideAt, dataAt);
    }
    if (side.bigValues > bigValuesMax) {
      this.#log.add(
        'big-values-too-large',
        window.base + at,
        `A granule claims ${side.bigValues} pairs of big values, at most ${bigValuesMax} are possible.`,
      );
    }
    if (side.reservedBlockType) {
      this.#log.add(
        'reserved-block-type',
        window.base + at,
        'A granule switches windows to block type 0, which the standard forbids.',
      );
    }
    this.#zeroRuns.scan(window, dataAt, end, this.#reservoir.position);
    this.#account(window.base + at, end - dataAt);
  }

  #checkCrc({ view, base }: Window, at: number, sideAt: number, dataAt: number): void {
    const noted = view.getUint16(at + 4);
    const header = frameCrc(view, at + 2, at + 4, frameCrcStart);
    const crc = frameCrc(view, sideAt, dataAt, header);
    if (crc !== noted) {
      this.#log.add(
        'frame-crc-mismatch',
        base + at,
        `The frame notes CRC 0x${noted.toString(16)}, its header and side info give 0x${crc.toString(16)}.`,
      );
    }
  }

  #account(offset: number, areaBytes: number): void {
    const { mainDataBegin, usedBytes } = this.#side;
    const reservoir = this.#reservoir;
    const claimedTo = reservoir.claimTo;
    const claim = reservoir.book(mainDataBegin, usedBytes, areaBytes);
    if (claim !== 'fits') {
      this.#reportClaim(claim, offset, claimedTo);
    }
    // Claims without stuffing between them are one stretch of used bytes: a run may go over their border.
    this.#usedFrom = reservoir.claimFrom === claimedTo ? this.#usedFrom : reservoir.claimFrom;
    const run = this.#zeroRuns.take(
      this.#usedFrom,
      reservoir.claimFrom + usedBytes,
      reservoir.position,
    );
    if (run !== undefined) {
      this.#log.add(
        'zero-run',
        run.offset,
        `${run.bytes} zero bytes in a row lie in the used main data of the frame at ${offset}.`,
      );
    }
  }

  #reportClaim(claim: Exclude<Claim, 'fits'>, offset: number, claimedTo: number): void {
    const { mainDataBegin, usedBytes } = this.#side;
    const { claimFrom, position } = this.#reservoir;
    const figures = `main_data_begin is ${mainDataBegin}, ${usedBytes} bytes are used`;
    switch (claim) {
      case 'missing-start':
        if (this.#fromStart && this.#log.count('reservoir-missing-at-start') === 0) {
          const before = String(-claimFrom);
          this.#log.add(
            'reservoir-missing-at-start',
            offset,
            `${figures}: ${before} bytes before the first.`,
          );
        }
        break;
      case 'overlap': {
        const twice = String(claimedTo - claimFrom);
        this.#log.add('reservoir-overlap', offset, `${figures}: ${twice} bytes are claimed twice.`);
        break;
      }
      case 'overrun': {
        const beyond = String(claimFrom + usedBytes - position);
        this.#log.add('reservoir-overrun', offset, `${figures}: ${beyond} bytes beyond the frame.`);
        break;
      }
    }
  }
}
