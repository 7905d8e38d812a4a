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
    return `${form} ${url}${written === url || form === 'use' ? '' : ` ⟦${written}⟧`}`;
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
  ['[x](b<c.md)', ['link b<c.md']],
  ['[x] (b.md)', []],
  ['\\[x](b.md)', []],
  // what stands in the brackets
  ['[`a](b`](c.md)', ['link c.md']],
  ['[a\\](b](c.md)', ['link c.md']],
  ['[*a* **b**](c.md)', ['link c.md']],
  ['[![i](p.png)](b.md)', ['link b.md', 'image p.png']],
  ['![i](p.png)', ['image p.png']],
  ['![i [x](b.md)](p.png)', ['image p.png']],
  // by reference: the definition holds the destination, and each use of its label is a link
  ['[x][l]\n\n[l]: b.md', ['use b.md', 'reference b.md']],
  ['[l]\n\n[l]: <b c.md> "title"', ['use b c.md', 'reference b c.md']],
  ['![x][l] [y][l]\n\n[l]: b.md', ['use b.md', 'reference b.md']],
  ['[L L]: b.md\n\n[x][l l]', ['reference b.md', 'use b.md']],
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
  ['<https://example.org/a.md>', ['link https://example.org/a.md']],
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
  ['<a href="b&amp;c.md">x</a>', ['html b&c.md ⟦b&amp;c.md⟧']],
  ['<a data-href="c.md" href="b.md">x</a>', ['html b.md']],
  ['<a title=" href=c.md" href="b.md">x</a>', ['html b.md']],
  ['<link href="b.md"> <div src="b.md">', []],
  // pictures, films and sounds
  ['<img src="a.png" srcset="b.png 2x">', ['html a.png', 'html b.png']],
  ['<img srcset="a.png 1x, b,c.png 2x,d.png">', ['html a.png', 'html b,c.png', 'html d.png']],
  ['<picture>\n<source srcset="a.png">\n</picture>', ['html a.png']],
  ['<video src="a.mp4" poster="b.png"></video>', ['html a.mp4', 'html b.png']],
  ['<video><source src="a.mp4"><track src="b.vtt"></video>', ['html a.mp4', 'html b.vtt']],
  ['<audio src="a.mp3"></audio>', ['html a.mp3']],
  ['<iframe src="a.html"></iframe>', ['html a.html']],
  // a definition that nothing uses is a way to write a comment
  ['[//]: <> (note)', []],
  ['[//]: # (note)', []],
  ['[//]: note', []],
  ['[comment]: <> (note)', []],
  ['[comment]: note', []],
  ['[_comment_]: # "note"', []],
  ['[x]: <> (note)', []],
  ['[x]\n\n[x]: <>', ['use ', 'reference ']],
  ['[x]: b.md', ['reference b.md']],
  ['[a\\]: b]: c.md', ['reference c.md']],
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
  ['<script>"<a href=\'b.md\'>"</SCRIPT> <a href="c.md">x</a>', ['html c.md']],
  ['<div>\n<style>a { b: "<a href=\'b.md\'>" }</style>\n<a href="c.md">x</a>\n</div>', ['html c.md']],
  ['<div>\n<titles><a href="c.md">x</a></titles>\n</div>', ['html c.md']],
  ['<div>\n<!-- not closed <a href="b.md">', []],
  ['<a href   =   "b.md">x</a>', ['html b.md']],
  ['[a\\]b [c] d](e.md)', ['link e.md']],
  ['[x](b(cd)e(fg).md)', ['link b(cd)e(fg).md']],
];

describe('links', () => {
  test.each(LINKS)('%j', (markdown, expected) => {
    expect(shown(`${markdown}\n`)).toEqual(expected);
  });

  test('the table has no duplicate rows', () => {
    expect(new Set(LINKS.map(([markdown]) => markdown)).size).toBe(LINKS.length);
  });

  test('two links on one line have different places', () => {
    const text = '<a href="b.md">x</a> <a href="b.md">y</a>\n';
    expect(read(text).links.map((link) => link.urlRange.column)).toEqual([10, 31]);
  });
});

const TEXTS: [markdown: string, texts: string[]][] = [
  ['[*a* **b** `c`](d.md)', ['a b c']],
  ['[a\nb](c.md)', ['a\nb']],
  ['![what it shows](p.png)', ['what it shows']],
  ['![](p.png)', ['']],
  ['[![what it shows](p.png)](b.md)', ['what it shows', 'what it shows']],
  ['[Long Label]: b.md', ['Long Label']],
  ['<a href="b.md">x</a>', ['']],
];

