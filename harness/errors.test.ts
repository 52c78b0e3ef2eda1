import { expect, test } from 'vitest';
import { SoundcheckError, type ErrorKind } from './errors.ts';

test.each<[ErrorKind, number]>([
  ['CONFIGURATION', 4],
  ['PREFLIGHT', 4],
  ['OBSERVATION', 4],
  ['BUCKET', 4],
  ['USAGE', 64],
  ['HARNESS', 2],
])('%s ends the process with %d', (kind, exitCode) => {
  const cause = new Error('cause');
  const error = new SoundcheckError(kind, 'what happened', 'what to do', { cause });

  expect(error).toBeInstanceOf(Error);
  expect({
    kind: error.kind,
    hint: error.hint,
    exitCode: error.exitCode,
    text: String(error),
    cause: error.cause,
  }).toEqual({
    kind,
    hint: 'what to do',
    exitCode,
    text: 'SoundcheckError: what happened',
    cause,
  });
});
