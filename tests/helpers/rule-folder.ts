/** The tests that every folder of rules passes: each rule has its module, page and test, and its examples do what they say. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Rule } from '#specgraph';
import { type Files, smallCorpus } from './small-corpus.ts';

interface RuleFolder {
  rules: readonly Rule[];
  /** Absolute folder of the modules and pages. */
  folder: string;
  /** Absolute folder of their tests, and the tests in it that are of no single rule. */
  tests: string;
  otherTests: readonly string[];
}

export function ruleFolderTests({ rules, folder, tests, otherTests }: RuleFolder): void {
  const ids = rules.map((rule) => rule.id);
  const page = (id: string): string => readFileSync(path.join(folder, `${id}.md`), 'utf8');
  describe('every rule is whole', () => {
    test('modules, registry and pages are the same set', () => {
      expect(names(folder, '.ts').filter((name) => name !== 'index' && name !== 'rule')).toEqual(
        [...ids].sort(),
      );
      expect(names(folder, '.md')).toEqual([...ids].sort());
    });

    test('the registry is in the order of the ids', () => {
      expect(ids).toEqual([...ids].sort());
    });

    test('every other test file in this folder is known', () => {
      expect(names(tests, '.test.ts').filter((name) => !ids.includes(name))).toEqual(otherTests);
    });

    test.each(ids)('%s has a test of its own', (id) => {
      expect(names(tests, '.test.ts')).toContain(id);
    });

    test.each(ids)('%s: summary is one truth without a full stop', (id) => {
      const { summary } = rules.find((rule) => rule.id === id)!;
      expect(summary).toMatch(/^[A-Z].*[^.]$/);
    });
  });

  describe.each(ids)('the page of %s', (id) => {
    test('has its headings in order', () => {
      const withoutExamples = page(id).replaceAll(/^(`{3,})[\s\S]*?\n\1$/gm, '');
      expect([...withoutExamples.matchAll(/^## (.*)$/gm)].map((m) => m[1])).toEqual([
        'What it finds',
        'Why',
        'Wrong',
        'Right',
        'How to silence it',
      ]);
    });

    test('its wrong example gives findings of this rule and no error of another', async () => {
      const findings = (await smallCorpus(example(page(id), 'Wrong'))).check().findings;
      expect(findings.filter((f) => f.rule === id)).not.toEqual([]);
      expect(
        findings
          .filter((f) => f.rule !== id && f.severity === 'error' && !(id === 'suppression-without-reason'))
          .map((f) => `${f.rule}: ${f.message}`),
      ).toEqual([]);
    });

    test('its right example gives none', async () => {
      const findings = (await smallCorpus(example(page(id), 'Right'))).check().findings;
      expect(
        findings.filter((f) => f.severity === 'error' || f.rule === id).map((f) => `${f.rule}: ${f.message}`),
      ).toEqual([]);
    });
  });
}

function names(directory: string, ending: string): string[] {
  return readdirSync(directory)
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length))
    .sort();
}

/** The files of an example: fenced blocks whose info string names the file. */
function example(text: string, heading: 'Wrong' | 'Right'): Files {
  const section = text.slice(
    text.indexOf(`\n## ${heading}\n`),
    text.indexOf(`\n## ${heading === 'Wrong' ? 'Right' : 'How to silence it'}\n`),
  );
  const blocks = [...section.matchAll(/^(`{3,})\w+ (.+)\n([\s\S]*?)\n\1$/gm)];
  const documents = blocks.filter(([, , name]) => name.endsWith('.md') && !name.includes('/contracts/'));
  return Object.fromEntries([...documents, ...blocks].map(([, , name, text]) => [name, `${text}\n`]));
}

/** What the command `rules` and the pages of the site show; a change of these is one that users see. */
