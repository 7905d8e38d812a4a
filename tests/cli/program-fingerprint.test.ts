import { appendFileSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { programFingerprint } from '../../src/cli/program-fingerprint.ts';

let folder: string;
const inPackage = (name: string): string => path.join(folder, 'node_modules/checker', name);
const write = (name: string, text: string): void => {
  mkdirSync(path.dirname(inPackage(name)), { recursive: true });
  writeFileSync(inPackage(name), text);
};
const fingerprint = (): string => programFingerprint(inPackage('lib'));

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'specgraph-program-'));
  write('package.json', JSON.stringify({ version: '1.0.0', dependencies: { yaml: '2', own: '1' } }));
  for (const room of ['specgraph/rules', 'profiles/one', 'cli']) write(`lib/${room}/index.js`, 'a');
  write('node_modules/own/package.json', '{}');
  write('../yaml/package.json', '{}');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('is the same for the same program', () => {
  const before = fingerprint();
  write('lib/site/page.js', 'a page of the site finds nothing');
  write('lib/cli/index.d.ts', 'types find nothing');
  expect(fingerprint()).toBe(before);
});

test.each<[what: string, change: () => void]>([
  ['a longer module of the engine', () => appendFileSync(inPackage('lib/specgraph/rules/index.js'), '\n')],
  ['a module of a profile of the same length', () => write('lib/profiles/one/index.js', 'b')],
  ['a module of the command line', () => appendFileSync(inPackage('lib/cli/index.js'), '\n')],
  ['the time of a module', () => utimesSync(inPackage('lib/cli/index.js'), 1e9, 1e9)],
  ['a new module', () => write('lib/specgraph/rules/one-more.js', '')],
  ['a removed module', () => rmSync(inPackage('lib/specgraph/rules/index.js'))],
  ['another version', () => write('package.json', JSON.stringify({ version: '1.0.1', dependencies: {} }))],
  ['another version of a package of its own', () => write('node_modules/own/package.json', '{"a":1}')],
  ['another version of a package beside it', () => write('../yaml/package.json', '{"a":1}')],
])('%s changes it', (_what, change) => {
  const before = fingerprint();
  change();
  expect(fingerprint()).not.toBe(before);
});
