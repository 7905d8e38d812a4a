/** What many broken links have in common. */
import { describe, expect, test } from 'vitest';
import { readGraph, renderingHints, type RenderingHint, type SpecConfig } from '#specgraph';

function hintsFor(texts: Record<string, string>, config: SpecConfig = {}): RenderingHint[] {
  const files = Object.entries(texts).map(([path, text]) => ({ path, text }));
  const tree = { kind: () => undefined, otherCases: () => [] };
  const corpus = { root: '.', repositoryRoot: '.', files, others: [], problems: [], tree };
  return renderingHints(readGraph(corpus, config));
}

/** @param count number of links to `url` with the number at the place of `#` */
function links(count: number, url: string): string {
  return Array.from({ length: count }, (_, i) => `[a](${url.replace('N', String(i))})`).join(' ');
}

const headings = (count: number): string =>
  Array.from({ length: count }, (_, i) => `## Part ${i}\n\nWords ${i}.\n`).join('\n');

describe('files that are joined to one page', () => {
  const target = `# B\n\n${headings(10)}`;

  test('are told by links to anchors of other files of the folder', () => {
    expect(hintsFor({ 'x/a.md': `# A\n\n${links(10, '#part-N')}`, 'x/b.md': target })).toEqual([
      { is: 'joined-files', folder: 'x', links: 10 },
    ]);
  });

  test.each([
    ['few links', { 'x/a.md': `# A\n\n${links(9, '#part-N')}`, 'x/b.md': target }],
    ['another folder', { 'x/a.md': `# A\n\n${links(10, '#part-N')}`, 'y/b.md': target }],
    ['headings of many files', { 'a.md': `# A\n\n${links(10, '#part-N')}`, 'b.md': target, 'c.md': target }],
    [
      'most links lead nowhere',
      { 'a.md': `# A\n\n${links(10, '#part-N')} ${links(11, '#no-N')}`, 'b.md': target },
    ],
  ])('not by %s', (_what, texts) => {
    expect(hintsFor(texts)).toEqual([]);
  });
});

describe('links to pages of a site', () => {
  const pages = Object.fromEntries(
    Array.from({ length: 10 }, (_, i) => [`docs/guide/p${i}.md`, `# P${i}\n`]),
  );

  test.each(['/guide/pN', '/guide/pN/', 'guide/pN', 'guide/pN/', 'guide/pN.html', '/guide/pN#p'])(
    'are told by %s',
    (url) => {
      expect(hintsFor({ ...pages, 'docs/a.md': `# A\n\n${links(10, url)}` })).toEqual([
        { is: 'page-links', links: 10 },
      ]);
    },
  );

  test.each(['/guides/pN', 'guide/qN', 'guide/qN.md', 'p/pN'])('not by %s', (url) => {
    expect(hintsFor({ ...pages, 'docs/a.md': `# A\n\n${links(10, url)}` })).toEqual([]);
  });

  test('say nothing where a renderer is configured', () => {
    const texts = {
      ...pages,
      'docs/a.md': `# A\n\n${links(10, '/other/guide/pN')} ${links(10, 'guide/pN')}`,
    };
    expect(hintsFor(texts)).toEqual([{ is: 'page-links', links: 10 }]);
    expect(hintsFor(texts, { renderer: ['github'] })).toEqual([]);
  });
});
