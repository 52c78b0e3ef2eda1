import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { allChecks } from '../../cli/checks.ts';
import { flagOf, optionSpecs } from '../../cli/options.ts';
import { suites } from '../../cli/services.ts';

/** What the documents name must be there: files, headings, checks, flags, dialects, npm scripts. */

const services = suites.map(({ service }) => service);
const repository = join(import.meta.dirname, '../..');
const documents = ['.', 'docs', 'suites']
  .flatMap((folder) =>
    readdirSync(join(repository, folder))
      // Of survivors it tells as they were measured: code quoted, in files that may have moved since.
      .filter((name) => name.endsWith('.md') && name !== 'mutation.md')
      .map((name) => join(folder, name)),
  )
  .map((path) => ({ path, text: readFileSync(join(repository, path), 'utf8') }));

/** What stands in the documents and is not known, as `document: words`. */
function unknown(
  pattern: RegExp,
  isKnown: (found: string, path: string) => boolean,
): readonly string[] {
  return documents.flatMap(({ path, text }) =>
    [...text.matchAll(pattern)]
      .map(([whole, part]) => part ?? whole)
      .filter((found) => !isKnown(found, path))
      .map((found) => `${path}: ${found}`),
  );
}

/** The anchors of a document's headings, as GitHub makes them, and those that it sets itself. */
function anchorsOf(path: string): ReadonlySet<string> {
  const text = readFileSync(path, 'utf8');
  const headings = [...text.matchAll(/^#+ (.+)$/gmu)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
  const own = [...text.matchAll(/<a id="([^"]+)"/gu)].map(([, id = '']) => id);
  return new Set([...headings, ...own]);
}

test('there are documents', () => {
  expect(documents.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['README.md', 'ARCHITECTURE.md', 'docs/observation.md']),
  );
});

test('every link leads to a file and a heading', () => {
  const broken = unknown(/\]\((?!https?:)([^)\s]+)\)/gu, (link, path) => {
    const [file = '', anchor] = link.split('#');
    const target = join(repository, file === '' ? path : join(dirname(path), file));
    return existsSync(target) && (anchor === undefined || anchorsOf(target).has(anchor));
  });
  expect(broken).toEqual([]);
});

test('every file in a code span is there', () => {
  const folders = readdirSync(repository, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  const pattern = new RegExp(`\`((?:${folders.join('|')})/[\\w./-]*)\``, 'gu');
  expect(unknown(pattern, (file) => existsSync(join(repository, file)))).toEqual([]);
});

test('every check is registered', () => {
  const ids = new Set<string>(allChecks().map(({ id }) => id));
  const areas = new Set([...ids].map((id) => id.slice(0, id.lastIndexOf('/'))));
  const isKnown = (id: string): boolean =>
    ids.has(id) || areas.has(id.replace(/\/\*$/u, '')) || id.endsWith('/area/claim');
  // Clause ids go on with "#", written as a character reference in the catalogue.
  const pattern = new RegExp(
    String.raw`(?<![\w/.])(?:${services.join('|')})/[\w-]+(?:/[\w*-]+)?(?![\w/#&.-])`,
    'gu',
  );
  expect(unknown(pattern, isKnown)).toEqual([]);
});

test('every flag is one of ours', () => {
  const commands = ['cli/main.ts', 'scripts/zoo.ts'].map((path) =>
    readFileSync(join(repository, path), 'utf8'),
  );
  const flags = new Set([
    ...optionSpecs.map(({ key }) => flagOf(key)),
    ...[...commands.join('\n').matchAll(/--[a-z-]+/gu)].map(([flag]) => flag),
  ]);
  // The example of a command that observes asks with curl.
  const isKnown = (flag: string): boolean => flags.has(flag) || flag === '--data-urlencode';
  expect(unknown(/(?<![\w-])--[a-z][a-z-]+/gu, isKnown)).toEqual([]);
});

test('every dialect has its name', () => {
  const names = new Set(suites.flatMap(({ dialects }) => dialects.map(({ name }) => name)));
  const pattern = new RegExp(`\`((?:${services.join('|')})-[\\w-]+)\``, 'gu');
  expect(unknown(pattern, (name) => names.has(name))).toEqual([]);
});

test('every npm script exists', () => {
  const manifest = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')) as {
    readonly scripts: Readonly<Record<string, string>>;
  };
  const isKnown = (name: string): boolean => name in manifest.scripts;
  expect(unknown(/npm run (?:-s )?([\w:]+)/gu, isKnown)).toEqual([]);
});

test('no path of a single machine is named', () => {
  const paths = /(?<![\w.}:])\/(?:home|root|tmp|work|Users|usr|var)\/[^\s`)]*/gu;
  expect(unknown(paths, () => false)).toEqual([]);
});
