import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { RunResult } from '#harness/result.ts';
import { tokenIn } from '#harness/run/replay-token.ts';
import type { SavedCases, SavedOutcome } from '#harness/run/saved-cases.ts';
import {
  emptyFile,
  readRegressions,
  renderRegressions,
  updateRegressions,
  type RegressionsFile,
} from './file.ts';

/** Where the command line keeps failures unless told otherwise. */
export const regressionsDefault = '.soundcheck/regressions.json';

/** The failures of earlier runs, and how this one's are kept. */
export interface KeptRegressions {
  readonly saved: SavedCases;
  /** Writes what the run found; a file that cannot be written is a warning, never a failure. */
  keep(result: RunResult): Promise<void>;
}

/**
 * Opens the regressions file. Whatever is wrong with it is told by `warn` and changes no verdict: a file that is none
 * of ours is left alone.
 */
export async function openRegressions(
  path: string,
  warn: (line: string) => void,
): Promise<KeptRegressions> {
  const file = await readFileOrWarn(path, warn);
  const tried = new Map<string, SavedOutcome>();
  return {
    saved: {
      tokens: (file ?? emptyFile).cases.map(({ token }) => token),
      onTried: (token, outcome) => tried.set(token, outcome),
    },
    async keep({ checks }) {
      if (file === null) {
        return;
      }
      const failed = checks
        .filter(({ verdict }) => verdict === 'not-met')
        .flatMap(({ replay }) => tokenIn(replay ?? '') ?? []);
      const updated = renderRegressions(
        updateRegressions(file, { tried, failed, now: new Date() }),
      );
      if (updated !== renderRegressions(file)) {
        await writeOrWarn(path, updated, warn);
      }
    },
  };
}

/** Null where there is a file that cannot be used. */
async function readFileOrWarn(
  path: string,
  warn: (line: string) => void,
): Promise<RegressionsFile | null> {
  try {
    return readRegressions(await readFile(path, 'utf8'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      return emptyFile;
    }
    warn(`${path} cannot be read, so no earlier failure is tried first: ${reasonOf(error)}`);
    return null;
  }
}

async function writeOrWarn(
  path: string,
  text: string,
  warn: (line: string) => void,
): Promise<void> {
  const temporary = `${path}.${randomUUID()}.tmp`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(temporary, text);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    warn(
      `${path} cannot be written, so later runs do not try these failures first: ${reasonOf(error)}`,
    );
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
