import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { startReceiver, type StartableReceiver } from '#fixtures/receivers/gme/index.ts';
import type { Diagnosis } from '#harness/doctor/diagnosis.ts';
import { openWorld, type Ended, type World } from './command-line.test-kit.ts';
import { services } from './registry.ts';

let world: World;
beforeEach(async (context) => {
  world = await openWorld(context);
});

const reference: StartableReceiver = { name: 'reference', start: startReceiver };

interface DoctorJson {
  readonly schema: string;
  readonly ready: boolean;
  readonly exitCode: number;
  readonly lines: readonly Diagnosis[];
}

function documentOf({ out }: Ended): DoctorJson {
  return JSON.parse(out) as DoctorJson;
}

describe('soundcheck doctor', { timeout: 60_000 }, () => {
  it.each(services.map(({ suite }) => suite.service))(
    'finds the embedded target of %s ready, line by line and as JSON',
    async (service) => {
      const ended = await world.soundcheck(['doctor', '--service', service, '--json'], {});
      expect(ended, ended.err).toMatchObject({ code: 0 });
      const { schema, ready, exitCode, lines } = documentOf(ended);
      expect([schema, ready, exitCode]).toEqual(['soundcheck-doctor/1', true, 0]);
      expect(new Set(lines.map(({ topic }) => topic))).toEqual(
        new Set([
          'port',
          'clock',
          'dialect',
          'signature',
          'forgery',
          'time-out',
          'observation',
          'bucket',
          'ffprobe',
        ]),
      );
      expect(lines.filter((line) => !line.well)).toEqual([]);
      const unsigned = lines.filter(({ topic }) => topic === 'forgery');
      expect(unsigned.map(({ what }) => what)).toEqual([
        expect.stringMatching(/^an unsigned callback is refused/u),
        expect.stringMatching(/^a wrongly signed callback is refused/u),
      ]);
    },
  );

  it('says what is wrong with the configuration as a line of JSON', async () => {
    const flags = await world.flagsFor(reference, { 'app-id': 'name' });
    const ended = await world.soundcheck(['doctor', ...flags, '--json']);
    expect(ended.code).toBe(4);
    expect(documentOf(ended)).toMatchObject({
      ready: false,
      exitCode: 4,
      lines: [{ topic: 'configuration', well: false }],
    });
    await world.expectClean(ended);
  });

  it('looks at the bucket though the endpoint is dead, and keeps reports as they are', async () => {
    await writeFile(join(world.folder, 'soundcheck-report'), 'kept');
    const flags = await world.flagsFor(reference, {
      endpoint: 'http://127.0.0.1:1/',
      bucket: '.',
    });
    const ended = await world.soundcheck(['doctor', ...flags, '--json']);
    const { lines } = documentOf(ended);
    expect(ended.code).toBe(4);
    expect(lines.map(({ topic, well }) => [topic, well])).toEqual([
      ['port', false],
      ['bucket', true],
      ['bucket', true],
      ['bucket', true],
      ['ffprobe', true],
    ]);
  });

  it('tells how a store is addressed', async () => {
    const bucket = 's3://recordings/gme?endpoint=http://127.0.0.1:1&region=us-east-1';
    const ended = await world.soundcheck(['doctor', '--app-id', '1400000000', '--bucket', bucket], {
      AWS_ACCESS_KEY_ID: 'id',
      AWS_SECRET_ACCESS_KEY: 'secret-of-the-store',
    });
    expect(ended.code).toBe(4);
    expect(ended.out).toContain(
      '127.0.0.1:1/recordings (path addressing), signed for region us-east-1',
    );
    expect(ended.out).toMatch(/^✗ .+\n {2}→ /mu);
    expect(ended.out + ended.err).not.toContain('secret-of-the-store');
  });
});