describe('the words of a link', () => {
  test.each(TEXTS)('%j', (markdown, expected) => {
    expect(read(`${markdown}\n`).links.map((link) => link.text)).toEqual(expected);
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
  ['<h2>Rules &amp; <em>roles</em></h2>', ['rules--roles']],
  ['<h3 align="center" title="a > b"><b>One</b></h3>', ['one']],
  ['<h2><img src="i.png" alt="pin"> Map</h2>', ['-map']],
  ['<h1>\n  <img src="i.png">\n  Map\n</h1>', ['----map', 'map']],
  ['<h1>\n\n![pin](i.png) Map\n\n</h1>', ['-map']],
  // both readings of the blank beside an element
  ['## <a id="x"></a> Title', ['x', 'title']],
  ['<!-- <a id="x"> -->', []],
  ['`<a id="x">`', []],
  ['<a data-id="x">', []],
];

describe('anchors besides headings', () => {
  test.each(ANCHORS)('%j', (markdown, expected) => {
    expect(read(`${markdown}\n`).anchors.map((anchor) => anchor.name)).toEqual(expected);
  });
});

/** Notation of a label: what is not defined, with the brackets that show. */
function shownLabels(markdown: string): string[] {
  const text = `${markdown}\n`;
  return read(text).undefinedLabels.map(({ label, range }) => `${label} ⟦${textIn(text, range)}⟧`);
}

const LABELS: [markdown: string, labels: string[]][] = [
  ['[some words][nope]', ['nope ⟦[some words][nope]⟧']],
  ['[some words][nope]\n\n[nope]: b.md', []],
  ['[some words][NOPE]\n\n[nope]: b.md', []],
  ['[some words][two\nwords]\n\n[Two  Words]: b.md', []],
  ['| a |\n|---|\n| [some words][nope] |', ['nope ⟦[some words][nope]⟧']],
  ['# [some words][nope]', ['nope ⟦[some words][nope]⟧']],
  ['> a [some\n> words][nope]', ['nope ⟦[some\n> words][nope]⟧']],
  ['*[some words][nope]*', ['nope ⟦[some words][nope]⟧']],
  ['[*some* **words**][nope]', ['nope ⟦[*some* **words**][nope]⟧']],
  ['[`code`][nope] [`code`][`nope`]', ['nope ⟦[`code`][nope]⟧', '`nope` ⟦[`code`][`nope`]⟧']],
  ['a [x][nope], b [y][nope]', ['nope ⟦[x][nope]⟧', 'nope ⟦[y][nope]⟧']],
  // brackets within the words
  ['[the [draft] form][nope]', ['nope ⟦[the [draft] form][nope]⟧']],
  ['[the [x](b.md) form][nope]', ['nope ⟦[the [x](b.md) form][nope]⟧']],
  // nothing in the second brackets
  ['[the install guide][]', ['the install guide ⟦[the install guide][]⟧']],
  ['[the install guide][]\n\n[The Install  Guide]: b.md', []],
  ['[Docs][]', ['Docs ⟦[Docs][]⟧']],
  ['[docs][]\n\n[x]: b.md', ['docs ⟦[docs][]⟧']],
  ['[`code`][]', ['`code` ⟦[`code`][]⟧']],
  ['[string][] and [T][] and [u8][]', []],
  ['a map of [string][]byte', []],
  // numbers
  ['[the old plan][2]', ['2 ⟦[the old plan][2]⟧']],
  ['[plan][2]\n\n[1]: b.md', ['2 ⟦[plan][2]⟧']],
  ['[plan][2]', []],
  ['see [1][2]', []],
  ['[i][2]\n\n[1]: b.md', []],
  // pictures
  ['![pic][]', ['pic ⟦![pic][]⟧']],
  ['![the pond][nope]', ['nope ⟦![the pond][nope]⟧']],
  ['[![build](b.svg)][ci]', ['ci ⟦[![build](b.svg)][ci]⟧']],
  ['[<img src="b.svg">][ci]', ['ci ⟦[<img src="b.svg">][ci]⟧']],
  ['[![build][b]](c.md)', ['b ⟦![build][b]⟧']],
  ['[![build][b]][ci]\n\n[ci]: c.md', ['b ⟦![build][b]⟧']],
  ['[![a](b.svg)][c][![d](e.svg)][f]', ['c ⟦[![a](b.svg)][c]⟧', 'f ⟦[![d](e.svg)][f]⟧']],
  // footnotes
  ['A claim[^1].', ['^1 ⟦[^1]⟧']],
  ['A claim[^note].', ['^note ⟦[^note]⟧']],
  ['A claim [^b].\n\n[^a]: x', ['^b ⟦[^b]⟧']],
  ['[some words][^1]', ['^1 ⟦[^1]⟧']],
  ['A claim[^1].\n\n[^1]: x', []],
  ['all but [^a-z] and [^abc]* and [^/]', []],
  ['`[^1]`', []],
  // brackets that are meant
  ['`[some words][nope]` and \\[some words][nope]', []],
  ['[row]\\[column] [row\\][column], [row][column\\] ![row]\\[column]', []],
  ['&#91;some words][nope]', []],
  ['a[`i`][x]', []],
  ['a[i][1] and f()[x][y] and .[a][b] and $[a][b]', []],
  ['[[a][b]]', []],
  ['[Ann][[slides](b.md)]', []],
  ['[a][b][c] and [1][2][3]', []],
  ['["key"]["other"]', []],
  ['- [ ] task', []],
  ['[x] [y]', []],
  ['$$\n[some words][nope]\n$$'.replaceAll('$$', '```'), []],
  // types and lists, which are not meant without a definition
  ['[int][] and [uint8][] and [bools][] and [f64][]', []],
  ['[ab][] and [Abc][]', ['Abc ⟦[Abc][]⟧']],
  ['[docs][]', []],
  ['[string][]\n\n[x]: b.md', []],
  ['[first, second][]', []],
  ['[first, second][]\n\n[x]: b.md', ['first, second ⟦[first, second][]⟧']],
  ['[one = two][]', []],
  ['[ ][nope]', []],
  // labels of quotes, signs and marks
  [`[some words]["nope"] and [some words]['nope']`, []],
  ['[some words][...]', []],
  ['[some words][A:b]', []],
  ['[some words][a:b]', ['a:b ⟦[some words][a:b]⟧']],
  ['[the dates][ISO 8601]', ['ISO 8601 ⟦[the dates][ISO 8601]⟧']],
  ['[JSON][W3C-json-2]', ['W3C-json-2 ⟦[JSON][W3C-json-2]⟧']],
  ['[JSON][W3C]', []],
  ['[Stretch Goal][Push left], find it', ['Push left ⟦[Stretch Goal][Push left]⟧']],
  ['See [Stretch Goal][Push left] here', ['Push left ⟦[Stretch Goal][Push left]⟧']],
  ['[stretch goal][Push left] here', ['Push left ⟦[stretch goal][Push left]⟧']],
  ['[Stretch Goal][push left] here', ['push left ⟦[Stretch Goal][push left]⟧']],
  // footnotes of a document that has none
  ['A claim[^abc].', []],
  ['A claim [^note].', []],
  ['A "claim"[^note] (or not)[^other]', ['^note ⟦[^note]⟧', '^other ⟦[^other]⟧']],
  ['all but x[^a-zA-Z] and x[^note]? and x[^note]+ and x[^note]{2} and x[^note](y)', []],
  ['all but x[^notes]s', []],
  ['a[^b]? or a[^1]* or a[^c d]\n\n[^a]: x', []],
  // what stands beside the brackets
  ['[`some`][b][word][d]', ['b ⟦[`some`][b]⟧']],
  ['.[some words][nope]', []],
  ['[[some words][nope]]', []],
  ['[[some words][nope] here', ['nope ⟦[some words][nope]⟧']],
  ['here [some words][nope]]', ['nope ⟦[some words][nope]⟧']],
  ['[the guide][]byte', []],
  ['[the guide][nope]s', ['nope ⟦[the guide][nope]⟧']],
  ['a![pic][nope]', ['nope ⟦![pic][nope]⟧']],
  ['[a [two words][nope] z](d.md)', []],
  // labels that only resemble numbers, quotes and marks
  ['[old plan][2]', ['2 ⟦[old plan][2]⟧']],
  ['[x][2nd]', ['2nd ⟦[x][2nd]⟧']],
  ['[`code`][2]', []],
  ['[some words][the A:b]', ['the A:b ⟦[some words][the A:b]⟧']],
  ['[some words][A:b c]', ['A:b c ⟦[some words][A:b c]⟧']],
  ['[some words][the "nope"]', ['the "nope" ⟦[some words][the "nope"]⟧']],
  ['[stretch Goal][Push left] here', ['Push left ⟦[stretch Goal][Push left]⟧']],
  ['[Stretch Goal][push Left] here', ['push Left ⟦[Stretch Goal][push Left]⟧']],
  ['[Serial][Push left], here', ['Push left ⟦[Serial][Push left]⟧']],
  ['[aBcd][]', []],
  [String.raw`[some words][a \[b\] c]`, [String.raw`a \[b\] c ⟦[some words][a \[b\] c]⟧`]],
  ['[the [old] guide][]', ['the [old] guide ⟦[the [old] guide][]⟧']],
  // names that only resemble those of footnotes
  ['all [^1a] and [^a1] here', []],
  ['A claim [^12] here', ['^12 ⟦[^12]⟧']],
  ['A claim[^my-note].', ['^my-note ⟦[^my-note]⟧']],
  ['A claim[^/path] and x[^note/x].', []],
  // several pairs in a row
  ['[some words][nope][^1]', ['nope ⟦[some words][nope]⟧', '^1 ⟦[^1]⟧']],
  ['[a][b][c][d] [some words][nope]', ['nope ⟦[some words][nope]⟧']],
  ['[a][b][c][d [some words][nope]', ['nope ⟦[some words][nope]⟧']],
  ['[some words][ nope ]', ['nope ⟦[some words][ nope ]⟧']],
  ['[some words][nope', []],
  [`[some words][${'nope '.repeat(200)}]`, []],
  // how the document writes its links
  ['[docs][]\n\n[//]: # (x)', []],
  ['[docs][]\n\n[x]: <>', []],
  ['[docs][] [y](b.md)', []],
  ['[plan][2]\n\n[a1]: b.md', []],
  ['[plan][2]\n\n[1a]: b.md', []],
  ['[plan][2]\n\n[12]: b.md', ['2 ⟦[plan][2]⟧']],
  ['A claim [^b].\n\n> [^a]: x', ['^b ⟦[^b]⟧']],
  ['A claim [^b].\n\n[^abc]: x', ['^b ⟦[^b]⟧']],
  ['A claim [^b]. And x[^a]: y', []],
  ['[CBOR][Wire], [COSE][Sign]\n\nmore\n\n[wire]: b.md', ['Sign ⟦[COSE][Sign]⟧']],
  ['[COSE][Sign] and [some words][wire]\n\n[wire]: b.md', []],
  // marks in the name of a test, and standards that are cited
  ['[Serial][Disruptive]', []],
  ['[sig-node][Feature:Quota]', []],
  ['- [Stretch Goal][Push left] Find it', []],
  ['is [JSON][RFC8259]', ['RFC8259 ⟦[JSON][RFC8259]⟧']],
  ['[CBOR][Wire], [COSE][Sign]\n\n[wire]: b.md', ['Sign ⟦[COSE][Sign]⟧']],
];

describe('labels without a definition', () => {
  test.each(LABELS)('%j', (markdown, expected) => {
    expect(shownLabels(markdown)).toEqual(expected);
  });

  test('the table has no duplicate rows', () => {
    expect(new Set(LABELS.map(([markdown]) => markdown)).size).toBe(LABELS.length);
  });
});

/** Notation: the destination, and in ⟦…⟧ what a fix would replace. A file of this name makes a link of it. */
const SHOWN_AS_TEXT: [markdown: string, destinations: string[]][] = [
  ['[x](b c.md)', ['b c.md ⟦b c.md⟧']],
  ['![x](b c.png)', ['b c.png ⟦b c.png⟧']],
  ['[x](b c.md#d "title")', ['b c.md#d ⟦b c.md#d⟧']],
  ['[x]( b c.md )', ['b c.md ⟦b c.md⟧']],
  ['[x](b\\ c.md)', ['b c.md ⟦b\\ c.md⟧']],
  ['[x](b (1).md)', ['b (1 ⟦b (1⟧', 'b (1).md ⟦b (1).md⟧']],
  ['[x](b(1.md)', ['b(1.md ⟦b(1.md⟧']],
  ['[*x*](b c.md)', ['b c.md ⟦b c.md⟧']],
  ['| a |\n|---|\n| [x](b c.md) |', ['b c.md ⟦b c.md⟧']],
  ['[l]: b c.md', ['b c.md ⟦b c.md⟧']],
  ['> [l]: b c.md', ['b c.md ⟦b c.md⟧']],
  ['[x](b c.md) [y](d e.md)', ['b c.md ⟦b c.md⟧', 'd e.md ⟦d e.md⟧']],
  [
    `[x](b c.md 'title') [y](d e.md (title))`,
    ['b c.md ⟦b c.md⟧', 'd e.md (title ⟦d e.md (title⟧', 'd e.md ⟦d e.md⟧'],
  ],
  ['a [l]: b c.md', []],
  ['[x](b c.md', []],
  ['[x](b `c` d.md)', []],
  ['[x](<b c.md)', []],
  ['[x](a (b) c.md)', ['a (b ⟦a (b⟧', 'a (b) c.md ⟦a (b) c.md⟧']],
  ['[x](b(1).md', ['b(1 ⟦b(1⟧']],
  ['[x]( )', []],
  ['[a [x](b c.md) z](d.md)', []],
  ['[x](b\nc.md)', []],
  ['[x] (b c.md)', []],
  ['\\[x](b c.md)', []],
  ['`[x](b c.md)`', []],
];

describe('links that are shown as text', () => {
  test.each(SHOWN_AS_TEXT)('%j', (markdown, expected) => {
    const text = `${markdown}\n`;
    const found = read(text).links.filter(({ form }) => form === 'text');
    expect(found.map(({ url, urlRange }) => `${url} ⟦${textIn(text, urlRange)}⟧`)).toEqual(expected);
  });
});
