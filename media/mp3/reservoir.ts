/** What a frame's claim on the bit reservoir comes to. */
export type Claim = 'fits' | 'missing-start' | 'overlap' | 'overrun';

/**
 * Accounts for main data as one stream without headers and side info: position 0 is where accounting (re)started.
 * Each frame claims a stretch of that stream that may begin up to 511 bytes before its own area.
 */
export class Reservoir {
  /** Main-data bytes of all frames so far: where the next frame's own area begins. */
  position = 0;
  /** Where the latest claim began and ended; the begin is negative where data before the restart is meant. */
  claimFrom = 0;
  claimTo = 0;

  /** Forgets what lies before: after a resync nobody knows which main data is there. */
  restart(): void {
    this.position = 0;
    this.claimFrom = 0;
    this.claimTo = 0;
  }

  /** Books one frame. `areaBytes` is what its own area adds, whatever the claim. */
  book(mainDataBegin: number, usedBytes: number, areaBytes: number): Claim {
    const claimed = this.claimTo;
    this.claimFrom = this.position - mainDataBegin;
    const to = this.claimFrom + usedBytes;
    this.position += areaBytes;
    // A wrong claim must not make the next, honest one look wrong too.
    this.claimTo = Math.max(claimed, Math.min(to, this.position));
    if (to > this.position) {
      return 'overrun';
    }
    if (this.claimFrom < 0) {
      return 'missing-start';
    }
    return this.claimFrom < claimed ? 'overlap' : 'fits';
  }
}
