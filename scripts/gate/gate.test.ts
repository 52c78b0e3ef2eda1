import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { defects, startReceiver } from '#fixtures/receivers/gme/index.ts';
import type { RunResult } from '#harness/result.ts';
import { optionSpecs, variableOf } from '../../cli/options.ts';
import { judgePipeline } from './gitlab-pipeline.test-kit.ts';
import { root, startRunner, type Runner } from './shell.test-kit.ts';

const quick = 'gme/delivery/accepts-';
const secret = 'gate-test-key-0123456789';

let runner: Runner;
beforeEach(async (context) => {
  runner = await startRunner(context);
});

async function textOf(path: string): Promise<string> {
  return readFile(join(root, path), 'utf8');
}

async function reportIn(directory: string): Promise<RunResult> {
  return JSON.parse(
    await readFile(join(runner.folder, directory, 'report.json'), 'utf8'),
  ) as RunResult;
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  readonly runs: {
    readonly steps: readonly [
      { readonly run: string; readonly env: Readonly<Record<string, string>> },
      ...unknown[],
    ];
  };
}

/** What the runner makes of the expressions in the step's environment. */
function valueOf(text: string, inputs: Readonly<Record<string, string>>): string {
  const github: Readonly<Record<string, string>> = {
    'github.run_id': '77',
    'github.run_attempt': '1',
    'github.sha': 'd20ace7968ba43c0219f62d71334c1095bab1602',
  };
  return text.replaceAll(/\$\{\{ (.+?) \}\}/gu, (_, expression: string) => {
    const [first = '', fallback] = expression.split(' || ');
    const value = github[first] ?? inputs[first.replace('inputs.', '')] ?? '';
    const formatted = /^format\('git:\{0\}', (github\.sha)\)$/u.exec(fallback ?? '');
    return value === '' && formatted !== null ? `git:${github[formatted[1] ?? ''] ?? ''}` : value;
  });
}

/** What GitHub's own parser finds wrong with an action. */
async function faultsOf(action: string): Promise<string> {
  const path = join(runner.folder, 'checked.yml');
  await writeFile(path, action);
  const words = [
    process.execPath,
    '--import',
    join(root, 'node_modules/tsx/dist/loader.mjs'),
    join(root, 'scripts/gate/check-action.ts'),
    path,
  ];
  const { code, output } = await runner.run(words.map((word) => `'${word}'`).join(' '));
  expect(code, output).toBe(0);
  return output;
}

/** Runs the action's shell step as GitHub would. */
async function act(given: Readonly<Record<string, string>>): Promise<{
  readonly code: number | null;
  readonly output: string;
  readonly outputs: string;
}> {
  const { inputs, runs } = parse(await textOf('action.yml')) as Action;
  const defaults = Object.entries(inputs).map(([name, input]) => [name, input.default ?? '']);
  const values = { ...(Object.fromEntries(defaults) as Record<string, string>), ...given };
  const [step] = runs.steps;
  const environment = Object.fromEntries(
    Object.entries(step.env).map(([name, text]) => [name, valueOf(text, values)]),
  );
  const outputFile = join(runner.folder, 'github-output');
  const ended = await runner.run(step.run, {
    ...environment,
    GITHUB_ACTION_PATH: root,
    GITHUB_OUTPUT: outputFile,
  });
  return { ...ended, outputs: await readFile(outputFile, 'utf8') };
}

describe('action.yml', { timeout: 60_000 }, () => {
  it('is an action by GitHub’s own schema', async () => {
    const action = await textOf('action.yml');
    expect(await faultsOf(action)).toBe('');
    const wrong = action.replace('using: composite', 'using: compost');
    expect(await faultsOf(wrong)).not.toBe('');
    expect(await faultsOf(action.replace('shell: bash', 'sheel: bash'))).toContain('sheel');
  });

  it('hands on options that exist, and inputs that it declares', async () => {
    const { inputs, runs } = parse(await textOf('action.yml')) as Action;
    const [step] = runs.steps;
    const known = [...optionSpecs.map(({ key }) => variableOf(key)), 'SOUNDCHECK_CONFIG'];
    const names = Object.keys(step.env).filter((name) => name.startsWith('SOUNDCHECK_'));
    expect(names.filter((name) => !known.includes(name))).toEqual([]);
    const script = await textOf('ci/gate.sh');
    const own = Object.keys(step.env).filter((name) => !name.startsWith('SOUNDCHECK_'));
    expect(own.filter((name) => !script.includes(name))).toEqual([]);
    const used = JSON.stringify(runs).matchAll(/inputs\.([\w-]+)/gu);
    expect(new Set([...used].map(([, name]) => name))).toEqual(new Set(Object.keys(inputs)));
  });

  it('passes for a conforming receiver and tells the verdict', async () => {
    const receiver = await startReceiver({ secretKey: secret });
    try {
      const { code, outputs, output } = await act({
        endpoint: receiver.endpoint,
        observe: receiver.observe,
        'app-id': '1400000000',
        secret,
        args: `--only ${quick}`,
        version: '0.1.0',
      });
      expect(code, output).toBe(0);
      expect(outputs).toBe('verdict=met\nexit-code=0\n');
      expect(output).not.toContain(secret);
      expect(await readFile(join(runner.folder, 'npx.log'), 'utf8')).toBe(
        `--yes soundcheck@0.1.0 certify --only ${quick}\n`,
      );
    } finally {
      await receiver.close();
    }
  });

  it('fails with the exit code of the run, with a report', async () => {
    const subject = defects.find(({ name }) => name === 'duplicates-refused-409');
    const receiver = await subject?.start({ secretKey: secret });
    try {
      const { code, outputs } = await act({
        endpoint: receiver?.endpoint ?? '',
        'app-id': '1400000000',
        secret,
        args: `--only ${quick}`,
      });
      expect(code).toBe(1);
      expect(outputs).toBe('verdict=not-met\nexit-code=1\n');
    } finally {
      await receiver?.close();
    }
  });

  it('waits no longer than it is told, and says what is wrong', async () => {
    const { code, output, outputs } = await act({
      endpoint: 'http://127.0.0.1:1/',
      'app-id': '1400000000',
      secret,
      wait: '0',
    });
    expect(code).toBe(4);
    expect(output).toContain('cannot reach the endpoint');
    expect(outputs).toBe('verdict=configuration\nexit-code=4\n');
  });

  it('a run without a report has no verdict', async () => {
    const { code, outputs } = await act({ args: '--sead 1' });
    expect(code).toBe(64);
    expect(outputs).toBe('verdict=none\nexit-code=64\n');
  });

  it('merges the parts of one run, and refuses a part alone', async () => {
    const only = { args: `--only ${quick}` };
    expect((await act({ ...only, shard: '1/2', 'report-dir': 'part-1' })).code).toBe(0);
    const early = await act({ merge: 'part-1' });
    expect(early.code).toBe(4);
    expect(early.outputs).toContain('verdict=none\nexit-code=4\n');
    expect((await act({ ...only, shard: '2/2', 'report-dir': 'part-2' })).code).toBe(0);
    const merged = await act({ merge: 'part-1 part-2' });
    expect(merged.code, merged.output).toBe(0);
    expect((await reportIn('soundcheck-report')).filtered).toBe(`--only ${quick}`);
  });
});

