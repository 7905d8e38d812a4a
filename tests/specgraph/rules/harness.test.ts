/** The harness of the rule tests, tested: it must fail where a rule or a test is wrong. */
import { describe, expect, test } from 'vitest';
import { ruleById, type Rule } from '#specgraph';
import { ruleTest, runRule, unmark } from '../../helpers/rule-test.ts';

const rule = ruleById('empty-link')!;
const silent: Rule = { ...rule, check: () => [] };

describe('the harness', () => {
  test('finds nothing with a rule that yields nothing', async () => {
    const { checkGraph } = await import('#specgraph');
    const { smallCorpus } = await import('../../helpers/small-corpus.ts');
    const { graph } = await smallCorpus({ 'g/a.md': '[x]()\n' });
    expect(checkGraph(graph, { rules: [silent] }).findings).toEqual([]);
    expect(await runRule(rule, { 'g/a.md': '[x]()\n' })).toHaveLength(1);
  });

  test('reads the marked range', () => {
    expect(unmark({ 'g/a.md': 'one\ntwo ⟦three⟧ four\n' })).toEqual({
      plain: { 'g/a.md': 'one\ntwo three four\n' },
      range: { file: 'g/a.md', line: 2, column: 5, endLine: 2, endColumn: 10 },
    });
  });

  test('refuses no mark, and two', () => {
    expect(() => unmark({ 'g/a.md': 'x' })).toThrow(/exactly one place/);
    expect(() => unmark({ 'g/a.md': '⟦x⟧ ⟦y⟧' })).toThrow(/exactly one place/);
  });

  test('refuses cases that are the same, and rules without cases', () => {
    const same = { 'g/a.md': 'x' };
    expect(() => ruleTest(rule, { good: { one: same, two: same }, bad: {} })).toThrow(/the same/);
    expect(() => ruleTest(rule, { good: { one: same }, bad: {} })).toThrow(/needs good and bad/);
  });

  test('notices a rule that changes the graph', async () => {
    const careless: Rule = { ...rule, check(graph) { (graph.edges[0] as { text?: string }).text = 'changed'; return []; } };
    const { smallCorpus } = await import('../../helpers/small-corpus.ts');
    const { checkGraph } = await import('#specgraph');
    const { graph } = await smallCorpus({ 'g/a.md': '[x]()\n' });
    Object.freeze(graph.edges[0]);
    expect(() => checkGraph(graph, { rules: [careless] })).toThrow(TypeError);
  });
});
