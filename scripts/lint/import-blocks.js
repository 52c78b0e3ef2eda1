import { exemptFiles, importTable } from './import-table.js';

/** @typedef {import('./import-table.js').Row} Row */

const topFolders = 'contracts,media,generators,harness,suites,reports,fixtures';

/** Folders above a file, counted; deeper nesting than the last one is not planned. */
const depths = [1, 2, 3, 4, 5];

const impureGlobals = [
  'process',
  'performance',
  'crypto',
  'fetch',
  'setTimeout',
  'setInterval',
  'setImmediate',
];

const impureSyntax = [
  "MemberExpression[object.name='Date'][property.name='now']",
  "MemberExpression[object.name='Math'][property.name='random']",
  "NewExpression[callee.name='Date'][arguments.length=0]",
];

const purityMessage =
  'This folder is pure, so that a run can be repeated: take time, chance and environment as arguments.';

/**
 * A regular expression of the specifiers that a name stands for: `#media/` and `node:` for all below
 * them, a package for its subpaths too, `node:fs` for itself alone.
 * @param {string} name
 */
function regexOf(name) {
  const literal = name.replaceAll('.', String.raw`\.`);
  if (/[#/:]$/.test(name)) {
    return `${literal}.+`;
  }
  return /^(?:#|node:)/.test(name) ? literal : `${literal}(?:/.+)?`;
}

/** @param {readonly string[]} names */
function oneOf(names) {
  return `(?:${names.map(regexOf).join('|')})`;
}

/** All specifiers that are neither relative nor named. @param {readonly string[]} names */
function anyBut(names) {
  return String.raw`^(?!\.{1,2}/|${oneOf(names)}$)`;
}

/** @param {Row} row */
function messageOf({ name, may, mayTypes, remedy }) {
  const types = mayTypes ? `, and types of ${mayTypes.join(', ')}` : '';
  return `${name} may import only ${may.join(', ')}${types}. ${remedy}`;
}

/** @param {Row} row */
function staticImports(row) {
  const { may, mayTypes } = row;
  const message = messageOf(row);
  const foreign = { regex: anyBut([...may, ...(mayTypes ?? [])]), message };
  if (mayTypes === undefined) {
    return [foreign];
  }
  const valueOfType = `^(?!${oneOf(may)}$)${oneOf(mayTypes)}$`;
  return [foreign, { regex: valueOfType, allowTypeImports: true, message }];
}

/** `import()` escapes the rule for import statements. @param {Row} row */
function dynamicImports(row) {
  // A slash would end the regular expression of a selector.
  const regex = anyBut(row.may).replaceAll('/', String.raw`\u002F`);
  return { selector: `ImportExpression[source.value=/${regex}/]`, message: messageOf(row) };
}

/**
 * @param {Row} row
 * @returns {import('eslint').Linter.Config}
 */
function tableBlock(row) {
  const impure = impureSyntax.map((selector) => ({ selector, message: purityMessage }));
  const globals = impureGlobals.map((name) => ({ name, message: purityMessage }));
  return {
    name: `soundcheck/imports of ${row.name}`,
    files: row.files,
    ignores: exemptFiles,
    rules: {
      '@typescript-eslint/no-restricted-imports': ['error', { patterns: staticImports(row) }],
      'no-restricted-syntax': ['error', dynamicImports(row), ...(row.pure ? impure : [])],
      'no-restricted-globals': ['error', ...(row.pure ? globals : [])],
    },
  };
}

/**
 * @param {number} depth
 * @returns {import('eslint').Linter.Config}
 */
function boundaryBlock(depth) {
  return {
    name: `soundcheck/no way out of a folder, ${depth} deep`,
    files: [`{${topFolders}}/${'*/'.repeat(depth - 1)}*.ts`],
    ignores: ['suites/**/*.suite.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: String.raw`^(?:\./)*(?:\.\./){${depth}}`,
              message:
                'This path leaves its top-level folder: import across folders as #folder/file.ts.',
            },
          ],
        },
      ],
    },
  };
}

/** The import table as ESLint configuration: who may import whom, and by which path. */
export const importBlocks = [...depths.map(boundaryBlock), ...importTable.map(tableBlock)];
