import type { RunEvent } from '#harness/result.ts';
import { cutDisplay, displayWidth } from '#reports/display-width.ts';
import { en, type Messages } from '#reports/language/en.ts';
import { duration } from '#reports/text.ts';
import { escapeForTerminal, type Terminal } from './terminal.ts';

/** How often the line is drawn again while nothing happens, and the shortest time between two drawings. */
const tickMs = 250;
const frameMs = 60;
const columnsDefault = 80;
const barSteps = 10;
/** Callbacks a second are those of so many milliseconds past, and not told before a third of them. */
const rateMs = 3000;
const clearLine = '\r\u001b[2K';

/** A line at the bottom of the terminal that tells how far the run is. */
export interface Progress {
  /** Takes in what happened; draws when the last drawing is long enough ago. */
  update(event: RunEvent): void;
  /** Takes the line away, lets `write` print above it, and draws it again. */
  above(write: () => void): void;
  /** Takes the line away for good. Safe to call twice. */
  stop(): void;
}

/** Where the progress is drawn, and by which clock and budget. */
export interface ProgressOptions {
  readonly terminal: Terminal;
  /** Time budget of the run in milliseconds; absent for none. */
  readonly budgetMs?: number;
  readonly say: Messages;
  /** A clock that never goes back, in milliseconds. */
  readonly nowMs: () => number;
}

/** What the line says; exported for its test. */
export interface ProgressState {
  readonly phase: string;
  readonly done: number;
  readonly total: number;
  readonly requests: number;
  /** Callbacks a second, lately; undefined while that says nothing. */
  readonly perSecond: number | undefined;
  readonly elapsedMs: number;
  readonly budgetMs: number | undefined;
}

/**
 * The status line, never wider than the terminal so that it never wraps. Where the room is short, what can be missed
 * goes first: the phase, the bar, the time gone by where the time left is told; then it is cut.
 */
export function progressLine(state: ProgressState, columns: number, say: Messages = en): string {
  const { phase, done, total, requests, perSecond, elapsedMs, budgetMs } = state;
  const checks = total === 0 ? [] : [say.progressChecks(done, total)];
  const withBar = checks.map((text) => `${bar(done / total)} ${text}`);
  const callbacks = say.progressCallbacks(requests, perSecond);
  const gone = [duration(elapsedMs)];
  const left =
    budgetMs === undefined ? [] : [say.timeLeft(duration(Math.max(0, budgetMs - elapsedMs)))];
  const told = phase === '' ? [] : [phaseText(phase, say)];
  const lines = [
    [...withBar, callbacks, ...gone, ...left, ...told],
    [...withBar, callbacks, ...gone, ...left],
    [...checks, callbacks, ...gone, ...left],
    [...checks, callbacks, ...(left.length > 0 ? left : gone)],
  ].map((parts) => parts.join(' · '));
  // The last column stays free: writing into it wraps some terminals.
  const room = Math.max(0, columns - 1);
  return lines.find((line) => displayWidth(line) <= room) ?? cutDisplay(lines.at(-1) ?? '', room);
}

/** How much is done, ten steps. */
function bar(share: number): string {
  const full = Math.floor(Math.min(1, share) * barSteps);
  return '━'.repeat(full) + '╌'.repeat(barSteps - full);
}

/** A phase in the reader's words; one that no catalogue knows stands as it is. */
export function phaseText(phase: string, { phases }: Messages): string {
  const known = Object.entries(phases).find(([name]) => name === phase);
  return escapeForTerminal(known?.[1] ?? phase);
}

/** Some terminals say 0 where they do not know. */
function widthOf({ columns = 0 }: Terminal): number {
  return columns === 0 ? columnsDefault : columns;
}

/** Draws the progress of a run on a terminal. Its timer does not keep the process alive. */
export function startProgress({ terminal, budgetMs, nowMs, say }: ProgressOptions): Progress {
  const startedMs = nowMs();
  let state = { phase: '', done: 0, total: 0, requests: 0 };
  const rate = createRate();
  let drawnMs = -Infinity;
  let stopped = false;
  const draw = (): void => {
    drawnMs = nowMs();
    const line = progressLine(
      {
        ...state,
        perSecond: rate(drawnMs - startedMs, state.requests),
        elapsedMs: drawnMs - startedMs,
        budgetMs,
      },
      widthOf(terminal),
      say,
    );
    terminal.write(clearLine + line);
  };
  const timer = setInterval(draw, tickMs);
  timer.unref();
  return {
    update(event) {
      state = advance(state, event);
      if (!stopped && nowMs() - drawnMs >= frameMs) {
        draw();
      }
    },
    above(write) {
      terminal.write(stopped ? '' : clearLine);
      write();
      if (!stopped) {
        draw();
      }
    },
    stop() {
      if (!stopped) {
        stopped = true;
        clearInterval(timer);
        terminal.write(clearLine);
      }
    },
  };
}

type Counters = Pick<ProgressState, 'phase' | 'done' | 'total' | 'requests'>;

function advance(state: Counters, event: RunEvent): Counters {
  switch (event.kind) {
    case 'phase':
      return { ...state, phase: event.title };
    case 'check':
      return { ...state, done: event.done, total: event.total };
    case 'requests':
      return { ...state, requests: event.sent };
  }
}

/** Callbacks a second over the last moments, from how many there were at each look; undefined while it is too early. */
function createRate(): (elapsedMs: number, requests: number) => number | undefined {
  let looks: { readonly ms: number; readonly requests: number }[] = [{ ms: 0, requests: 0 }];
  return (elapsedMs, requests) => {
    looks.push({ ms: elapsedMs, requests });
    // One look from before the window stays: the rate is that since then.
    const from = looks.findLastIndex(({ ms }) => elapsedMs - ms >= rateMs);
    looks = looks.slice(Math.max(0, from));
    const [first] = looks;
    const sinceMs = elapsedMs - (first?.ms ?? 0);
    return sinceMs < rateMs / 3
      ? undefined
      : Math.round(((requests - (first?.requests ?? 0)) * 1000) / sinceMs);
  };
}
