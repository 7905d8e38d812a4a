import { beforeAll, describe, expect, it } from 'vitest';
import type { Root } from 'hast';
import { checkGraph, type GraphView } from '#specgraph';
import { bookAnchor } from '../../../src/render/index.ts';
import { chapterHtml, printBook } from '../../../src/site/documents/print-book.ts';
import { elements, parseHtml, select, textOf } from '../../helpers/html.ts';
import { realSpecification } from '../../helpers/real-specification.ts';
import { SMALL_SET } from '../../helpers/small-set.ts';
import { snapshotOf } from '../../helpers/snapshot.ts';

/** The links that ask for the number of a page. */
const withPage = (chapter: Root) => select(chapter, 'a').filter(({ properties }) => 'dataPage' in properties);

describe('the printed book of the real set', () => {
  let graph: GraphView;
  let chapters: Root[];
  beforeAll(async () => {
    ({ graph } = await realSpecification());
    chapters = await Promise.all(
      graph.documents.map(async ({ id }) =>
        parseHtml(await chapterHtml({ graph: graph, linkedFile: () => undefined }, id)),
      ),
    );
  }, 60_000);

  it('has unique ids and no broken internal links', () => {
    const all = chapters.flatMap(elements);
    const ids = [
      ...graph.documents.map(({ id }) => bookAnchor.chapter(graph, id)),
      ...all.flatMap(({ properties }) => (typeof properties.id === 'string' ? [properties.id] : [])),
    ];
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const known = new Set(ids);
    const hrefs = all
      .filter(({ tagName }) => tagName === 'a')
      .map(({ properties }) => String(properties.href));
    expect(hrefs.length).toBeGreaterThan(graph.edges.filter(({ kind }) => kind === 'refers').length / 2);
    expect(
      hrefs.filter((href) => !/^https?:/.test(href) && !known.has(decodeURIComponent(href.slice(1)))),
    ).toEqual([]);
  });

  it('has a heading for every section, one level lower', () => {
    graph.documents.forEach((facts, index) => {
      const found = elements(chapters[index])
        .filter(({ tagName }) => /^h[1-6]$/.test(tagName))
        .map(({ tagName, properties }) => `${tagName} ${properties.id}`);
      expect(found).toEqual(
        facts.sections
          .slice(1)
          .map(({ depth, slug }) => `h${Math.min(6, depth + 1)} ${bookAnchor.place(graph, facts.id, slug)}`),
      );
    });
  });

  it('asks for page numbers only of other chapters, at ids that exist', () => {
    chapters.forEach((chapter, index) => {
      const places = withPage(chapter).map(({ properties }) => String(properties.href).slice(1));
      const own = bookAnchor.chapter(graph, graph.documents[index].id);
      expect(places.filter((place) => bookAnchor.chapterOf(place) === own)).toEqual([]);
    });
    expect(chapters.flatMap((chapter) => withPage(chapter)).length).toBeGreaterThan(300);
  });

  it('shows the figures and lists every document', () => {
    const report = checkGraph(graph);
    const book = printBook({ graph, report });
    expect(Object.fromEntries(book.figures.map(({ label, value }) => [label, value]))).toMatchObject({
      documents: 15,
      variables: 48,
      requirements: 15,
      phases: 9,
      references: report.summary.references,
    });
    expect(book.version).toBe(graph.documentNode('00-overview').version);
    expect(book.chapters.map(({ id }) => id)).toEqual(graph.documents.map(({ id }) => id));
  });

  it('removes buttons, permalinks and folded backlinks', () => {
    expect(
      chapters.flatMap((chapter) => [
        ...select(chapter, 'button'),
        ...select(chapter, '.permalink'),
        ...select(chapter, 'details'),
      ]),
    ).toEqual([]);
  });
});

describe('a chapter', () => {
  const chapter = async (text: string): Promise<Root> => {
    const { graph } = snapshotOf({ ...SMALL_SET, 'spec/03-guide.md': `# Guide\n\n## 1. Start\n\n${text}\n` });
    return parseHtml(await chapterHtml({ graph: graph, linkedFile: () => undefined }, '03-guide'));
  };

  it.each([
    [
      'shows the address of a link to outside',
      'See [Flower](https://flower.ai/docs/).',
      'See Flower (https://flower.ai/docs/).',
    ],
    [
      'does not repeat an address that is the text',
      'See <https://flower.ai/docs/>.',
      'See https://flower.ai/docs/.',
    ],
  ])('%s', async (_what, text, shown) => {
    expect(textOf(select(await chapter(text), 'p')[0])).toBe(shown);
  });

  it('asks for the page of a section, but not also for that of its document', async () => {
    const root = await chapter('As spec/02, Section 2 says, and spec/01.');
    expect(withPage(root).map(({ properties }) => properties.href)).toEqual(['#02.2', '#01']);
  });

  it('asks for a page once in a paragraph', async () => {
    expect(withPage(await chapter('Section 2 of spec/02; again Section 2 of spec/02.'))).toHaveLength(1);
  });
});

it('escapes any title for a style sheet', () => {
  const { graph, report } = snapshotOf({
    'spec/01-a.md': '# A "b" \\\\ &lt;/style&gt; {x}\n',
    'spec/02-b.md': '# Plain: 1, 2 (x)\n',
  });
  const [hostile, plain] = [...printBook({ graph, report }).css.matchAll(/content: (.*) \} \}$/gm)].map(
    ([, content]) => content,
  );
  expect(graph.documents[0].title).toBe('A "b" \\ </style> {x}');
  expect(hostile).toMatch(/^"[\w ,.:;()/\\-]*"$/);
  expect(plain).toBe('"02-b  Plain: 1, 2 (x)"');
});
