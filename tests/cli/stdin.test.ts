/** `check -`: a text on standard input stands for one document of its set. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadProject } from '#specgraph/load';
import { createChecker } from '../../src/cli/checker.ts';
import type { Effects } from '../../src/cli/effects.ts';
import { runIn } from '../helpers/fake-effects.ts';

describe('wrong use', () => {
  test.each<[argv: string[], message: string]>([
    [['-'], '"-" reads one document from standard input, whose name is needed'],
    [['--stdin-filename', 'a.md'], '--stdin-filename names the document on standard input; add "-"'],
    [['-', '-', '--stdin-filename', 'a.md'], 'standard input is read once'],
    [['-', 'a', 'b', '--stdin-filename', 'a/x.md'], 'with "-" one folder can be named'],
    [['-', '--stdin-filename', 'a.txt'], '--stdin-filename a.txt is not the name of a Markdown document'],
    [['-', '--stdin-filename', 'a.md', '--fix'], '"-" takes no --fix; save the document'],
    [['-', '--stdin-filename', 'a.md', '--watch'], '"-" takes no --watch'],
    [['--config', 'x.json', '--no-config'], '--config and --no-config contradict each other'],
  ])('check %j', async (argv, message) => {
    const { code, stderr } = await runIn({ files: { 'spec/a.md': '# A\n' } }, 'check', ...argv);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});

describe('the text on standard input', () => {
  let cwd: string;
  beforeEach(async () => {
    cwd = await mkdtemp(path.join(tmpdir(), 'specgraph-stdin-'));
    await mkdir(path.join(cwd, 'docs'));
    await writeFile(path.join(cwd, 'docs/a.md'), '# A\n\n[b](b.md#part)\n');
    await writeFile(path.join(cwd, 'docs/b.md'), '# B\n\n## Part\n\n[a](gone.md)\n');
  });
  afterEach(() => rm(cwd, { recursive: true, force: true }));

  /** Findings of `check docs - --stdin-filename FILE`. */
  async function findings(file: string, text: string): Promise<string[]> {
    const effects = {
      readStdin: async () => text,
      load: (folder, options) => loadProject(folder, { ...options, cwd }),
      stderr: { write: () => {}, isTTY: false },
    } as Partial<Effects> as Effects;
    const checker = createChecker({ folder: 'docs', stdinFilename: file }, effects);
    const project = await checker.loadProject();
    const report = checker.check(project, await checker.buildGraph(project));
    return report.findings.map((finding) => `${finding.file}:${finding.line} ${finding.rule}`);
  }

  test('is checked against the other documents, whose findings are not reported', async () => {
    expect(await findings('docs/a.md', '# A\n\n[b](b.md#other)\n')).toEqual(['docs/a.md:3 broken-anchor']);
    expect(await findings('docs/a.md', '# A\n\n[b](b.md#part)\n')).toEqual([]);
  });

  test('may be that of a new document', async () => {
    expect(await findings('docs/c.md', '# C\n\n[x](a.md#no)\n')).toContain('docs/c.md:3 broken-anchor');
  });
});
