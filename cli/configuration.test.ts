import { describe, expect, it } from 'vitest';
import type { SoundcheckError } from '#harness/errors.ts';
import { checkConfiguration, mergeConfiguration } from './configuration.ts';
import { nearest } from './nearest.ts';
import { defineConfig, type Configuration } from './options.ts';

/** The error that an action ends with. */
function errorOf(action: () => unknown): SoundcheckError {
  try {
    action();
  } catch (error) {
    return error as SoundcheckError;
  }
  throw new Error('nothing was thrown');
}

/** A file that no compiler has seen. */
function fileOf(content: unknown): Configuration {
  return content as Configuration;
}

describe('sources', () => {
  const file = defineConfig({ appId: 'file', seed: 1, runs: 1, dialect: ['gme-sig-hex'] });

  it('are merged: flags win over variables, variables over the file', () => {
    const environment = { SOUNDCHECK_APP_ID: 'variable', SOUNDCHECK_SEED: '2' };
    expect(mergeConfiguration({ seed: '3' }, environment, file)).toEqual({
      appId: 'variable',
      seed: 3,
      runs: 1,
      dialect: ['gme-sig-hex'],
    });
  });

  it('give nothing where nothing is given', () => {
    expect(mergeConfiguration({}, {}, {})).toEqual({});
  });

  it('take an empty variable for none', () => {
    expect(mergeConfiguration({}, { SOUNDCHECK_SEED: '' }, file).seed).toBe(1);
  });

  it('read lists, repeated and separated by commas', () => {
    const { profile, dialect } = mergeConfiguration(
      { dialect: ['a', 'b, c'] },
      { SOUNDCHECK_PROFILE: 'wire,state,' },
      {},
    );
    expect(profile).toEqual(['wire', 'state']);
    expect(dialect).toEqual(['a', 'b', 'c']);
  });

  it.each([
    ['true', true],
    ['1', true],
    ['false', false],
    ['0', false],
  ])('read the switch %s of a variable', (text, recovers) => {
    expect(mergeConfiguration({}, { SOUNDCHECK_RECOVERS: text }, {}).recovers).toBe(recovers);
  });

  it('keep the variable of the secret, of the file and of an observation command out of it', () => {
    const environment = {
      SOUNDCHECK_KEY: 'secret',
      SOUNDCHECK_CONFIG: 'soundcheck.config.ts',
      SOUNDCHECK_ROOM_ID: 'r',
      SOUNDCHECK_TASK_ID: '1',
      SOUNDCHECK_USER_ID: 'u',
      OTHER: 'x',
    };
    expect(mergeConfiguration({ secretEnv: 'SOUNDCHECK_KEY' }, environment, {})).toEqual({
      secretEnv: 'SOUNDCHECK_KEY',
    });
  });
});

describe('errors of flags and variables', () => {
  it.each([
    ['seed', 'x'],
    ['seed', ''],
    ['seed', '1.5'],
    ['seed', '-1'],
    ['seed', '2147483648'],
    ['runs', '10001'],
    ['timeout', '49'],
    ['concurrency', '0'],
    ['maxTime', 'Infinity'],
    ['scope', 'stereo'],
    ['service', 'agora'],
    ['failOn', 'may'],
  ])('--%s %j is a usage error that names the flag', (key, text) => {
    const error = errorOf(() => mergeConfiguration({ [key]: text }, {}, {}));
    expect(error).toMatchObject({ kind: 'USAGE', exitCode: 64 });
    expect(error.message).toContain(
      key === 'maxTime' ? '--max-time' : key === 'failOn' ? '--fail-on' : `--${key}`,
    );
    expect(error.message).toContain(JSON.stringify(text));
  });

  it.each([
    ['SOUNDCHECK_SEED', 'x'],
    ['SOUNDCHECK_RECOVERS', 'yes'],
    ['SOUNDCHECK_SCOPE', 'stereo'],
  ])('%s=%s is a configuration error that names the variable', (name, text) => {
    const error = errorOf(() => mergeConfiguration({}, { [name]: text }, {}));
    expect(error).toMatchObject({ kind: 'CONFIGURATION', exitCode: 4 });
    expect(error.message).toContain(name);
  });

  it('an unknown variable of ours is an error with the nearest known one', () => {
    const error = errorOf(() => mergeConfiguration({}, { SOUNDCHECK_APPID: '1' }, {}));
    expect(error.message).toContain('SOUNDCHECK_APPID');
    expect(error.hint).toContain('SOUNDCHECK_APP_ID');
  });
});

describe('errors of the file', () => {
  it.each([
    [{ endpont: 'http://x' }, 'endpont', 'endpoint'],
    [{ seed: '1' }, 'seed', 'number'],
    [{ seed: 0.5 }, 'seed', 'number'],
    [{ endpoint: 1 }, 'endpoint', 'text'],
    [{ recovers: 'yes' }, 'recovers', 'switch'],
    [{ dialect: 'gme-sig-hex' }, 'dialect', 'list'],
    [{ profile: ['wire', 2] }, 'profile', 'list'],
    [{ profile: ['wired'] }, 'wired', 'wire, state, archive, recovery'],
    [{ scope: () => 'both' }, 'a function', 'single, mixed, both'],
    [{ scope: null }, 'null', 'single, mixed, both'],
    [{ secretKey: 5 }, 'secretKey', ''],
    [{ observeWith: 'x' }, 'observeWith', ''],
    [{ observeHeaders: { authorization: 1 } }, 'observeHeaders', ''],
    [{ recordings: '$' }, 'recordings', ''],
    [{ recordings: { recordings: '$.a[*]' } }, 'recordings.file', ''],
    [{ recordings: { recordings: '$.a[*', file: 'b' } }, 'recordings.recordings', ''],
    [{ recordings: { recordings: '$.a', file: 'b', tasks: 'c' } }, 'tasks', 'task'],
    [{ recordings: { recordings: '$.a', file: 'b', phases: { 1: 2 } } }, 'recordings.phases', ''],
    [{ observe: 'http://x/{roomId}', observeCommand: 'x' }, 'observeCommand', 'one of them'],
  ])('%j', (content, named, advice) => {
    const error = errorOf(() => checkConfiguration(fileOf(content)));
    expect(error).toMatchObject({ kind: 'CONFIGURATION', exitCode: 4 });
    expect(error.message).toContain(named);
    expect(error.hint).toContain(advice);
  });

  it('never tells the key', () => {
    const error = errorOf(() => checkConfiguration(fileOf({ secretKey: ['canary'] })));
    expect(`${error.message} ${error.hint}`).not.toContain('canary');
  });

  it('a whole configuration passes', () => {
    const configuration = defineConfig({
      endpoint: 'http://127.0.0.1/',
      secretKey: 'k',
      observeWith: () => Promise.resolve(null),
      observeHeaders: { authorization: 'x' },
      recordings: { recordings: '$.a[*]', file: 'b', task: 'c', phase: 'd', phases: { 1: 'on' } },
      maxTime: 0,
    });
    expect(checkConfiguration(configuration)).toBe(configuration);
  });
});

describe('nearest', () => {
  it.each([
    ['endpont', 'endpoint'],
    ['', 'seed'],
    ['sede', 'seed'],
  ])('%j → %s', (word, known) => {
    expect(nearest(word, ['endpoint', 'seed', 'observe'])).toBe(known);
  });
});
