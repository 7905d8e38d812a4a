import eslint from '@eslint/js';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/**
 * What each folder may not import (the table of the house): `files` are the folder's modules, `except` those that may,
 * `forbid` the imports as regular expressions with the reason, `types` whether types may be imported all the same.
 */
export const FENCES = [
  {
    name: 'the engine takes strings and gives data',
    files: ['src/specgraph/**/*.ts'],
    except: ['src/specgraph/load.ts', 'src/specgraph/disk.ts', 'src/specgraph/rules/**'],
    forbid: [
      { regex: '^node:', reason: 'only disk.ts and load.ts touch the system' },
      { regex: '^astro', reason: 'the engine knows no site' },
      {
        regex: '(?:^|/)(?:cli|integration|site|client|pages|components|layouts)/',
        reason: 'the engine knows nothing above it',
      },
    ],
  },
  {
    name: 'a rule stands alone and reads the graph',
    files: ['src/specgraph/rules/*.ts'],
    except: ['src/specgraph/rules/index.ts'],
    forbid: [
      { regex: String.raw`^\./(?!rule\.ts$)`, reason: 'no rule imports a rule' },
      {
        regex: String.raw`^\.\./(?:parse/|extract/(?!tables\.ts$)|load\.ts|check\.ts)`,
        reason: 'what a rule needs and the graph lacks belongs in extract/',
      },
      { regex: '^node:', reason: 'only disk.ts and load.ts touch the system' },
      { regex: '(?:^|/)(?:cli|integration|site|client)/', reason: 'the engine knows nothing above it' },
    ],
  },
  {
    name: 'questions are small enough for the browser',
    files: ['src/specgraph/query/**/*.ts'],
    except: [],
    types: true,
    forbid: [
      {
        regex: String.raw`^\.\./(?!resolve/ids\.ts$|text/did-you-mean\.ts$|usage-error\.ts$)`,
        reason: 'types of the engine, and resolve/ids.ts',
      },
      { regex: '^node:', reason: 'there is no Node in a browser' },
    ],
  },
  {
    name: 'the command line uses the doors of the engine',
    files: ['src/cli/**/*.ts'],
    except: [],
    forbid: [
      { regex: '^astro', reason: 'the command line knows no site' },
      {
        regex: 'specgraph/.*(?:extract|parse|resolve|rules|contracts)/',
        reason: 'no deep paths into the engine',
      },
      { regex: '(?:^|/)(?:integration|site|client)/', reason: 'the command line knows no site' },
    ],
  },
  {
    name: 'the integration knows no command line',
    files: ['src/integration/**/*.ts'],
    except: [],
    forbid: [
      { regex: '(?:^|/)cli/', reason: 'they are two ways in' },
      { regex: '(?:^|/)components/', reason: 'components are above it' },
    ],
  },
  {
    name: 'page data is made from the graph',
    files: ['src/site/**/*.ts'],
    except: [],
    forbid: [
      { regex: '^node:fs', reason: 'the graph has what the pages show' },
      { regex: '(?:^|/)cli/', reason: 'they are two ways in' },
      { regex: 'specgraph/(?:parse|extract)/', reason: 'nothing parses the Markdown twice' },
    ],
  },
  {
    name: 'what runs in a browser needs no Node and no parser',
    files: ['src/client/**/*.ts'],
    except: [],
    types: true,
    forbid: [
      { regex: '^node:', reason: 'there is no Node in a browser' },
      { regex: '^#specgraph(?!/query$)', reason: 'only the questions are small enough' },
      { regex: String.raw`^\..*/specgraph/(?!query/)`, reason: 'only the questions are small enough' },
      { regex: '^astro', reason: 'the browser knows no Astro' },
    ],
  },
];

const fences = FENCES.map(({ files, except, forbid, types }) => ({
  files,
  ignores: except,
  rules: {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      {
        patterns: forbid.map(({ regex, reason }) => ({
          regex,
          message: `${reason}.`,
          allowTypeImports: types ?? false,
        })),
      },
    ],
  },
}));

export default defineConfig(
  {
    ignores: [
      'dist/',
      '**/.astro/',
      '.cache/',
      'node_modules/',
      'tests/fixtures/',
      'test-results/',
      'playwright-report/',
      '**/*.astro',
    ],
  },
  eslint.configs.recommended,
  ...tseslint.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none' },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      // Control characters in patterns are what is looked for.
      'no-control-regex': 'off',
      // Assertions where the graph guarantees what the type cannot say.
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['src/specgraph/**/*.ts'],
    ignores: ['src/specgraph/load.ts', 'src/specgraph/disk.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        'process',
        'console',
        'window',
        'document',
        'fetch',
        'performance',
        'setTimeout',
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now' },
        { object: 'Math', property: 'random' },
      ],
    },
  },
  {
    files: ['src/cli/**/*.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'exit', message: 'a command returns its exit status.' },
      ],
    },
  },
  {
    files: ['**/*.mjs', 'scripts/**'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        URL: 'readonly',
      },
    },
  },
  ...fences,
);
