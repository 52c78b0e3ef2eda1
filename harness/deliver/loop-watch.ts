/** For how long this process has stood still: time in which an answer may have come, and nobody was there to see it. */
export interface LoopWatch {
  /** Milliseconds since the watch began, all stalls together. */
  readonly stalledMs: number;
  stop(): void;
}

const tickMs = 100;

/** A tick that is less late than this is late as every program's are. */
const stallMsMin = 100;

/** Watches the event loop by a timer of its own; the caller stops it. */
export function watchLoop(): LoopWatch {
  let stalledMs = 0;
  let tickedMs = performance.now();
  const lateMs = (): number => {
    const late = performance.now() - tickedMs - tickMs;
    return late < stallMsMin ? 0 : late;
  };
  const timer = setInterval(() => {
    stalledMs += lateMs();
    tickedMs = performance.now();
  }, tickMs);
  timer.unref();
  return {
    get stalledMs() {
      return stalledMs + lateMs();
    },
    stop() {
      stalledMs += lateMs();
      tickedMs = Number.POSITIVE_INFINITY;
      clearInterval(timer);
    },
  };
}
