import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RunResult } from '#harness/result.ts';
import { renderHtml } from '#reports/html.ts';
import { certify } from './certify.ts';
import { describeChecks, describeDialects } from './checks.ts';
import { fourth } from './fourth-service.test-kit.ts';
import { main } from './main.ts';
import type * as Registry from './registry.ts';
import { optionSpecs } from './options.ts';

vi.mock('./registry.ts', async (original) => {
  const { services } = await original<typeof Registry>();
  const { fourthService } = await import('./fourth-service.test-kit.ts');
  return { services: [...services, fourthService] };
});

let folder = '';
let out = '';
let err = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'soundcheck-fourth-'));
  out = err = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((out += String(text)), true));
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => ((err += String(text)), true));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function ruleFile(text: string): Promise<string> {
  const path = join(folder, 'rule.json');
  await writeFile(path, text);
  return path;
}

const run = (...argv: readonly string[]): Promise<number> => main(argv, {});
const only = ['--service', fourth];

describe('a fourth service is one row', () => {
  it('of the option --service and of the catalogue', () => {
    expect(optionSpecs.find(({ key }) => key === 'service')?.kind).toContain(fourth);
    expect(describeChecks('fourth/').trimEnd().split('\n')).toHaveLength(3);
    expect(describeChecks('', fourth)).toBe(describeChecks('fourth/'));
    expect(describeDialects(fourth)).toBe('fourth-other\n    Other.\n');
  });

  it('that certify runs on its embedded target and judges by its rule', async () => {
    const report = join(folder, 'report');
    const argv = ['certify', ...only, '--profile', 'wire,archive', '--report-dir', report];
    expect(await run(...argv, '--rule', await ruleFile('1')), out + err).toBe(0);
    const result = JSON.parse(await readFile(join(report, 'report.json'), 'utf8')) as RunResult;
    expect(result).toMatchObject({ service: fourth, certificates: ['wire', 'archive'] });
    expect(await readFile(join(report, 'report.html'), 'utf8')).toContain('A fourth service');
    expect(await run(...argv, '--rule', await ruleFile('2'))).toBe(1);
    expect(out).toContain('fourth/naming/holds-what-the-rule-says');
  });

  it('that leaves what needs the rule untested without one', async () => {
    const result = await certify({ service: fourth, profile: ['archive'] });
    expect(result.checks.map(({ verdict, fault }) => [verdict, fault])).toEqual([
      ['untestable', 'no rule is given'],
      // The embedded world brings its own callbacks.
      ['met', null],
    ]);
    expect(renderHtml(result)).toContain('A fourth service');
  });

  it('whose bucket is compared with the callbacks that were received, where they are given', async () => {
    const bucket = join(folder, 'bucket');
    await mkdir(bucket);
    await writeFile(join(bucket, 'a.bin'), '123');
    const target = { service: fourth, appId: 'app', bucket, rule: await ruleFile('1') } as const;
    const without = await certify(target);
    expect(without.checks.map(({ verdict }) => verdict)).toEqual(['met', 'not-applicable']);
    expect(without.notTested).toContain(
      'whether callbacks and bucket agree (1 check): no --callbacks was given',
    );
    const callbacks = join(folder, 'callbacks.ndjson');
    await writeFile(callbacks, '{"body":"{}"}\n');
    const met = await certify({ ...target, callbacks });
    expect(met).toMatchObject({ verdict: 'met', exitCode: 0 });
    await writeFile(callbacks, '{"body":"{}"}\n{"body":"[]"}\n');
    const argv = ['--app-id', 'app', '--bucket', bucket, '--rule', target.rule];
    expect(await run('certify', ...only, ...argv, '--callbacks', callbacks)).toBe(1);
    await writeFile(callbacks, '{"body":"{}"}\n{');
    await expect(certify({ ...target, callbacks })).rejects.toThrow(/line 2 is not JSON/u);
  });

  it('that refuses a rule which violates its contract, an unreadable one, and its own foreign dialects', async () => {
    const rule = await ruleFile('{}');
    await expect(certify({ service: fourth, rule })).rejects.toMatchObject({
      kind: 'CONFIGURATION',
      message: expect.stringContaining('the rule is no number') as string,
      hint: expect.stringContaining('1 more') as string,
    });
    await writeFile(rule, '{');
    await expect(certify({ service: fourth, rule })).rejects.toThrow('is not JSON');
    await rm(rule);
    await expect(certify({ service: fourth, rule })).rejects.toThrow('cannot be read');
    await expect(certify({ service: fourth, dialect: ['fourth-other'] })).rejects.toThrow(
      'does not speak fourth-other',
    );
  });

  it('whose rule the doctor judges alone, with every violation', async () => {
    const rule = await ruleFile('3');
    expect(await run('doctor', ...only, '--rule', rule)).toBe(0);
    expect(out).toBe(`✓ the recording rule ${rule} keeps to the contract\n`);
    out = '';
    await writeFile(rule, '"three"');
    expect(await run('doctor', ...only, '--rule', rule)).toBe(4);
    expect(out).toBe('✗ the rule is no number\n✗ the rule says nothing\n');
  });

  it('whose worlds simulate writes', async () => {
    const target = join(folder, 'world');
    const argv = ['simulate', ...only, '--out', target, '--secret-env', 'KEY'];
    expect(await main([...argv, '--rule', await ruleFile('4')], { KEY: 'key' }), err).toBe(0);
    expect(await readFile(join(target, 'callbacks.ndjson'), 'utf8')).toBe(
      '{"occurredAt":"1970-01-01T00:00:00.000Z","file":null,"body":"{}",' +
        '"headers":{"X-App":"app"},"signature":"by key"}\n',
    );
    expect(await readFile(join(target, 'bucket/a/b.bin'), 'utf8')).toBe('123');
    expect(JSON.parse(await readFile(join(target, 'session.json'), 'utf8'))).toEqual({
      seed: 1,
      rule: 4,
    });
  });
});

it('a service without a rule says so', async () => {
  expect(await run('doctor', '--service', 'gme', '--rule', await ruleFile('1'))).toBe(4);
  expect(err).toContain('the contract of gme has no recording rule to be read from a file');
});
