/** The code knows no specification: the words of ours stand in its documents, its configuration, its pages and its profile. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '..');
const WORDS = /\b(?:Flower|SuperLink|SuperNode)\b/i;

/** Own pages and profiles speak of their subject; so do the examples of the guide, and tests that the engine's comments quote. */
const ALLOWED = /^src\/(?:pages|profiles)\//;

test('no module outside pages and profiles names our specification', () => {
  const files = globSync('src/**/*.{ts,astro,css}', { cwd: ROOT }).map((file) =>
    file.split(path.sep).join('/'),
  );
  const named = files
    .filter((file) => !ALLOWED.test(file))
    .flatMap((file) =>
      readFileSync(path.join(ROOT, file), 'utf8')
        .split('\n')
        .flatMap((line, i) => (WORDS.test(line) ? [`${file}:${i + 1} ${line.trim()}`] : [])),
    );
  expect(files.length).toBeGreaterThan(400);
  expect(named).toEqual([]);
});

test('no page of the theme says how ours calls the parts of its system', () => {
  const files = globSync('src/{routes,layouts,components}/**/*.{astro,ts}', { cwd: ROOT });
  // `appliance` in quotes is a parameter of an address, which bookmarks hold.
  const shown = files.filter((file) =>
    />[^<{]*\bappliances?\b|"[^"]*\bAppliances?\b/.test(readFileSync(path.join(ROOT, file), 'utf8')),
  );
  expect(shown).toEqual([]);
});
