/** What is read of a document as a whole: id, number, title, lines, words, and the sentence around each link. */
import { describe, expect, test } from 'vitest';
import type { DocumentFacts, SpecConfig } from '#specgraph';
import { extractor } from '../../../src/specgraph/extract/document.ts';

const read = (text: string, path = 'g/a.md', root = 'g', config: SpecConfig = {}): DocumentFacts =>
  extractor(root, config)({ path, text });

const IDS: [path: string, root: string, id: string][] = [
  ['a.md', '.', 'a'],
  ['a.md', '', 'a'],
  ['g/a.md', 'g', 'a'],
  ['g/sub/a.md', 'g', 'sub/a'],
  ['g/h/a.md', 'g/h', 'a'],
  ['gone/a.md', 'g', 'gone/a'],
  ['g/a.markdown', 'g', 'a'],
  ['g/a.MDX', 'g', 'a'],
  ['g/a.md.md', 'g', 'a.md'],
  ['g/a.md.txt', 'g', 'a.md.txt'],
  ['g/a#b#c.md', 'g', 'a%23b%23c'],
];

test.each(IDS)('%s under "%s" has the id %s', (path, root, id) => {
  expect(read('', path, root).id).toBe(id);
});

test('the number of a document is read from the name of its file', () => {
  const config = { documentNumber: String.raw`^(\d\d)-` } as SpecConfig;
  expect(read('', 'g/07-part/01-a.md', 'g', config).number).toBe('01');
  expect(read('', 'g/07-part/a.md', 'g', config).number).toBeUndefined();
});

const TITLES: [text: string, title: string, line: number][] = [
  ['# One\n\n# Two\n', 'One', 1],
  ['## Two\n\n# One\n', 'One', 3],
  ['Text.\n\n## Two\n\n### Three\n', 'Two', 3],
  ['Text.\n', 'a', 1],
  ['---\ndate: 1\ntitle: Front Matter\n---\n\n## Two\n', 'Front Matter', 3],
  ['---\r\ntitle: "In: quotes"\r\n---\r\n\r\nText.\r\n', 'In: quotes', 2],
  ["---\ntitle: 'One' # remark\n---\n\n## Two\n", 'One', 2],
  ['---\ntitle: >\n  Folded\n---\n\n## Two\n', 'Two', 6],
  ['---\ntitle: Front Matter\n---\n\n# One\n', 'One', 5],
  ['', 'a', 1],
];

test.each(TITLES)('%j has the title %s, from line %i', (text, title, line) => {
  const facts = read(text);
  expect([facts.title, facts.titleRange.line]).toEqual([title, line]);
});

const LINES: [text: string, lines: number][] = [
  ['', 1],
  ['a', 1],
  ['a\n', 1],
  ['a\nb', 2],
  ['a\r\nb\r\n', 2],
  ['a\n\n', 2],
];

test.each(LINES)('%j has %i lines', (text, lines) => {
  expect(read(text).lines).toBe(lines);
});

test.each([
  '',
  'one',
  'one two',
  ' one',
  'one\n',
  'a \t\n b',
  'a\u00a0b',
  'a\u00a0 b',
  'a\vb\rc\fd',
  'a\u0008b\u000ec',
])('the words of %j are what splitting at blanks gives', (text) => {
  expect(read(text).words).toBe(text.split(/[\t\n\v\f\r \u00a0]+/).length);
});

const CONTEXTS: [markdown: string, contexts: string[]][] = [
  ['First. See [x](b.md) now. Last.', ['See x now.']],
  ['See [x](b.md).', ['See x.']],
  ['[x](b.md) is first. Then [y](c.md).', ['x is first.', 'Then y.']],
  ['One.\n\nTwo over\ntwo lines [x](b.md). Three.', ['Two over two lines x.']],
  ['## About [x](b.md)\n\nText.', ['About x']],
  ['- one\n- see [x](b.md)\n- three', ['see x']],
  ['| a | b |\n|---|---|\n| first. Second | [x](b.md) |\n| other | y |', ['first. Second | x']],
  ['Text.\n\n![picture](p.png)\n\nText.', ['']],
  ['Text.\n\n[l]: b.md', ['']],
];

describe('the context of a link is its sentence or row', () => {
  test.each(CONTEXTS)('%j', (markdown, contexts) => {
    expect(read(`${markdown}\n`).links.map((link) => link.context)).toEqual(contexts);
  });
});

test('facts name the section they stand in', () => {
  const facts = read('[x](b.md)\n\n# A\n\n[y](c.md)\n\n## B\n\n```ini\nNAME = "O|text|a"\n```\n');
  expect(facts.links.map((link) => link.section)).toEqual([undefined, 'a']);
  expect(facts.codeBlocks.map((block) => block.section)).toEqual([]);
});

test('tables are always kept, code blocks and units only where a rule needs them', () => {
  const text = '# A\n\n| a |\n|---|\n| b |\n\n```text\nc\n```\n\nWords.\n';
  const kept = (config: SpecConfig): number[] => {
    const { tables, codeBlocks, units } = read(text, 'g/a.md', 'g', config);
    return [tables, codeBlocks, units].map((facts) => facts.length);
  };
  expect(kept({})).toEqual([1, 0, 0]);
  expect(kept({ documentNumber: 'x' } as SpecConfig)).toEqual([1, 1, 0]);
  expect(kept({ overview: { document: '00', section: '1' } } as SpecConfig)).toEqual([1, 1, 0]);
  expect(kept({ staleWords: [] } as SpecConfig)).toEqual([1, 0, 0]);
  expect(kept({ staleWords: ['planned'] } as SpecConfig)[2]).toBeGreaterThan(0);
});
