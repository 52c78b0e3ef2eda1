/**
 * Builds the published package: `dist/` with JavaScript and declarations of everything that the
 * entries of package.json reach, the assets beside it, and a package.json of its own, through which
 * Node and TypeScript resolve `#contracts/clause.ts` to the built file: the compiler rewrites the
 * endings of relative imports only.
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { assetsOf, distManifest, type Manifest } from './dist-manifest.ts';

const root = new URL('../', import.meta.url);
const at = (path: string): string => fileURLToPath(new URL(path, root));

function readManifest(): Manifest {
  return JSON.parse(readFileSync(at('package.json'), 'utf8')) as Manifest;
}

/** The bin must start by itself: npm keeps the mode and the first line that it finds. */
function makeExecutable(bin: string): void {
  if (!readFileSync(at(bin), 'utf8').startsWith('#!/usr/bin/env node\n')) {
    throw new Error(
      `${bin} does not start with "#!/usr/bin/env node": add the line to its source.`,
    );
  }
  chmodSync(at(bin), 0o755);
}

const manifest = readManifest();
rmSync(at('dist'), { recursive: true, force: true });
execFileSync(
  process.execPath,
  [at('node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json'],
  {
    cwd: at('.'),
    stdio: 'inherit',
  },
);
for (const asset of assetsOf(manifest)) {
  cpSync(at(asset), at(`dist/${asset}`));
}
writeFileSync(at('dist/package.json'), `${JSON.stringify(distManifest(manifest), null, 2)}\n`);
Object.values(manifest.bin).forEach(makeExecutable);
