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
    ['## A &amp; B', 'a--b'],
    ['## 1 \\* 2', '1--2'],
    ['## :tada: Party', 'tada-party'],
    ['## 🎉 Party', '-party'],
    ['## C# and C++', 'c-and-c'],
    ['## a/b.c', 'abc'],
    ['## <em>Set</em> apart', 'set-apart'],
    ['## A ~~gone~~ word', 'a-gone-word'],
    ['## Tab\there', 'tabhere'],
    ['## `a  b`', 'a--b'],
    ['Two lines\nof title\n===', 'two-linesof-title'],
    ['##   Blanks   ##   ', 'blanks'],
    ['## 中文 标题', '中文-标题'],
    ['## ![Saw](i.png)', ''],
    ['## ![Saw](i.png) Setup', '-setup'],
    ['### <img src="i.png" alt="saw"> Setup', '-setup'],
    ['## Setup ![Saw](i.png)', 'setup-'],
    ['## A ![x][i] B\n\n[i]: i.png', 'a--b'],
    ['## [![Saw](i.png) Setup](b.md)', '-setup'],
    ['> ## Quoted', 'quoted'],
    ['- ## Listed', 'listed'],
  ])('%j', (heading, slug) => {
    expect(sections(`${heading}\n`)[0].slug).toBe(slug);
  });

  test('duplicates are numbered', () => {
    expect(sections('## Limits\n\n## Limits\n\n## Limits\n').map((s) => s.slug)).toEqual([
      'limits',
      'limits-1',
      'limits-2',
    ]);
  });

  test('a heading with a picture does not count for one without', () => {
    const text = '## <img src="i.png"> Setup\n\n## <img src="i.png"> Setup\n\n## Setup\n\n## Setup\n';
    expect(sections(text).map((s) => s.slug)).toEqual(['-setup', '-setup-1', 'setup', 'setup-1']);
  });

  test('a heading that ends with a number takes the slug that a duplicate would get', () => {
    expect(sections('## A\n\n## A-1\n\n## A\n\n## a\n').map((s) => s.slug)).toEqual([
      'a',
      'a-1',
      'a-2',
      'a-3',
    ]);
  });

  test.each(['```md\n# A\n```\n', '<!-- # A -->\n', '    # A\n', '#A\n', '\\# A\n', '---\n# A\n---\n'])(
    '%j is no heading',
    (text) => {
      expect(sections(text)).toEqual([]);
    },
  );
});

describe('section numbers', () => {
  const numbers = (text: string) => sections(text).map((s) => s.number);

  test.each<[string, string, (string | undefined)[]]>([
    [
      'decimal and lettered',
      '# T\n\n## 1. A\n\n### 1.1 B\n\n### 1.2 C\n\n## 2. D\n\n### 2a. E\n\n#### 2a.1 F\n',
      [undefined, '1', '1.1', '1.2', '2', '2a'],
    ],
    [
      'inserted between two',
      '# T\n\n## 5. A\n\n## 5a. B\n\n## 6. C\n'.replaceAll('5', '1').replaceAll('6', '2'),
      [undefined, '1', '1a', '2'],
    ],
    [
      'letters alone, anew in each section',
      '# T\n\n## 1. A\n\n### a. X\n\n## 2. B\n\n### a. Y\n',
      [undefined, '1', '1a', '2', '2a'],
    ],
    [
      'appendices',
      '# T\n\n## 1. A\n\n## 2. B\n\n## Appendix A: X\n\n## Appendix: Y\n',
      [undefined, '1', '2', 'A', 'Appendix'],
    ],
    [
      'a changelog has none',
      '# Log\n\n## 2.0.0\n\n## 1.1.0\n\n## 1.0.0\n',
      [undefined, undefined, undefined, undefined],
    ],
    ['dates are none', '# Log\n\n## 2024-05-01\n\n## 2024-03-01\n', [undefined, undefined, undefined]],
    [
      'a slip keeps the numbers',
      '# T\n\n## 1. A\n\n## 2. B\n\n## 4. D\n\n## 5. E\n',
      [undefined, '1', '2', '4', '5'],
    ],
    ['numbers from 0', '# T\n\n## 0. A\n\n## 1. B\n', [undefined, '0', '1']],
    ['other marks behind the number', '# T\n\n## 1) A\n\n## 2: B\n\n## 3 C\n', [undefined, '1', '2', '3']],
    [
      'one numbered heading alone does not number the sections',
      '# T\n\n## 1. A\n\n## B\n',
      [undefined, undefined, undefined],
    ],
    ['years are none', '# T\n\n## 2023\n\n## 2024\n', [undefined, undefined, undefined]],
    [
      'Roman appendices are no letters',
      '# T\n\n## Appendix I: X\n\n## Appendix II: Y\n',
      [undefined, undefined, undefined],
    ],
    [
      'an appendix must be a word',
      '# T\n\n## 1. A\n\n## 2. B\n\n## Appendixes\n',
      [undefined, '1', '2', undefined],
    ],
    ['counts are none', '# T\n\n## 3 ways to win\n\n## 7 ways to lose\n', [undefined, undefined, undefined]],
  ])('%s', (_name, text, expected) => {
    expect(numbers(text).slice(0, expected.length)).toEqual(expected);
  });

  test('steps', () => {
    expect(sections('# T\n\n## Step 7b: Check\n').map((s) => [s.step, s.title])).toEqual([
      [undefined, 'T'],
      ['7b', 'Check'],
    ]);
  });
});

test('a section reaches to the line before the next of its depth', () => {
  expect(
    sections('# T\n\n## A\n\ntext\n\n### B\n\n## C\n').map((s) => [
      s.heading,
      s.range.line,
      s.endLine,
      s.parent,
    ]),
  ).toEqual([
    ['T', 1, 9, undefined],
    ['A', 3, 8, 't'],
    ['B', 7, 8, 'a'],
    ['C', 9, 9, 't'],
  ]);
});

test('a dash between number and title belongs to neither', () =>
  expect(
    sections('# A\n\n## 1 - Start\n\n## 2. – Run fast\n\n## 3 — End\n').map(({ number, title }) => [
      number,
      title,
    ]),
  ).toEqual([
    [undefined, 'A'],
    ['1', 'Start'],
    ['2', 'Run fast'],
    ['3', 'End'],
  ]));
