/** The size of what a page loads at once: style sheets, and scripts with their static imports; of the graph page all. */
import { readdirSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import path from 'node:path';
import { BASE, builtText, pagesOf } from '../helpers/built-site.ts';
import { parseHtml, select, textOf } from '../helpers/html.ts';
import { expect, test } from '../helpers/site-test.ts';

/** Bytes after gzip. */
const MAX_BYTES = { js: 8 * 1024, css: 14 * 1024 };
/** Of the graph page: the page, its style sheets and scripts, its worker and the map. */
const MAX_GRAPH_BYTES = 110 * 1024;
const DOCUMENT = /^spec\/[^/]+\/$/;

test('no document page loads more script or style than the limits', () => {
  const dist = process.env.DIST_UNDER_TEST!;
  const weights = pagesOf(dist)
    .filter((page) => DOCUMENT.test(page))
    .map((page) => ({ page, ...weigh(dist, page) }));
  expect(weights.length).toBeGreaterThanOrEqual(15);
  // A size of zero would mean that the files were not found.
  expect(weights.filter(({ js, css }) => js === 0 || css === 0)).toEqual([]);
  expect(weights.filter(({ js, css }) => js > MAX_BYTES.js || css > MAX_BYTES.css)).toEqual([]);
});

test('the graph page loads no more than its limit before something is asked for', () => {
  const dist = process.env.DIST_UNDER_TEST!;
  const { js, css } = weigh(dist, 'graph/');
  const workers = readdirSync(path.join(dist, '_astro')).filter((file) => file.startsWith('layout.worker'));
  expect(workers).toHaveLength(1);
  const others = ['graph/index.html', 'graph-map.json', `_astro/${workers[0]}`];
  expect(js + css + sum(others.map((file) => builtText(dist, file)))).toBeLessThan(MAX_GRAPH_BYTES);
});

/** Bytes after gzip, of files and of what stands inside the page. */
function weigh(dist: string, page: string): { js: number; css: number } {
  const root = parseHtml(builtText(dist, `${page}index.html`));
  const scripts = select(root, 'script').filter(
    ({ properties }) => !/json/.test(String(properties.type ?? '')),
  );
  const files = new Set<string>();
  for (const { properties } of scripts)
    if (properties.src) addModule(dist, fileOf(String(properties.src)), files);
  const inline = scripts.filter(({ properties }) => !properties.src).map(textOf);
  const sheets = select(root, 'link')
    .filter(({ properties }) => String(properties.rel) === 'stylesheet')
    .map(({ properties }) => builtText(dist, fileOf(String(properties.href))));
  return {
    js: sum([...[...files].map((file) => builtText(dist, file)), ...inline]),
    css: sum([...sheets, ...select(root, 'style').map(textOf)]),
  };
}

/** Adds a module and its static imports; a dynamic `import()` is fetched later. */
function addModule(dist: string, file: string, files: Set<string>): void {
  if (files.has(file)) return;
  files.add(file);
  for (const [, from] of builtText(dist, file).matchAll(
    /(?:^|[;}\s])(?:import|export)\s*(?:[\w*{][^"'();]*?from\s*)?["'](\.[^"']+)["']/g,
  )) {
    addModule(dist, path.posix.join(path.posix.dirname(file), from), files);
  }
}

const fileOf = (url: string): string => url.slice(BASE.length);
const sum = (texts: readonly string[]): number =>
  texts.reduce((bytes, text) => bytes + gzipSync(text, { level: 9 }).length, 0);
