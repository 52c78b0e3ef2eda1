import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { SoundcheckError } from '#harness/errors.ts';
import type { Configuration } from './options.ts';

const names = ['ts', 'mts', 'js', 'mjs', 'json'].map((end) => `soundcheck.config.${end}`);

/**
 * Loads the configuration file: the one named, or `soundcheck.config.{ts,mts,js,mjs,json}` of the folder, or none.
 * @throws SoundcheckError CONFIGURATION where a named file is missing, or the file throws or exports no object.
 */
export async function loadConfigFile(
  folder: string,
  named: string | undefined,
): Promise<Configuration> {
  const path =
    named === undefined || named === ''
      ? names.map((name) => resolve(folder, name)).find((candidate) => existsSync(candidate))
      : resolve(folder, named);
  if (path === undefined) {
    return {};
  }
  if (!existsSync(path)) {
    throw new SoundcheckError(
      'CONFIGURATION',
      `there is no configuration file ${path}`,
      'Correct --config, or leave it out.',
    );
  }
  let exported: unknown;
  try {
    exported = await importFile(path);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new SoundcheckError(
      'CONFIGURATION',
      `the configuration file ${path} cannot be loaded: ${reason}`,
      'Run it alone to see where it fails.',
      { cause },
    );
  }
  if (typeof exported !== 'object' || exported === null || Array.isArray(exported)) {
    throw new SoundcheckError(
      'CONFIGURATION',
      `the configuration file ${path} exports no object`,
      'Write: export default defineConfig({ … }).',
    );
  }
  return exported;
}

async function importFile(path: string): Promise<unknown> {
  const url = pathToFileURL(path).href;
  if (path.endsWith('.json')) {
    const module = (await import(url, { with: { type: 'json' } })) as { default?: unknown };
    return module.default;
  }
  if (/\.m?ts$/u.test(path)) {
    // Node 20 cannot read TypeScript; tsx can, and is only loaded where it is needed.
    const { tsImport } = await import('tsx/esm/api');
    return unwrap(await tsImport(url, import.meta.url));
  }
  return unwrap(await import(url));
}

/** The default export, also where a CommonJS wrapper has put another one around it. */
function unwrap(module: unknown): unknown {
  const once = defaultOf(module);
  return defaultOf(once) ?? once;
}

function defaultOf(module: unknown): unknown {
  return typeof module === 'object' && module !== null && 'default' in module
    ? module.default
    : undefined;
}
