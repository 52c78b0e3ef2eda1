import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defects, startReceiver, type StartableReceiver } from '#fixtures/receivers/gme/index.ts';
import { encodeReplayToken } from '#harness/run/replay-token.ts';
import { subjectNamed } from '../command-line.test-kit.ts';
import { contextOf } from '../context.ts';
import { services } from '../registry.ts';
import { caseOf } from './case.ts';
import { exportCase, filesOf } from './export.ts';

const root = join(import.meta.dirname, '../..');
const key = 'export-test-key "$x" 0123456789';
const hasTools = ['curl', 'openssl', 'bash'].every((tool) => {
  try {
    execFileSync('sh', ['-c', `command -v ${tool}`], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
});

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'soundcheck-export-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function tokenOf(check: string, at: string, service: 'gme' | 'trtc' | 'sparkrtc' = 'gme'): string {
  return encodeReplayToken({ service, check, key: at, seed: 1, dialects: [], scope: 'both' });
}

async function exported(token: string, appId = '1400000000'): Promise<readonly string[]> {
  const said = await exportCase(token, { appId }, join(folder, 'out'));
  return said.trim().split('\n');
}

/** Runs an act against a receiver of its own. */
async function against<T>(
  subject: StartableReceiver,
  act: (endpoint: string) => Promise<T>,
): Promise<T> {
  const receiver = await subject.start({ secretKey: key, onError: () => undefined });
  try {
    return await act(receiver.endpoint);
  } finally {
    await receiver.close();
  }
}

const reference: StartableReceiver = { name: 'reference', start: startReceiver };

async function runScript(path: string, endpoint: string): Promise<readonly number[]> {
  const { stdout } = await promisify(execFile)('bash', [path], {
    env: { PATH: process.env['PATH'] ?? '', ENDPOINT: endpoint, CALLBACK_KEY: key },
  });
  return [...stdout.matchAll(/ -> (\d{3})$/gmu)].map(([, status]) => Number(status));
}

describe.skipIf(!hasTools)('an exported script (needs bash, curl and openssl)', () => {
  it('shows the failure at the defective receiver and none at the reference', async () => {
    const token = tokenOf('gme/delivery/accepts-duplicates', 'directed:0');
    const paths = await exported(token);
    expect(paths.map((path) => path.slice(folder.length + 5))).toEqual([
      'gme-delivery-accepts-duplicates.directed-0.test.ts',
      'gme-delivery-accepts-duplicates.directed-0.sh',
    ]);
    const script = paths[1] ?? '';
    const good = await against(reference, (endpoint) => runScript(script, endpoint));
    expect(good.length).toBeGreaterThan(1);
    expect(good.every((status) => status >= 200 && status < 300)).toBe(true);
    const bad = await against(subjectNamed(defects, 'duplicates-refused-409'), (endpoint) =>
      runScript(script, endpoint),
    );
    expect(bad).toContain(409);
  });

  it('sends forgeries, those that need the key as well', async () => {
    const [, unsigned = ''] = await exported(
      tokenOf('gme/signature/refuses-missing-signature', 'directed:0'),
    );
    const statuses = await against(reference, (endpoint) => runScript(unsigned, endpoint));
    expect(statuses.some((status) => status >= 400)).toBe(true);
    const [, wrongKey = ''] = await exported(
      tokenOf('gme/signature/refuses-wrong-key', 'directed:0'),
    );
    const good = await against(reference, (endpoint) => runScript(wrongKey, endpoint));
    expect(good.map((status) => Math.floor(status / 100))).toEqual([2, 4, 2]);
    const lenient = subjectNamed(defects, 'signature-presence-only');
    const bad = await against(lenient, (endpoint) => runScript(wrongKey, endpoint));
    expect(bad.map((status) => Math.floor(status / 100))).toEqual([2, 2, 2]);
  });

  it.each(
    services.map(({ suite, reference: receiver }) => [suite.service, suite, receiver] as const),
  )(
    'of every first case of %s is rightly signed for its own receiver',
    async (service, suite, receiver) => {
      const id = `${service}/delivery/accepts-each-event`;
      const check = suite.activeChecks.find((one) => one.id === id);
      const context = contextOf({ appId: receiver.appId }, key, null);
      const first = check?.experiments(context)[0]?.key ?? '';
      const paths = await exported(tokenOf(id, first, service), receiver.appId);
      const running = await receiver.start({ secretKey: key });
      try {
        const script = paths.find((path) => path.endsWith('.sh')) ?? '';
        const statuses = await runScript(script, running.endpoint);
        expect(statuses.length).toBeGreaterThan(0);
        expect(statuses.filter((status) => status < 200 || status > 299)).toEqual([]);
      } finally {
        await running.close();
      }
    },
  );

  it('sends the very bytes that the engine sends', async () => {
    const token = tokenOf('gme/callback/accepts-non-ascii-room-ids', 'directed:0');
    const context = contextOf({ appId: '1400000000' }, 'made-up-key-one', null);
    const found = caseOf(token);
    const wanted = found.check
      .experiments(context)[0]
      ?.arms.flatMap(({ waves }) => waves.flat())
      .map(({ request }) => Buffer.from(request.body));
    const received: Buffer[] = [];
    const server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        received.push(Buffer.concat(parts));
        response.writeHead(204).end();
      });
    });
    const endpoint = await listening(server);
    try {
      for (const [name, text] of filesOf(found, token, context)) {
        if (name.endsWith('.sh')) {
          await writeFile(join(folder, name), text);
          await runScript(join(folder, name), endpoint);
        }
      }
    } finally {
      server.close();
    }
    expect(received.map(String).toSorted()).toEqual(wanted?.map(String).toSorted());
  });
});

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`;
}

describe('an exported vitest file', { timeout: 60_000 }, () => {
  /** Runs vitest in the folder as a user would. */
  async function vitest(environment: Readonly<Record<string, string>>): Promise<string> {
    await symlink(join(root, 'node_modules'), join(folder, 'node_modules')).catch(() => undefined);
    await writeFile(
      join(folder, 'vitest.config.mjs'),
      `export default {
        resolve: { alias: { 'soundcheck/vitest': ${JSON.stringify(join(root, 'vitest.ts'))} } },
        test: { include: ['out/*.test.ts'], server: { deps: { inline: true } } },
        server: { fs: { strict: false } },
      };`,
    );
    const run = promisify(execFile)(
      process.execPath,
      [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--reporter=verbose'],
      { cwd: folder, env: { PATH: process.env['PATH'] ?? '', NO_COLOR: '1', ...environment } },
    );
    return run.then(
      ({ stdout }) => `0 ${stdout}`,
      (error: unknown) => {
        const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
        return `${String(code)} ${stdout}${stderr}`;
      },
    );
  }

  const target = (endpoint: string): Readonly<Record<string, string>> => ({
    SOUNDCHECK_ENDPOINT: endpoint,
    SOUNDCHECK_APP_ID: '1400000000',
    SOUNDCHECK_SECRET_ENV: 'CALLBACK_KEY',
    CALLBACK_KEY: key,
  });

  it('fails at the defective receiver, passes at the reference, and tests nothing embedded', async () => {
    await exported(tokenOf('gme/signature/refuses-wrong-key', 'directed:0'));
    const bad = await against(subjectNamed(defects, 'signature-presence-only'), (endpoint) =>
      vitest(target(endpoint)),
    );
    expect(bad).toMatch(/^1 /u);
    expect(bad).toContain('soundcheck replay sc1.');
    const good = await against(reference, (endpoint) => vitest(target(endpoint)));
    expect(good).toMatch(/^0 /u);
    const none = await vitest({});
    expect(none).toMatch(/^1 /u);
    expect(none).toContain('No endpoint is configured');
  });
});

describe('export', () => {
  it('writes no key, and every delivery of a comparison', async () => {
    const paths = await exported(tokenOf('gme/state/duplicates-change-nothing', 'directed:0'));
    expect(paths.filter((path) => path.endsWith('.sh')).length).toBeGreaterThan(1);
    const texts = await Promise.all(paths.map((path) => readFile(path, 'utf8')));
    expect(texts.filter((text) => text.includes('made-up-key'))).toEqual([]);
  });

  it('waits where the delivery does', async () => {
    const paths = await exported(
      tokenOf('gme/state/late-duplicates-change-nothing', 'directed:0:late'),
    );
    const texts = await Promise.all(paths.map((path) => readFile(path, 'utf8')));
    expect(texts.join('\n')).toMatch(/^sleep \d+(?:\.\d+)?$/mu);
  });

  it.each(
    services.map(({ suite, reference: { appId } }) => [suite.service, suite, appId] as const),
  )('makes every forgery of %s with the key of whoever runs it', (service, suite, appId) => {
    const context = contextOf({ appId }, 'made-up-key-one', null);
    const refusals = suite.activeChecks.filter(({ id }) => id.includes('/signature/refuses-'));
    expect(refusals.length).toBeGreaterThan(5);
    for (const check of refusals) {
      const [{ key: at } = { key: '' }] = check.experiments(context).slice(-1);
      const token = tokenOf(check.id, at, service);
      const texts = filesOf(caseOf(token), token, context).map(([, text]) => text);
      expect(texts.filter((text) => text.includes('# not sent'))).toEqual([]);
    }
  });

  it('overwrites nothing', async () => {
    const token = tokenOf('gme/delivery/accepts-duplicates', 'directed:0');
    await exported(token);
    const before = await readdir(join(folder, 'out'));
    await expect(exported(token)).rejects.toMatchObject({ kind: 'CONFIGURATION', exitCode: 4 });
    expect(await readdir(join(folder, 'out'))).toEqual(before);
  });

  it.each([
    ['a check', tokenOf('gme/delivery/none', 'directed:0')],
    ['a case', tokenOf('gme/delivery/accepts-duplicates', 'directed:99')],
    ['a token', 'sc1.x'],
  ])('refuses %s that this version does not have', async (_, token) => {
    await expect(exported(token)).rejects.toMatchObject({ kind: 'USAGE' });
  });

  it('asks for the application', async () => {
    const token = tokenOf('gme/delivery/accepts-duplicates', 'directed:0');
    await expect(exportCase(token, {}, folder)).rejects.toThrow(/not named/u);
  });
});
