import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SoundcheckError } from '#harness/errors.ts';
import { renderHtml } from '#reports/html.ts';
import { renderJson } from '#reports/json.ts';
import { sampleRuns } from '#reports/samples.test-data.ts';
import { writeReports } from './write-reports.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'soundcheck-reports-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('writeReports', () => {
  it('makes the directory, writes the four files and leaves nothing else', async () => {
    const directory = join(folder, 'a', 'b');
    const paths = await writeReports(sampleRuns.notMet, { directory, failOn: 'must' });
    expect(paths).toEqual(
      ['report.json', 'junit.xml', 'report.html', 'summary.md'].map((name) =>
        join(directory, name),
      ),
    );
    expect((await readdir(directory)).toSorted()).toEqual(
      ['junit.xml', 'report.html', 'report.json', 'summary.md'].toSorted(),
    );
    expect(await readFile(join(directory, 'report.json'), 'utf8')).toBe(
      renderJson(sampleRuns.notMet),
    );
    expect(await readFile(join(directory, 'report.html'), 'utf8')).toBe(
      renderHtml(sampleRuns.notMet),
    );
  });

  it('replaces an old report', async () => {
    await writeReports(sampleRuns.notMet, { directory: folder, failOn: 'must' });
    await writeReports(sampleRuns.met, { directory: folder, failOn: 'must' });
    expect(await readFile(join(folder, 'summary.md'), 'utf8')).toMatch(/^# ✅ Met/);
  });

  it('writes a certificate with a run that certifies something, and takes it away with the next that does not', async () => {
    const certificate = ['certificate.html', 'certificate.json', 'certificate.svg'];
    const listed = async (): Promise<readonly string[]> =>
      (await readdir(folder)).filter((name) => name.startsWith('certificate')).toSorted();
    await writeReports(sampleRuns.met, { directory: folder, failOn: 'must' });
    expect(await listed()).toEqual(certificate);
    await writeReports(sampleRuns.notMet, { directory: folder, failOn: 'must' });
    expect(await listed()).toEqual([]);
  });

  it('writes in Chinese what people read, and nothing that programs read', async () => {
    const read = async (name: string): Promise<string> => readFile(join(folder, name), 'utf8');
    const where = { directory: folder, failOn: 'must' } as const;
    await writeReports(sampleRuns.met, where);
    const english = [await read('report.json'), await read('junit.xml')];
    const statement = await read('certificate.json');
    await writeReports(sampleRuns.met, { ...where, language: 'zh' });
    expect([await read('report.json'), await read('junit.xml')]).toEqual(english);
    expect(await read('certificate.json')).toBe(statement);
    for (const name of ['report.html', 'summary.md', 'certificate.html', 'certificate.svg']) {
      expect(await read(name), name).toMatch(/\p{Script=Han}/u);
    }
  });

  it('says in one sentence that the directory cannot be written', async () => {
    const file = join(folder, 'file');
    await writeFile(file, 'in the way');
    const failure = await writeReports(sampleRuns.met, { directory: file, failOn: 'must' }).catch(
      (error: unknown) => error,
    );
    expect(failure).toBeInstanceOf(SoundcheckError);
    expect(failure).toMatchObject({ kind: 'CONFIGURATION', exitCode: 4 });
    expect(await readFile(file, 'utf8')).toBe('in the way');
  });

  it('leaves no half-written file behind when a place is taken', async () => {
    const directory = join(folder, 'taken');
    await writeReports(sampleRuns.met, {
      directory: join(directory, 'report.html'),
      failOn: 'must',
    });
    const failure = await writeReports(sampleRuns.met, { directory, failOn: 'must' }).catch(
      (error: unknown) => error,
    );
    expect(failure).toBeInstanceOf(SoundcheckError);
    expect((await readdir(directory)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});
