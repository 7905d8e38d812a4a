/** The rooms of the code (scripts/rooms.mjs): fences, arrows, and the picture of them in CONTRIBUTING.md. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { cruise } from 'dependency-cruiser';
import { ESLint } from 'eslint';
import { describe, expect, test } from 'vitest';
import {
  drawRooms,
  ENGINE_ROOMS,
  fenceOf,
  importsOf,
  nameOf,
  permission,
  roomOf,
  ROOMS,
} from '../scripts/rooms.mjs';

const cwd = path.resolve(import.meta.dirname, '..');
const ALL = [...ROOMS, ...ENGINE_ROOMS];
const imports = importsOf(cwd);

describe('every room', () => {
  test('of src is in the table, and every folder of the table exists', () => {
    const folders = globSync('src/*/', { cwd }).map((folder) => folder.replace(/\/$/, ''));
    expect(ROOMS.map(({ folder }) => folder).toSorted()).toEqual(folders.toSorted());
    const inner = globSync('src/specgraph/*/', { cwd }).map((folder) => folder.replace(/\/$/, ''));
    expect(ENGINE_ROOMS.map(({ folder }) => folder).toSorted()).toEqual(inner.toSorted());
  });

  test.each(ALL.map((room) => [room.folder, room] as const))('%s has modules to fence', (_folder, room) => {
    const pattern =
      nameOf(room) === 'styles' ? `${room.folder}/**/*.css` : `${room.folder}/**/*.{ts,astro,mdx}`;
    expect(globSync(pattern, { cwd })).not.toEqual([]);
    for (const { except = [] } of fenceOf(room).forbidden)
      for (const file of except) expect(globSync(file, { cwd }), file).not.toEqual([]);
  });

  test('imports only rooms below it, components and pages included', () => {
    expect(imports.length).toBeGreaterThan(1000);
    const forbidden = imports.filter(({ file, target, types }) => {
      const [from, to] = [roomOf(file), roomOf(target)];
      if (!from || !to) return false;
      const allowed = permission(from, to);
      return allowed === undefined || (allowed === 'types' && !types && !entersByDoor(from, target));
    });
    expect(forbidden).toEqual([]);
  });

  test('may import no room above it', () => {
    for (const rooms of [ROOMS, ENGINE_ROOMS])
      for (const [i, room] of rooms.entries())
        for (const above of rooms.slice(0, i))
          expect(permission(room, above), `${room.folder} → ${above.folder}`).toBeUndefined();
  });
});

/** Parts of the engine that a room may import as values though of the rest it takes types only. */
function entersByDoor({ doors = [] }: (typeof ROOMS)[number], target: string): boolean {
  return doors.some(
    (door) => target.startsWith(`src/specgraph/${door}/`) || target === `src/specgraph/${door}.ts`,
  );
}

test('no module imports itself by way of others, type-only imports included', async () => {
  const config = {
    forbidden: [{ name: 'circle', severity: 'error' as const, from: {}, to: { circular: true } }],
  };
  const options = {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: 'node_modules' },
    ruleSet: config,
    validate: true,
  };
  const { output } = await cruise(['src', 'scripts'], { ...options, baseDir: cwd });
  if (typeof output === 'string') throw new Error(output);
  expect(output.summary.totalCruised).toBeGreaterThan(300);
  expect(
    output.summary.violations.map(({ from, cycle }) =>
      [from, ...(cycle ?? []).map(({ name }) => name)].join(' → '),
    ),
  ).toEqual([]);
}, 60_000);

test('CONTRIBUTING.md shows the rooms as they are', () => {
  const text = readFileSync(path.join(cwd, 'CONTRIBUTING.md'), 'utf8');
  const pictures = [...text.matchAll(/```mermaid\n(.*?)\n```/gs)].map((match) => match[1]);
  expect(pictures, '"npm run rooms" prints the pictures').toEqual(drawRooms(cwd));
});

