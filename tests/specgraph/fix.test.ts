import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Finding } from '#specgraph';
import { applyFixes } from '#specgraph/fix';

type Span = [from: number, to: number, text: string, file?: string];

/** A finding whose fix replaces columns of the first line. */
const finding = (...spans: Span[]): Finding => ({
  rule: 'r',
  severity: 'error',
  message: '',
  file: 'a',
  line: 1,
  column: 1,
  endLine: 1,
  endColumn: 1,
  fix: spans.map(([from, to, text, file = 'a']) => ({
    range: { file, line: 1, column: from, endLine: 1, endColumn: to },
    text,
  })),
});

const fixed = (text: string, ...findings: Finding[]): string | undefined =>
  applyFixes(new Map([['a', text]]), findings).texts.get('a');

describe('fixes', () => {
  test.each<[string, Finding[], string | undefined]>([
    ['one', [finding([1, 4, 'two'])], 'two'],
    ['in any order', [finding([8, 9, 'O']), finding([1, 4, ''])], 'any Order'],
    ['touching', [finding([1, 6, 'a']), finding([6, 9, 'b'])], 'ab'],
    // The first of two that overlap wins.
    ['overlap', [finding([1, 4, 'X']), finding([3, 6, 'Y'])], 'Xrlap'],
    ['insert', [finding([1, 1, 'A']), finding([1, 1, 'B'])], 'Ainsert'],
    // All edits of a fix, or none.
    ['both ends', [finding([1, 2, 'B'], [9, 10, 'S'])], 'Both endS'],
    ['not both', [finding([1, 2, 'N']), finding([1, 2, 'X'], [5, 6, 'B'])], 'Not both'],
    // Places that do not exist, or where the text is there already.
    ['short', [finding([1, 99, 'x'])], undefined],
    ['backwards', [finding([5, 2, 'x'])], undefined],
    ['same', [finding([1, 5, 'same'])], undefined],
    ['other file', [finding([1, 2, 'x', 'b'])], undefined],
    ['none', [{ ...finding(), fix: undefined }], undefined],
  ])('%s', (text, findings, expected) => {
    expect(fixed(text, ...findings)).toBe(expected);
  });

  test('count lines as the engine does: LF, CRLF and CR', () => {
    const at = (line: number, text: string): Finding => ({
      ...finding(),
      fix: [{ range: { file: 'a', line, column: 1, endLine: line, endColumn: 2 }, text }],
    });
    expect(fixed('a\nb\r\nc\rd', at(2, 'B'), at(3, 'C'), at(4, 'D'))).toBe('a\nB\r\nC\rD');
  });

  test('over several files', () => {
    const { texts, applied } = applyFixes(
      new Map([
        ['a', 'x'],
        ['b', 'y'],
      ]),
      [finding([1, 2, 'X'], [1, 2, 'Y', 'b'])],
    );
    expect([...texts]).toEqual([
      ['a', 'X'],
      ['b', 'Y'],
    ]);
    expect(applied).toHaveLength(1);
  });

  test('never change anything outside their places', () => {
    const edits = fc.array(fc.tuple(fc.nat(20), fc.nat(20), fc.string({ maxLength: 3 })), { maxLength: 8 });
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 20, maxLength: 20 }),
        edits,
        (text, spans) => {
          const findings = spans.map(([a, b, words]) =>
            finding([Math.min(a, b) + 1, Math.max(a, b) + 1, words]),
          );
          const { texts, applied } = applyFixes(new Map([['a', text]]), findings);
          const growth = applied
            .flatMap((f) => f.fix!)
            .reduce(
              (sum, { range, text: words }) => sum + words.length - (range.endColumn - range.column),
              0,
            );
          expect((texts.get('a') ?? text).length).toBe(text.length + growth);
        },
      ),
    );
  });
});
