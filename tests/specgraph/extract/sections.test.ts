import { describe, expect, test } from 'vitest';
import { extractor } from '../../../src/specgraph/extract/document.ts';

const read = extractor('g', {});
const sections = (text: string) => read({ path: 'g/a.md', text }).sections;

describe('slugs are those of GitHub', () => {
  test.each([
    ['# Plain words', 'plain-words'],
    ['## `run()` & stop!', 'run--stop'],
    ['## A [link](x.md) here', 'a-link-here'],
    ['## *Emphasis* and **strong**', 'emphasis-and-strong'],
    ['## Trailing hashes ##', 'trailing-hashes'],
    ['Setext\n------', 'setext'],
    ['## 10o. Edge: Discovery (Phase 9)', '10o-edge-discovery-phase-9'],
    ['## Größe & Maß', 'größe--maß'],
    ['## under_score-and-dash', 'under_score-and-dash'],
  ])('%j', (heading, slug) => {
    expect(sections(`${heading}\n`)[0].slug).toBe(slug);
  });

  test('duplicates are numbered', () => {
    expect(sections('## Limits\n\n## Limits\n\n## Limits\n').map((s) => s.slug)).toEqual(['limits', 'limits-1', 'limits-2']);
  });
});

describe('section numbers', () => {
  const numbers = (text: string) => sections(text).map((s) => s.number);

  test.each<[string, string, (string | undefined)[]]>([
    ['decimal and lettered', '# T\n\n## 1. A\n\n### 1.1 B\n\n### 1.2 C\n\n## 2. D\n\n### 2a. E\n\n#### 2a.1 F\n', [undefined, '1', '1.1', '1.2', '2', '2a']],
    ['inserted between two', '# T\n\n## 5. A\n\n## 5a. B\n\n## 6. C\n'.replaceAll('5', '1').replaceAll('6', '2'), [undefined, '1', '1a', '2']],
    ['letters alone, anew in each section', '# T\n\n## 1. A\n\n### a. X\n\n## 2. B\n\n### a. Y\n', [undefined, '1', '1a', '2', '2a']],
    ['appendices', '# T\n\n## 1. A\n\n## 2. B\n\n## Appendix A: X\n\n## Appendix: Y\n', [undefined, '1', '2', 'A', 'Appendix']],
    ['a changelog has none', '# Log\n\n## 2.0.0\n\n## 1.1.0\n\n## 1.0.0\n', [undefined, undefined, undefined, undefined]],
    ['dates are none', '# Log\n\n## 2024-05-01\n\n## 2024-03-01\n', [undefined, undefined, undefined]],
    ['counts are none', '# T\n\n## 3 ways to win\n\n## 7 ways to lose\n', [undefined, undefined, undefined]],
  ])('%s', (_name, text, expected) => {
    expect(numbers(text).slice(0, expected.length)).toEqual(expected);
  });

  test('steps', () => {
    expect(sections('# T\n\n## Step 7b: Check\n').map((s) => [s.step, s.title])).toEqual([[undefined, 'T'], ['7b', 'Check']]);
  });
});

test('a section reaches to the line before the next of its depth', () => {
  expect(sections('# T\n\n## A\n\ntext\n\n### B\n\n## C\n').map((s) => [s.heading, s.range.line, s.endLine, s.parent]))
    .toEqual([['T', 1, 9, undefined], ['A', 3, 8, 't'], ['B', 7, 8, 'a'], ['C', 9, 9, 't']]);
});