/** An import, and the reason for which ESLint refuses it; undefined where it is allowed. */
const CASES: readonly [file: string, code: string, reason: string | undefined][] = [
  ['src/specgraph/graph.ts', "import 'node:fs'", 'only disk.ts and load.ts touch the system.'],
  ['src/specgraph/disk.ts', "import 'node:fs'", undefined],
  ['src/specgraph/extract/links.ts', "import 'node:fs'", 'only disk.ts and load.ts touch the system.'],
  ['src/specgraph/extract/links.ts', "import 'astro'", 'the engine knows no site.'],
  ['src/specgraph/check.ts', "import '../cli/main.ts'", 'the engine knows nothing above it.'],
  ['src/specgraph/rules/broken-link.ts', "import './broken-anchor.ts'", 'no rule imports a rule.'],
  ['src/specgraph/rules/broken-link.ts', "import './rule.ts'", undefined],
  ['src/specgraph/rules/index.ts', "import './broken-link.ts'", undefined],
  ['src/specgraph/rules/broken-link.ts', "import '../parse/markdown.ts'", 'belongs in extract/.'],
  ['src/specgraph/rules/broken-link.ts', "import '../extract/links.ts'", 'belongs in extract/.'],
  [
    'src/specgraph/extract/links.ts',
    "import '../resolve/ids.ts'",
    'a document is read without knowing the others.',
  ],
  [
    'src/specgraph/resolve/links.ts',
    "import '../extract/links.ts'",
    'references are resolved against what was extracted.',
  ],
  ['src/specgraph/parse/markdown.ts', "import '../extract/links.ts'", 'Markdown is parsed without knowing'],
  ['src/specgraph/contracts/read.ts', "import '../rules/index.ts'", 'a contract is evaluated without rules.'],
  ['src/specgraph/export/json.ts', "import '../rules/index.ts'", 'an export is made from the graph.'],
  ['src/specgraph/text/lists.ts', "import '../resolve/ids.ts'", 'they know nothing of specifications.'],
  ['src/specgraph/model/graph.ts', "import '../text/lists.ts'", 'types depend on nothing.'],
  [
    'src/specgraph/query/path.ts',
    "import '../rules/index.ts'",
    'questions are small enough for the browser.',
  ],
  [
    'src/specgraph/query/path.ts',
    "import '../resolve/links.ts'",
    'questions are small enough for the browser.',
  ],
  ['src/specgraph/query/path.ts', "import '../resolve/ids.ts'", undefined],
  ['src/cli/main.ts', "import '../specgraph/rules/index.ts'", 'the engine is entered by its doors'],
  ['src/cli/main.ts', "import '#specgraph'", undefined],
  ['src/cli/commands/check.ts', "import '../../site/urls.ts'", 'the command line knows the site by'],
  ['src/cli/main.ts', "import '../git/run-git.ts'", undefined],
  ['src/git/run-git.ts', "import '../cli/main.ts'", 'it reads texts from git'],
  ['src/client/search/match.ts', "import '#specgraph/load'", 'a browser gets what src/map'],
  ['src/client/search/match.ts', "import '#specgraph'", 'a browser gets what src/map'],
  ['src/client/search/match.ts', "import '#specgraph/query'", undefined],
  ['src/client/search/match.ts', "import '../../specgraph/load.ts'", 'the engine is entered by its doors'],
  ['src/client/search/match.ts', "import type { GraphNode } from '#specgraph'", undefined],
  ['src/client/search/match.ts', "import '../../site/urls.ts'", 'a browser gets what src/map'],
  [
    'src/client/search/match.ts',
    "import type { X } from '../../site/urls.ts'",
    'a browser gets what src/map',
  ],
  ['src/client/search/match.ts', "import '../../payloads/search.ts'", undefined],
  ['src/map/model.ts', "import '../site/urls.ts'", 'both the build and the browser import it'],
  ['src/map/model.ts', "import '../client/element.ts'", 'both the build and the browser import it'],
  ['src/map/model.ts', "import '#specgraph'", 'both the build and the browser import it'],
  ['src/map/model.ts', "import 'node:fs'", 'it runs in a browser too.'],
  ['src/payloads/search.ts', "import '../site/urls.ts'", 'both the build and the browser import it'],
  ['src/render/index.ts', "import '../site/urls.ts'", 'the article is made from a document'],
  ['src/render/index.ts', "import 'astro'", 'an article needs no Astro.'],
  ['src/site/urls.ts', "import 'node:fs'", 'the graph has what the pages show.'],
  ['src/site/urls.ts', "import '../client/element.ts'", 'the data of pages is made from the graph.'],
  ['src/site/urls.ts', "import '../integration/index.ts'", 'the data of pages is made from the graph.'],
  ['src/site/urls.ts', "import '../specgraph/parse/markdown.ts'", 'the engine is entered by its doors'],
  ['src/integration/index.ts', "import '../cli/main.ts'", 'the integration knows neither'],
  ['src/integration/index.ts', "import '../client/element.ts'", 'the integration knows neither'],
  ['src/routes/graph.json.ts', "import '#specgraph'", 'pages take their data from src/site.'],
];

const eslint = new ESLint({
  cwd,
  ruleFilter: ({ ruleId }) => ruleId === '@typescript-eslint/no-restricted-imports',
});

test.each(CASES)('%s: %s', async (file, code, reason) => {
  const [{ messages }] = await eslint.lintText(`${code};\n`, { filePath: path.join(cwd, file) });
  const found = messages.map((message) => message.message);
  if (reason === undefined) expect(found).toEqual([]);
  else expect(found).toEqual([expect.stringContaining(reason)]);
});
