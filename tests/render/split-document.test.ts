import { describe, expect, it } from 'vitest';
import { renderDocument } from '../../src/render/render-markdown.ts';
import { splitDocument } from '../../src/render/split-document.ts';
import { realSpecification } from '../helpers/real-specification.ts';
import { viewOfFiles } from '../helpers/view-of.ts';

const readText = (text: string) => viewOfFiles({ 'spec/a.md': text }).document('a')!;

describe('splitting a document', () => {
  it('gives pieces that add up to the whole document', async () => {
    const { graph } = await realSpecification();
    for (const facts of graph.documents) {
      const pieces = splitDocument(facts);
      expect(pieces.map(({ text }) => text).join('')).toBe(facts.source);
      expect(pieces.length).toBeGreaterThan(5);
      for (const { line, offset } of pieces)
        expect(facts.source.slice(0, offset).split('\n')).toHaveLength(line);
    }
  });

  it('cuts at headings that start a line, but not in lists, quotations and code', () => {
    const pieces = splitDocument(
      readText('# A\n\n## One\n\n> ## Quoted\n\n- ## Listed\n\n```md\n## Code\n```\n\nTwo\n---\n\nText.\n'),
    );
    expect(pieces.map(({ line, first, hasTitle, last }) => [line, first, hasTitle, last])).toEqual([
      [1, true, true, false],
      [3, false, false, false],
      [13, false, false, true],
    ]);
  });

  it('knows the piece of a title that stands below another heading', () => {
    const pieces = splitDocument(readText('## Before\n\nText.\n\n# A\n\n# B\n'));
    expect(pieces.map(({ line, hasTitle }) => [line, hasTitle])).toEqual([
      [1, false],
      [5, true],
      [7, false],
    ]);
  });

  it.each([
    ['a link', '# A\n\n## One\n\n[there][x]\n\n## Two\n\n[x]: https://example.org\n'],
    ['a footnote', '# A\n\n## One\n\nWords.[^1]\n\n## Two\n\n[^1]: Note.\n'],
    ['a link inside a quotation', '# A\n\n## One\n\n[there][x]\n\n## Two\n\n> [x]: https://example.org\n'],
  ])('is one piece where the definition of %s counts for all of it', (_what, text) => {
    expect(splitDocument(readText(text))).toHaveLength(1);
  });
});

describe('a rendered document', () => {
  const render = (files: Record<string, string>, note = '') => {
    const graph = viewOfFiles(files);
    return renderDocument(graph.document('a')!, {
      graph,
      urlOf: (node) => `/${node}`,
      afterSection: () => ({
        key: note,
        element: () => ({
          type: 'element',
          tagName: 'aside',
          properties: {},
          children: [{ type: 'text', value: note }],
        }),
      }),
    });
  };
  const text =
    '# A\n\n## One\n\nFirst.\n\n## Two\n\nSee [b](b.md).\n\n*Not the footer.*\n\n## Three\n\nThird.\n';

  it('shows an edit of one piece and keeps the others', async () => {
    const before = await render({ 'spec/a.md': text, 'spec/b.md': '# B\n' });
    const after = await render({
      'spec/a.md': text.replace('First.', 'Edited.\n\nAnd longer.'),
      'spec/b.md': '# B\n',
    });
    expect(after).toBe(before.replace('<p>First.</p>', '<p>Edited.</p>\n<p>And longer.</p>'));
    expect(after).toContain('<em>Not the footer.</em>');
  });

  it('follows changes elsewhere: a removed target, an element after a section', async () => {
    expect(await render({ 'spec/a.md': text, 'spec/b.md': '# B\n' })).toContain('href="/b"');
    expect(await render({ 'spec/a.md': text })).not.toContain('href="/b"');
    expect(await render({ 'spec/a.md': text }, 'Referenced')).toContain('<aside>Referenced</aside>');
  });
});
