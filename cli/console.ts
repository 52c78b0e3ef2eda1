import type { CheckResult, RunEvent, RunResult } from '#harness/result.ts';
import type { Messages } from '#reports/language/en.ts';
import { messagesOf, type Language } from '#reports/language/language.ts';
import { isProblem, outcomeOf, outcomes, type Outcome } from '#reports/outcome.ts';
import { duration } from '#reports/text.ts';
import { phaseText, startProgress, type Progress } from './progress.ts';
import { summaryLines } from './summary.ts';
import {
  escapeForTerminal,
  isLive,
  painter,
  wantsColour,
  type Colour,
  type Environment,
  type Painter,
  type Terminal,
} from './terminal.ts';

/** How the console writes. */
export interface ConsoleOptions {
  readonly terminal: Terminal;
  readonly environment: Environment;
  /** Only problems and phases instead of a line for every check. A live terminal is quiet anyway: it shows progress. */
  readonly quiet?: boolean;
  /** Time budget of the run in milliseconds, for the progress; absent for none. */
  readonly budgetMs?: number;
  /** A clock that never goes back, in milliseconds. */
  readonly nowMs: () => number;
  /** When the run began, ISO 8601: waivers expire by it. */
  readonly startedAt: string;
  /** Default English. */
  readonly language?: Language;
}

/** The console front end of one run. */
export interface Console {
  /** Shows what happens while the run goes on. */
  onEvent(event: RunEvent): void;
  /** Prints the summary; call once, after the last event. */
  finish(result: RunResult): void;
  /** Takes the progress line away, for a run that ends by an error. Safe to call at any time. */
  stop(): void;
}

const outcomeColours: Readonly<Record<Outcome, Colour>> = {
  broken: 'red',
  harness: 'magenta',
  'stale-waiver': 'red',
  untested: 'yellow',
  advice: 'yellow',
  waived: 'dim',
  'not-applicable': 'dim',
  met: 'green',
};

/**
 * Shows a run on a terminal or in a log: one status line with the problems above it where a person watches, one line
 * for each check in CI, and the summary at the end. What comes from the target is escaped on the way.
 */
export function createConsole(options: ConsoleOptions): Console {
  const { terminal, environment, language = 'en' } = options;
  const say = messagesOf(language);
  const paint = painter(wantsColour(terminal, environment));
  const live = isLive(terminal, environment);
  const progress: Progress | undefined = live ? startProgress({ ...options, say }) : undefined;
  const onlyProblems = live || options.quiet === true;
  const print = (line: string): void => {
    const write = (): unknown => terminal.write(`${line}\n`);
    if (progress === undefined) {
      write();
    } else {
      progress.above(write);
    }
  };
  return {
    onEvent(event) {
      progress?.update(event);
      if (event.kind === 'phase' && !live) {
        print(paint('bold', `▸ ${phaseText(event.title, say)}`));
      } else if (event.kind === 'check') {
        const outcome = outcomeOf(event.result, options.startedAt);
        if (!onlyProblems || isProblem(outcome)) {
          print(checkLine(event.result, outcome, paint, say));
        }
      }
    },
    finish(result) {
      progress?.stop();
      terminal.write(`\n${summaryLines(result, paint, language).join('\n')}\n`);
    },
    stop() {
      progress?.stop();
    },
  };
}

/** `✗ gme/state/order  not met (MUST): expected "uploaded", got "started"`. */
function checkLine(check: CheckResult, outcome: Outcome, paint: Painter, say: Messages): string {
  const head = paint(outcomeColours[outcome], `${outcomes[outcome].mark} ${check.id}`);
  if (outcome === 'met') {
    return `${head}  ${paint('dim', duration(check.durationMs))}`;
  }
  const [finding] = check.findings;
  const reason = finding
    ? say.expectedButGot(finding.expected, finding.actual)
    : (check.fault ?? '');
  const word = say.outcomes[outcome];
  return `${head}  ${word} (${check.level})${reason === '' ? '' : `: ${escapeForTerminal(reason)}`}`;
}
