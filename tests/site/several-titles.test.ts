/** A document in several parts, each with a heading of the first level: the first is its title, the others are sections. */
import { beforeAll, describe, expect, it } from 'vitest';
import { documentOf, nodeId } from '#specgraph';
import { wholeMap } from '../../src/site/graph/whole-map.ts';
import { previewsOfNames } from '../../src/site/previews/previews.ts';
import { searchIndex } from '../../src/site/search/search-index.ts';
import { searchTexts } from '../../src/site/search/search-texts.ts';
import { urlOfPlace } from '../../src/site/urls.ts';
import { articleIn } from '../helpers/article.ts';
import { select, textOf } from '../helpers/html.ts';
import { viewOfFiles } from '../helpers/view-of.ts';

const FILES = {
  'spec/book.md':
    '# About the Group\n\nWho we are.\n\n# 1. Introduction\n\nWhat it is.\n\n## 1.1 Scope\n\nAll of it.\n\n# Appendix A. History\n\nLong ago.\n',
  'spec/notes.md': '# Notes\n\nSee [the introduction](book.md#1-introduction).\n',
  'spec/late.md': '## Before\n\nFirst.\n\n# Late\n\nText.\n\n[x]: https://example.org\n',
};
const graph = viewOfFiles(FILES, 'spec', { isShown: true });
const book = graph.document('book')!;
const introduction = nodeId.section('book', '1-introduction');

describe('the article', () => {
  let html: Awaited<ReturnType<typeof articleIn>>;
  beforeAll(async () => {
    html = await articleIn(FILES, 'book');
  });

  it('has all parts but the title as headings below that of the page, with what refers to them', () => {
    expect(select(html, 'h1')).toEqual([]);
    expect(select(html, 'h2').map(({ properties }) => properties.id)).toEqual([
      '1-introduction',
      'appendix-a-history',
    ]);
    expect(select(html, 'h3').map(({ properties }) => properties.id)).toEqual(['11-scope']);
    expect(
      select(html, 'details')
        .map((node) => textOf(node))
        .join(),
    ).toContain('Referenced by 1');
    expect(select(html, 'a').map(({ properties }) => properties.href)).toContain('#appendix-a-history');
  });

  it('does not repeat a title that stands below another heading', async () => {
    const late = await articleIn(FILES, 'late');
    expect(textOf(late)).not.toContain('Late');
    expect(select(late, 'h2').map(({ properties }) => properties.id)).toEqual(['before']);
  });
});

it('the search, the map and the addresses know the parts', () => {
  const found = searchIndex(graph).entries.flat();
  expect(found).toEqual(expect.arrayContaining(['/spec/book/', '/spec/book/#1-introduction']));
  expect(Object.keys(searchTexts(book))).toEqual([
    '/spec/book/',
    '/spec/book/#1-introduction',
    '/spec/book/#11-scope',
    '/spec/book/#appendix-a-history',
  ]);
  const nodes = wholeMap(graph).nodes.filter(({ id }) => documentOf(id) === 'book');
  expect(nodes.map(({ id }) => id)).toContain(introduction);
  expect(nodes.map(({ id }) => id)).not.toContain(nodeId.section('book', 'about-the-group'));
  expect(urlOfPlace(graph, { file: 'spec/book.md', line: 7 })).toBe('/spec/book/#1-introduction');
  expect(urlOfPlace(graph, { file: 'spec/book.md', line: 3 })).toBe('/spec/book/');
});

it('the preview of a document without a header block begins with the text below its title', () => {
  expect(previewsOfNames(graph).book.text).toEqual(['Who we are.']);
});
