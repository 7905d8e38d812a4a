/**
 * Every function, class and constant that a module of src/ exports is imported by another module of the project. An
 * export that only tests import is a second way into a module, which nothing but the test keeps alive. Types are not
 * checked: an exported function needs the types of its signature.
 */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '..');

/** Modules whose exports are for others than this project. */
const PUBLIC: readonly [file: string, reason: string][] = [
  ...publishedModules().map((file): [string, string] => [file, 'package.json exports it']),
  ['src/vscode/extension.ts', 'VS Code calls the exports of an extension'],
  ['src/routes/**', 'Astro calls the exports of routes'],
];

/** The modules in `src/` whose compiled form package.json exports. */
function publishedModules(): string[] {
  const { exports } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
    exports: Record<string, string | { default: string }>;
  };
  return Object.values(exports).flatMap((target) => {
    const compiled = typeof target === 'string' ? target : target.default;
    const file = /^\.\/lib\/(.*)\.js$/.exec(compiled)?.[1];
    return file ? [`src/${file}.ts`] : [];
  });
}

interface Import {
  /** The imported module, as a path below the root of the repository. */
  target: string;
  /** The imported names; undefined for all of them. */
  names?: string[];
  /** Whether the module exports the names again under their own names: `export * from` is not a use by itself. */
  isStar: boolean;
}

const STATIC = /^\s*(?:import|export)\s+(?:type\s+)?(?:(?<names>[^'";]*?)\s+from\s+)?'(?<from>[^']+)'/gm;
/** `const { a } = await import('x')`, `(await import('x')).a`, `import('x').then(({ a }) => …)`. */
const DYNAMIC =
  /(?:\{(?<bound>[^{}]*)\}\s*=\s*await\s+)?\bimport\('(?<from>[^']+)'\)(?:\)?\.(?<member>\w+))?(?:\(\(\{(?<argument>[^{}]*)\}\))?/g;
const doors = (
  JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { imports: Record<string, string> }
).imports;

function importsOf(file: string): Import[] {
  const text = read(file);
  const found = [...text.matchAll(STATIC)].map(({ 0: statement, groups }) => ({
    from: groups!.from,
    names: staticNames(groups!.names ?? ''),
    isStar: /^\s*export\s+(?:type\s+)?\*\s+from/.test(statement),
  }));
  const dynamic = [...text.matchAll(DYNAMIC)].map(({ groups }) => ({
    from: groups!.from,
    names: dynamicNames(groups!),
    isStar: false,
  }));
  return [...found, ...dynamic].flatMap(({ from, names, isStar }) => {
    const target = targetOf(file, from);
    return target === undefined ? [] : [{ target, names: isStar ? [] : names, isStar }];
  });
}

/** "first, { a, type B, c as d }" gives default, a, B and c; "* as all" gives undefined. */
function staticNames(names: string): string[] | undefined {
  if (/^\*\s+as\s/.test(names)) return undefined;
  const listed = namesIn(/\{([^}]*)\}/.exec(names)?.[1] ?? '');
  return /^\w/.test(names) ? ['default', ...listed] : listed;
}

function dynamicNames(groups: Record<string, string | undefined>): string[] | undefined {
  const list = groups.bound ?? groups.argument;
  if (list !== undefined) return namesIn(list);
  return groups.member === undefined || groups.member === 'then' ? undefined : [groups.member];
}

function namesIn(list: string): string[] {
  return list
    .split(',')
    .map(
      (entry) =>
        entry
          .trim()
          .replace(/^type\s+/, '')
          .split(/\s+as\s+|\s*:/)[0],
    )
    .filter(Boolean);
}

function targetOf(file: string, specifier: string): string | undefined {
  if (specifier.startsWith('.'))
    return path.posix.join(path.posix.dirname(file), specifier.replace(/\?.*$/, ''));
  const wildcard = `${specifier.slice(0, specifier.lastIndexOf('/') + 1)}*`;
  const door = doors[specifier] ?? doors[wildcard]?.replace('*', specifier.slice(wildcard.length - 1));
  return specifier.startsWith('#') ? door?.replace(/^\.\//, '') : undefined;
}

function read(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8');
}

/** Names of the functions, classes and constants that the module exports, its own and those of others. */
function exportsOf(file: string): string[] {
  const source = ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest);
  return source.statements.flatMap((statement) => {
    if (ts.isExportDeclaration(statement)) return statement.isTypeOnly ? [] : reexportedNames(statement);
    const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
    if (!modifiers.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return [];
    if (modifiers.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword)) return ['default'];
    if (ts.isVariableStatement(statement))
      return statement.declarationList.declarations.flatMap(({ name }) =>
        ts.isIdentifier(name) ? [name.text] : [],
      );
    return (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) && statement.name
      ? [statement.name.text]
      : [];
  });
}

function reexportedNames({ exportClause }: ts.ExportDeclaration): string[] {
  if (!exportClause || !ts.isNamedExports(exportClause)) return [];
  return exportClause.elements.filter(({ isTypeOnly }) => !isTypeOnly).map(({ name }) => name.text);
}

const importers = globSync(
  ['src/**/*.{ts,astro,mdx}', 'scripts/**/*.{ts,mjs}', 'bench/**/*.{ts,mjs}', 'spec/*.ts', '*.{ts,mjs}'],
  { cwd: ROOT, exclude: ['**/node_modules/**', 'bench/**/dist/**'] },
).map((file) => file.split(path.sep).join('/'));
const imports = new Map(importers.map((file) => [file, importsOf(file)]));

/** Names that are imported from each module; "*" stands for all that the module does not take from others. */
function usedNames(): Map<string, Set<string>> {
  const used = new Map<string, Set<string>>();
  const use = (target: string, name: string): void => {
    const names = used.get(target) ?? new Set();
    if (names.has(name)) return;
    used.set(target, names.add(name));
    if (name === '*') return;
    for (const { target: next, isStar } of imports.get(target) ?? []) if (isStar) use(next, name);
  };
  for (const found of [...imports.values()].flat())
    for (const name of found.names ?? ['*']) use(found.target, name);
  return used;
}

function unusedExports(): string[] {
  const used = usedNames();
  return importers
    .filter((file) => file.startsWith('src/') && file.endsWith('.ts') && !file.endsWith('.d.ts'))
    .filter((file) => !PUBLIC.some(([pattern]) => path.matchesGlob(file, pattern)))
    .flatMap((file) =>
      exportsOf(file)
        .filter((name) => !used.get(file)?.has(name) && !used.get(file)?.has('*'))
        .map((name) => `${file}: ${name}`),
    );
}

test('the imports of the project are read', () => {
  expect([...imports.values()].flat().length).toBeGreaterThan(1500);
  expect(usedNames().get('src/specgraph/load.ts')).toContain('loadProject');
  for (const [pattern] of PUBLIC) expect(globSync(pattern, { cwd: ROOT }), pattern).not.toEqual([]);
});

test('no export is used by tests alone', () => {
  expect(unusedExports()).toEqual([]);
});
