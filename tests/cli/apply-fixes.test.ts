/** Fixes are written only after a check of the fixed texts has shown that nothing new is wrong. */
import { describe, expect, test } from 'vitest';
import type { Finding } from '#specgraph';
import type { Project } from '#specgraph/load';
import { fixProject } from '../../src/cli/apply-fixes.ts';
import type { Checker } from '../../src/cli/checker.ts';
import type { Effects } from '../../src/cli/effects.ts';

const FILE = 'g/a.md';

/** A finding about each "bad" of the text, whose fix writes another word, and one about each "worse". */
function findingsIn(text: string, replacements: readonly string[]): Finding[] {
  return text.split('\n').flatMap((words, i) => {
    const place = { file: FILE, line: i + 1, endLine: i + 1, column: 1, endColumn: words.length + 1 };
    const finding = { rule: words, severity: 'error' as const, message: words, ...place };
    if (words === 'worse') return [finding];
    const to = replacements[i];
    return words === 'bad' ? [{ ...finding, fix: [{ range: place, text: to }] }] : [];
  });
}

async function fix(text: string, replacements: readonly string[]) {
  const files: Record<string, string> = { [FILE]: text };
  const written: string[] = [];
  const effects = {
    readText: async (file: string) => files[file],
    writeFile: async (file: string, words: string) => {
      written.push(file);
      files[file] = words;
    },
  } as Partial<Effects> as Effects;
  const project = {
    corpus: { files: [{ path: FILE, text }], problems: [] as unknown[] },
  } as unknown as Project;
  const checker = {
    buildGraph: async (given: Project) => given,
    check: (given: Project) => ({ findings: findingsIn(given.corpus.files[0].text, replacements) }),
  } as unknown as Checker;
  const { fixed, skipped } = await fixProject(checker, project, effects);
  return { text: files[FILE], written, fixed, skipped };
}

describe('check --fix', () => {
  test('writes a fix after which nothing new is found', async () => {
    expect(await fix('bad\nbad\n', ['good', 'fine'])).toEqual({
      text: 'good\nfine\n',
      written: [FILE],
      fixed: 2,
      skipped: [],
    });
  });

  test('does not write a fix that something new comes of, and says so', async () => {
    expect(await fix('bad\n', ['worse'])).toEqual({
      text: 'bad\n',
      written: [],
      fixed: 0,
      skipped: ['the fix of bad at g/a.md:1 was not applied, because another finding would come of it'],
    });
  });

  test('writes the other fixes all the same', async () => {
    expect(await fix('bad\nbad\nbad\n', ['good', 'worse', 'fine'])).toEqual({
      text: 'good\nbad\nfine\n',
      written: [FILE],
      fixed: 2,
      skipped: ['the fix of bad at g/a.md:2 was not applied, because another finding would come of it'],
    });
  });
});
