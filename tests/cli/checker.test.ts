/** A part of a configured set is judged with the whole set. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadProject } from '#specgraph/load';
import { createChecker } from '../../src/cli/checker.ts';
import type { Effects } from '../../src/cli/effects.ts';

const FILES = {
  'docs/specgraph.config.json': JSON.stringify({
    documentNumber: String.raw`^(\d\d)-`,
    documentPrefix: 'docs',
  }),
  'docs/01-a.md': '# A\n\nSee docs/02 and [gone](lost.md).\n',
  'docs/02-b.md': '# B\n\nSee docs/01 and [gone](gone.md).\n',
};
let cwd: string;

beforeEach(async () => {
  cwd = await mkdtemp(path.join(tmpdir(), 'specgraph-'));
  await mkdir(path.join(cwd, 'docs'));
  for (const [name, text] of Object.entries(FILES)) await writeFile(path.join(cwd, name), text);
});
afterEach(() => rm(cwd, { recursive: true, force: true }));

async function reportOf(folder: string | string[]) {
  const effects = { load: (named, options) => loadProject(named, { ...options, cwd }) } as Effects;
  const checker = createChecker({ folder }, effects);
  const project = await checker.loadProject();
  return checker.check(project, await checker.buildGraph(project));
}

test('only the findings of the named document are reported, and the other one is known', async () => {
  const { findings, summary } = await reportOf('docs/01-a.md');
  expect(findings.map(({ rule, file }) => `${file} ${rule}`)).toEqual(
    expect.arrayContaining(['docs/01-a.md broken-link']),
  );
  expect(findings.filter(({ file, rule }) => file !== 'docs/01-a.md' || rule === 'unknown-document')).toEqual(
    [],
  );
  expect(summary.documents).toBe(2);
  expect(summary.errors + summary.warnings).toBe(findings.length);
});

test('all findings are reported where the whole set is named', async () => {
  const files = (await reportOf('docs')).findings.map(({ file }) => file);
  expect(new Set(files)).toEqual(new Set(['docs/01-a.md', 'docs/02-b.md']));
});
