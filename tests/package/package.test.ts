/** The package that `npm pack` gives: what it holds, and that it works where nothing else is installed. */
import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { RULES } from '#specgraph';
import { siteTests } from './site-tests.ts';
import { installPackage, packPackage, runInstalled, withDependencies } from '../helpers/installed-package.ts';

const PACK_LIMIT_MS = 240_000;

let tarball: string;
let project: string;
const write = (name: string, text: string): void => {
  const file = path.join(project, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
};
const inPackage = (name: string): string => path.join(project, 'node_modules/specgraph', name);

beforeAll(() => {
  tarball = packPackage();
  project = installPackage(tarball);
  write('docs/a.md', '# A\n\nSee [b](b.md) and [gone](gone.md).\n');
  write('docs/b.md', '# B\n');
}, PACK_LIMIT_MS);

afterAll(() => {
  rmSync(project, { recursive: true, force: true });
  rmSync(path.dirname(tarball), { recursive: true, force: true });
});

describe('the tarball', () => {
  test('has no fault that publint or arethetypeswrong knows', async () => {
    const { messages } = await publint({ pkgDir: inPackage('.'), pack: false, strict: true });
    expect(messages).toEqual([]);
    const result = await checkPackage(createPackageFromTarballData(readFileSync(tarball)));
    // The package holds ES modules only, which old ways of resolution do not know.
    const problems = result.types
      ? result.problems.filter(
          (problem) => !('resolutionKind' in problem) || !/node10|cjs/.test(problem.resolutionKind),
        )
      : ['no types'];
    expect(problems).toEqual([]);
  });

  test('has compiled modules with types and source maps whose sources are there', () => {
    for (const name of ['specgraph/index', 'cli/main', 'profiles/opennebula/index', 'integration/index']) {
      expect(readFileSync(inPackage(`lib/${name}.d.ts`), 'utf8')).not.toMatch(/from ['"](?:#|.*\.ts['"])/);
      const map = JSON.parse(readFileSync(inPackage(`lib/${name}.js.map`), 'utf8')) as { sources: string[] };
      for (const source of map.sources)
        expect(statSync(path.resolve(path.dirname(inPackage(`lib/${name}.js`)), source)).isFile()).toBe(true);
    }
  });

  test('has the licence, the changelog and the readme, and no documents or tests', () => {
    expect(readFileSync(inPackage('LICENSE'), 'utf8')).toContain('Apache License');
    expect(readFileSync(inPackage('CHANGELOG.md'), 'utf8')).toContain('# Changelog');
    expect(readFileSync(inPackage('README.md'), 'utf8')).toContain('specgraph');
    for (const name of ['spec', 'tests', 'scripts', 'bench'])
      expect(statSync(inPackage(name), { throwIfNoEntry: false })).toBeUndefined();
  });

  test('a checker needs neither Astro nor D3 nor sharp', () => {
    const { dependencies } = JSON.parse(readFileSync(inPackage('package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    const installed = withDependencies(Object.keys(dependencies));
    expect(installed.filter((name) => /astro|^d3|sharp|vite|react/.test(name))).toEqual([]);
    expect(installed.length).toBeLessThan(35);
  });
});

describe('in an empty project', () => {
  test('check finds what is broken', () => {
    const { status, stdout, stderr } = runInstalled(project, 'check', 'docs');
    expect(stderr).toBe('');
    expect(stdout).toContain('docs/a.md');
    expect(stdout).toContain('gone.md');
    expect(status).toBe(1);
  });

  test('every rule has its page', () => {
    for (const { id } of RULES.slice(0, 3))
      expect(runInstalled(project, 'rules', id).stdout).toMatch(/What it finds/i);
    for (const { id } of RULES)
      expect(statSync(inPackage(`lib/specgraph/rules/${id}.md`)).isFile()).toBe(true);
    expect(runInstalled(project, 'rules', 'invalid-user-input').stdout).toMatch(/What it finds/i);
  });

  test('a page that is missing is an error', () => {
    rmSync(inPackage('lib/specgraph/rules/broken-anchor.md'));
    const { status, stderr } = runInstalled(project, 'rules', 'broken-anchor');
    expect(stderr).toContain('lacks the page of the rule broken-anchor');
    expect(status).toBe(2);
  });

  test.each([
    ['as npm init makes it', '{ "type": "commonjs" }'],
    ['that does not say what its files are', '{}'],
  ])('a configuration imports the package and its profiles, also in a project %s', (_project, manifest) => {
    write('typed/package.json', manifest);
    write(
      'typed/specgraph.config.ts',
      "import { defineConfig } from 'specgraph';\nimport { opennebula } from 'specgraph/profiles/opennebula';\n" +
        "import { rules } from './rules.js';\nexport default defineConfig({ profiles: [opennebula], rules });\n",
    );
    write('typed/rules.js', "export const rules = { 'broken-link': 'warn' };\n");
    write('typed/a.md', '# A\n\n[gone](gone.md)\n');
    const { status, stdout, stderr } = runInstalled(project, 'check', 'typed', '--no-cache');
    expect(stderr).toBe('');
    expect(stdout).toContain('1 warning');
    expect(status).toBe(0);
  });

  test('the engine, the questions, the loader and the command line can be imported', () => {
    write(
      'program.mjs',
      "import { defineConfig, RULES } from 'specgraph';\nimport { loadProject } from 'specgraph/load';\n" +
        "import { findReferences } from 'specgraph/query';\nimport { run } from 'specgraph/cli';\n" +
        "import { serveStdio } from 'specgraph/lsp';\nimport 'specgraph/config';\nconsole.log(RULES.length, typeof loadProject, typeof findReferences, typeof run, typeof serveStdio, typeof defineConfig);\n",
    );
    const output = execFileSync(process.execPath, ['program.mjs'], { cwd: project, encoding: 'utf8' });
    expect(output.trim()).toBe(`${RULES.length} function function function function function`);
  });
});

describe('answers of an earlier run', () => {
  const FROM_CACHE = /unchanged since the last check/;
  const check = (): string => runInstalled(project, 'check', 'docs').stdout;

  test.each([
    [
      'another version',
      () => {
        const file = inPackage('package.json');
        writeFileSync(file, readFileSync(file, 'utf8').replace(/"version": "[^"]*"/, '"version": "9.9.9"'));
      },
    ],
    [
      'a module of the same size and time',
      () => {
        const file = inPackage('lib/specgraph/rules/broken-link.js');
        const { atime, mtime } = statSync(file);
        writeFileSync(file, readFileSync(file, 'utf8').replace("'broken-link'", "'broken_link'"));
        utimesSync(file, atime, mtime);
      },
    ],
    ['a longer module', () => appendFileSync(inPackage('lib/specgraph/check.js'), '\n')],
  ])('are not given by %s', (_what, change) => {
    check();
    expect(check()).toMatch(FROM_CACHE);
    change();
    expect(check()).not.toMatch(FROM_CACHE);
  });
});

describe('the site', () => siteTests(() => tarball));
