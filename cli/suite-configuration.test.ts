import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { suiteConfiguration } from './suite-configuration.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'soundcheck-suite-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('a suite of this repository', () => {
  it('takes the target that is configured for its service', async () => {
    await writeFile(
      join(folder, 'soundcheck.config.json'),
      '{ "endpoint": "http://x/", "runs": 3 }',
    );
    const configuration = await suiteConfiguration('gme', folder, { SOUNDCHECK_RUNS: '4' });
    expect(configuration).toEqual({ endpoint: 'http://x/', runs: 4 });
  });

  it('takes the embedded target where another service is configured', async () => {
    await writeFile(join(folder, 'soundcheck.config.json'), '{ "endpoint": "http://x/" }');
    expect(await suiteConfiguration('trtc', folder, {})).toEqual({ service: 'trtc' });
  });

  it('refuses a wrong configuration all the same', async () => {
    await writeFile(join(folder, 'soundcheck.config.json'), '{ "endpiont": "http://x/" }');
    await expect(suiteConfiguration('trtc', folder, {})).rejects.toThrow('endpiont');
  });
});
