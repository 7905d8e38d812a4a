/** A rule's page is part of the rule: it exists, has its headings, and its two examples do what they say. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { RULES } from '#specgraph';
import { type Files, smallCorpus } from '../../helpers/small-corpus.ts';

const folder = path.resolve(import.meta.dirname, '../../../src/specgraph/rules');
const tests = import.meta.dirname;
const TESTS_OF_ALL_RULES = ['additional-rule', 'harness', 'pages'];
const ids = RULES.map((rule) => rule.id);

function names(directory: string, ending: string): string[] {
  return readdirSync(directory)
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length))
    .sort();
}

function page(id: string): string {
  return readFileSync(path.join(folder, `${id}.md`), 'utf8');
}

/** The files of an example: fenced blocks whose info string names the file. */
function example(id: string, heading: 'Wrong' | 'Right'): Files {
  const text = page(id);
  const section = text.slice(
    text.indexOf(`\n## ${heading}\n`),
    text.indexOf(`\n## ${heading === 'Wrong' ? 'Right' : 'How to silence it'}\n`),
  );
  const blocks = [...section.matchAll(/^(`{3,})\w+ (.+)\n([\s\S]*?)\n\1$/gm)];
  const documents = blocks.filter(([, , name]) => name.endsWith('.md') && !name.includes('/contracts/'));
  return Object.fromEntries([...documents, ...blocks].map(([, , name, text]) => [name, `${text}\n`]));
}

/** What the command `rules` and the pages of the site show; a change of these is one that users see. */
const GROUPS = {
  links: [
    'broken-anchor',
    'broken-link',
    'case-mismatch',
    'empty-link',
    'ignored-target',
    'link-outside-root',
    'link-shown-as-text',
    'link-text-mismatch',
    'renderer-difference',
    'unclosed-fence',
    'undefined-link-reference',
  ],
  sections: [
    'broken-section',
    'broken-step',
    'duplicate-section-number',
    'misplaced-section-number',
    'section-number-gap',
  ],
  references: ['moved-target', 'vanished-target'],
  form: ['repeated-heading', 'repeated-paragraph', 'repeated-row', 'table-cell-count', 'table-without-ruler'],
  statements: ['conflicting-default', 'misspelled-name'],
  kinds: [
    'duplicate-definition',
    'kind-without-definitions',
    'numbering-gap',
    'undefined-mention',
    'unused-definition',
  ],
  variables: [
    'conflicting-definition',
    'incomplete-variable',
    'invalid-user-input',
    'misspelled-variable',
    'undefined-variable',
    'unused-variable',
    'variable-numbering',
  ],
  contracts: ['contract-artifact', 'contract-forbidden', 'contract-link', 'contract-pattern'],
  documents: [
    'missing-backlink',
    'orphan-document',
    'stale-preview',
    'unknown-document',
    'unlinked-document',
    'unlisted-document',
  ],
  claims: [
    'phase-mismatch',
    'uncovered-requirement',
    'unknown-phase',
    'unknown-requirement',
    'wrong-count',
    'wrong-version',
  ],
  suppressions: ['suppression-without-reason', 'unused-suppression'],
  files: ['unreadable-text'],
};
const WARNINGS = [
  'numbering-gap',
  'unused-definition',
  'misspelled-name',
  'ignored-target',
  'renderer-difference',
  'unlinked-document',
  'unreadable-text',
  'unused-suppression',
];

describe('every rule', () => {
  test('belongs to its group', () => {
    const groups = Map.groupBy(RULES, (rule) => rule.group);
    expect(
      Object.fromEntries([...groups].map(([group, rules]) => [group, rules.map((rule) => rule.id)])),
    ).toEqual(GROUPS);
  });

  test('reports errors, except for the rules that report warnings', () => {
    const severities = RULES.map(({ id, severity }) => [id, severity]);
    expect(severities).toEqual(ids.map((id) => [id, WARNINGS.includes(id) ? 'warn' : 'error']));
  });

  test('has a module, an entry in the registry and a page', () => {
    expect(names(folder, '.ts').filter((name) => name !== 'index' && name !== 'rule')).toEqual(
      [...ids].sort(),
    );
    expect(names(folder, '.md')).toEqual([...ids].sort());
  });

  test('the registry is in the order of the ids', () => {
    expect(ids).toEqual([...ids].sort());
  });

  test('every other test file in this folder is known', () => {
    expect(names(tests, '.test.ts').filter((name) => !ids.includes(name))).toEqual(TESTS_OF_ALL_RULES);
  });

  test.each(ids)('%s has a test of its own', (id) => {
    expect(names(tests, '.test.ts')).toContain(id);
  });

  test.each(ids)('%s: summary is one truth without a full stop', (id) => {
    const { summary } = RULES.find((rule) => rule.id === id)!;
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
    const findings = (await smallCorpus(example(id, 'Wrong'))).check().findings;
    expect(findings.filter((f) => f.rule === id)).not.toEqual([]);
    expect(
      findings
        .filter((f) => f.rule !== id && f.severity === 'error' && !(id === 'suppression-without-reason'))
        .map((f) => `${f.rule}: ${f.message}`),
    ).toEqual([]);
  });

  test('its right example gives none', async () => {
    const findings = (await smallCorpus(example(id, 'Right'))).check().findings;
    expect(
      findings.filter((f) => f.severity === 'error' || f.rule === id).map((f) => `${f.rule}: ${f.message}`),
    ).toEqual([]);
  });
});
