import { generateKeyPairSync } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exitCodes } from '#harness/verdict.ts';
import { openWorld } from '../command-line.test-kit.ts';

const commit = 'd20ace7968ba43c0219f62d71334c1095bab1602';

test('a run is certified, signed, verified by its key, and refused once its report is another', async (context) => {
  const world = await openWorld(context);
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  await writeFile(join(world.folder, 'key.pem'), pem);
  await writeFile(
    join(world.folder, 'key.pub'),
    publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  );
  const run = [
    'certify',
    '--profile',
    'archive',
    '--subject',
    `git:${commit}`,
    '--sign-key',
    'key.pem',
  ];
  expect((await world.soundcheck(run)).code).toBe(exitCodes.met);

  const verify = (...more: readonly string[]): ReturnType<typeof world.soundcheck> =>
    world.soundcheck(['verify-certificate', 'soundcheck-report/certificate.dsse.json', ...more]);
  const asked = ['--public-key', 'key.pub', '--report', 'soundcheck-report/report.json'];
  const held = await verify(...asked, '--require', 'archive', '--subject', `git:${commit}`);
  expect(held.out).toMatch(/^HOLDS .* gme, archive, until .*\n[\s\S]*signed with the given key/u);
  expect(held.code).toBe(exitCodes.met);

  const report = join(world.folder, 'soundcheck-report/report.json');
  await writeFile(report, (await readFile(report, 'utf8')).replace('"seed": 1', '"seed": 2'));
  const stitched = await verify(...asked);
  expect(stitched.out).toContain('report.json is not the one that the certificate was made of');
  expect(stitched.code).toBe(exitCodes.notMet);
  expect((await verify('--require', 'wire')).out).toContain('wire is required, and not certified');
  expect((await verify('--require', 'wires')).code).toBe(exitCodes.usage);
  expect((await verify('--public-key', 'nothing.pub')).code).toBe(exitCodes.configuration);

  // The next run in the same place is filtered: the certificate of the last one must not stay.
  await world.soundcheck(['certify', '--only', 'gme/naming']);
  const gone = await world.soundcheck(['verify-certificate', 'soundcheck-report/certificate.json']);
  expect(gone.code).toBe(exitCodes.configuration);
  await world.expectClean(held);
}, 60_000);

test('a key that cannot be read ends the run before anything is sent', async (context) => {
  const world = await openWorld(context);
  await writeFile(join(world.folder, 'key.pem'), 'no key');
  const ended = await world.soundcheck(['certify', '--sign-key', 'key.pem']);
  expect(ended.code).toBe(exitCodes.configuration);
  expect(ended.err).toContain('key.pem is no Ed25519 private key in PEM');
  expect(ended.out).toBe('');
}, 60_000);
