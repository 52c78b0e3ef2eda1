import { afterEach, describe, expect, it, vi } from 'vitest';
import { main } from './main.ts';
import { flagOf, optionSpecs, variableOf } from './options.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

/** What a command line prints, and its exit code. */
async function run(...argv: readonly string[]): Promise<{ code: number; out: string }> {
  let out = '';
  const collect = (text: string | Uint8Array): boolean => {
    out += String(text);
    return true;
  };
  vi.spyOn(process.stdout, 'write').mockImplementation(collect);
  vi.spyOn(process.stderr, 'write').mockImplementation(collect);
  return { code: await main(argv, {}), out };
}

describe('names', () => {
  it.each([
    ['observeCommand', '--observe-command', 'SOUNDCHECK_OBSERVE_COMMAND'],
    ['seed', '--seed', 'SOUNDCHECK_SEED'],
    ['appId', '--app-id', 'SOUNDCHECK_APP_ID'],
  ])('%s is %s and %s', (key, flag, variable) => {
    expect(flagOf(key)).toBe(flag);
    expect(variableOf(key)).toBe(variable);
  });

  it('are unique', () => {
    expect(new Set(optionSpecs.map(({ key }) => key)).size).toBe(optionSpecs.length);
  });
});

describe.each(['certify', 'doctor', 'replay'])('the command %s', (command) => {
  it('has a flag for every option, with its help, and no other', async () => {
    const { code, out } = await run(command, '--help');
    expect(code).toBe(0);
    const printed = [...out.matchAll(/^ {2}(--[a-z-]+)/gmu)].map(([, flag = '']) => flag);
    const expected = optionSpecs.map(({ key }) => flagOf(key));
    const own = command === 'doctor' ? ['--config', '--json'] : ['--config'];
    expect(printed.toSorted()).toEqual([...expected, ...own].toSorted());
    const words = out.replaceAll(/\s+/gu, ' ');
    for (const { help } of optionSpecs) {
      expect(words).toContain(help);
    }
  });
});

describe('usage', () => {
  it.each([
    ['a typo in a flag', ['certify', '--endpont', 'x'], '--endpoint'],
    ['a typo in a command', ['certfy'], 'certify'],
    ['a flag without its value', ['certify', '--seed'], 'argument missing'],
    ['too many arguments', ['certify', 'now'], 'too many arguments'],
    ['a replay without a token', ['replay'], 'token'],
    ['a token that is none', ['replay', 'sc1.x'], 'not a replay token'],
    ['an unknown beginning of a check', ['checks', 'gme/nothing'], 'no check begins with'],
    ['no command at all', [], 'Usage'],
    ['no file to inspect', ['inspect'], 'file'],
    ['a number out of bounds', ['certify', '--runs', '-1'], '--runs'],
    ['an unknown profile', ['certify', '--seed', 'one'], '--seed'],
  ])('%s exits 64 and says so', async (_, argv, said) => {
    const { code, out } = await run(...argv);
    expect(code).toBe(64);
    expect(out).toContain(said);
    expect(out).not.toMatch(/^\s+at /mu);
  });

  it.each([['--help'], ['--version'], ['help', 'certify']])('%s %s exits 0', async (...argv) => {
    expect((await run(...argv)).code).toBe(0);
  });
});
