import { SoundcheckError } from '#harness/errors.ts';
import { decodeReplayToken } from '#harness/run/replay-token.ts';
import { savedPerCheckMax, type SavedOutcome } from '#harness/run/saved-cases.ts';
import { shapeFault } from '../shape.ts';

/** A counterexample that is tried first in later runs. */
export interface Regression {
  /** Replay token: service, check, case, seed, dialects and scope. */
  readonly token: string;
  /** When it last failed, ISO 8601. */
  readonly failedAt: string;
  /** Runs since then in which it did not fail. */
  readonly clean: number;
}

/** `.soundcheck/regressions.json`; cases stand newest first. */
export interface RegressionsFile {
  readonly schema: 'soundcheck-regressions/1';
  readonly cases: readonly Regression[];
}

/** A case that did not fail in so many runs in a row is healed and leaves the file. */
export const cleanRunsMax = 10;
/** So many cases of one service are kept. */
const casesMax = 100;

/** The file before the first failure. */
export const emptyFile: RegressionsFile = { schema: 'soundcheck-regressions/1', cases: [] };

/** Reads the file's text. @throws SoundcheckError CONFIGURATION where it is none of ours. */
export function readRegressions(text: string): RegressionsFile {
  const refuse = (reason: string): never => {
    throw new SoundcheckError(
      'CONFIGURATION',
      `it is no regressions file: ${reason}`,
      'Delete it, or name another with --regressions.',
    );
  };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refuse('it is not JSON');
  }
  const fault = shapeFault(value, {
    required: [
      ['schema', 'text'],
      ['cases', 'list'],
    ],
    literals: { schema: emptyFile.schema },
  });
  if (fault !== null) {
    return refuse(fault);
  }
  const file = value as RegressionsFile;
  for (const one of file.cases) {
    const wrong = shapeFault(one, {
      required: [
        ['token', 'text'],
        ['failedAt', 'text'],
        ['clean', 'number'],
      ],
      literals: {},
    });
    if (wrong !== null) {
      return refuse(wrong);
    }
    decodeReplayToken(one.token);
  }
  return file;
}

/** What a run found out. */
export interface RunFindings {
  /** What became of the saved cases that were tried, by token. */
  readonly tried: ReadonlyMap<string, SavedOutcome>;
  /** Tokens of the run's failures. */
  readonly failed: readonly string[];
  readonly now: Date;
}

/**
 * The file after a run: what failed stands first, what did not fail is counted, what is healed or gone leaves. Cases
 * that were not tried (of another service, dialect or check) stay as they are. Pure.
 */
export function updateRegressions(
  { schema, cases }: RegressionsFile,
  { tried, failed, now }: RunFindings,
): RegressionsFile {
  const again = [...tried].filter(([, outcome]) => outcome === 'failed').map(([token]) => token);
  const failing = new Set([...failed, ...again]);
  const fresh = [...failing].map((token) => ({ token, failedAt: now.toISOString(), clean: 0 }));
  const others = cases
    .filter(({ token }) => !failing.has(token) && tried.get(token) !== 'gone')
    .map((one) => (tried.get(one.token) === 'clean' ? { ...one, clean: one.clean + 1 } : one))
    .filter(({ clean }) => clean < cleanRunsMax);
  return { schema, cases: bounded([...fresh, ...others]) };
}

function bounded(cases: readonly Regression[]): readonly Regression[] {
  const perCheck = new Map<string, number>();
  const perService = new Map<string, number>();
  return cases.filter(({ token }) => {
    const { service, check } = decodeReplayToken(token);
    const ofCheck = (perCheck.get(check) ?? 0) + 1;
    const ofService = (perService.get(service) ?? 0) + 1;
    if (ofCheck > savedPerCheckMax || ofService > casesMax) {
      return false;
    }
    perCheck.set(check, ofCheck);
    perService.set(service, ofService);
    return true;
  });
}

/** The file's text, one case a line, so that versions of it compare well. */
export function renderRegressions({ schema, cases }: RegressionsFile): string {
  const lines = cases.map((one) => `    ${JSON.stringify(one)}`);
  const list = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`;
  return `{\n  "schema": ${JSON.stringify(schema)},\n  "cases": ${list}\n}\n`;
}
