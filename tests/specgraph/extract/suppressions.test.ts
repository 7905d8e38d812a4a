/** What a comment silences: its rules, its reason, and the block below it from its first to its last line. */
import { describe, expect, test } from 'vitest';
import { checkGraph, NO_CONFIG, readGraph, type Finding } from '#specgraph';
import { extractor } from '../../../src/specgraph/extract/document.ts';

const extract = extractor('g', {});

const CASES: [text: string, suppressions: string[]][] = [
  ['<!-- specgraph-ignore broken-link: gone -->\na\nb\n\nc', ['broken-link "gone" 2-3']],
  ['<!-- specgraph-ignore broken-link: gone -->\n\n\na\n', ['broken-link "gone" 4-4']],
  ['<!--specgraph-ignore broken-link:gone-->\na', ['broken-link "gone" 2-2']],
  ['<!-- specgraph-ignore broken-link, wrong-count : a: b -->\na', ['broken-link wrong-count "a: b" 2-2']],
  ['<!-- specgraph-ignore broken-link wrong-count: two -->\na', ['broken-link wrong-count "two" 2-2']],
  ['<!-- specgraph-ignore broken-link:\n  over two lines -->\na', ['broken-link "over two lines" 3-3']],
  ['<!-- specgraph-ignore broken-link: a -->\r\na\r\n\r\nb', ['broken-link "a" 2-2']],
  ['- <!-- specgraph-ignore broken-link: a -->\n  a\n', ['broken-link "a" 2-2']],
  ['a <!-- specgraph-ignore broken-link: a -->\nb\n', ['broken-link "a" 2-2']],
  ['<!-- specgraph-ignore a: x -->\n<!-- specgraph-ignore b: y -->\nc\n\nd', ['a "x" 2-3', 'b "y" 3-3']],
  // without a reason: still a silencing, and a finding of its own
  ['<!-- specgraph-ignore broken-link -->\na', ['broken-link "" 2-2']],
  ['<!-- specgraph-ignore broken-link: -->\na', ['broken-link "" 2-2']],
  // blanks, ends and neighbours
  ['  <!--  specgraph-ignore   broken-link  :  a  -->  \na', ['broken-link "a" 2-2']],
  [
    '<!-- specgraph-ignore broken-link,wrong-count  empty-link: a -->\na',
    ['broken-link wrong-count empty-link "a" 2-2'],
  ],
  ['<!-- specgraph-ignore broken-link,: a -->\na', ['broken-link "a" 2-2']],
  ['<!-- specgraph-ignore broken-link: a -->', ['broken-link "a" 2-2']],
  ['<!-- specgraph-ignore broken-link: a -->\n\n\n', ['broken-link "a" 4-4']],
  ['<!-- specgraph-ignore a: x -->\nb\n<!-- specgraph-ignore c: y -->\nd\n\ne', ['a "x" 2-4', 'c "y" 4-4']],
  ['<!-- specgraph-ignore a: x -->\nb\n\n<!-- specgraph-ignore c: y -->\nd', ['a "x" 2-2', 'c "y" 5-5']],
  ['<div><!-- specgraph-ignore broken-link: a --></div>\na', []],
  // other comments, and what only looks like one
  ['<!-- specgraph-ignore Broken-link: a -->\na', []],
  ['<!-- specgraph-ignore broken_link: a -->\na', []],
  ['<!-- specgraph-ignore -broken-link: a -->\na', []],
  ['<!-- specgraph-ignore -->\na', []],
  ['<!-- specgraph-ignored broken-link: a -->\na', []],
  ['<!-- see specgraph-ignore broken-link: a -->\na', []],
  ['`<!-- specgraph-ignore broken-link: a -->`\na', []],
  ['```html\n<!-- specgraph-ignore broken-link: a -->\n```\na', []],
];

describe('suppressions', () => {
  test.each(CASES)('%j', (text, expected) => {
    const found = extract({ path: 'g/a.md', text }).suppressions;
    expect(found.map((s) => `${s.rules.join(' ')} "${s.reason}" ${s.line}-${s.endLine}`)).toEqual(expected);
  });
});

const IGNORE = '<!-- specgraph-ignore broken-link: gone -->';

function findings(text: string): string[] {
  const graph = readGraph(
    {
      root: 'g',
      repositoryRoot: 'g',
      files: [{ path: 'g/a.md', text }],
      others: [],
      problems: [],
      tree: { kind: () => undefined, otherCases: () => [] },
    },
    NO_CONFIG,
  );
  return checkGraph(graph).findings.map((f: Finding) => `${f.line} ${f.rule}`);
}

const SILENCED: [what: string, text: string, findings: string[]][] = [
  ['nothing without a comment', '[x](n.md)\n', ['1 broken-link']],
  ['the block below', `${IGNORE}\n[x](n.md)\n[y](n.md)\n`, []],
  ['not what stands above', `[x](n.md)\n\n${IGNORE}\n[y](n.md)\n`, ['1 broken-link']],
  ['not the block after', `${IGNORE}\n[x](n.md)\n\n[y](n.md)\n`, ['4 broken-link']],
  ['not another rule', `${IGNORE}\n[x]()\n`, ['1 unused-suppression', '2 empty-link']],
  ['each its own block', `${IGNORE}\n[x](n.md)\n\n${IGNORE}\n[y](n.md)\n`, []],
  ['each what is nearest, in one block', `${IGNORE}\n[x](n.md)\n${IGNORE}\n[y](n.md)\n`, []],
  [
    'a second one over the same line is one too many',
    `${IGNORE}\n${IGNORE}\n[x](n.md)\n`,
    ['1 unused-suppression'],
  ],
  [
    'two rules in one comment',
    '<!-- specgraph-ignore broken-link, empty-link: both -->\n[x](n.md) [y]()\n',
    [],
  ],
  [
    'without a reason it silences, and is told',
    '<!-- specgraph-ignore broken-link -->\n[x](n.md)\n',
    ['1 suppression-without-reason'],
  ],
];

describe('a comment silences', () => {
  test.each(SILENCED)('%s', (_what, text, expected) => {
    expect(findings(text)).toEqual(expected);
  });
});
