import { describe, expect, it } from 'vitest';
import { targetFlags } from './target-flags.ts';

describe('targetFlags', () => {
  it('names the target in the order of the help, and nothing that chooses checks', () => {
    const flags = targetFlags(
      {
        bucket: './bucket',
        endpoint: 'http://127.0.0.1:8080/callback',
        appId: '1400000000',
        secretEnv: 'KEY',
        observe: 'http://127.0.0.1:8080/state?room={roomId}',
        recovers: true,
        settle: 9000,
        only: 'gme/state',
        profile: ['state'],
        seed: 4,
      },
      'ci/soundcheck.config.ts',
    );
    expect(flags).toBe(
      ' --config ci/soundcheck.config.ts --app-id 1400000000 --endpoint http://127.0.0.1:8080/callback' +
        " --secret-env KEY --observe 'http://127.0.0.1:8080/state?room={roomId}' --bucket ./bucket" +
        ' --recovers --settle 9000',
    );
  });

  it('is empty for the embedded target', () => {
    expect(targetFlags({ recovers: false }, null)).toBe('');
  });

  it.each([
    ['http://user:canary@host/state?room={roomId}'],
    ['http://host/state?room={roomId}&token=canary'],
    ['http://host/state?room=canary-{roomId}'],
    ['not a URL with canary'],
  ])('leaves what may be confidential to the variable: %s', (observe) => {
    expect(targetFlags({ observe }, null)).toBe(' --observe "$SOUNDCHECK_OBSERVE"');
  });

  it('quotes for a shell', () => {
    expect(targetFlags({ observeCommand: `echo '{"a": 1}'` }, null)).toBe(
      ` --observe-command 'echo '\\''{"a": 1}'\\'''`,
    );
  });
});
