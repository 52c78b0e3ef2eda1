import { spawn, type ChildProcess } from 'node:child_process';
import { SoundcheckError } from '../errors.ts';
import type { Subject } from '../experiment.ts';
import type { Observed } from '../observation.ts';
import { readState } from './json-state.ts';
import { isSpecific, stateBytesMax, type Observer } from './observer.ts';
import { withVariables } from './shell-variables.ts';

/** What a command said against us is shown up to this many characters. */
const complaintLengthMax = 400;

/**
 * Observes through a shell command that prints JSON. A placeholder becomes a reference to a variable of the
 * environment (`SOUNDCHECK_ROOM_ID` and its like, which a command may also name itself), so that no identifier
 * can become shell syntax, whatever quotes the placeholder stands in.
 * Exit 0 with no output means that nothing is known; another exit has failed.
 * @throws SoundcheckError CONFIGURATION where the command names no room, task or user.
 */
export function createCommandObserver(
  command: string,
  options: { readonly timeoutMs: number },
): Observer {
  const script = withVariables(command);
  if (!isSpecific(command) && !/SOUNDCHECK_(?:ROOM|TASK|USER)_ID/u.test(command)) {
    throw new SoundcheckError(
      'CONFIGURATION',
      '--observe-command names neither a room nor a task nor a user',
      'Use {roomId} (or $SOUNDCHECK_ROOM_ID) in the command.',
    );
  }
  return {
    source: 'a command',
    address: ({ appId, roomId, taskId, userId }) =>
      JSON.stringify([
        appId,
        ...(names(command, 'roomId', 'ROOM') ? [roomId] : []),
        ...(names(command, 'taskId', 'TASK') ? [taskId] : []),
        ...(names(command, 'userId', 'USER') ? [userId] : []),
      ]),
    observe: (subject, signal) => run(script, environmentOf(subject), options.timeoutMs, signal),
  };
}

function names(command: string, placeholder: string, variable: string): boolean {
  return command.includes(`{${placeholder}}`) || command.includes(`SOUNDCHECK_${variable}_ID`);
}

function environmentOf(subject: Subject): Readonly<Record<string, string>> {
  return {
    SOUNDCHECK_APP_ID: subject.appId,
    SOUNDCHECK_ROOM_ID: subject.roomId,
    SOUNDCHECK_TASK_ID: subject.taskId,
    SOUNDCHECK_USER_ID: subject.userId,
  };
}

async function run(
  script: string,
  environment: Readonly<Record<string, string>>,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<Observed> {
  if (signal.aborted) {
    return { kind: 'failed', detail: 'the run was stopped' };
  }
  let child: ChildProcess;
  try {
    child = spawn(script, {
      shell: true,
      // A group of its own, so that what the shell has started ends with it.
      detached: process.platform !== 'win32',
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  } catch (error) {
    // An identifier that no environment can hold: a NUL, or too long.
    const reason = error instanceof Error ? error.message : String(error);
    return { kind: 'failed', detail: `the command did not start: ${reason}` };
  }
  return watch(child, timeoutMs, signal);
}

function watch(child: ChildProcess, timeoutMs: number, signal: AbortSignal): Promise<Observed> {
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    let size = 0;
    let complaint = '';
    const finish = (observed: Observed): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      resolve(observed);
    };
    const cutShort = (observed: Observed): void => {
      finish(observed);
      killGroup(child);
    };
    const onAbort = (): void => {
      cutShort({ kind: 'failed', detail: 'the run was stopped' });
    };
    const timer = setTimeout(() => {
      cutShort({
        kind: 'failed',
        detail: `the command did not end within ${String(timeoutMs)} ms`,
      });
    }, timeoutMs);
    signal.addEventListener('abort', onAbort, { once: true });
    child.stdout?.on('data', (part: Buffer) => {
      size += part.byteLength;
      parts.push(part);
      if (size > stateBytesMax) {
        cutShort(readState(new Uint8Array(), true));
      }
    });
    child.stderr?.on('data', (part: Buffer) => {
      complaint = (complaint + part.toString('utf8')).slice(0, complaintLengthMax);
    });
    child.on('error', (error) => {
      finish({ kind: 'failed', detail: `the command did not start: ${error.message}` });
    });
    child.on('close', (code, killedBy) => {
      finish(
        code === 0
          ? readState(Buffer.concat(parts), false)
          : {
              kind: 'failed',
              detail: `the command ended with ${code === null ? String(killedBy) : String(code)}: ${complaint.trim()}`,
            },
      );
    });
  });
}

/** Ends the shell and all that it started; pipes are closed, so that a child that survives cannot keep us waiting. */
function killGroup(child: ChildProcess): void {
  child.stdout?.destroy();
  child.stderr?.destroy();
  if (child.pid === undefined || process.platform === 'win32') {
    child.kill('SIGKILL');
    return;
  }
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch (error) {
    // ESRCH: the group has ended in the meantime.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) {
      throw error;
    }
  }
}
