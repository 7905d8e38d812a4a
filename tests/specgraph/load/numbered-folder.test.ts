/** "spec/17" in a folder "spec" whose files are named by numbers, without a configuration. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkGraph, readGraph } from '#specgraph';
import { loadProject } from '#specgraph/load';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'numbered-'));
  mkdirSync(path.join(folder, 'spec'));
  for (const name of ['01-scope', '02-terms', '03-rules'])
    writeFileSync(path.join(folder, 'spec', `${name}.md`), `# ${name}\n\nSee spec/02 and spec/17.\n`);
});
afterEach(() => rmSync(folder, { recursive: true }));

test.each(['.', 'spec'])('is no document, where the command runs in %s', async (at) => {
  const cwd = path.join(folder, at);
  const { corpus, config } = await loadProject(at === '.' ? 'spec' : '.', { cwd });
  const { findings } = checkGraph(readGraph(corpus, config));
  expect(findings.filter(({ rule }) => rule === 'unknown-document')).toHaveLength(3);
});
