import { readFile, writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { generatedDocuments, type GeneratedDocument } from './documents.ts';

const repository = new URL('../../', import.meta.url);

/** A document as it is committed and as the code wants it. */
export interface Comparison {
  readonly path: string;
  readonly committed: string;
  readonly wanted: string;
}

/** Renders every document, or those at some paths, and formats it as the repository's files are. */
export function compareDocuments(paths?: readonly string[]): Promise<readonly Comparison[]> {
  return Promise.all(
    generatedDocuments
      .filter(({ path }) => paths === undefined || paths.includes(path))
      .map(compare),
  );
}

async function compare({ path, render }: GeneratedDocument): Promise<Comparison> {
  const url = new URL(path, repository);
  const committed = await readOrEmpty(url);
  const options = await resolveConfig(url);
  const wanted = await format(render(committed), { ...options, parser: 'markdown' });
  return { path, committed, wanted };
}

async function readOrEmpty(url: URL): Promise<string> {
  try {
    return await readFile(url, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      return '';
    }
    throw error;
  }
}

/** Writes the documents that differ, all or those at some paths. @returns their paths. */
export async function writeDocuments(paths?: readonly string[]): Promise<readonly string[]> {
  const stale = (await compareDocuments(paths)).filter(
    ({ committed, wanted }) => committed !== wanted,
  );
  await Promise.all(stale.map(({ path, wanted }) => writeFile(new URL(path, repository), wanted)));
  return stale.map(({ path }) => path);
}
