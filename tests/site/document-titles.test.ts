import { describe, expect, it, test } from 'vitest';
import type { DocumentFacts } from '#specgraph';
import { llmsText } from '../../src/site/llms.ts';
import { backlinksOfDocument } from '../../src/site/documents/backlinks.ts';
import { documentPage } from '../../src/site/documents/document-page.ts';
import { numberAndTitle } from '../../src/site/document-names.ts';
import { titleBesideNumber } from '../../src/site/document-titles.ts';
import { wholeMap } from '../../src/site/graph/whole-map.ts';
import { searchIndex } from '../../src/site/search/search-index.ts';
import { labelOf } from '../../src/map/names.ts';
import { identityOf } from '../../src/site/page-frame/identity.ts';
import { snapshotOf } from '../helpers/snapshot.ts';

/** What the title of a document is made from. */
const facts = (number: string | undefined, title: string) =>
  ({ number, title, sections: [{ depth: 1 }] }) as unknown as DocumentFacts;

test.each([
  ['03', '3. Errors', 'Errors'],
  ['03', '03 - Errors', 'Errors'],
  ['3', '#3 Errors', 'Errors'],
  ['03', 'Part 3: Errors', 'Errors'],
  ['1559', 'EIP-1559: Fee market', 'Fee market'],
  ['02', 'BOLT #2: Peers', 'Peers'],
  ['1a', '1a. Setup', 'Setup'],
  ['03', 'Errors', 'Errors'],
  ['03', '30 days', '30 days'],
  ['03', '3.1 Errors', '3.1 Errors'],
  ['03', 'Version 3 of errors', 'Version 3 of errors'],
  ['03', '3', '3'],
  [undefined, '3. Errors', '3. Errors'],
])('document %s with the title %j shows %j beside its number', (number, title, shown) =>
  expect(titleBesideNumber(facts(number, title))).toBe(shown),
);

describe('a set whose titles repeat the numbers of their files', () => {
  const { graph } = snapshotOf({
    'spec/specgraph.config.json': String.raw`{ "documentNumber": "^(\\d+)-", "documentPrefix": "spec" }`,
    'spec/03-errors.md':
      '# 3. Errors\n\n## 3.1 Codes\n\nSee [timers](04-timers.md).\n\n### 3.1.1 Values\n\nText.\n',
    'spec/04-timers.md': '# 4. Timers\n\n## 4.1 Limits\n\nSee [the errors](03-errors.md).\n',
  });
  const errors = graph.document('03')!;

  it('shows one number in lists, beside references, on the map, in the search and in llms.txt', () => {
    expect(numberAndTitle(errors)).toBe('03 Errors');
    expect(backlinksOfDocument(graph, errors.id).map(({ short, title }) => [short, title])).toEqual([
      ['spec/04', 'Timers'],
    ]);
    expect(
      wholeMap(graph)
        .nodes.filter(({ kind }) => kind === 'document')
        .map(labelOf),
    ).toEqual(['03 Errors', '04 Timers']);
    const shown = searchIndex(graph).entries.map(([, title, , context]) => `${context} ${title}`);
    expect(shown).toContain('spec/03 Errors');
    expect(shown).toContain('spec/03 Errors 3.1 Codes');
    expect(llmsText(graph, (path) => path)).toContain('[spec/03 Errors]');
  });
  it('keeps the title as it is written where no number stands beside it', () =>
    expect(documentPage(graph, errors)).toMatchObject({ title: '3. Errors', heading: 'Errors' }));
});

describe('documents without a heading of the first level', () => {
  const { graph } = snapshotOf({
    'spec/readme.md': '## Usage\n\nText.\n',
    'spec/fees.md': '---\nid: 7\ntitle: "Fees: how much"\n---\n\n## Abstract\n\nText.\n',
    'spec/odd.md': '---\ntitle: [a\n---\n\n## Abstract\n\nText.\n',
  });
  it('are called as their front matter says, and else by their first heading', () =>
    expect(graph.documents.map(titleBesideNumber)).toEqual(['Fees: how much', 'Abstract', 'Usage']));
  it('do not give their page an anchor twice', () =>
    expect(documentPage(graph, graph.document('fees')!)).toMatchObject({
      title: 'Fees: how much',
      slug: 'page:title',
    }));
  it('do not name the set after the heading of a part', () => expect(identityOf(graph).title).toBe('spec'));
});
