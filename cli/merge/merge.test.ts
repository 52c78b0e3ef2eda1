import { generateKeyPairSync } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { defects, startReceiver, type StartableReceiver } from '#fixtures/receivers/gme/index.ts';
import type { RunResult } from '#harness/result.ts';
import {
  filesBelow,
  openWorld,
  subjectNamed,
  type Ended,
  type World,
} from '../command-line.test-kit.ts';

let world: World;
beforeEach(async (context) => {
  world = await openWorld(context);
});

const reference: StartableReceiver = { name: 'reference', start: startReceiver };
const wire = ['--profile', 'wire'];

/** Certifies in shards, one after the other, each into its own directory. */
async function certifyShards(
  flags: readonly string[],
  of: number,
  more: readonly string[] = [],
): Promise<readonly string[]> {
  const directories: string[] = [];
  for (let index = 1; index <= of; index += 1) {
    const directory = `shard-${String(index)}`;
    const shard = ['--shard', `${String(index)}/${String(of)}`, '--report-dir', directory];
    await world.soundcheck(['certify', ...flags, ...shard, ...more]);
    directories.push(directory);
  }
  return directories;
}

function verdictsOf({ checks }: RunResult): readonly (readonly [string, string])[] {
  return checks.map(({ id, verdict }) => [id, verdict]);
}

async function merge(...argv: readonly string[]): Promise<Ended> {
  return world.soundcheck(['merge', ...argv], {});
}

