import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startVitest } from 'vitest/node';

/** What became of the tests of a nested vitest run. */
interface NestedRun {
  readonly states: ReadonlyMap<string, string>;
  readonly messages: ReadonlyMap<string, string>;
}

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'soundcheck-vitest-'));
  await symlink(join(import.meta.dirname, 'node_modules'), join(folder, 'node_modules'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const root = import.meta.dirname;

/** Runs a test file of a user's in a vitest of its own. */
async function runNested(name: string, source: string): Promise<NestedRun> {
  const file = join(folder, `${name}.test.ts`);
  await writeFile(file, source);
  const vitest = await startVitest(
    'test',
    [file],
    {
      root: folder,
      config: false,
      watch: false,
      include: ['*.test.ts'],
      reporters: [{}],
      testTimeout: 60_000,
      // Where the project's own sources may be loaded from.
      server: { deps: { inline: true } },
    },
    { server: { fs: { strict: false } } },
  );
  const tests = vitest.state.getTestModules().flatMap((module) => [...module.children.allTests()]);
  const errors = tests.map((test) => {
    const { errors = [] } = test.result();
    return [test.name, errors.map(({ message }) => message).join('\n')] as const;
  });
  const states = tests.map((test) => [test.name, test.result().state] as const);
  await vitest.close();
  // A failed nested run must not fail this one.
  process.exitCode = 0;
  return { states: new Map(states), messages: new Map(errors) };
}

function importsOf(...names: readonly string[]): string {
  return [
    `import { certifySuite } from ${JSON.stringify(join(root, 'vitest.ts'))};`,
    `import { ${names.join(', ')} } from ${JSON.stringify(join(root, 'fixtures/receivers/gme/index.ts'))};`,
    "const secretKey = 'nested-test-key-0123456789';",
    'const target = ({ endpoint, observe, close }, more = {}) => ({',
    "  configuration: { appId: '1400000000', endpoint, observe, secretKey, ...more },",
    '  close,',
    '});',
  ].join('\n');
}

function statesOf({ states }: NestedRun, prefix: string): readonly string[] {
  return [...states].filter(([name]) => name.startsWith(prefix)).map(([, state]) => state);
}

const whole = 'the run as a whole is met';

describe('certifySuite in a vitest of its own', () => {
  it('passes for a conforming app that a function starts, and closes it', async () => {
    const run = await runNested(
      'conforming',
      `${importsOf('startReceiver')}
      import { afterAll, expect } from 'vitest';
      let closed = false;
      afterAll(() => { expect(closed).toBe(true); });
      certifySuite('my app', async () => {
        const receiver = await startReceiver({ secretKey });
        const close = async () => { await receiver.close(); closed = true; };
        return target({ ...receiver, close }, { only: 'gme/delivery/accepts-' });
      });`,
    );
    expect(run.states.get(whole)).toBe('passed');
    const accepted = statesOf(run, 'gme/delivery/accepts-');
    expect(accepted.length).toBeGreaterThan(4);
    expect(new Set(accepted)).toEqual(new Set(['passed']));
    expect(new Set(statesOf(run, 'gme/state/'))).toEqual(new Set(['skipped']));
  });

  it('fails the test of the check that a defective app breaks, with the report’s words', async () => {
    const run = await runNested(
      'defective',
      `${importsOf('defects')}
      certifySuite('my app', async () => {
        const subject = defects.find(({ name }) => name === 'duplicates-refused-409');
        return target(await subject.start({ secretKey }), { only: 'gme/delivery/accepts-' });
      });`,
    );
    const failed = [...run.states].filter(([, state]) => state === 'failed').map(([name]) => name);
    expect(failed).toEqual([
      expect.stringMatching(/^gme\/delivery\/accepts-duplicates: /u),
      expect.stringMatching(/^gme\/delivery\/accepts-resends: /u),
      whole,
    ]);
    const message = run.messages.get(failed[0] ?? '') ?? '';
    expect(message).toContain('409');
    expect(message).toContain('soundcheck replay sc1.');
    expect(message).not.toContain('nested-test-key');
  });

  it('skips advice that is not followed, and fails it where the configuration says so', async () => {
    const source = (failOn: string): string => `${importsOf('defects')}
      certifySuite('my app', async () => {
        const subject = defects.find(({ name }) => name === 'get-answered-200');
        const more = { only: 'gme/delivery/', failOn: '${failOn}' };
        return target(await subject.start({ secretKey }), more);
      });`;
    const lenient = await runNested('lenient', source('must'));
    expect(statesOf(lenient, 'gme/delivery/takes-post-only')).toEqual(['skipped']);
    expect(lenient.states.get(whole)).toBe('passed');
    const strict = await runNested('strict', source('should'));
    expect(statesOf(strict, 'gme/delivery/takes-post-only')).toEqual(['failed']);
    expect(strict.states.get(whole)).toBe('failed');
  });

  it('fails where the target is one of another service than the tests', async () => {
    const run = await runNested(
      'other-service',
      `${importsOf('startReceiver')}
      certifySuite('my app', async () => target(await startReceiver({ secretKey })), 'sparkrtc');`,
    );
    expect(statesOf(run, 'gme/')).toEqual([]);
    expect(run.states.get(whole)).toBe('failed');
    expect(run.messages.get(whole)).toContain(
      'The target is one of gme, the tests are those of sparkrtc',
    );
  });

  it('fails every test where no run was possible', async () => {
    const run = await runNested(
      'dead',
      `${importsOf('hostile')}
      certifySuite('my app', {
        appId: '1400000000',
        endpoint: 'http://127.0.0.1:1/',
        secretKey,
        only: 'gme/delivery/accepts-',
      });`,
    );
    expect(run.states.size).toBeGreaterThan(5);
    expect(new Set(run.states.values())).toEqual(new Set(['failed']));
    expect(run.messages.get(whole)).toContain('cannot reach the endpoint');
  });
}, 120_000);
