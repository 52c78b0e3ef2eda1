import { readFileSync } from 'node:fs';
import { importTable } from '../lint/import-table.js';
import { dependencyReasons } from './dependency-reasons.ts';
import { code, table } from './markdown.ts';

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
}

function readManifest(): Manifest {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return JSON.parse(text) as Manifest;
}

/** The import table that ESLint enforces, in words. */
export function renderImportTable(): string {
  const { dependencies, peerDependencies } = readManifest();
  const packages = Object.keys({ ...dependencies, ...peerDependencies });
  const rows = importTable.map(({ name, may, mayTypes = [], pure }) => {
    const others = may.filter((one) => !packages.includes(one));
    const own = may.filter((one) => packages.includes(one));
    const shown = own.length === packages.length ? ['every runtime dependency'] : own.map(code);
    return [
      nameCell(name),
      [...others.map(moduleName), ...shown].join(', '),
      mayTypes.map(moduleName).join(', '),
      pure === true ? 'yes' : '',
    ];
  });
  return table(['Files', 'may import', 'types only', 'pure'], rows).join('\n');
}

function nameCell(name: string): string {
  return name.replaceAll(/[\w./-]*[/.][\w./-]*/gu, (path) => code(path));
}

/** `#media/` → `media/`, `#` → every folder, `node:` → every module of Node. */
function moduleName(specifier: string): string {
  if (specifier === '#') {
    return 'every folder';
  }
  return code(specifier === 'node:' ? 'node:*' : specifier.replace(/^#/u, ''));
}

/**
 * Every runtime dependency with what it does and why it was chosen.
 * @throws RangeError where the reasons and package.json disagree.
 */
export function renderDependencies(): string {
  const { dependencies, peerDependencies } = readManifest();
  const versions = { ...dependencies, ...peerDependencies };
  const names = Object.keys(versions);
  const unexplained = names.filter((name) => !(name in dependencyReasons));
  const spare = Object.keys(dependencyReasons).filter((name) => !names.includes(name));
  if (unexplained.length > 0 || spare.length > 0) {
    throw new RangeError(
      `scripts/docs/dependency-reasons.ts and package.json disagree: ${[...unexplained, ...spare].join(', ')}.`,
    );
  }
  const rows = names.map((name) => {
    const { does = '', why = '' } = dependencyReasons[name] ?? {};
    const optional = name in peerDependencies ? ' (optional peer)' : '';
    return [`${code(name)}${optional}`, does, why];
  });
  return table(['Package', 'What it does here', 'Why this one'], rows).join('\n');
}
