import { expect, test } from 'vitest';
import type { Finding } from '#specgraph';
import { fingerprints } from '../../../src/specgraph/load/fingerprints.ts';

const finding = (line: number, rule = 'broken-link'): Finding => ({
  rule,
  severity: 'error',
  message: `at ${line}`,
  file: 'a.md',
  line,
  column: 1,
  endLine: line,
  endColumn: 2,
});

function of(text: string, findings: Finding[]): string[] {
  const lines = text.split('\n');
  return fingerprints(findings, (_file, line) => lines[line - 1]);
}

test('fingerprints stay the same when lines move or their indentation changes', () => {
  expect(of('x\ny', [finding(2)])).toEqual(of('x\n\nnew\n  y ', [finding(4)]));
});

test('fingerprints differ by line, rule and occurrence', () => {
  const all = of('y\ny\nz', [finding(1), finding(1), finding(2), finding(3), finding(3, 'broken-anchor')]);
  expect(new Set(all).size).toBe(5);
});

test('fingerprints are made from the message when the file was not read', () => {
  const [a, b] = fingerprints([finding(1), finding(2)], () => undefined);
  expect(a).toMatch(/^[0-9a-f]{32}$/);
  expect(a).not.toBe(b);
});
