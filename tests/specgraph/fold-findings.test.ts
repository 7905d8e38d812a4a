import { expect, test } from 'vitest';
import { foldFindings, type Finding } from '#specgraph';

const finding = (line: number, more: Partial<Finding> = {}): Finding => ({
  rule: 'broken-section',
  severity: 'error',
  message: 'Section 9 does not exist.',
  file: 'a.md',
  line,
  column: 1,
  endLine: line,
  endColumn: 2,
  ...more,
});

const linesOf = (findings: Finding[]): [number, number[]][] =>
  foldFindings(findings).map(({ finding: { line }, consequences }) => [
    line,
    consequences.map((other) => other.line),
  ]);

test('three findings in the same words are one', () => {
  expect(linesOf([finding(1), finding(2), finding(3)])).toEqual([[1, [2, 3]]]);
});

test('two findings in the same words, and findings in other words, stand alone', () => {
  const other = { message: 'Section 8 does not exist.' };
  expect(linesOf([finding(1), finding(2, other), finding(3)])).toEqual([
    [1, []],
    [2, []],
    [3, []],
  ]);
});

test('the finding at the origin comes first and holds all findings about the same thing', () => {
  const about = 'missing:a Section 9';
  const origin = finding(7, {
    rule: 'section-number-gap',
    message: '9 was expected.',
    about,
    isOrigin: true,
  });
  expect(
    linesOf([finding(1, { message: 'Another.' }), finding(2, { about }), finding(3, { about }), origin]),
  ).toEqual([
    [7, [2, 3]],
    [1, []],
  ]);
});

test('an origin without consequences keeps its place', () => {
  const origin = finding(7, { rule: 'section-number-gap', about: 'missing:a Section 9', isOrigin: true });
  expect(linesOf([finding(1), origin, finding(8)])).toEqual([
    [1, []],
    [7, []],
    [8, []],
  ]);
});
