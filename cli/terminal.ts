import { oneLine } from '#reports/text.ts';

/** What the console needs to know of the stream that it writes to; `process.stdout` is one. */
export interface Terminal {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** Environment variables, as in `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

const codes = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, magenta: 35, cyan: 36 } as const;
export type Colour = keyof typeof codes;

/** Colours text or leaves it alone. */
export type Painter = (colour: Colour, text: string) => string;

/** Words at which build servers take a line for a command (GitHub, Azure, TeamCity); anywhere in the line. */
const buildCommands = /##(?=\[|vso\[|teamcity\[)/gi;

/**
 * Makes text from a target safe to print: on one line, controls and reordering marks shown as `\u{1b}`, and no command
 * to a build server in it.
 */
export function escapeForTerminal(text: string): string {
  return oneLine(text).replace(buildCommands, String.raw`#\u{23}`);
}

/**
 * Whether to colour: `FORCE_COLOR` wins (`0` and `false` say no), then any non-empty `NO_COLOR`, then `TERM=dumb`;
 * otherwise a terminal gets colours and a file does not.
 */
export function wantsColour(terminal: Terminal, environment: Environment): boolean {
  const forced = environment['FORCE_COLOR'];
  if (forced !== undefined) {
    return forced !== '0' && forced !== 'false';
  }
  if ((environment['NO_COLOR'] ?? '') !== '' || environment['TERM'] === 'dumb') {
    return false;
  }
  return terminal.isTTY === true;
}

/** A painter that colours with ANSI codes, or one that changes nothing. */
export function painter(colours: boolean): Painter {
  return colours ? (colour, text) => `\u001b[${codes[colour]}m${text}\u001b[0m` : (_, text) => text;
}

/** Whether lines may be drawn over: a terminal that a person watches, not a build server's log. */
export function isLive(terminal: Terminal, environment: Environment): boolean {
  const isBuild = !['', '0', 'false'].includes(environment['CI'] ?? '');
  return terminal.isTTY === true && !isBuild && environment['TERM'] !== 'dumb';
}
