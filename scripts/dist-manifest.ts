/** What the build reads of package.json. */
export interface Manifest {
  readonly bin: Readonly<Record<string, string>>;
  readonly imports: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
}

/** `dist/package.json`: the scope in which the built files resolve their `#folder/…` imports. */
export interface DistManifest {
  readonly type: 'module';
  readonly imports: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** The manifest of the built files: each `#folder/*.ts` of package.json leads to its JavaScript and declarations. */
export function distManifest({ imports }: Pick<Manifest, 'imports'>): DistManifest {
  const built = Object.entries(imports).map(([specifier, source]) => {
    const target = source.replace(/\.ts$/, '');
    return [specifier, { types: `${target}.d.ts`, default: `${target}.js` }] as const;
  });
  return { type: 'module', imports: Object.fromEntries(built) };
}

/** Files that are published as they are: exports of dist that no compiler writes, relative to the root. */
export function assetsOf({ exports }: Pick<Manifest, 'exports'>): readonly string[] {
  return Object.values(exports)
    .filter((target) => typeof target === 'string')
    .filter((target) => target.startsWith('./dist/'))
    .map((target) => target.slice('./dist/'.length));
}
