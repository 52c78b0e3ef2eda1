import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CheckResult, RunResult } from '#harness/result.ts';
import { displayWidth } from '#reports/display-width.ts';
import { hostileRun } from '#reports/hostile.test-data.ts';
import { zh } from '#reports/language/zh.ts';
import {
  sampleCheck,
  sampleFailure,
  sampleUntestable,
  sampleWaived,
} from '#reports/sample-checks.test-data.ts';
import { sampleRun, sampleRuns } from '#reports/samples.test-data.ts';
import { createConsole, type Console, type ConsoleOptions } from './console.ts';
import { progressLine } from './progress.ts';

/** A terminal that remembers what was written, and a console on it whose clock the test moves. */
function open(
  changes: Partial<ConsoleOptions> & { readonly isTTY?: boolean; readonly columns?: number } = {},
): {
  readonly console: Console;
  readonly written: () => string;
  readonly clock: { ms: number };
} {
  const { isTTY = false, columns = 60, ...options } = changes;
  let text = '';
  const clock = { ms: 0 };
  const terminal = {
    isTTY,
    columns,
    write(part: string) {
      text += part;
    },
  };
  const console = createConsole({
    terminal,
    environment: {},
    nowMs: () => clock.ms,
    startedAt: '2026-11-20T04:00:00Z',
    ...options,
  });
  return { console, written: () => text, clock };
}

function feed(console: Console, checks: readonly CheckResult[]): void {
  console.onEvent({ kind: 'phase', title: 'wire' });
  checks.forEach((result, index) =>
    console.onEvent({ kind: 'check', result, done: index + 1, total: checks.length }),
  );
}

function summaryOf(result: RunResult): string {
  const { console, written } = open();
  console.finish(result);
  return written();
}

describe('in a log', () => {
  it('writes one line for each check, without codes', () => {
    const { console, written } = open();
    feed(console, [sampleCheck(), sampleFailure, sampleUntestable, sampleWaived]);
    expect(written().split('\n')).toEqual([
      '▸ wire',
      '✓ gme/signature/accepts-documented-signature  41 ms',
      '✗ gme/state/order-changes-nothing  not met (MUST): expected "uploaded", as in the in-order arm, got "started"',
      '? gme/signature/refuses-wrong-key  untestable (MUST): The control before the probe was answered 503, so a refusal says nothing.',
      '~ gme/state/duplicates-change-nothing  waived (MUST): expected "uploaded", as in the in-order arm, got "started"',
      '',
    ]);
  });

  it('is silent about what is fine when asked to be quiet', () => {
    const { console, written } = open({ quiet: true });
    feed(console, [sampleCheck(), sampleFailure, sampleUntestable, sampleWaived]);
    expect(written().match(/^\S/gm)).toEqual(['▸', '✗', '?']);
  });

  it('keeps a waiver that has expired from hiding a failure', () => {
    const { console, written } = open({ quiet: true, startedAt: '2027-01-01T00:00:00Z' });
    feed(console, [sampleWaived]);
    expect(written()).toContain('✗ gme/state/duplicates-change-nothing');
  });
});

