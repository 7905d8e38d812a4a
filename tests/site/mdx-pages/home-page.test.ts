import { describe, expect, it } from 'vitest';
import { homePage } from '../../../src/site/mdx-pages/home-page.ts';
import {
  resolveCount,
  resolveDocument,
  resolveNeighbourhood,
  resolveRule,
  resolveVariable,
} from '../../../src/site/mdx-pages/resolve-names.ts';
import { pageList } from '../../../src/site/page-frame/page-list.ts';
import { SMALL_SET } from '../../helpers/small-set.ts';
import { snapshotOf } from '../../helpers/snapshot.ts';

const snapshot = snapshotOf(SMALL_SET);
const { graph } = snapshot;

it('the home page shows the counts of the set', () => {
  const page = homePage(snapshot);
  expect(Object.fromEntries(page.figures.map(({ label, value }) => [label, value]))).toMatchObject({
    documents: 3,
    variables: 2,
    requirements: 1,
  });
  expect(page.groups.flatMap(({ documents }) => documents).map(({ number }) => number)).toEqual([
    '01',
    '02',
    '03',
  ]);
});

it('counts the things of a kind by its own name, in its letters', () => {
  const suite = snapshotOf({
    'spec/specgraph.config.json': JSON.stringify({ kinds: { nip: { documents: 'NIP-{n}' } } }),
    'spec/01.md': '# NIP-01\n\nText.\n',
    'spec/02.md': '# NIP-02\n\nSee NIP-01.\n',
  });
  expect(homePage(suite).figures.map(({ label }) => label)).toContain('NIPs');
});

it('the list of pages holds no URL twice', () => {
  const urls = pageList(snapshot).map(({ url }) => url);
  expect(new Set(urls).size).toBe(urls.length);
  expect(urls).toEqual(
    expect.arrayContaining([
      '/',
      '/print/',
      '/spec/02-server/',
      '/variables/FL_PORT/',
      '/phases/2/',
      '/integrity/rules/broken-link/',
    ]),
  );
});

describe('the names in MDX pages', () => {
  it('are resolved', () => {
    expect(resolveVariable(graph, 'FL_PORT', '/guide/')).toEqual({
      url: '/variables/FL_PORT/',
      title: 'Port to listen at',
    });
    expect(resolveDocument(graph, { of: '02' }, '/guide/')).toMatchObject({
      url: '/spec/02-server/',
      label: 'spec/02',
    });
    expect(resolveDocument(graph, { of: '02', section: '2' }, '/guide/')).toMatchObject({
      url: '/spec/02-server/#2-ports',
      label: 'Section 2 of spec/02',
    });
    expect(resolveDocument(graph, { of: '01', section: 'A' }, '/guide/').label).toBe('Appendix A of spec/01');
    expect(resolveNeighbourhood(graph, '02', '/guide/').nodes.length).toBeGreaterThan(0);
    expect(resolveRule(graph, 'broken-link', '/guide/').url).toBe('/integrity/rules/broken-link/');
  });

  it.each<[string, () => unknown, string]>([
    [
      'variable',
      () => resolveVariable(graph, 'FL_PORTT', '/guide/'),
      'src/pages/guide.mdx: <Variable name="FL_PORTT" />: there is no variable "FL_PORTT"; did you mean "FL_PORT"?',
    ],
    [
      'document',
      () => resolveDocument(graph, { of: '77' }, '/about/'),
      'src/pages/about.mdx: <Document of="77" />: there is no document "77".',
    ],
    [
      'section',
      () => resolveDocument(graph, { of: '02', section: '99' }, '/'),
      'src/pages/index.mdx: <Document of="02" section="99" />: there is no section of spec/02 "99".',
    ],
    ['graph', () => resolveNeighbourhood(graph, '77', '/guide/'), 'there is no document "77"'],
    [
      'rule',
      () => resolveRule(graph, 'broken-lnk', '/guide/'),
      'there is no rule "broken-lnk"; did you mean "broken-link"?',
    ],
    [
      'count',
      () => resolveCount({ variables: 2 }, 'variable', '/guide/'),
      'there is no count "variable"; did you mean "variables"?',
    ],
    [
      'count of a name that every object has',
      () => resolveCount({ variables: 2 }, 'constructor', '/guide/'),
      'there is no count "constructor".',
    ],
  ])('and does not exist fails with the page and the reason: %s', (_what, find, message) => {
    expect(find).toThrow(message);
  });
});
