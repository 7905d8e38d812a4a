/** Tests the harness of the rule tests: it must fail where a rule or a test is wrong. */
import { describe, expect, test } from 'vitest';
import { ruleById, type Problem, type Rule } from '#specgraph';
import {
  expectFinding,
  expectSilence,
  problemsOf,
  ruleTest,
  unmark,
  type BadCase,
} from '../../helpers/rule-test.ts';

const rule = ruleById('broken-link')!;
/** The rule, its problems changed. */
const changed = (change: (problem: Problem) => Problem | Problem[]): Rule => ({
  ...rule,
  check: (graph) => problemsOf(rule, graph).flatMap(change),
});

const GOOD = { 'g/a.md': '[x](b.md)\n', 'g/b.md': '# B\n' };
const BAD: BadCase = {
  files: { 'g/a.md': '[x](⟦c.md⟧)\n', 'g/sub/c.md': '# C\n' },
  message: 'The link points to "c.md", but there is no such file.',
  suggestion: 'sub/c.md',
  fixed: '[x](sub/c.md)\n',
};

describe('a correct rule and a correct test', () => {
  test('pass', async () => {
    await expectSilence(rule, GOOD);
    await expectFinding(rule, BAD);
  });
});

describe('a wrong rule fails', () => {
  test.each<[string, Rule]>([
    ['a rule that yields nothing', { ...rule, check: () => [] }],
    ['a rule that yields each problem twice', changed((problem) => [problem, problem])],
    ['other words', changed((problem) => ({ ...problem, message: `${problem.message} ` }))],
    [
      'another place',
      changed((problem) => ({ ...problem, at: { ...problem.at, column: problem.at.column + 1 } })),
    ],
    [
      'another end',
      changed((problem) => ({ ...problem, at: { ...problem.at, endColumn: problem.at.endColumn + 1 } })),
    ],
    ['another file', changed((problem) => ({ ...problem, at: { ...problem.at, file: 'g/sub/c.md' } }))],
    ['another suggestion', changed((problem) => ({ ...problem, suggestion: 'c.md' }))],
    ['no suggestion', changed((problem) => ({ ...problem, suggestion: undefined }))],
    ['no fix', changed((problem) => ({ ...problem, fix: undefined }))],
    [
      'another fix',
      changed((problem) => ({ ...problem, fix: problem.fix!.map((edit) => ({ ...edit, text: 'd.md' })) })),
    ],
    [
      'another place that it names',
      changed((problem) => ({ ...problem, related: [{ at: { file: 'g/a.md', line: 1 }, note: 'this' }] })),
    ],
    [
      'a rule that changes the graph',
      {
        ...rule,
        *check(graph, given) {
          (graph.edges as unknown[]).pop();
          yield* rule.check(graph, given);
        },
      },
    ],
    [
      'a rule that changes a document',
      {
        ...rule,
        *check(graph, given) {
          (graph.documents[0] as { title: string }).title = '';
          yield* rule.check(graph, given);
        },
      },
    ],
  ])('%s', async (_name, wrong) => {
    await expect(expectFinding(wrong, BAD)).rejects.toThrow();
  });

  test('a rule that reports a good case', async () => {
    const at = { file: 'g/a.md', line: 1, column: 1, endLine: 1, endColumn: 2 };
    await expect(
      expectSilence({ ...rule, check: () => [{ at, message: 'So it is.' }] }, GOOD),
    ).rejects.toThrow();
  });
});

describe('a wrong test fails', () => {
  test.each<[string, BadCase]>([
    ['a fix that changes nothing', { ...BAD, fixed: '[x](c.md)\n' }],
    ['a fix that the case does not expect', { ...BAD, fixed: undefined }],
    ['two mistakes', { ...BAD, files: { ...BAD.files, 'g/d.md': '[x](gone.md)\n' } }],
  ])('%s', async (_name, wrong) => {
    await expect(expectFinding(rule, wrong)).rejects.toThrow();
  });

  test('marks in a good case', async () => {
    await expect(expectSilence(rule, { 'g/a.md': '⟦x⟧' })).rejects.toThrow(/no marks/);
  });

  test('cases that are the same, and rules without cases', () => {
    const same = { 'g/a.md': 'x' };
    expect(() => ruleTest(rule, { good: { one: same, two: same }, bad: {} })).toThrow(/the same/);
    expect(() => ruleTest(rule, { good: { one: same }, bad: {} })).toThrow(/needs good and bad/);
  });
});

describe('marks', () => {
  test('give the range they enclose', () => {
    expect(unmark({ 'g/a.md': 'one\ntwo ⟦three⟧ four\n' })).toEqual({
      plain: { 'g/a.md': 'one\ntwo three four\n' },
      range: { file: 'g/a.md', line: 2, column: 5, endLine: 2, endColumn: 10 },
    });
  });

  test.each(['x', '⟦x⟧ ⟦y⟧'])('are one pair: %j is refused', (text) => {
    expect(() => unmark({ 'g/a.md': text })).toThrow(/exactly one place/);
  });
});
