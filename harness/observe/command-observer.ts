import { spawn } from 'node:child_process';
import { SoundcheckError } from '../errors.ts';
import type { Observed } from '../observation.ts';
import { readState } from './json-state.ts';
import { fillTemplate, isSpecific, stateBytesMax, type Observer } from './observer.ts';

/**
 * Observes through a shell command that prints JSON. Placeholders are filled in as single-quoted words, so that no
 * identifier can become shell syntax; the same values stand in `SOUNDCHECK_ROOM_ID` and its like.
 * Exit 0 with no output means that nothing is known; another exit has failed.
 * @throws SoundcheckError CONFIGURATION where the command names no room, task or user.
 */
export function createCommandObserver(
  command: string,
  options: { readonly timeoutMs: number },
): Observer {
  if (!isSpecific(command) && !/SOUNDCHECK_(?:ROOM|TASK|USER)_ID/u.test(command)) {
    throw new SoundcheckError(
      'CONFIGURATION',
      '--observe-command names neither a room nor a task nor a user',
      'Use {roomId} (or $SOUNDCHECK_ROOM_ID) in the command.',
    );
  }
  return {
    source: 'a command',
    address: (subject) =>
      isSpecific(command)
        ? fillTemplate(command, subject, quoteWord)
        : [subject.roomId, subject.taskId, subject.userId].join('\0'),
    observe: (subject, signal) =>
      run(
        fillTemplate(command, subject, quoteWord),
        {
          SOUNDCHECK_APP_ID: subject.appId,
          SOUNDCHECK_ROOM_ID: subject.roomId,
          SOUNDCHECK_TASK_ID: subject.taskId,
          SOUNDCHECK_USER_ID: subject.userId,
        },
        options.timeoutMs,
        signal,
      ),
  };
}

/** One POSIX shell word: nothing inside single quotes is special but the quote itself. */
export function quoteWord(value: string): string {
  return `'${value.replaceAll("'", `'\\''`)}'`;
}

function run(
  command: string,
  environment: Readonly<Record<string, string>>,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<Observed> {
  return new Promise((resolve) => {
    const child = spawn(command, {
      shell: true,
      signal,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const parts: Buffer[] = [];
    let size = 0;
    let complaint = '';
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      resolve({ kind: 'failed', detail: `the command did not end within ${String(timeoutMs)} ms` });
    }, timeoutMs);
    child.stdout.on('data', (part: Buffer) => {
      size += part.byteLength;
      if (size <= stateBytesMax) {
        parts.push(part);
      }
    });
    child.stderr.on('data', (part: Buffer) => {
      complaint = (complaint + part.toString('utf8')).slice(0, 400);
    });
    child.on('error', (error) => {
      clearTimeout(timer);
      resolve({ kind: 'failed', detail: `the command did not start: ${error.message}` });
    });
    child.on('close', (code, killedBy) => {
      clearTimeout(timer);
      resolve(
        code === 0
          ? readState(Buffer.concat(parts), size > stateBytesMax)
          : {
              kind: 'failed',
              detail: `the command ended with ${code === null ? String(killedBy) : String(code)}: ${complaint.trim()}`,
            },
      );
    });
  });
}
