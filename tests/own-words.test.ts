/** The code knows no specification: the words of ours stand in its documents, its configuration, its pages and its profile. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '..');
/** Names of the subject, and how its family calls the parts of a system; in identifiers and addresses too. */
const WORDS = /flower|opennebula|appliance|superlink|supernode/i;

/** The profile speaks of its family, and the pages of our own site speak of their subject. */
const ALLOWED = /^src\/(?:pages|profiles)\//;

test('no file outside the profile and our own pages names our specification', () => {
  const files = globSync('src/**/*.{ts,astro,css,md,mdx,json}', { cwd: ROOT })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => !ALLOWED.test(file));
  const named = files.flatMap((file) =>
    readFileSync(path.join(ROOT, file), 'utf8')
      .split('\n')
      .flatMap((line, i) => (WORDS.test(line) ? [`${file}:${i + 1} ${line.trim()}`] : [])),
  );
  expect(files.length).toBeGreaterThan(600);
  expect(named).toEqual([]);
});

test('no page and no script of the theme shows a document or a variable of ours', () => {
  const shown = globSync('src/{routes,layouts,components,client}/**/*.{astro,ts}', { cwd: ROOT }).flatMap(
    (file) =>
      readFileSync(path.join(ROOT, file), 'utf8')
        .replaceAll(/\/\*[^]*?\*\/|^\s*\/\/.*$|(?<=\s)\/\/ .*$/gm, '')
        .split('\n')
        .filter((line) => /\bspec\/\d|\b(?:FL|FLWR|ML)_[A-Z]/.test(line))
        .map((line) => `${file}: ${line.trim()}`),
  );
  expect(shown).toEqual([]);
});
