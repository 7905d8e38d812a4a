/** A rule that a caller adds to the built-in ones is configured, run and silenced like them. */
import { describe, expect, test } from 'vitest';
import { parseConfig, RULE_IDS, RULES, type Rule } from '#specgraph';
import { problemsOf } from '../../helpers/rule-test.ts';
import { smallCorpus } from '../../helpers/small-corpus.ts';

/** Every document has a title of at most one word. */
const shortTitle: Rule = {
  id: 'short-title',
  group: 'documents',
  severity: 'error',
  summary: 'The title of a document is one word',
  *check(graph) {
    for (const { path, title } of graph.documents) {
      if (!title.includes(' ')) continue;
      const at = { file: path, line: 1, column: 1, endLine: 1, endColumn: 1 };
      yield { at, message: `"${title}" is more than one word.` };
    }
  },
};
const rules = [...RULES, shortTitle];
const DOCUMENT = { 'g/a.md': '# Two words\n' };
const configured = (level: string) => ({
  ...DOCUMENT,
  'g/specgraph.config.json': JSON.stringify({ rules: { 'short-title': level } }),
});

describe('a rule that a caller adds', () => {
  test('runs with its own severity', async () => {
    const { check } = await smallCorpus(DOCUMENT, rules);
    expect(check().findings).toEqual([
      expect.objectContaining({ rule: 'short-title', severity: 'error', file: 'g/a.md' }),
    ]);
  });

  test.each([
    ['warn', ['warning']],
    ['error', ['error']],
    ['off', []],
  ])('is set to %s by the configuration', async (level, severities) => {
    const { check } = await smallCorpus(configured(level), rules);
    expect(check().findings.map((finding) => finding.severity)).toEqual(severities);
  });

  test('is set by the settings of a single check, over the configuration', async () => {
    const { check } = await smallCorpus(configured('error'), rules);
    expect(check({ settings: { 'short-title': 'off' } }).findings).toEqual([]);
  });

  test('is silenced by a comment', async () => {
    const text = '<!-- specgraph-ignore short-title: the name of a product -->\n# Two words\n';
    const at = (line: number): Rule => ({
      ...shortTitle,
      check: (graph) =>
        problemsOf(shortTitle, graph).map((problem) => ({ ...problem, at: { ...problem.at, line } })),
    });
    const { check } = await smallCorpus({ 'g/a.md': text }, [...RULES, at(2)]);
    expect(check().findings).toEqual([]);
  });
});

describe('a rule of the level strict', () => {
  const strict = [...RULES, { ...shortTitle, level: 'strict' } satisfies Rule];
  const withConfig = (config: object) => ({
    ...DOCUMENT,
    'g/specgraph.config.json': JSON.stringify(config),
  });

  test('does not run unless it is asked for', async () => {
    const { check } = await smallCorpus(DOCUMENT, strict);
    expect(check().findings).toEqual([]);
  });

  test.each([
    ['the configuration asks for the level', { level: 'strict' }, {}],
    ['a check asks for the level', {}, { level: 'strict' }],
    ['the configuration sets the rule', { rules: { 'short-title': 'error' } }, {}],
    ['a check sets the rule', {}, { settings: { 'short-title': 'error' } }],
  ] as const)('runs where %s', async (_, config, options) => {
    const { check } = await smallCorpus(withConfig(config), strict);
    expect(check(options).findings.map(({ rule }) => rule)).toEqual(['short-title']);
  });

  test.each([
    ['the level of a check counts more than that of the configuration', { level: 'recommended' }],
    ['what the rule is set to counts more than the level', { settings: { 'short-title': 'off' } }],
  ] as const)('%s', async (_, options) => {
    const { check } = await smallCorpus(withConfig({ level: 'strict' }), strict);
    expect(check(options).findings).toEqual([]);
  });

  test('a comment that silences it is used, whether it runs or not', async () => {
    const text = '# Title\n\n<!-- specgraph-ignore short-title: the name of a product -->\n\nWords.\n';
    const { check } = await smallCorpus({ 'g/a.md': text }, strict);
    expect(check().findings).toEqual([]);
    expect(check({ level: 'strict' }).findings.map(({ rule }) => rule)).toEqual(['unused-suppression']);
  });
});

test('a configuration may not set an unknown rule', async () => {
  await expect(smallCorpus(configured('off'))).rejects.toThrow(
    'rules.short-title: there is no such rule (specgraph rules lists all)',
  );
});

test('the suggestion for an unknown rule is one of the rules that the caller knows', () => {
  const value = { rules: { 'short-titel': 'off' } };
  expect(parseConfig(value, [...RULE_IDS, 'short-title'])).toEqual({
    faults: ['rules.short-titel: there is no such rule; did you mean short-title?'],
  });
});