describe('on a terminal', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('draws one status line and prints problems above it', () => {
    const { console, written, clock } = open({ isTTY: true, budgetMs: 60_000 });
    clock.ms = 1000;
    console.onEvent({ kind: 'requests', sent: 7 });
    expect(written()).toBe('\r\u001b[2K7 callbacks (7/s) · 1.0 s · 59.0 s left');
    feed(console, [sampleCheck(), sampleFailure]);
    expect(written()).toContain('\r\u001b[2K\u001b[31m✗ gme/state/order-changes-nothing\u001b[0m');
    expect(written()).not.toContain('✓');
    expect(written().split('\r\u001b[2K').at(-1)).toMatch(
      /^2\/2 checks · 7 callbacks \(7\/s\) · .+ left$/,
    );
  });

  it('draws at most one frame for a burst of events, and goes on while nothing happens', () => {
    const { console, written, clock } = open({ isTTY: true });
    const frames = (): number => written().split('\r\u001b[2K').length - 1;
    for (let sent = 0; sent < 100; sent += 1) {
      console.onEvent({ kind: 'requests', sent });
    }
    expect(frames()).toBe(1);
    clock.ms = 5000;
    vi.advanceTimersByTime(260);
    expect(frames()).toBe(2);
    expect(written()).toContain('99 callbacks');
  });

  it('tells how many callbacks a second went out lately', () => {
    const { console, written, clock } = open({ isTTY: true });
    const last = (): string => written().split('\r\u001b[2K').at(-1) ?? '';
    const at = (ms: number, sent: number): void => {
      clock.ms = ms;
      console.onEvent({ kind: 'requests', sent });
    };
    at(500, 400);
    expect(last()).toMatch(/^400 callbacks · /u);
    for (let second = 1; second <= 8; second += 1) {
      at(second * 1000, 400 + second * 10);
    }
    expect(last()).toMatch(/^480 callbacks \(10\/s\) · /u);
  });

  it('speaks Chinese within the width of the terminal', () => {
    const { console, written } = open({ isTTY: true, language: 'zh', budgetMs: 60_000 });
    console.onEvent({ kind: 'phase', title: 'callbacks' });
    expect(written()).toContain('0 个回调 · 0 ms · 剩余 1 min 0 s');
    const state = { phase: 'callbacks', done: 1, total: 2, requests: 3, perSecond: 9 };
    const line = progressLine({ ...state, elapsedMs: 4, budgetMs: undefined }, 50, zh);
    expect(line).toBe('1/2 项检查 · 3 个回调（每秒 9 个） · 4 ms');
    expect(displayWidth(line)).toBeLessThan(50);
  });

  it('leaves no line and no timer behind', () => {
    const { console, written } = open({ isTTY: true });
    console.onEvent({ kind: 'phase', title: 'wire' });
    console.stop();
    console.stop();
    expect(written().endsWith('\r\u001b[2K')).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
    console.onEvent({ kind: 'requests', sent: 1 });
    expect(written().endsWith('\r\u001b[2K')).toBe(true);
  });

  it('never writes wider than the terminal', () => {
    const state = {
      phase: 'x'.repeat(200),
      done: 1,
      total: 2,
      requests: 3,
      perSecond: 9,
      elapsedMs: 4,
    };
    for (let columns = 0; columns < 300; columns += 1) {
      for (const budgetMs of [undefined, 90_000]) {
        const line = progressLine({ ...state, budgetMs }, columns);
        expect(line.length).toBeLessThanOrEqual(Math.max(0, columns - 1));
      }
    }
    expect(progressLine({ ...state, budgetMs: undefined }, 20)).toHaveLength(19);
  });

  it.each([
    [90, '━━━━━╌╌╌╌╌ 49/98 checks · 242 callbacks (56/s) · 6.4 s · 1 min 34 s left · callbacks'],
    [80, '━━━━━╌╌╌╌╌ 49/98 checks · 242 callbacks (56/s) · 6.4 s · 1 min 34 s left'],
    [70, '49/98 checks · 242 callbacks (56/s) · 6.4 s · 1 min 34 s left'],
    [60, '49/98 checks · 242 callbacks (56/s) · 1 min 34 s left'],
  ])('keeps checks, callbacks and the time left in %i columns', (columns, expected) => {
    const state = { phase: 'callbacks', done: 49, total: 98, requests: 242, perSecond: 56 };
    const line = progressLine({ ...state, elapsedMs: 6400, budgetMs: 100_000 }, columns);
    expect(line).toBe(expected);
  });

  it('draws where a terminal does not know its width', () => {
    const { console, written } = open({ isTTY: true, columns: 0 });
    console.onEvent({ kind: 'phase', title: 'callbacks' });
    expect(written()).toContain('0 callbacks');
  });
});

