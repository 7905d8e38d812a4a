/** No text makes the engine throw, hang, or point outside the text. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  checkGraph,
  createReader,
  loadGrammars,
  readContract,
  readGraph,
  type Corpus,
  type SourceRange,
} from '#specgraph';
import { lineIndex } from '../../src/specgraph/parse/line-index.ts';

const CONFIG = { documentPrefix: 'spec' };

function corpusOf(files: Record<string, string>): Corpus {
  return {
    root: 'g',
    repositoryRoot: 'g',
    others: [],
    problems: [],
    files: Object.entries(files).map(([path, text]) => ({ path, text })),
    tree: { kind: () => undefined, otherCases: () => [] },
  };
}

function check(files: Record<string, string>) {
  const graph = readGraph(corpusOf(files), CONFIG);
  return { graph, report: checkGraph(graph) };
}

/** The words at a place; throws where the place is not inside the text. */
function wordsAt({ line, column, endLine, endColumn }: SourceRange, text: string): string {
  const index = lineIndex('', text);
  const offset = (l: number, c: number): number => {
    const start = index.starts[l - 1];
    const next = index.starts[l] ?? text.length + 1;
    if (start === undefined || c < 1 || start + c - 1 > next)
      throw new Error(`${l}:${c} is not inside ${JSON.stringify(text)}`);
    return start + c - 1;
  };
  const [start, end] = [offset(line, column), offset(endLine, endColumn)];
  if (end < start) throw new Error(`${line}:${column} to ${endLine}:${endColumn} runs backwards`);
  return text.slice(start, end);
}

/** Text that looks like Markdown more often than chance would make it. */
const markdown = fc
  .array(
    fc.oneof(
      fc.string({ maxLength: 20 }),
      fc.constantFrom(
        '\n',
        '\n\n',
        '# ',
        '## 1. ',
        '- ',
        '> ',
        '| a | b |\n|---|---|\n| ',
        ' | ',
        '`',
        '```\n',
        '[',
        '](',
        ')',
        '](#x)',
        '**',
        '<a id="',
        '">',
        '<!-- ',
        ' -->',
        'Section 3',
        'Sections 3, 4 and 7',
        'spec/14',
        'Step 7b',
        '&amp;',
        '\\',
        '\r\n',
        '\t',
        '\u0000',
        '😀',
        '[^1]',
        '---\n',
        '![',
        '<',
        '>',
        '. ',
      ),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

describe('any text', () => {
  test('is read without a throw, and every place lies inside it', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        const { graph, report } = check({ 'g/a.md': text });
        for (const edge of graph.edges) if (edge.range) wordsAt(edge.range, text);
        for (const link of graph.documents[0].links) wordsAt(link.urlRange, text);
        for (const finding of report.findings) wordsAt(finding, text);
      }),
      { numRuns: 600 },
    );
  });

  test('is changed by fixes only at the places of findings', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        for (const { fix, ...finding } of check({ 'g/a.md': text, 'g/sub/c.md': '# C\n' }).report.findings) {
          for (const edit of fix ?? []) {
            wordsAt(edit.range, text);
            expect(edit.range.line).toBeGreaterThanOrEqual(finding.line);
            expect(edit.range.endLine).toBeLessThanOrEqual(finding.endLine);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  test('gives the same graph when it is read again by the same reader, and after another text', () => {
    fc.assert(
      fc.property(markdown, markdown, (a, b) => {
        const reader = createReader(CONFIG);
        const read = (text: string) =>
          reader.read(corpusOf({ 'g/a.md': text, 'g/b.md': '# B\n\n[a](a.md#x)\n' }));
        const first = read(a);
        read(b);
        const again = read(a);
        expect(JSON.stringify([again.nodes, again.edges])).toBe(JSON.stringify([first.nodes, first.edges]));
      }),
      { numRuns: 100 },
    );
  });

  test('gives the same graph twice, whatever the order of the files', () => {
    fc.assert(
      fc.property(markdown, markdown, (a, b) => {
        const one = check({ 'g/a.md': a, 'g/b.md': b }).graph;
        const two = check({ 'g/b.md': b, 'g/a.md': a }).graph;
        expect(JSON.stringify([one.nodes, one.edges])).toBe(JSON.stringify([two.nodes, two.edges]));
      }),
      { numRuns: 100 },
    );
  });
});

describe('references in prose', () => {
  const number = fc.oneof(
    fc.integer({ min: 1, max: 99 }).map(String),
    fc.constantFrom('6d', '10o', '4.2', '3.4.5'),
  );
  const words = fc.oneof(
    number.map((n) => `Section ${n}`),
    number.map((n) => `\u00a7${n}`),
    fc.constantFrom('Step 7b', 'Step 3', 'Appendix A', 'spec/14', 'spec/03'),
  );
  const around = fc.constantFrom(
    'see ',
    '\u{1f600} ',
    '&amp; ',
    '\\* ',
    '**b** ',
    'a\u0301 ',
    '`c` ',
    '[x](#y) ',
    '<br> ',
    'one\ntwo ',
    'one  \ntwo ',
    '',
  );
  const shell = fc.constantFrom<(text: string) => string>(
    (text) => text,
    (text) => `- ${text.replaceAll('\n', '\n  ')}`,
    (text) => `> ${text.replaceAll('\n', '\n> ')}`,
    (text) => `| a |\n|---|\n| ${text.replaceAll('\n', ' ')} |`,
    (text) => `## ${text.replaceAll('\n', ' ')}`,
    (text) => `*${text}*`,
    (text) => `a\r\n\r\n${text.replaceAll('\n', '\r\n')}`,
    (text) => `x[^1]\n\n[^1]: ${text.replaceAll('\n', '\n    ')}`,
  );

  test('stand where their words stand, whatever is around them', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(around, words), { minLength: 1, maxLength: 5 }), shell, (parts, wrap) => {
        const text = `${wrap(parts.map(([before, reference]) => before + reference).join(', '))}\n`;
        const found = check({ 'g/a.md': text }).graph.documents[0].references.filter(
          (r) => r.where === 'prose',
        );
        const told = found.map((reference) => wordsAt(reference.range, text));
        expect(told).toEqual(found.map((reference) => reference.text));
        // The head of a heading may be its own number.
        const expected = parts.map(([, reference]) => reference).filter((reference) => reference !== told[0]);
        for (const reference of text.startsWith('## ') ? expected.slice(1) : expected)
          expect(told).toContain(reference);
      }),
      { numRuns: 500 },
    );
  });
});