describe('shards of the command line', { timeout: 120_000 }, () => {
  it('come to what one run comes to, with a certificate that holds', async () => {
    const flags = [...(await world.flagsFor(reference)), ...wire, '--run-id', '77'];
    const { privateKey } = generateKeyPairSync('ed25519');
    await writeFile(
      join(world.folder, 'key.pem'),
      privateKey.export({ type: 'pkcs8', format: 'pem' }),
    );
    const whole = await world.soundcheck(['certify', ...flags, '--report-dir', 'whole']);
    expect(whole.code, whole.err).toBe(0);
    const directories = await certifyShards(flags, 2);
    for (const directory of directories) {
      const names = [...(await filesBelow(join(world.folder, directory))).keys()];
      expect(names.filter((name) => name.startsWith('certificate'))).toEqual([]);
      const { exitCode, certificates, filtered } = await world.readReport(directory);
      expect([exitCode, certificates, filtered]).toEqual([0, [], expect.stringMatching(/shard/u)]);
    }

    const merged = await merge(...directories, '--report-dir', 'merged', '--sign-key', 'key.pem');
    expect(merged, merged.err).toMatchObject({ code: 0 });
    const [one, other] = [await world.readReport('whole'), await world.readReport('merged')];
    expect(verdictsOf(other)).toEqual(verdictsOf(one));
    expect({ ...other, ...volatile }).toEqual({ ...one, ...volatile });
    const names = async (directory: string): Promise<readonly string[]> =>
      [...(await filesBelow(join(world.folder, directory))).keys()].toSorted();
    expect((await names('merged')).filter((name) => !name.includes('dsse'))).toEqual(
      await names('whole'),
    );
    const verified = await world.soundcheck(
      ['verify-certificate', 'merged/certificate.json', '--report', 'merged/report.json'],
      {},
    );
    expect(verified, verified.out).toMatchObject({ code: 0 });
    await world.expectClean(merged);

    const chinese = await merge(...directories, '--report-dir', 'chinese', '--lang', 'zh');
    expect(chinese, chinese.err).toMatchObject({ code: 0 });
    expect(chinese.out).toContain('符合');
    const read = async (name: string): Promise<string> =>
      readFile(join(world.folder, 'chinese', name), 'utf8');
    expect(await read('report.html')).toContain('<html lang="zh-CN">');
    expect(await read('certificate.html')).toContain('符合性证书');
    expect(verdictsOf(await world.readReport('chinese'))).toEqual(verdictsOf(one));
    expect((await world.readReport('chinese')).summary).toBe(one.summary);
  });

  it('fail together where one of them fails, and an earlier certificate goes', async () => {
    const flags = await world.flagsFor(subjectNamed(defects, 'duplicates-refused-409'));
    const only = ['--only', 'gme/delivery/accepts-'];
    const directories = await certifyShards([...flags, ...only], 2);
    await mkdir(join(world.folder, 'merged'));
    await writeFile(join(world.folder, 'merged/certificate.json'), '{}');
    const merged = await merge(...directories, '--report-dir', 'merged');
    expect(merged, merged.err).toMatchObject({ code: 1 });
    expect(merged.out).toContain('gme/delivery/accepts-duplicates');
    const report = await world.readReport('merged');
    expect(report).toMatchObject({ verdict: 'not-met', filtered: '--only gme/delivery/accepts-' });
    const names = [...(await filesBelow(join(world.folder, 'merged'))).keys()];
    expect(names.filter((name) => name.startsWith('certificate'))).toEqual([]);
  });

  it('are refused as long as one is missing, and no report of an earlier run stays', async () => {
    const flags = [...(await world.flagsFor(reference)), '--only', 'gme/delivery/accepts-'];
    const [first = '', second = ''] = await certifyShards(flags, 2);
    await merge(first, second, '--report-dir', 'merged');
    expect((await world.readReport('merged')).exitCode).toBe(0);
    const refused = await merge(first, '--report-dir', 'merged');
    expect(refused).toMatchObject({ code: 4, out: '' });
    expect(refused.err).toMatch(/^soundcheck: of 2 shards one is missing: 2\/2\n {2}→ .+\n$/u);
    await expect(world.readReport('merged')).rejects.toThrow('ENOENT');

    const into = await merge(first, second, '--report-dir', `./${second}`);
    expect(into).toMatchObject({ code: 4 });
    expect((await world.readReport(second)).shard?.index).toBe(2);

    const mixed = await certifyShards([...flags, '--seed', '2'], 1);
    expect((await merge(...mixed, second)).err).toContain('differ in');

    await rm(join(world.folder, second, 'report.json'));
    expect(await merge(first, second)).toMatchObject({
      code: 4,
      err: expect.stringContaining('report.json cannot be read') as string,
    });
  });

  it.each([
    ['no JSON', 'report'],
    ['no report', '{"schema":"soundcheck-report/1"}'],
    ['another schema', '{"schema":"soundcheck-report/9"}'],
  ])('refuse %s', async (_, text) => {
    await mkdir(join(world.folder, 'a'));
    await writeFile(join(world.folder, 'a/report.json'), text);
    const refused = await merge('a');
    expect(refused.code).toBe(4);
    expect(refused.err).toMatch(/a\/report\.json (?:cannot be read|is no report)/u);
  });

  it('a part that is none is a matter of configuration, before anything is sent', async () => {
    const flags = await world.flagsFor(reference);
    const ended = await world.soundcheck(['certify', ...flags, '--shard', '3/2']);
    expect(ended).toMatchObject({ code: 4 });
    expect(ended.err).toContain('--shard is no part of a whole: "3/2"');
  });
});

describe('a run that ends before its first check', { timeout: 60_000 }, () => {
  it.each([
    ['a wrong option', ['--seed', 'one']],
    ['no key', ['--secret-env', 'NO_KEY']],
    ['no application', ['--app-id', 'name']],
    ['a waivers file that is missing', ['--waivers', 'none.json']],
  ])('with %s leaves no report of an earlier run', async (_, wrong) => {
    const directory = join(world.folder, 'soundcheck-report');
    await mkdir(directory);
    for (const name of ['report.json', 'junit.xml', 'certificate.json', 'notes.txt']) {
      await writeFile(join(directory, name), '{"exitCode":0}');
    }
    const ended = await world.soundcheck([
      'certify',
      ...(await world.flagsFor(reference)),
      ...wrong,
    ]);
    expect(ended.code).not.toBe(0);
    const left = await filesBelow(directory);
    expect(left.get('notes.txt')).toBe('{"exitCode":0}');
    expect([...left.values()].filter((text) => text === '{"exitCode":0}')).toHaveLength(1);
    await expect(readFile(join(directory, 'certificate.json'))).rejects.toThrow('ENOENT');
  });
});

/** What no two runs have in common. */
const volatile = { startedAt: '', durationMs: 0, requests: 0, checks: [] };
