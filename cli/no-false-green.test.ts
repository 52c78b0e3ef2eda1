import { describe, it } from 'vitest';
import { defects, hostile } from '#fixtures/receivers/gme/index.ts';
import { openWorld, subjectNamed } from './command-line.test-kit.ts';

/** The commands wait more than they work, so that several of them go side by side. */
describe('no false green', { timeout: 90_000, concurrent: true }, () => {
  it.for([
    ['refuses everything', hostile, 'answers-401-always', 4],
    ['accepts everything, where nothing else is seen', hostile, 'answers-200-always', 1],
    ['answers 500 to everything', hostile, 'answers-500-always', 4],
    ['closes every connection', hostile, 'closes-at-once', 4],
    ['speaks no HTTP', hostile, 'speaks-no-http', 4],
    ['never answers', hostile, 'hangs-always', 4],
    ['answers with an endless body', hostile, 'endless-body', null],
    ['answers with a gzip bomb', hostile, 'gzip-bomb', null],
    ['dies in the middle', hostile, 'dies-in-the-middle', null],
    ['shows an empty list always', hostile, 'state-always-empty', null],
    ['shows the same cached state for ever', hostile, 'state-cached-for-ever', null],
    ['shows HTML', hostile, 'state-is-html', 4],
    ['stores nothing', defects, 'stores-nothing', 1],
  ] as const)('a target that %s', async ([, list, name, code], context) => {
    const { expect } = context;
    const world = await openWorld(context);
    const flags = await world.flagsFor(subjectNamed(list, name), {
      'max-time': '40',
      timeout: '2000',
      ...(name === 'answers-200-always' ? { observe: '' } : {}),
    });
    const ended = await world.soundcheck(['certify', ...flags]);
    expect([1, 3, 4]).toContain(ended.code);
    expect(ended.code, ended.out + ended.err).toBe(code ?? ended.code);
    expect(ended.out + ended.err).not.toContain('internal error');
    await world.expectClean(ended);
    const report = await world.readReport();
    expect(report.exitCode).toBe(ended.code);
    expect(report.certificates).not.toContain('state');
  });

  it('two runs with one seed say the same', async (context) => {
    const { expect } = context;
    const world = await openWorld(context);
    const flags = await world.flagsFor(subjectNamed(defects, 'keyed-by-room'));
    const verdicts: string[] = [];
    for (const directory of ['first', 'second']) {
      const more = ['--seed', '11', '--report-dir', directory];
      expect(await world.soundcheck(['certify', ...flags, ...more])).toMatchObject({ code: 1 });
      const { checks } = await world.readReport(directory);
      verdicts.push(checks.map(({ id, verdict }) => `${id} ${verdict}`).join('\n'));
    }
    expect(verdicts[1]).toBe(verdicts[0]);
  });
});
