import type { RunEvent } from '#harness/result.ts';
import { duration } from '#reports/text.ts';
import { escapeForTerminal, type Terminal } from './terminal.ts';

/** How often the line is drawn again while nothing happens, and the shortest time between two drawings. */
const tickMs = 250;
const frameMs = 60;
const columnsDefault = 80;
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
  /** A clock that never goes back, in milliseconds. */
  readonly nowMs: () => number;
}

/** What the line says; exported for its test. */
export interface ProgressState {
  readonly phase: string;
  readonly done: number;
  readonly total: number;
  readonly requests: number;
  readonly elapsedMs: number;
  readonly budgetMs: number | undefined;
}

/** The status line, cut to the terminal's width so that it never wraps. */
export function progressLine(state: ProgressState, columns: number): string {
  const { phase, done, total, requests, elapsedMs, budgetMs } = state;
  const parts = [
    ...(total === 0 ? [] : [`${done}/${total} checks`]),
    `${requests} requests`,
    duration(elapsedMs),
    ...(budgetMs === undefined ? [] : [`${duration(Math.max(0, budgetMs - elapsedMs))} left`]),
    ...(phase === '' ? [] : [escapeForTerminal(phase)]),
  ];
  // The last column stays free: writing into it wraps some terminals.
  return parts.join(' · ').slice(0, Math.max(0, columns - 1));
}

/** Draws the progress of a run on a terminal. Its timer does not keep the process alive. */
export function startProgress({ terminal, budgetMs, nowMs }: ProgressOptions): Progress {
  const startedMs = nowMs();
  let state = { phase: '', done: 0, total: 0, requests: 0 };
  let drawnMs = -Infinity;
  let stopped = false;
  const draw = (): void => {
    drawnMs = nowMs();
    const line = progressLine(
      { ...state, elapsedMs: drawnMs - startedMs, budgetMs },
      terminal.columns ?? columnsDefault,
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
