import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ESLint } from 'eslint';
import { describe, expect, test } from 'vitest';
import { FENCES } from '../eslint.config.mjs';

const cwd = path.resolve(import.meta.dirname, '..');

describe('every fence guards something', () => {
  test.each(FENCES.map((fence) => [fence.name, fence] as const))('%s', (_name, { files, except }) => {
    for (const pattern of [...files, ...except]) expect(globSync(pattern, { cwd }), pattern).not.toEqual([]);
  });
});

test('pages, layouts and components take their data from src/site', () => {
  const files = globSync('src/{pages,layouts,components}/**/*.astro', { cwd });
  expect(files).not.toEqual([]);
  const direct = files.filter((file) =>
    /^import (?!type\b)[^;]*from '(?:#specgraph|[^']*\/specgraph\/)/m.test(
      readFileSync(path.join(cwd, file), 'utf8'),
    ),
  );
  expect(direct).toEqual([]);
});

/** What must not pass, and what is near it and must. */
const CASES: readonly [file: string, code: string, reason: string | undefined][] = [
  ['src/specgraph/graph.ts', "import 'node:fs'", 'only disk.ts and load.ts touch the system.'],
  ['src/specgraph/disk.ts', "import 'node:fs'", undefined],
  ['src/specgraph/extract/links.ts', "import 'astro'", 'the engine knows no site.'],
  ['src/specgraph/check.ts', "import '../cli/main.ts'", 'the engine knows nothing above it.'],
  ['src/specgraph/rules/broken-link.ts', "import './broken-anchor.ts'", 'no rule imports a rule.'],
  ['src/specgraph/rules/broken-link.ts', "import './rule.ts'", undefined],
  ['src/specgraph/rules/index.ts', "import './broken-link.ts'", undefined],
  [
    'src/specgraph/rules/broken-link.ts',
    "import '../parse/markdown.ts'",
    'what a rule needs and the graph lacks belongs in extract/.',
  ],
  ['src/specgraph/query/path.ts', "import '../graph.ts'", 'types of the engine, and resolve/ids.ts.'],
  ['src/specgraph/query/path.ts', "import type { Graph } from '../graph.ts'", undefined],
  ['src/specgraph/query/path.ts', "import '../resolve/ids.ts'", undefined],
  ['src/cli/main.ts', "import '../specgraph/rules/index.ts'", 'no deep paths into the engine.'],
  ['src/cli/main.ts', "import '#specgraph'", undefined],
  ['src/cli/main.ts', "import '../site/urls.ts'", 'the command line knows no site.'],
  ['src/client/search.ts', "import '#specgraph/load'", 'only the questions are small enough.'],
  ['src/client/search.ts', "import '#specgraph/query'", undefined],
  ['src/client/search.ts', "import '../specgraph/query/index.ts'", undefined],
  ['src/client/search.ts', "import '../specgraph/load.ts'", 'only the questions are small enough.'],
  ['src/client/search.ts', "import type { GraphNode } from '#specgraph'", undefined],
  ['src/site/urls.ts', "import 'node:fs'", 'the graph has what the pages show.'],
  ['src/integration/index.ts', "import '../cli/main.ts'", 'they are two ways in.'],
];

test.each(CASES)('%s: %s', async (file, code, reason) => {
  const eslint = new ESLint({
    cwd,
    ruleFilter: ({ ruleId }) => ruleId === '@typescript-eslint/no-restricted-imports',
  });
  const [{ messages }] = await eslint.lintText(`${code};\n`, { filePath: path.join(cwd, file) });
  const told = messages.map((message) => message.message);
  if (reason === undefined) expect(told).toEqual([]);
  else expect(told).toEqual([expect.stringContaining(reason)]);
});
