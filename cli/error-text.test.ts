import { describe, expect, it } from 'vitest';
import { SoundcheckError } from '#harness/errors.ts';
import { errorText } from './error-text.ts';

describe('errorText', () => {
  it('says what happened and what to do', () => {
    const error = new SoundcheckError('PREFLIGHT', 'Nothing listens at a\u001b[2J.', 'Start it.');
    expect(errorText(error)).toBe(
      `soundcheck: ${String.raw`Nothing listens at a\u{1b}[2J.`}\n  → Start it.`,
    );
  });

  it.each([new TypeError('x is not a function'), 'just text', undefined])(
    'owns up to a fault of ours without a stack trace: %s',
    (error) => {
      const text = errorText(error);
      expect(text).toMatch(/^soundcheck: internal error: .+\n {2}→ This is a fault of Soundcheck/);
      expect(text.split('\n')).toHaveLength(2);
    },
  );
});