describe('the summary', () => {
  it('tells each failure whole', () => {
    const text = summaryOf(sampleRuns.notMet);
    for (const part of [
      '✗ not met: MUST The same callbacks in another order leave the same state',
      'stable (3 of 3 replays failed)',
      '  clause    GME server-side recording callback (2024-07-16), Notes (stated)',
      '  expected  "uploaded", as in the in-order arm',
      '  actual    "started"',
      '    2 ┬ F1 started                            → 204  (out of order, concurrent)',
      '      ├ F1 started, again                     → 204  (duplicate, concurrent)',
      '  change    Merge instead of overwriting: keep the highest phase',
      '  replay    npx soundcheck replay sc1-',
    ]) {
      expect(text).toContain(part);
    }
  });

  it('ends with profiles, certificates, verdict and the first thing to fix', () => {
    const lines = summaryOf(sampleRuns.notMet).trimEnd().split('\n');
    expect(lines.slice(-12)).toEqual([
      '',
      'wire      met            1 advice not followed, 1 met',
      'state     not met        1 not met',
      'archive   not certified  no checks',
      'recovery  not certified  1 not applicable',
      'not tested: recovery: the target does not claim it',
      'certificate: wire profile met (gme; 1 of 2 checks met; seed 20261120)',
      '',
      'NOT MET  The receiver forgets what it knew when callbacks come in another order.',
      '4 checks, 70 requests, 9.4 s, seed 20261120',
      `First: ${sampleFailure.id}`,
      `  → ${sampleFailure.hint}`,
    ]);
  });

  it('names why nothing is certified, and what is waived', () => {
    expect(summaryOf(sampleRuns.filtered)).toContain(
      'Filtered by gme/signature: nothing is certified.',
    );
    expect(summaryOf(sampleRuns.inconclusive)).toContain('Cut short: the time budget of 60 s');
    expect(summaryOf(sampleRuns.waived)).toContain(
      'waived: gme/state/duplicates-change-nothing: VOICE-17',
    );
    expect(summaryOf(sampleRuns.met)).not.toContain('First:');
    const untested = { ...sampleFailure, verdict: 'untestable' as const, findings: [] };
    const stopped = { ...sampleRuns.met, interrupted: 'stopped', checks: [untested] };
    expect(summaryOf(stopped)).not.toContain('First:');
    expect(summaryOf({ ...stopped, interrupted: null })).toContain('First:');
  });

  it('stays readable with many failures', () => {
    const many = Array.from({ length: 50 }, (_, index) => ({
      ...sampleFailure,
      id: `gme/state/claim-${index}` as const,
    }));
    expect(summaryOf(sampleRun(many))).toContain('… and 30 more problems in the report');
  });

  it('lets no text of a target drive the terminal or a build server', () => {
    const { console, written } = open();
    const run = hostileRun();
    feed(console, run.checks);
    console.finish(run);
    expect(written()).not.toMatch(/[^\P{Cc}\n]|[\p{Cf}\p{Cs}\p{Zl}]|##\[|^\s*::/mu);
  });

  it('colours when told to', () => {
    const { console, written } = open({ environment: { FORCE_COLOR: '1' } });
    console.finish(sampleRuns.notMet);
    expect(written()).toContain('\u001b[31mNOT MET\u001b[0m');
  });

  it('speaks Chinese, in columns', () => {
    const { console, written } = open({ language: 'zh' });
    console.finish(sampleRuns.notMet);
    const text = written();
    for (const part of [
      '✗ 不符合: MUST 同样的回调以另一顺序到达，得到同样的状态',
      '  修改      合并而不是覆盖：',
      '  修改      Answer first, work afterwards.',
      '  条款      GME server-side recording callback (2024-07-16), Notes (文档明示)',
      '  应为      "uploaded", as in the in-order arm',
      'wire      符合           1 项未采纳建议, 1 项符合',
      'archive   未认证         没有检查项',
      '不符合  测试对象不符合要求：2 项检查不符合，其中 1 项为 MUST。',
      `首先处理：${sampleFailure.id}`,
    ]) {
      expect(text).toContain(part);
    }
  });
});
