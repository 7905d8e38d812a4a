import { expect, test } from 'vitest';
import type { Finding } from '#specgraph';
import { moveFindings } from '../../src/lsp/move-findings.ts';

const BEFORE = 'a\nb\nc\nd\ne\n';

function findingAt(line: number, endLine = line): Finding {
  const place = { file: 'a.md', line, column: 1, endLine, endColumn: 2 };
  return { ...place, rule: 'x', severity: 'error', message: 'm', fix: [{ range: place, text: '' }] };
}

test.each([
  ['the same text', BEFORE, [1, 3, 5]],
  ['a changed line', 'a\nb\nC\nd\ne\n', [1, 5]],
  ['an inserted line', 'a\nb\nnew\nc\nd\ne\n', [1, 4, 6]],
  ['a removed line', 'a\nb\nd\ne\n', [1, 4]],
  ['a removed line between equal ones', 'a\nb\nc\ne\n', [1, 3, 4]],
  ['a line at the beginning', 'new\na\nb\nc\nd\ne\n', [2, 4, 6]],
  ['Windows line ends', 'a\r\nb\r\nnew\r\nc\r\nd\r\ne\r\n', [1, 4, 6]],
  ['nothing left', '', []],
])('findings after %s', (_name, after, lines) => {
  const moved = moveFindings(
    [1, 3, 5].map((line) => findingAt(line)),
    BEFORE,
    after,
  );
  expect(moved.map(({ line }) => line)).toEqual(lines);
});

test('a finding of several lines stays where none of them has changed; a fix of the old text is not kept', () => {
  expect(moveFindings([findingAt(1, 3)], BEFORE, 'a\nB\nc\nd\ne\n')).toEqual([]);
  const [moved] = moveFindings([findingAt(2, 4)], BEFORE, 'new\na\nb\nc\nd\ne\n');
  expect(moved).toMatchObject({ line: 3, endLine: 5 });
  expect(moved).not.toHaveProperty('fix');
});
