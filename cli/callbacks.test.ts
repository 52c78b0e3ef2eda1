import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadCallbacks } from './callbacks.ts';
import { simulate } from './simulate.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'soundcheck-callbacks-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function texts(content: string): Promise<readonly string[] | undefined> {
  const path = join(folder, 'callbacks.ndjson');
  await writeFile(path, content);
  const bodies = await loadCallbacks(path);
  return bodies?.map((body) => Buffer.from(body).toString());
}

test('no file, no callbacks; an empty one, none of them', async () => {
  expect(await loadCallbacks(undefined)).toBeNull();
  expect(await texts('')).toEqual([]);
});

test('a body as text, as Base64 and alone on its line', async () => {
  const content = [
    '\uFEFF{"at":1,"body":"{\\n\\t\\"a\\":\\t1}"}',
    '',
    `{"bodyBase64":"${Buffer.from('{"b":"ü"}').toString('base64')}","body":"not this"}`,
    '   ',
    '{"EventType": 301, "big": 446192236330927912}',
  ];
  expect(await texts(`${content.join('\r\n')}\n`)).toEqual([
    '{\n\t"a":\t1}',
    '{"b":"ü"}',
    '{"EventType": 301, "big": 446192236330927912}',
  ]);
});

test.each([
  ['{"body":1}', /line 1: body is not a text/u],
  ['{}\n{"body":null}', /line 2: body is not a text/u],
  ['{}\n\n{"bodyBase64":"a"}', /line 3: bodyBase64 is not Base64/u],
  ['{"bodyBase64":7}', /line 1: bodyBase64 is not Base64/u],
  ['{}\n[]', /line 2 is not a JSON object/u],
  ['{}\n{}\n{"body":', /line 3 is not JSON: /u],
])('%j is refused with its line', async (content, message) => {
  await expect(texts(content)).rejects.toThrow(message);
});

test('a file that is not there is an error', async () => {
  await expect(loadCallbacks(join(folder, 'nowhere'))).rejects.toThrow(/cannot be read/u);
});

test('what simulate writes is read', async () => {
  const out = join(folder, 'world');
  await simulate({ out, seed: '1', scope: 'both' }, {});
  const bodies = (await loadCallbacks(join(out, 'callbacks.ndjson'))) ?? [];
  expect(bodies.length).toBeGreaterThan(0);
  for (const body of bodies) {
    expect(JSON.parse(Buffer.from(body).toString())).toHaveProperty('EventType');
  }
});
