import { createHash } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decodeCallback, resolveReading, verifySignature } from '#contracts/gme/index.ts';
import { certify } from './certify.ts';
import { simulate, type SimulateOptions } from './simulate.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'soundcheck-simulate-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const secret = 'simulated-key';

function options(over: Partial<SimulateOptions> = {}): SimulateOptions {
  return { out: join(folder, 'world'), seed: '3', appId: '1400000000', scope: 'both', ...over };
}

/** Every file below a folder with the digest of its bytes. */
async function digestsOf(path: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const digests = await Promise.all(
    files.map(async ({ parentPath, name }) => {
      const file = join(parentPath, name);
      const digest = createHash('sha256').update(await readFile(file));
      return [file.slice(path.length), digest.digest('hex')] as const;
    }),
  );
  return Object.fromEntries(digests);
}

interface Line {
  readonly occurredAt: string;
  readonly file: string;
  readonly body: string;
  readonly signature?: string;
}

async function linesOf(path: string): Promise<readonly Line[]> {
  const text = await readFile(join(path, 'callbacks.ndjson'), 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
}

describe('simulate', () => {
  it('writes the same bytes for the same seed and others for another', async () => {
    const worlds = [];
    for (const [out, seed] of [
      ['a', '3'],
      ['b', '3'],
      ['c', '4'],
    ] as const) {
      await simulate(options({ out: join(folder, out), seed }), {});
      worlds.push(await digestsOf(join(folder, out)));
    }
    expect(worlds[1]).toEqual(worlds[0]);
    expect(worlds[2]).not.toEqual(worlds[0]);
    expect(Object.keys(worlds[0] ?? {}).length).toBeGreaterThan(2);
  });

  it('writes what it has always written for a seed', async () => {
    await simulate(options({ seed: '7', scope: 'mixed', secretEnv: 'KEY' }), { KEY: secret });
    const digest = createHash('sha256');
    const digests = await digestsOf(join(folder, 'world'));
    digest.update(JSON.stringify(Object.entries(digests).toSorted()));
    // A seed in somebody's notes stands for a world: a change here is a breaking change.
    expect(digest.digest('hex')).toBe(
      '53794b0ba312730a284b0459081f0f09e799ab2a2a295f8f4ed03e8f0412f292',
    );
  });

  it('writes callbacks that decode, in the order in which they occurred, and verify', async () => {
    const said = await simulate(options({ secretEnv: 'KEY' }), { KEY: secret });
    const lines = await linesOf(join(folder, 'world'));
    expect(said).toContain(`${String(lines.length)} callbacks`);
    for (const { body, signature = '', file } of lines) {
      const decoded = decodeCallback(Buffer.from(body));
      expect(decoded.ok && decoded.callback.detail.fileName).toBe(file);
      expect(verifySignature(Buffer.from(body), secret, signature)).toBe(true);
    }
    const times = lines.map(({ occurredAt }) => occurredAt);
    expect(times).toEqual(times.toSorted());
    expect(
      JSON.stringify(await readFile(join(folder, 'world', 'session.json'), 'utf8')),
    ).not.toContain(secret);
  });

  it('signs in the named reading', async () => {
    const dialect = ['gme-sig-hex,gme-sig-post-prefix'];
    await simulate(options({ secretEnv: 'KEY', dialect }), { KEY: secret });
    const [first] = await linesOf(join(folder, 'world'));
    const reading = resolveReading(['gme-sig-hex', 'gme-sig-post-prefix']);
    const { body = '', signature = '' } = first ?? {};
    expect(verifySignature(Buffer.from(body), secret, signature, reading)).toBe(true);
  });

  it('leaves signatures out where no key is named', async () => {
    await simulate(options(), {});
    const lines = await linesOf(join(folder, 'world'));
    expect(lines.filter((line) => 'signature' in line)).toEqual([]);
  });

  it('writes a bucket that conforms', async () => {
    await simulate(options(), {});
    const result = await certify({
      appId: '1400000000',
      bucket: join(folder, 'world', 'bucket'),
      scope: 'both',
    });
    expect(result.summary).toContain('conforms');
    expect(result.certificates).toEqual(['archive']);
  });

  it.each([
    ['a seed that is no number', { seed: 'x' }, 'USAGE', '--seed'],
    ['an empty seed', { seed: '' }, 'USAGE', '--seed'],
    ['a seed out of bounds', { seed: '2147483648' }, 'USAGE', '--seed'],
    ['a wrong application', { appId: '0' }, 'USAGE', '--app-id'],
    ['an unknown dialect', { dialect: ['gme-sig-hexx'] }, 'USAGE', 'gme-sig-hex'],
    ['an unset key', { secretEnv: 'KEY' }, 'CONFIGURATION', 'KEY'],
  ])('refuses %s', async (_, over, kind, said) => {
    await expect(simulate(options(over), {})).rejects.toMatchObject({
      kind,
      message: expect.stringContaining(said) as string,
    });
  });

  it('overwrites nothing', async () => {
    await writeFile(join(folder, 'mine.txt'), 'mine');
    const refusal = {
      kind: 'CONFIGURATION',
      message: expect.stringContaining('not empty') as string,
    };
    await expect(simulate(options({ out: folder }), {})).rejects.toMatchObject(refusal);
    expect(await readdir(folder)).toEqual(['mine.txt']);
    await expect(simulate(options({ out: join(folder, 'mine.txt') }), {})).rejects.toMatchObject({
      kind: 'CONFIGURATION',
    });
  });
});
