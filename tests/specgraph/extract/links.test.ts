/**
 * What points at something, and what can be pointed at: a piece of Markdown as an author writes it, and what GitHub makes
 * of it. Adding a case is adding a row.
 */
import { describe, expect, test } from 'vitest';
import type { DocumentFacts, SourceRange } from '#specgraph';
import { extractor } from '../../../src/specgraph/extract/document.ts';

const extract = extractor('g', {});
const read = (text: string): DocumentFacts => extract({ path: 'g/a.md', text });

function textIn(text: string, { line, column, endLine, endColumn }: SourceRange): string {
  const lines = text.split(/\r\n|\n|\r/);
  if (line === endLine) return lines[line - 1].slice(column - 1, endColumn - 1);
  return [
    lines[line - 1].slice(column - 1),
    ...lines.slice(line, endLine - 1),
    lines[endLine - 1].slice(0, endColumn - 1),
  ].join('\n');
}

/** Notation of a link: form, destination as resolved, and in ⟦…⟧ what stands where a fix would write, if that differs. */
function shown(text: string): string[] {
  return read(text).links.map(({ form, url, urlRange }) => {
    const written = textIn(text, urlRange);
    return `${form} ${url}${written === url ? '' : ` ⟦${written}⟧`}`;
  });
}

const LINKS: [markdown: string, links: string[]][] = [
  // inline
  ['[x](b.md)', ['link b.md']],
  ['[x](b.md "title")', ['link b.md']],
  ["[x](b.md 'title')", ['link b.md']],
  ['[x](b.md (title))', ['link b.md']],
  ['[x](  b.md  )', ['link b.md']],
  ['[x](\nb.md\n"title")', ['link b.md']],
  ['[x](<b c.md>)', ['link b c.md']],
  ['[x](<b.md> "title")', ['link b.md']],
  ['[x](b(1).md)', ['link b(1).md']],
  ['[x](b\\(1.md)', ['link b(1.md ⟦b\\(1.md⟧']],
  ['[x](b&amp;c.md)', ['link b&c.md ⟦b&amp;c.md⟧']],
  ['[x](b%20c.md#d)', ['link b%20c.md#d']],
  ['[x](b.md?plain=1#L10)', ['link b.md?plain=1#L10']],
  ['[x]()', ['link ']],
  ['[x](<>)', ['link ']],
  ['[](b.md)', ['link b.md']],
  ['[x](#)', ['link #']],
  ['[x](b c.md)', []],
  ['[x] (b.md)', []],
  ['\\[x](b.md)', []],
  // what stands in the brackets
  ['[`a](b`](c.md)', ['link c.md']],
  ['[a\\](b](c.md)', ['link c.md']],
  ['[*a* **b**](c.md)', ['link c.md']],
  ['[![i](p.png)](b.md)', ['link b.md', 'image p.png']],
  ['![i](p.png)', ['image p.png']],
  ['![i [x](b.md)](p.png)', ['image p.png']],
  // by reference: the definition is the link, however often it is used
  ['[x][l]\n\n[l]: b.md', ['reference b.md']],
  ['[l]\n\n[l]: <b c.md> "title"', ['reference b c.md']],
  ['![x][l] [y][l]\n\n[l]: b.md', ['reference b.md']],
  ['[L L]: b.md\n\n[x][l l]', ['reference b.md']],
  ['[l]:\n  b.md', ['reference b.md']],
  // where it stands
  ['# [x](b.md)', ['link b.md']],
  ['| a |\n|---|\n| [x](b.md) |', ['link b.md']],
  ['| a |\n|---|\n| [x \\| y](b.md) |', ['link b.md']],
  ['> - [x](b.md)', ['link b.md']],
  ['a[^1]\n\n[^1]: [x](b.md)', ['link b.md']],
  ['\t\n- a\n\n\t[x](b.md)', ['link b.md']],
  ['~~[x](b.md)~~', ['link b.md']],
  ['a\r\n\r\n[x](b.md)\r\n', ['link b.md']],
  // bare addresses
  ['<https://example.org/a.md>', ['link https://example.org/a.md ⟦<https://example.org/a.md>⟧']],
  ['https://example.org/a.md.', ['link https://example.org/a.md']],
  // HTML
  ['<a href="b.md">x</a>', ['html b.md']],
  ["<a class=y href='b.md'>x</a>", ['html b.md']],
  ['<A HREF=b.md>x</A>', ['html b.md']],
  ['<a href="a">x</a>', ['html a']],
  ['<a\n  href="b.md">x</a>', ['html b.md']],
  ['<a href="b.md">x</a> <a href="b.md">y</a>', ['html b.md', 'html b.md']],
  ['<div>\n<a href="b.md">x</a>\n<img alt="a > b" src="p.png">\n</div>', ['html b.md', 'html p.png']],
  ['> <div>\n> <a href="b.md">x</a>\n> </div>', ['html b.md']],
  ['- <div>\n  <a href="b.md">x</a>\n  </div>', ['html b.md']],
  ['<a href="b&amp;c.md">x</a>', ['html b&c.md ⟦<a href="b&amp;c.md">⟧']],
  ['<a data-href="c.md" href="b.md">x</a>', ['html b.md']],
  ['<link href="b.md"> <div src="b.md">', []],
  ['<a name="x">', []],
  // code and comments are none
  ['`[x](b.md)`', []],
  ['`` ` [x](b.md) ``', []],
  ['```md\n[x](b.md)\n```', []],
  ['~~~\n[x](b.md)\n~~~', []],
  ['    [x](b.md)', []],
  ['`<a href="b.md">`', []],
  ['<!-- [x](b.md) <a href="b.md"> -->', []],
  ['<div>\n<!-- <a href="b.md"> -->\n</div>', []],
  ['<script>"<a href=\'b.md\'>"</script>', []],
  ['---\nlink: "[x](b.md)"\n---', []],
];

