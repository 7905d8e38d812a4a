import eslint from '@eslint/js';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { ENGINE_ROOMS, fenceOf, ROOMS } from './scripts/rooms.mjs';

/** Fences between the rooms of the code: what a module may not import, with the reason. Inner rooms come last and win. */
const fences = [...ROOMS, ...ENGINE_ROOMS].map((room) => {
  const { files, forbidden } = fenceOf(room);
  const patterns = (file) =>
    forbidden
      .filter(({ except }) => !except?.includes(file))
      .map(({ regex, reason, types }) => ({ regex, message: `${reason}.`, allowTypeImports: types }));
  const excepted = [...new Set(forbidden.flatMap(({ except }) => except ?? []))];
  return [files, ...excepted.map((file) => [file])].map((own) => ({
    files: own,
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns: patterns(own[0]) }] },
  }));
});

export default defineConfig(
  {
    ignores: [
      'dist/',
      '**/.astro/',
      '**/.cache/',
      'node_modules/',
      'lib/',
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
  ...fences.flat(),
);
