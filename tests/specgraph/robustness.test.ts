/** No text makes the engine throw, hang, or point outside the text. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkGraph, readGraph, type Corpus, type SourceRange } from '#specgraph';

function corpusOf(files: Record<string, string>): Corpus {
  return {
    root: 'g', repositoryRoot: 'g', others: [], problems: [],
    files: Object.entries(files).map(([path, text]) => ({ path, text })),
    tree: { kind: () => undefined, otherCase: () => undefined },
  };
}

function check(files: Record<string, string>) {
  const graph = readGraph(corpusOf(files), { documentPrefix: 'spec' });
  return { graph, report: checkGraph(graph) };
}

function isInside({ line, column, endLine, endColumn }: SourceRange, text: string): boolean {
  const lines = text.split(/\r\n|\n|\r/);
  const ordered = line < endLine || (line === endLine && column <= endColumn);
  return ordered && line >= 1 && column >= 1 && endLine <= lines.length && column <= lines[line - 1].length + 2;
}

/** Text that looks like Markdown more often than chance would make it. */
const markdown = fc.array(fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.constantFrom('\n', '\n\n', '# ', '## 1. ', '- ', '> ', '| a | b |\n|---|---|\n| ', ' | ', '`', '```\n', '[', '](', ')', '](#x)', '**', '<a id="', '">', '<!-- ',
    ' -->', 'Section 3', 'Sections 3, 4 and 7', 'spec/14', 'Step 7b', '&amp;', '\\', '\r\n', '\t', '\u0000', '😀', '[^1]', '---\n', '![', '<', '>', '. '),
), { maxLength: 40 }).map((parts) => parts.join(''));

describe('any text', () => {
  test('is read without a throw, and every place lies inside it', () => {
    fc.assert(fc.property(markdown, (text) => {
      const { graph, report } = check({ 'g/a.md': text });
      for (const edge of graph.edges) if (edge.range) expect(isInside(edge.range, text)).toBe(true);
      for (const finding of report.findings) expect(isInside(finding, text)).toBe(true);
    }), { numRuns: 400 });
  });

  test('gives the same graph twice, whatever the order of the files', () => {
    fc.assert(fc.property(markdown, markdown, (a, b) => {
      const one = check({ 'g/a.md': a, 'g/b.md': b }).graph;
      const two = check({ 'g/b.md': b, 'g/a.md': a }).graph;
      expect(JSON.stringify([one.nodes, one.edges])).toBe(JSON.stringify([two.nodes, two.edges]));
    }), { numRuns: 100 });
  });
});

describe('nasty texts', () => {
  const nasty: Record<string, string> = {
    'nothing': '',
    'a byte order mark': '\uFEFF# A\n\n[x](#a)\n',
    'blockquotes, 5,000 deep': `${'> '.repeat(5_000)}x\n`,
    'lists, 500 deep': Array.from({ length: 500 }, (_, i) => `${'  '.repeat(i)}- x`).join('\n'),
    'brackets, 20,000 open': '['.repeat(20_000),
    'emphasis, 20,000 open': '*a '.repeat(20_000),
    'a line of a million characters': 'word '.repeat(200_000),
    '20,000 links on one line': '[x](#a) '.repeat(20_000),
    '20,000 section references on one line': 'Section 3, '.repeat(20_000),
    '50,000 headings': '# A\n\n'.repeat(50_000),
    'a table of 20,000 rows': `| a | b |\n|---|---|\n${'| x | Section 3 |\n'.repeat(20_000)}`,
    'an unclosed fence': `\`\`\`md\n${'[x](y)\n'.repeat(1_000)}`,
    'an unclosed comment': `<!-- ${'x '.repeat(10_000)}`,
    'HTML, 3,000 deep': `${'<div id="x">'.repeat(3_000)}\n`,
    'entities and escapes': '&amp;\\*'.repeat(20_000),
  };

  test.each(Object.keys(nasty))('%s', (name) => {
    const { report } = check({ 'g/a.md': nasty[name] });
    expect(report.summary.documents).toBe(1);
  }, 60_000);
});
