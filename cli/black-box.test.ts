import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { defects, startReceiver, type StartableReceiver } from '#fixtures/receivers/gme/index.ts';
import {
  canary,
  filesBelow,
  openWorld,
  startCommand,
  subjectNamed,
  type World,
} from './command-line.test-kit.ts';

let world: World;
let folder = '';
beforeEach(async (context) => {
  world = await openWorld(context);
  folder = world.folder;
});

const reference: StartableReceiver = { name: 'reference', start: startReceiver };

/** One check that needs little time. */
const quick = ['--only', 'gme/delivery/accepts-each-event'];

describe('exit codes', { timeout: 60_000 }, () => {
  it('0: certifies a conforming receiver, with a certificate and four reports', async () => {
    const ended = await world.soundcheck(['certify', ...(await world.flagsFor(reference))]);
    expect(ended, ended.out + ended.err).toMatchObject({ code: 0 });
    expect(ended.out).toMatch(/certif/iu);
    const files = await filesBelow(join(folder, 'soundcheck-report'));
    expect([...files.keys()].toSorted()).toEqual([
      'certificate.html',
      'certificate.json',
      'certificate.svg',
      'junit.xml',
      'report.html',
      'report.json',
      'summary.md',
    ]);
    const report = await world.readReport();
    expect(report).toMatchObject({ exitCode: 0, certificates: ['wire', 'state'] });
    await world.expectClean(ended);
  });

  it('1: says what a defective receiver breaks and how to see it again', async () => {
    const target = await world.flagsFor(subjectNamed(defects, 'duplicates-refused-409'));
    const only = ['--only', 'gme/delivery/accepts-duplicates'];
    const ended = await world.soundcheck(['certify', ...target, ...only]);
    expect(ended.code).toBe(1);
    expect(ended.out).toContain('gme/delivery/accepts-duplicates');
    const { checks, certificates } = await world.readReport();
    expect(certificates).toEqual([]);
    const failed = checks.find(({ verdict }) => verdict === 'not-met');
    expect(failed?.replay).toMatch(/^npx soundcheck replay sc1\.[\w-]+ --app-id 1400000000 /u);
    await world.expectClean(ended);

    const token = /sc1\.[\w-]+/u.exec(failed?.replay ?? '')?.[0] ?? '';
    const again = await world.soundcheck(['replay', token, ...target]);
    expect(again.code).toBe(1);
    await world.expectClean(again);
  });

  it('2: a fault of ours is neither green nor the target’s', async () => {
    const sabotage = join(folder, 'sabotage.mjs');
    await writeFile(
      sabotage,
      `import crypto from 'node:crypto';
       import { syncBuiltinESMExports } from 'node:module';
       const { createHmac } = crypto;
       let calls = 0;
       crypto.createHmac = (algorithm) => createHmac(algorithm, 'key ' + String(calls++));
       syncBuiltinESMExports();`,
    );
    const flags = await world.flagsFor(reference);
    const environment = { CALLBACK_KEY: canary };
    const ended = await startCommand(folder, ['certify', ...flags, ...quick], environment, [
      sabotage,
    ]).ended;
    expect(ended.code).toBe(2);
    expect(ended.err).toContain('This is a fault of Soundcheck');
    await world.expectClean(ended);
  });

  it('3: a budget that is used up leaves a partial report and no certificate', async () => {
    const ended = await world.soundcheck([
      'certify',
      ...(await world.flagsFor(reference)),
      '--max-time',
      '1',
    ]);
    expect(ended.code).toBe(3);
    const report = await world.readReport();
    expect(report).toMatchObject({ verdict: 'inconclusive', certificates: [] });
    expect(report.interrupted).toContain('time budget of 1 s');
    expect(ended.out).toContain('Cut short');
    await world.expectClean(ended);
  });

  it('3: so does SIGINT in the middle of a run', async () => {
    const flags = await world.flagsFor(reference);
    const running = startCommand(folder, ['certify', ...flags], { CALLBACK_KEY: canary });
    await expect.poll(running.printed, { timeout: 20_000, interval: 20 }).toMatch(/gme\/\w+\//u);
    running.process.kill('SIGINT');
    const ended = await running.ended;
    expect(ended.code).toBe(3);
    const report = await world.readReport();
    expect(report).toMatchObject({ exitCode: 3, certificates: [] });
    expect(report.interrupted).toContain('stopped by the user');
    expect(report.counts.untestable).toBeGreaterThan(0);
    await world.expectClean(ended);
  });

  it.each([
    ['a dead target', { endpoint: 'http://127.0.0.1:1/' }, 'cannot reach the endpoint'],
    [
      'an unreachable observation',
      { observe: 'http://127.0.0.1:1/{roomId}' },
      'state cannot be observed',
    ],
    ['an unknown dialect', { dialect: 'gme-sig-hexx' }, 'gme-sig-hexx'],
    ['a variable that is not set', { 'secret-env': 'OTHER_KEY' }, 'OTHER_KEY'],
    ['no check to run', { only: 'gme/none' }, 'gme/none'],
  ])('4: %s', async (_, over, said) => {
    const ended = await world.soundcheck(['certify', ...(await world.flagsFor(reference, over))]);
    expect(ended.code, ended.err).toBe(4);
    expect(ended.err).toContain(said);
    expect(ended.err).toMatch(/^soundcheck: .+\n {2}→ .+\n$/u);
    await world.expectClean(ended);
  });

  it('4: a wrong key', async () => {
    const flags = await world.flagsFor(reference);
    const ended = await world.soundcheck(['certify', ...flags], { CALLBACK_KEY: 'another-canary' });
    expect(ended.code).toBe(4);
    expect(ended.err).toContain('accepts no rightly signed callback');
    expect(ended.out + ended.err).not.toContain('another-canary');
    expect(await world.readReport()).toMatchObject({ verdict: 'configuration', certificates: [] });
  });

  it('4: an endpoint without its application', async () => {
    const [, , ...flags] = await world.flagsFor(reference);
    const ended = await world.soundcheck(['certify', ...flags]);
    expect(ended).toMatchObject({ code: 4, err: expect.stringContaining('--app-id') as string });
  });

  it('4: a configuration file that throws', async () => {
    await writeFile(
      join(folder, 'soundcheck.config.ts'),
      'throw new Error("no database" as string);',
    );
    const ended = await world.soundcheck(['certify']);
    expect(ended).toMatchObject({
      code: 4,
      err: expect.stringContaining('no database') as string,
    });
    await world.expectClean(ended);
  });

  it('4: reports that cannot be written', async () => {
    const file = join(folder, 'file');
    await writeFile(file, '');
    const flags = await world.flagsFor(reference, { 'report-dir': join(file, 'reports') });
    const ended = await world.soundcheck(['certify', ...flags, ...quick]);
    expect(ended).toMatchObject({
      code: 4,
      err: expect.stringContaining('--report-dir') as string,
    });
  });

  it('64: a typo in a flag, with the flag that was meant', async () => {
    const ended = await world.soundcheck(['certify', '--enpoint', 'http://127.0.0.1:1/']);
    expect(ended.code).toBe(64);
    expect(ended.err).toContain('--endpoint');
    await world.expectClean(ended);
  });
});

describe('configuration', { timeout: 60_000 }, () => {
  it('is read from a TypeScript file, variables win over it and flags over both', async () => {
    const flags = await world.flagsFor(reference);
    const endpoint = flags[flags.indexOf('--endpoint') + 1];
    await writeFile(
      join(folder, 'soundcheck.config.ts'),
      `interface Target { readonly endpoint: string }
       const target: Target = { endpoint: ${JSON.stringify(endpoint)} };
       export default { ...target, secretEnv: 'CALLBACK_KEY', only: 'gme/none', seed: 5, appId: '1' };`,
    );
    const environment = { CALLBACK_KEY: canary, SOUNDCHECK_SEED: '6', SOUNDCHECK_APP_ID: '2' };
    const ended = await world.soundcheck(
      ['certify', '--app-id', '1400000000', ...quick],
      environment,
    );
    expect(ended, ended.err).toMatchObject({ code: 0 });
    expect(await world.readReport()).toMatchObject({ seed: 6, target: { appId: '1400000000' } });
    await world.expectClean(ended);
  });

  it('keeps credentials of the target out of every output', async () => {
    const flags = await world.flagsFor(subjectNamed(defects, 'duplicates-refused-409'));
    const observe = flags[flags.indexOf('--observe') + 1] ?? '';
    const withToken =
      observe.replace('http://', 'http://me:hidden-password@') + '&token=hidden-token';
    const target = flags.map((flag) => (flag === observe ? withToken : flag));
    const only = ['--only', 'gme/delivery/accepts-duplicates'];
    const ended = await world.soundcheck(['certify', ...target, ...only]);
    expect(ended.code).toBe(1);
    const texts = [ended.out, ended.err, ...(await filesBelow(folder)).values()];
    expect(texts.filter((text) => /hidden-(?:password|token)/u.test(text))).toEqual([]);
  });

  it('shows the embedded target to who gives none, and says that it is nothing of theirs', async () => {
    const ended = await world.soundcheck(['certify', ...quick], {});
    expect(ended).toMatchObject({ code: 0 });
    expect(ended.out).toContain('The embedded reference was tested, nothing of yours.');
  });

  it('doctor says what is well and what is not', async () => {
    const well = await world.soundcheck(['doctor', ...(await world.flagsFor(reference))]);
    expect(well).toMatchObject({ code: 0 });
    expect(well.out).toMatch(/^✓ the endpoint takes rightly signed callbacks/mu);
    const ill = await world.soundcheck([
      'doctor',
      ...(await world.flagsFor(reference, { observe: 'http://127.0.0.1:1/{roomId}' })),
    ]);
    expect(ill).toMatchObject({ code: 4 });
    expect(ill.out).toMatch(/^✗ .+\n {2}→ /mu);
    await world.expectClean(ill);
  });
});

it('a file in the way of a folder is the user’s matter', async () => {
  await writeFile(join(folder, 'file'), '');
  const ended = await world.soundcheck(['simulate', '--out', join(folder, 'file')]);
  expect(ended).toMatchObject({ code: 4, err: expect.stringContaining('--out') as string });
}, 30_000);
