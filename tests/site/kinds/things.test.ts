/** Kinds of a configuration on the site: their pages, their places in search, previews and lists. */
import { describe, expect, it } from 'vitest';
import { createMatcher } from '../../../src/client/search/matcher.ts';
import { previewsUrl } from '../../../src/client/preview/previews-url.ts';
import { decode } from '../../../src/map/columns.ts';
import { graphPage } from '../../../src/site/graph/graph-page.ts';
import { columnsOfMap } from '../../../src/site/graph/columns-of-map.ts';
import { wholeMap } from '../../../src/site/graph/whole-map.ts';
import { snapshotOf } from '../../helpers/snapshot.ts';
import { kindStyles } from '../../../src/site/kinds/styles.ts';
import { kindPage, kindViews, thingPage, thingPaths } from '../../../src/site/kinds/things.ts';
import { llmsText } from '../../../src/site/llms.ts';
import { pageList } from '../../../src/site/page-frame/page-list.ts';
import { previewsOfDocument, previewsOfNames } from '../../../src/site/previews/previews.ts';
import { searchIndex } from '../../../src/site/search/search-index.ts';
import { urlOfNode } from '../../../src/site/urls.ts';
import { kindsConfig } from '../../helpers/kinds.ts';
import { viewOfFiles } from '../../helpers/view-of.ts';

const FILES = {
  ...kindsConfig({
    error: { defined: { table: 'Code' }, fields: { severity: 'Severity' }, mentioned: 'E-{n}' },
    decision: { defined: { headings: 'DR-{n}' }, mentioned: 'DR-{n}', scope: 'document' },
    message: { defined: { headings: 'The `{id}` Message' } },
    chapter: { documents: 'Volume {n}', name: 'volume' },
    unused: { defined: { captions: 'Listing {n}' } },
  }),
  'spec/base.md':
    '# Volume 2: Base\n\n| Code | Meaning | Severity |\n|---|---|---|\n| 7 | too late | fatal |\n| 12 | too early | mild |\n\n' +
    '## DR-01: Keep it\n\nIt is simple. See Volume 1.\n\n## The `a/b#c` Message\n\nIt asks.\n',
  'spec/more.md':
    '# Volume 1: More\n\nE-12 follows E-7 and DR-01.\n\nSend `a/b#c`.\n\n## DR-01: Drop it\n\nGone.\n',
};
const graph = viewOfFiles(FILES, 'spec', { isShown: true });

describe('an index of each kind', () => {
  it('counts what is defined, and leaves out kinds without things', () => {
    expect(kindViews(graph).map(({ title, url, count }) => `${title} ${count} ${url}`)).toEqual([
      'Errors 2 /kinds/error/',
      'Decisions 2 /kinds/decision/',
      'Messages 1 /kinds/message/',
      'Volumes 2 /kinds/chapter/',
    ]);
  });

  it('lists things in the order of their numbers, with title, document and mentions', () => {
    expect(kindPage(graph, 'error').rows).toMatchObject([
      {
        label: 'E-7',
        title: 'too late',
        url: '/kinds/error/7/',
        document: { url: '/spec/base/' },
        mentions: 1,
      },
      { label: 'E-12', title: 'too early', url: '/kinds/error/12/', mentions: 1 },
    ]);
    expect(kindPage(graph, 'decision').rows.map(({ url }) => url)).toEqual([
      '/kinds/decision/base/01/',
      '/kinds/decision/more/01/',
    ]);
  });

  it('lists numbered documents themselves', () => {
    expect(kindPage(graph, 'chapter').rows.map(({ label, url }) => [label, url])).toEqual([
      ['Volume 1', '/spec/more/'],
      ['Volume 2', '/spec/base/'],
    ]);
  });

  it('exists for kinds with pages only', () => {
    expect(() => kindPage(graph, 'section')).toThrow(RangeError);
    expect(() => thingPage(graph, 'base')).toThrow(RangeError);
  });
});

describe('a page of each thing', () => {
  it('has a path without signs that paths treat specially', () => {
    expect(thingPaths(graph)).toContainEqual({ kind: 'message', thing: 'a~2fb~23c', id: 'message:a%2Fb#c' });
    expect(new Set(thingPaths(graph).map(({ thing, kind }) => `${kind} ${thing}`)).size).toBe(5);
    for (const { kind, thing, id } of thingPaths(graph))
      expect(urlOfNode(graph, id)).toBe(`/kinds/${kind}/${thing}/`);
  });

  it('has a path of its own where ids differ in letter case only', () => {
    const { graph: twins } = snapshotOf({
      'spec/specgraph.config.json': JSON.stringify({ kinds: { code: { defined: { table: 'Code' } } } }),
      'spec/a.md':
        '# A\n\n| Code | Meaning |\n|---|---|\n| `err` | one |\n| `ERR` | two |\n| `Err` | three |\n',
    });
    const paths = thingPaths(twins).map(({ thing }) => thing.toLowerCase());
    expect(new Set(paths)).toEqual(new Set(['err', 'err~~2', 'err~~3']));
  });

  it('shows definition, fields, opening, mentions and neighbours', () => {
    expect(thingPage(graph, 'error:7')).toMatchObject({
      label: 'E-7',
      longLabel: 'E-7: too late',
      kindName: 'Error',
      title: 'too late',
      definitions: [{ label: 'spec/base.md:5', url: '/spec/base/' }],
      fields: [{ label: 'severity', value: 'fatal' }],
      opening: undefined,
      mentionCount: 1,
      previous: undefined,
      next: { label: 'E-12', url: '/kinds/error/12/' },
    });
    expect(thingPage(graph, 'decision:base/1')).toMatchObject({
      opening: { text: ['It is simple. See Volume 1.'] },
      mentionCount: 0,
      definitions: [{ url: '/spec/base/#dr-01-keep-it' }],
    });
  });
});

