/** Bounds what is in flight towards the target, and paces it. First come, first served. */
export interface Permits {
  /** Waits until `count` permits (at most all of them) are free and the rate allows; returns their release. */
  acquire(count: number): Promise<() => void>;
  /** Changes the number of permits, for instance when the target turns out to be slow. */
  resize(total: number): void;
  readonly total: number;
}

/** `total` permits; `ratePerSecond` bounds acquisitions (0: unbounded). */
export function createPermits(
  total: number,
  ratePerSecond: number,
  now: () => number,
  sleep: (ms: number) => Promise<unknown>,
): Permits {
  let size = Math.max(1, total);
  let used = 0;
  let nextAtMs = 0;
  const waiting: { count: number; grant: () => void }[] = [];

  const serve = (): void => {
    for (let head = waiting[0]; head !== undefined; head = waiting[0]) {
      const wanted = Math.min(head.count, size);
      if (used > 0 && used + wanted > size) {
        return;
      }
      waiting.shift();
      used += wanted;
      head.count = wanted;
      head.grant();
    }
  };

  return {
    get total() {
      return size;
    },
    resize(newTotal) {
      size = Math.max(1, newTotal);
      serve();
    },
    async acquire(count) {
      const entry = { count, grant: (): void => undefined };
      await new Promise<void>((resolve) => {
        entry.grant = resolve;
        waiting.push(entry);
        serve();
      });
      if (ratePerSecond > 0) {
        const at = Math.max(now(), nextAtMs);
        nextAtMs = at + (1000 * count) / ratePerSecond;
        await sleep(Math.max(0, at - now()));
      }
      let released = false;
      return () => {
        if (!released) {
          released = true;
          used -= entry.count;
          serve();
        }
      };
    },
  };
}