interface GitlabJob {
  readonly extends?: string;
  readonly variables?: Readonly<Record<string, string>>;
  readonly script: readonly string[];
}

describe('ci/gitlab.yml', { timeout: 60_000 }, () => {
  async function templates(): Promise<Readonly<Record<string, GitlabJob>>> {
    return parse(await textOf('ci/gitlab.yml')) as Record<string, GitlabJob>;
  }

  /** Runs the script of a job as GitLab would: variables of the template may name those of the pipeline. */
  async function job(
    name: string,
    environment: Readonly<Record<string, string>>,
  ): Promise<{ readonly code: number | null; readonly output: string }> {
    const jobs = await templates();
    const own = jobs[name];
    const parent = jobs[own?.extends ?? ''];
    const pipeline: Readonly<Record<string, string>> = {
      CI_COMMIT_SHA: 'd20ace7968ba43c0219f62d71334c1095bab1602',
      CI_PIPELINE_ID: '42',
      ...environment,
    };
    const variables = Object.entries({ ...parent?.variables, ...own?.variables }).map(
      ([variable, text]) => [
        variable,
        text.replaceAll(/\$(\w+)/gu, (_, named: string) => pipeline[named] ?? ''),
      ],
    );
    return runner.run((own?.script ?? ['exit 98']).join('\n'), {
      ...pipeline,
      ...(Object.fromEntries(variables) as Record<string, string>),
    });
  }

  it('is a template by the schema that GitLab publishes', async () => {
    const { code, output } = await judgePipeline(runner, await textOf('ci/gitlab.yml'));
    expect(code, output).toBe(0);
    expect(output).toContain('json schema validated');
    expect(output).toMatch(/^soundcheck-part: \[4\/4\] /mu);
  });

  it.each([
    ['an unknown keyword', 'artifacts:', 'artefacts:', 'artefacts'],
    ['an unknown report', 'junit:', 'junits:', 'junits'],
    ['a moment that is none', 'when: always', 'when: allways', 'allways'],
    ['a template that is not there', 'extends: .soundcheck', 'extends: .soundchek', '.soundchek'],
    ['variables as a list', '\n  variables:', '\n  variables: [a]\n  cache:', 'variables'],
  ])('the schema refuses %s', async (_, right, wrong, named) => {
    const template = await textOf('ci/gitlab.yml');
    expect(template).toContain(right);
    const { code, output } = await judgePipeline(runner, template.replaceAll(right, wrong));
    expect(code, output).toBe(1);
    expect(output).toContain(named);
  });

  it('sets options that exist', async () => {
    const jobs = await templates();
    const variables = Object.values(jobs).flatMap((one) => Object.keys(one.variables ?? {}));
    const known = optionSpecs.map(({ key }) => variableOf(key));
    expect(variables.filter((name) => !known.includes(name))).toEqual([]);
    expect(variables).not.toEqual([]);
  });

  it('certifies in one job', async () => {
    const { code, output } = await job('.soundcheck', { SOUNDCHECK_ONLY: quick });
    expect(code, output).toBe(0);
    expect((await reportIn('soundcheck-report')).verdict).toBe('met');
  });

  it('certifies in parts and judges them as one run', async () => {
    for (const index of ['1', '2']) {
      const part = await job('.soundcheck-part', {
        SOUNDCHECK_ONLY: quick,
        CI_NODE_INDEX: index,
        CI_NODE_TOTAL: '2',
      });
      expect(part.code, part.output).toBe(0);
      const { shard } = await reportIn(`soundcheck-report-${index}`);
      expect(shard?.settings.common['runId']).toBe('42');
    }
    const merged = await job('.soundcheck-merge', {});
    expect(merged.code, merged.output).toBe(0);
    expect((await reportIn('soundcheck-report')).counts['not-met']).toBe(0);
  });
});
