import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, describe, it } from 'vitest';
import type { RunResult } from '#harness/result.ts';
import { renderJson } from './json.ts';
import { hostileRun } from './hostile.test-data.ts';
import { sampleAdvice, sampleCheck, sampleFailure } from './sample-checks.test-data.ts';
import { sampleRun, sampleRuns } from './samples.test-data.ts';

const schema = JSON.parse(
  readFileSync(new URL('report.schema.json', import.meta.url), 'utf8'),
) as Record<string, unknown>;
const validate = new Ajv2020({ strict: true, allErrors: true, strictTypes: false }).compile(schema);

function errorsOf(report: unknown): readonly string[] {
  return validate(report)
    ? []
    : (validate.errors ?? []).map((error) => `${error.instancePath}: ${error.message ?? ''}`);
}

function parsed(run: RunResult): Record<string, unknown> {
  return JSON.parse(renderJson(run)) as Record<string, unknown>;
}

describe('renderJson', () => {
  it.each(Object.entries(sampleRuns))('writes a report that the schema accepts: %s', (_, run) => {
    expect(errorsOf(parsed(run))).toEqual([]);
  });

  it('loses nothing that the result says', () => {
    // A program goes by the service's name.
    const { serviceTitle: _, ...said } = sampleRuns.notMet;
    expect(parsed(sampleRuns.notMet)).toEqual(JSON.parse(JSON.stringify(said)));
  });

  it('writes the same bytes for the same result, however its keys are ordered', () => {
    const run = sampleRuns.notMet;
    const reversed = JSON.parse(JSON.stringify(run), (_, value: unknown) =>
      value !== null && typeof value === 'object' && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).reverse())
        : value,
    ) as RunResult;
    expect(Object.keys(reversed)[0]).not.toBe('schema');
    expect(renderJson(reversed)).toBe(renderJson(run));
  });

  it('leaves out what the schema does not know', () => {
    const run = { ...sampleRuns.met, secretKey: 'canary' } as RunResult;
    expect(renderJson(run)).not.toContain('canary');
  });

  it('writes hostile text so that it stays data: no control, reordering or unpaired character', () => {
    const text = renderJson(hostileRun());
    expect(text).not.toMatch(/[^\P{Cc}\n]|[\p{Cf}\p{Zl}]/u);
    expect(text).not.toMatch(/\p{Cs}/u);
    expect((JSON.parse(text) as RunResult).summary).toBe(hostileRun().summary);
    expect(errorsOf(JSON.parse(text))).toEqual([]);
  });
});

describe('report.schema.json', () => {
  const damages: Readonly<Record<string, (report: Record<string, unknown>) => unknown>> = {
    'an unknown version': (report) => ({ ...report, schema: 'soundcheck-report/2' }),
    'an unknown key': (report) => ({ ...report, extra: 1 }),
    'a missing key': (report) => Object.fromEntries(Object.entries(report).slice(0, -1)),
    'an unknown verdict': (report) => ({ ...report, verdict: 'passed' }),
    'an exit code that contradicts the verdict': (report) => ({ ...report, exitCode: 0 }),
    'a certificate of a filtered run': (report) => ({ ...report, filtered: 'gme/state' }),
    'a certificate of an interrupted run': (report) => ({ ...report, interrupted: 'SIGINT' }),
    'a certificate of a profile that is not met': (report) => ({
      ...report,
      certificates: ['state'],
    }),
    'a text where a number belongs': (report) => ({ ...report, seed: '7' }),
    'a date without a time': (report) => ({ ...report, startedAt: '2026-11-20' }),
  };

  it.each(Object.entries(damages))('rejects %s', (_, damage) => {
    expect(errorsOf(damage(parsed(sampleRuns.notMet)))).not.toEqual([]);
  });

  const falsehoods: Readonly<Record<string, RunResult>> = {
    'a met run without checks': sampleRun([]),
    'a failure without a finding': sampleRun([{ ...sampleFailure, findings: [] }]),
    'a met check with a finding': sampleRun([sampleCheck({ findings: sampleFailure.findings })]),
    'an untestable check without a reason': sampleRun([sampleCheck({ verdict: 'untestable' })]),
    'a met check with an excuse': sampleRun([sampleCheck({ fault: 'it rained' })]),
    'an assumed MUST': sampleRun([{ ...sampleAdvice, level: 'MUST' }]),
    'a check without a clause': sampleRun([sampleCheck({ clauses: [] })]),
  };

  it.each(Object.entries(falsehoods))('rejects %s', (_, run) => {
    expect(errorsOf(parsed(run))).not.toEqual([]);
  });

  it('describes every property', () => {
    const silent: string[] = [];
    const visit = (node: unknown, path: string): void => {
      if (typeof node !== 'object' || node === null) {
        return;
      }
      for (const [key, value] of Object.entries(node)) {
        if (key === 'properties' && !/allOf|oneOf|anyOf|\/if|\/then|\/else/.test(path)) {
          for (const [name, property] of Object.entries(value as Record<string, object>)) {
            if (!('description' in property)) {
              silent.push(`${path}/${name}`);
            }
          }
        }
        visit(value, `${path}/${key}`);
      }
    };
    visit(schema, '');
    expect(silent).toEqual([]);
  });
});
