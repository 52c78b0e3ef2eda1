import fc from 'fast-check';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Observed } from '../observation.ts';
import { createCommandObserver } from './command-observer.ts';
import { hostileIds, subjectOf } from './observers.test-kit.ts';
import { withVariables } from './shell-variables.ts';

const never = new AbortController().signal;

function observe(
  command: string,
  subject = subjectOf(),
  { timeoutMs = 8000, signal = never } = {},
): Promise<Observed> {
  return createCommandObserver(command, { timeoutMs }).observe(subject, signal);
}

/** A folder of the test's own. */
function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'observer-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  return folder;
}

/** The words that a command really gets where it says so much. */
async function wordsOf(words: string, roomId: string): Promise<readonly string[]> {
  const file = join(makeFolder(), 'words');
  await observe(`printf '%s\\0' ${words} > '${file}'; echo 1`, subjectOf({ roomId }));
  return readFileSync(file, 'utf8').split('\0').slice(0, -1);
}

describe('identifiers', () => {
  test.each(hostileIds)(
    '%j reaches the command as it is, whatever quotes it stands in',
    async (id) => {
      expect(
        await wordsOf(`{roomId} "in {roomId}" 'as {roomId} is' "a'{roomId}" \\"{roomId}`, id),
      ).toEqual([id, `in ${id}`, `as ${id} is`, `a'${id}`, `"${id}`]);
    },
  );

  test('never run, not even in quotes too deep to follow', async () => {
    const folder = makeFolder();
    const deep = `cd '${folder}' && : "$(echo "x {roomId} $(echo '{roomId}' "{roomId}")")" \`echo "{roomId}"\` && echo 1`;
    for (const roomId of hostileIds.filter((id) => id.includes('touch'))) {
      expect((await observe(deep, subjectOf({ roomId }))).kind).toBe('value');
    }

    expect(readdirSync(folder)).toEqual([]);
  });

  test('stand in the environment, too', async () => {
    const command =
      'printf \'["%s","%s","%s","%s"]\' "$SOUNDCHECK_APP_ID" "$SOUNDCHECK_ROOM_ID" "$SOUNDCHECK_TASK_ID" "$SOUNDCHECK_USER_ID"';

    expect(await observe(command)).toEqual({
      kind: 'value',
      value: ['1400000000', 'room', '446946705284175911', '912'],
    });
  });

  test('that no environment can hold make the observation fail', async () => {
    expect(await observe('echo {roomId}', subjectOf({ roomId: 'a\0b' }))).toMatchObject({
      kind: 'failed',
      detail: expect.stringContaining('did not start') as string,
    });
  });

  test('are one question where the command does not ask for what differs', () => {
    const observer = createCommandObserver('show {roomId}', { timeoutMs: 1 });
    const byEnvironment = createCommandObserver('show $SOUNDCHECK_TASK_ID', { timeoutMs: 1 });
    const other = subjectOf({ taskId: '7' });

    expect(observer.address(other)).toBe(observer.address(subjectOf()));
    expect(byEnvironment.address(other)).not.toBe(byEnvironment.address(subjectOf()));
  });
});

describe('withVariables', () => {
  test('leaves a command without placeholders as it is', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', ' ', '"', "'", '\\', '{', '}', '$', '\n') }),
        (command) => {
          expect(withVariables(command)).toBe(command);
        },
      ),
    );
  });

  test.each([
    ['{roomId}', '"${SOUNDCHECK_ROOM_ID}"'],
    ['"{taskId}"', '"${SOUNDCHECK_TASK_ID}"'],
    ["'{userId}'", `''"\${SOUNDCHECK_USER_ID}"''`],
    ["'a\\'{appId}", `'a\\'"\${SOUNDCHECK_APP_ID}"`],
    ['\\"{roomId}', '\\""${SOUNDCHECK_ROOM_ID}"'],
    ['"\\"{roomId}"', '"\\"${SOUNDCHECK_ROOM_ID}"'],
    ['{other} {roomid}', '{other} {roomid}'],
  ])('%s becomes %s', (command, expected) => {
    expect(withVariables(command)).toBe(expected);
  });
});

describe('what a command says', () => {
  test.each([
    ['echo {roomId} | wc -c', { kind: 'value' }],
    [': {roomId}', { kind: 'absent' }],
    ['echo "  "; : {roomId}', { kind: 'absent' }],
    [
      'echo "<html>"; : {roomId}',
      { kind: 'failed', detail: expect.stringContaining('HTML') as string },
    ],
    [
      'echo oh no >&2; exit 3; : {roomId}',
      { kind: 'failed', detail: 'the command ended with 3: oh no' },
    ],
    [
      'kill -9 $$; : {roomId}',
      { kind: 'failed', detail: expect.stringContaining('SIGKILL') as string },
    ],
    [
      'no-such-program-here {roomId}',
      { kind: 'failed', detail: expect.stringContaining('127') as string },
    ],
    ["printf '\\377'; : {roomId}", { kind: 'failed', detail: 'the state is not UTF-8' }],
  ])('%s', async (command, expected) => {
    expect(await observe(command)).toMatchObject(expected);
  });

  test('on its error channel is shown up to a bound', async () => {
    const observed = await observe(`: {roomId}; head -c 100000 /dev/zero | tr '\\0' x >&2; exit 1`);

    expect(observed.kind === 'failed' && observed.detail.length).toBeLessThan(500);
  });

  test('without end is cut off, and the command with it', async () => {
    expect(await observe('yes {roomId}')).toEqual({
      kind: 'failed',
      detail: 'the state is larger than 8 MiB',
    });
  });
});

describe('a command that does not end', () => {
  test('is ended with all that it has started', async () => {
    const folder = makeFolder();
    const command = `cd '${folder}'; (sleep 0.6; echo late > late) & sleep 60; : {roomId}`;

    expect(await observe(command, subjectOf(), { timeoutMs: 100 })).toEqual({
      kind: 'failed',
      detail: 'the command did not end within 100 ms',
    });
    await new Promise((resolve) => setTimeout(resolve, 900));
    expect(readdirSync(folder)).toEqual([]);
  });

  test('is ended when the run is stopped', async () => {
    const stop = new AbortController();
    const observed = observe('sleep 60; : {roomId}', subjectOf(), { signal: stop.signal });
    stop.abort();

    expect(await observed).toEqual({ kind: 'failed', detail: 'the run was stopped' });
    expect(await observe('echo 1; : {roomId}', subjectOf(), { signal: stop.signal })).toEqual({
      kind: 'failed',
      detail: 'the run was stopped',
    });
  });
});

test.each(['cat state.json', 'echo {appId}', 'echo $SOUNDCHECK_APP_ID'])(
  '%s tells no room from another and is refused',
  (command) => {
    expect(() => createCommandObserver(command, { timeoutMs: 1 })).toThrow(
      expect.objectContaining({ kind: 'CONFIGURATION' }),
    );
  },
);