describe('links', () => {
  test.each(LINKS)('%j', (markdown, expected) => {
    expect(shown(`${markdown}\n`)).toEqual(expected);
  });

  test('no row stands twice', () => {
    expect(new Set(LINKS.map(([markdown]) => markdown)).size).toBe(LINKS.length);
  });

  test('the two of one line have places of their own', () => {
    const text = '<a href="b.md">x</a> <a href="b.md">y</a>\n';
    expect(read(text).links.map((link) => link.urlRange.column)).toEqual([10, 31]);
  });
});

const ANCHORS: [markdown: string, names: string[]][] = [
  ['<a id="x"></a>', ['x']],
  ['<a name="x"></a>', ['x']],
  ['<a id="x" name="x"></a>', ['x']],
  ['<a id="x" name="y"></a>', ['x', 'y']],
  ['<div id=x>\n\ntext\n\n</div>', ['x']],
  ["text <span id='x'>y</span>", ['x']],
  ['| a |\n|---|\n| <a id="x"></a>b |', ['x']],
  ['## <a id="x"></a>Title', ['x']],
  ['<h2>One <em>two</em></h2>', ['one-two']],
  ['<h2>\n\nOne\n\n</h2>', ['one']],
  ['<h2>One</h2><h2>One</h2>', ['one', 'one-1']],
  ['<!-- <a id="x"> -->', []],
  ['`<a id="x">`', []],
  ['<a data-id="x">', []],
];

describe('anchors besides headings', () => {
  test.each(ANCHORS)('%j', (markdown, expected) => {
    expect(read(`${markdown}\n`).anchors.map((anchor) => anchor.name)).toEqual(expected);
  });
});

const LABELS: [markdown: string, labels: string[]][] = [
  ['[some words][nope]', ['nope']],
  ['[some words][nope]\n\n[nope]: b.md', []],
  ['[some words][NOPE]\n\n[nope]: b.md', []],
  ['| a |\n|---|\n| [some words][nope] |', ['nope']],
  ['`[some words][nope]` and \\[some words][nope]', []],
  // an array, a mark in a test's name, a checkbox: brackets that are meant
  ['a[i][1]', []],
  ['[Serial][Disruptive]', []],
  ['- [ ] task', []],
];

describe('labels without a definition', () => {
  test.each(LABELS)('%j', (markdown, expected) => {
    expect(read(`${markdown}\n`).undefinedLabels.map(({ label }) => label)).toEqual(expected);
  });
});