/** Large texts: work that grows with the square of their length would exceed the time of a test. */
describe('texts that are difficult to parse', () => {
  const many = (count: number, make: (i: number) => string, between = ''): string =>
    Array.from({ length: count }, (_, i) => make(i)).join(between);
  const nasty: Record<string, string> = {
    nothing: '',
    'a byte order mark': '\uFEFF# A\n\n[x](#a)\n',
    'blockquotes, 10,000 deep': `${'> '.repeat(10_000)}x\n`,
    'lists, 10,000 deep': `${'- '.repeat(10_000)}x\n`,
    'numbered lists, 5,000 deep': `${'1. '.repeat(5_000)}x\n`,
    'lists by indentation, 500 deep': many(500, (i) => `${'  '.repeat(i)}- x`, '\n'),
    'blockquotes, 1,000,000 deep': `${'>'.repeat(1_000_000)}x\n`,
    'lists, 300,000 deep': `${'- '.repeat(300_000)}x\n`,
    'emphasis, 40,000 deep': `${'*a **a '.repeat(20_000)}${'a** a*'.repeat(20_000)}\n`,
    'brackets, 10,000 deep': `${'['.repeat(10_000)}x${'](y)'.repeat(10_000)}\n`,
    'images, 10,000 deep': `${'!['.repeat(10_000)}x${'](y)'.repeat(10_000)}\n`,
    'HTML, 10,000 deep': `${'<div id="x">'.repeat(10_000)}\n`,
    'brackets that stay open': '['.repeat(100_000),
    'links that stay open': '[a]('.repeat(50_000),
    'HTML that stays open': '<a href="x" '.repeat(20_000),
    'headings in HTML that stay open': '<h1>'.repeat(20_000),
    'headings in HTML without an end': `<h1${' <h2'.repeat(20_000)}`,
    'angle brackets in a heading in HTML': `<h1>${'<'.repeat(50_000)}</h1>\n`,
    'emphasis that stays open': '*a '.repeat(20_000),
    'an unclosed fence': `\`\`\`md\n${'[x](y)\n'.repeat(10_000)}`,
    'an unclosed comment': `<!-- ${'x '.repeat(50_000)}`,
    'unclosed front matter': `---\n${'a: b\n'.repeat(10_000)}`,
    'unclosed code spans': many(300, (i) => '`'.repeat(i + 1), ' '),
    'a line of a million characters': 'word '.repeat(200_000),
    'a word of a million characters': 'w'.repeat(1_000_000),
    'blanks in a suppression': `<!-- specgraph-ignore a${' '.repeat(50_000)}! -->\n`,
    'blanks behind a reference': `Section 3${' '.repeat(50_000)}x Sections 3${' '.repeat(50_000)}x`,
    'a number without an end': `Section ${'3.'.repeat(20_000)} Section ${'3'.repeat(50_000)}`,
    '100,000 links on one line': '[x](#a) '.repeat(100_000),
    '50,000 links, each in a sentence': '[x](#a). Next '.repeat(50_000),
    '40,000 code spans and documents': '`x` `b.md` [y](b.md). '.repeat(40_000),
    '20,000 section references on one line': 'Section 3, '.repeat(20_000),
    '50,000 sentences with their owners': 'See spec/14, Section 3. '.repeat(50_000),
    '20,000 references in one cell': `| a | b |\n|---|---|\n| x | ${'Section 3, '.repeat(20_000)} |\n`,
    '50,000 labels without definition': '[a b][c d] `x` '.repeat(50_000),
    '20,000 suppressions': many(20_000, () => '<!-- specgraph-ignore broken-link: x -->\n[x](nope.md)\n\n'),
    '20,000 suppressions of one block': `${many(20_000, () => '<!-- specgraph-ignore broken-link: x -->\n')}[x](nope.md)\n`,
    '10,000 broken anchors among as many headings': many(
      10_000,
      (i) => `## Head ${'abcdefghij'[i % 10].repeat((i % 7) + 1)}\n\n[x](#nope${i % 9})\n\n`,
    ),
    '10,000 missing sections': many(10_000, (i) => `## ${i + 1}. H\n\nSee Section ${i + 10_001}.\n\n`),
    '10,000 missing steps': many(10_000, (i) => `## Step ${i + 1}: H\n\nSee Step ${i + 10_001}.\n\n`),
    '20,000 steps that no list has': `# A\n\n1. x\n2. y\n\n${many(20_000, (i) => `Do it (step ${i + 3}).\n\n`)}`,
    '40,000 sections in one sentence': `# A\n\n## 1. B\n\n${many(40_000, (i) => `as Section ${i} says, `)}\n`,
    '200,000 headings': '# A\n\n'.repeat(200_000),
    'a table of 20,000 rows': `| a | b |\n|---|---|\n${'| x | Section 3 |\n'.repeat(20_000)}`,
    'a table of 5,000 columns': `${'| a '.repeat(5_000)}|\n${'|---'.repeat(5_000)}|\n${'| Section 3 '.repeat(5_000)}|\n`,
    '20,000 definitions': many(20_000, (i) => `[l${i}]: nope${i}.md\n`),
    '20,000 footnotes': many(20_000, (i) => `a[^${i}]\n\n[^${i}]: b\n\n`),
    'entities and escapes': '&amp;\\*'.repeat(10_000),
    '300,000 entities in one paragraph': 'a &amp; b\n'.repeat(300_000),
    '300,000 names in one paragraph': 'snake_case_name '.repeat(300_000),
    '100,000 addresses in one paragraph': 'www.example.org a@example.org\n'.repeat(100_000),
    'a formula of 60,000 powers': `It needs n >= ${'f^'.repeat(60_000)}2, and f = 1 needs 5.\n`,
    'a list of 100,000 numbers': `It waits ${many(100_000, (i) => `${i}, `)}1.5 s.\n`,
    '50,000 links on one line, with umlauts': '[ä](#a) '.repeat(50_000),
    'lines that end with CR': 'a\r'.repeat(50_000),
    '5,000 equal rows of 20 cells': `|${'c|'.repeat(20)}\n|${'-|'.repeat(20)}\n${many(5_000, (i) => `|${'see Section 1|'.repeat(19)}${i % 50}|\n`)}`,
    '100,000 backticks in a row': '`'.repeat(100_000),
  };

  test.each(Object.keys(nasty))(
    '%s',
    (name) => {
      const { report } = check({ 'g/a.md': nasty[name] });
      expect(report.summary.documents).toBe(1);
    },
    60_000,
  );

  test('code that is nested too deeply for its parser is not judged', async () => {
    const deep = { json: '[', shell: '$(', python: '(', yaml: '[', xml: '<a>', toml: 'a = [[' };
    const text = Object.entries(deep)
      .map(([language, open]) => `\`\`\`${language}\n${open.repeat(10_000)}\n\`\`\`\n`)
      .join('\n');
    const grammars = await loadGrammars([text]);
    const graph = readGraph({ ...corpusOf({ 'g/a.md': text }), grammars }, CONFIG);
    expect(checkGraph(graph).findings.map(({ rule }) => rule)).not.toContain('invalid-code-block');
  }, 60_000);

  test('2,000 files in one folder, each with a link to a name that is near another', () => {
    const files = Object.fromEntries(
      Array.from({ length: 2_000 }, (_, i) => [
        `g/file-name-${i}.md`,
        `[x](file-nam-${i}.md) [y](other-${i}.md)\n`,
      ]),
    );
    expect(check(files).report.findings.filter((f) => f.rule === 'broken-link')).toHaveLength(4_000);
  }, 60_000);

  test.each(['(a+)+$', '(a|aa)+$', '(.*a){20}', '^(\\w+\\s?)*$'])(
    'a contract with the pattern %s',
    (pattern) => {
      const files = { 'g/a.md': `${'a'.repeat(20_000)}!\n` };
      const contract = readContract(
        'c.yaml',
        `must_haves:\n  patterns:\n    - { path: g/a.md, pattern: '${pattern}' }\n  forbidden:\n    - { path: g/a.md, pattern: '${pattern}' }\n`,
      );
      expect(
        checkGraph(readGraph(corpusOf(files), CONFIG), { contracts: [contract] }).summary.documents,
      ).toBe(1);
    },
    60_000,
  );
});
