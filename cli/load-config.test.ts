import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadConfigFile } from './load-config.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'soundcheck-config-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function write(name: string, text: string): Promise<void> {
  await writeFile(join(folder, name), text);
}

const typescript = `
  enum Kind { A = 'a' }
  interface Configuration { readonly seed: number }
  const configuration: Configuration = { seed: 7 } satisfies Configuration;
  export default configuration;
  export const kind = Kind.A;
`;

describe('loadConfigFile', () => {
  it.each([
    ['soundcheck.config.ts', typescript],
    ['soundcheck.config.mts', typescript],
    ['soundcheck.config.js', 'module.exports = { seed: 7 };'],
    ['soundcheck.config.mjs', 'export default { seed: 7 };'],
    ['soundcheck.config.json', '{ "seed": 7 }'],
  ])('finds %s', async (name, text) => {
    await write(name, text);
    expect(await loadConfigFile(folder, undefined)).toMatchObject({ seed: 7 });
  });

  it('takes the file that is named, in whatever folder', async () => {
    await mkdir(join(folder, 'deep'));
    await write('deep/other.mjs', 'export default { seed: 8 };');
    await write('soundcheck.config.json', '{ "seed": 7 }');
    expect(await loadConfigFile(folder, 'deep/other.mjs')).toEqual({ seed: 8 });
  });

  it.each([undefined, ''])(
    'gives nothing where there is no file and %j is named',
    async (named) => {
      expect(await loadConfigFile(folder, named)).toEqual({});
    },
  );

  it.each([
    ['throws', 'soundcheck.config.mjs', 'throw new Error("no database");', 'no database'],
    ['throws no error', 'soundcheck.config.mjs', 'throw "bare";', 'bare'],
    ['does not parse', 'soundcheck.config.ts', 'export default {', 'cannot be loaded'],
    ['is no JSON', 'soundcheck.config.json', '{', 'cannot be loaded'],
    ['imports what is not there', 'soundcheck.config.mjs', 'import "./none.js";', 'none.js'],
    ['exports nothing', 'soundcheck.config.mjs', 'export const a = 1;', 'exports no object'],
    ['exports a list', 'soundcheck.config.mjs', 'export default [];', 'exports no object'],
    ['exports a text', 'soundcheck.config.mjs', 'export default "x";', 'exports no object'],
    ['exports null', 'soundcheck.config.json', 'null', 'exports no object'],
  ])('says what is wrong with a file that %s', async (_, name, text, said) => {
    await write(name, text);
    await expect(loadConfigFile(folder, undefined)).rejects.toMatchObject({
      kind: 'CONFIGURATION',
      message: expect.stringContaining(said) as string,
    });
  });

  it('says that a named file is missing', async () => {
    await expect(loadConfigFile(folder, 'none.ts')).rejects.toMatchObject({
      kind: 'CONFIGURATION',
      message: expect.stringContaining('none.ts') as string,
    });
  });
});
