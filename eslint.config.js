import eslint from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import { configs as regexpConfigs } from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';
import { explainedDisable } from './scripts/lint/explained-disable.js';
import { importBlocks } from './scripts/lint/import-blocks.js';

const tests = ['**/*.test.ts', '**/*.test-*.ts', '**/*.suite.ts'];

/** @type {import('eslint').Linter.Config} */
const house = {
  name: 'soundcheck/house rules',
  plugins: { soundcheck: { rules: { 'explained-disable': explainedDisable } } },
  rules: {
    'soundcheck/explained-disable': 'error',
    'no-warning-comments': 'error',
    curly: 'error',
    eqeqeq: 'error',
    'no-console': 'error',
    'object-shorthand': 'error',
    'max-lines': ['error', 300],
    'max-lines-per-function': ['error', 70],
    '@typescript-eslint/consistent-type-exports': 'error',
    '@typescript-eslint/consistent-type-imports': 'error',
    '@typescript-eslint/explicit-module-boundary-types': 'error',
    '@typescript-eslint/no-floating-promises': 'error',
    '@typescript-eslint/switch-exhaustiveness-check': [
      'error',
      // A default is for values that the compiler cannot list, never for forgotten members.
      { considerDefaultExhaustiveForUnions: false, requireDefaultForNonUnion: false },
    ],
    '@typescript-eslint/no-unused-vars': [
      'error',
      { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
    ],

    // The compiler reads the scripts too and knows the globals.
    'no-undef': 'off',
    // Numbers print the same everywhere; messages with figures need no String() around each.
    '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    // `() => stop()` as a callback says all there is to say.
    '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    // `while (true)` is the plain way to write a read loop.
    '@typescript-eslint/no-unnecessary-condition': [
      'error',
      { allowConstantLoopConditions: 'only-allowed-literals' },
    ],
    // `[A-Za-z\d]` says what a name may hold; the flag would apply to the whole expression.
    'regexp/use-ignore-case': 'off',
    // Space to tilde is what everybody calls printable ASCII.
    'regexp/no-obscure-range': ['error', { allowed: ['alphanumeric', ' -~'] }],
    // An in-memory bucket or observer is async because its interface is.
    '@typescript-eslint/require-await': 'off',
  },
};

export default defineConfig(
  globalIgnores(['dist/', 'coverage/', 'soundcheck-report/', '.stryker-tmp/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  eslint.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  regexpConfigs['flat/recommended'],
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
  },
  house,
  importBlocks,
  // The compiler checks these files' JSDoc types; the typed rules do not see casts in comments.
  { files: ['**/*.js'], extends: [tseslint.configs.disableTypeChecked] },
  {
    files: ['**/*.js'],
    rules: { '@typescript-eslint/explicit-module-boundary-types': 'off' },
  },
  {
    name: 'soundcheck/tests',
    files: tests,
    // A describe block is as long as its list of cases.
    rules: { 'max-lines': 'off', 'max-lines-per-function': 'off' },
  },
  {
    name: 'soundcheck/writers',
    files: ['cli.ts', 'cli/**/*.ts', 'scripts/**', 'bench/**'],
    rules: { 'no-console': 'off' },
  },
);
