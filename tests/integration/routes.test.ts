/** The routes that the theme injects are the modules of `src/routes/`. */
import { globSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { routesOf } from '../../src/integration/routes.ts';
import { realSpecification } from '../helpers/real-specification.ts';
import { snapshotOf } from '../helpers/snapshot.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const NONE = pathToFileURL(`${ROOT}/tests/integration/`);

const modules = globSync('src/routes/**/*.{astro,ts}', { cwd: ROOT }).map((file) =>
  file.split(path.sep).join('/'),
);

test('every module of src/routes is a route, and has the address that its path says', async () => {
  const { graph } = await realSpecification();
  const routes = routesOf(graph, NONE, NONE).map(({ pattern, entrypoint }) => ({
    pattern,
    module: path.relative(ROOT, fileURLToPath(entrypoint)).split(path.sep).join('/'),
  }));
  expect(routes.map(({ module }) => module).toSorted()).toEqual(modules.toSorted());
  for (const { pattern, module } of routes) {
    const address = module
      .replace('src/routes', '')
      .replace(/\.(?:astro|ts)$/, '')
      .replace(/\/index$/, '');
    expect(pattern).toBe(address || '/');
  }
});

test('the pages of this specification alone are texts', () => {
  expect(globSync('src/pages/**/*.*', { cwd: ROOT }).filter((file) => !file.endsWith('.mdx'))).toEqual([]);
});

test('a set without variables and phases has no pages of them', () => {
  const patterns = routesOf(snapshotOf({ 'spec/a.md': '# A\n' }).graph, NONE, NONE).map(
    ({ pattern }) => pattern,
  );
  expect(
    patterns.filter((pattern) => /^\/(?:variables|phases|requirements|boot|attributes|kinds)/.test(pattern)),
  ).toEqual([]);
});

test('a page of the project replaces the route of its address', async () => {
  const { graph } = await realSpecification();
  const source = pathToFileURL(`${ROOT}/src/`);
  const patterns = routesOf(graph, NONE, source).map(({ pattern }) => pattern);
  expect(patterns).not.toContain('/');
  expect(patterns).not.toContain('/about');
  expect(patterns).toContain('/graph');
});