describe('own kinds elsewhere', () => {
  it('are found by label, id, title, field and a name with a typo', () => {
    const matcher = createMatcher(searchIndex(graph));
    const first = (query: string) => matcher.find(query)[0]?.matches[0];
    expect(first('E-12')).toMatchObject({ url: '/kinds/error/12/', title: 'E-12', context: 'too early' });
    expect(first('12')).toMatchObject({ url: '/kinds/error/12/' });
    expect(first('too late')).toMatchObject({ url: '/kinds/error/7/' });
    expect(first('mild')).toMatchObject({ url: '/kinds/error/12/' });
    expect(matcher.find('DR-01').find(({ kind }) => kind.id === 'decision')).toMatchObject({
      kind: { title: 'Decisions' },
      matches: [{ place: 'base Volume 2: Base' }, { place: 'more Volume 1: More' }],
    });
  });

  it('have previews in the file that the page asks for', () => {
    expect(previewsUrl('error:7')).toBe('/previews/names.json');
    expect(previewsOfNames(graph)['error:7']).toMatchObject({
      kind: 'error',
      kindName: 'Error',
      title: 'E-7: too late',
      url: '/kinds/error/7/',
      facts: [
        ['severity', 'fatal'],
        ['Defined in', 'spec/base.md:5', '/spec/base/'],
      ],
    });
    expect(previewsUrl('decision:base/1')).toBe('/previews/spec/base.json');
    expect(previewsOfDocument(graph, graph.document('base')!)['decision:base/1']).toMatchObject({
      title: 'DR-01: Keep it',
      text: ['It is simple. See Volume 1.'],
    });
    expect(previewsOfNames(graph)['decision:base/1']).toBeUndefined();
  });

  it('are in the list of pages and in llms.txt', () => {
    const urls = pageList({ graph }).map(({ url }) => url);
    for (const { url } of kindViews(graph)) expect(urls).toContain(url);
    expect(pageList({ graph })).toContainEqual({ url: '/kinds/error/7/', title: 'E-7' });
    expect(llmsText(graph, (path) => path)).toContain('- [Errors](/kinds/error/): 2');
  });

  it('stand on the map: outside where their ids are unique, else inside their document', () => {
    const page = graphPage(snapshotOf(FILES));
    expect(page.kinds.map(({ kind, title, count }) => [kind, title, count])).toEqual([
      ['document', 'Documents', 2],
      ['error', 'Errors', 2],
      ['message', 'Messages', 1],
      ['section', 'Sections', 3],
      ['decision', 'Decisions', 2],
    ]);
    expect(page.groups.map(({ title }) => title)).toContain('Errors');
    const { nodes, ties } = wholeMap(graph);
    expect(nodes.find(({ id }) => id === 'error:7')).toMatchObject({
      title: 'E-7',
      about: 'too late',
      values: [['severity', 'fatal']],
      url: '/kinds/error/7/',
    });
    expect(nodes.find(({ id }) => id === 'decision:base/1')).toMatchObject({
      document: 'base',
      about: 'Keep it',
    });
    expect(ties).toContainEqual(expect.objectContaining({ target: 'error:12', kind: 'mentions' }));
    expect(ties).toContainEqual(
      expect.objectContaining({ source: 'base#dr-01-keep-it', target: 'decision:base/1', kind: 'contains' }),
    );
    const columns = decode(columnsOfMap(graph));
    expect(columns.kinds.filter((_, code) => columns.isPart[code]).toSorted()).toEqual([
      'decision',
      'section',
    ]);
  });

  it('are on the map as missing where nothing defines them', () => {
    const broken = snapshotOf({ ...FILES, 'spec/third.md': '# Third\n\nE-99 is new.\n' });
    const { nodes } = wholeMap(broken.graph, broken.report.findings);
    expect(nodes.find(({ isMissing }) => isMissing)).toMatchObject({
      kind: 'error',
      id: 'error:99',
    });
  });

  it('have a colour each', () => {
    const styles = kindStyles(graph);
    for (const { id } of kindViews(graph)) expect(styles).toContain(`.ref-${id} {`);
    expect(styles).toContain('var(--kind-own-1)');
    expect(kindStyles({ kinds: [] })).toBe('');
  });
});
