/** Section references in a work whose chapters are files: the numbers count on from one file to the next. */
import { expect, it } from 'vitest';
import { smallCorpus } from '../../helpers/small-corpus.ts';

const CHAPTERS = {
  'book/six.md': '# Six\n\n## 6. Start\n\n### 6.1 First\n\nText.\n\n### 6.2 Second\n\nSee Section NUMBER.\n',
  'book/seven.md': '# Seven\n\n## 7. Start\n\n### 7.1 First\n\nText.\n\n### 7.2 Second\n\nText.\n',
};

async function targetsOf(number: string): Promise<[target: string, resolved: boolean][]> {
  const { graph } = await smallCorpus({
    ...CHAPTERS,
    'book/six.md': CHAPTERS['book/six.md'].replace('NUMBER', number),
  });
  return graph.edges
    .filter(({ kind }) => kind === 'refers')
    .map(({ target, resolved }) => [target, resolved]);
}

it('resolves a section of the same file', async () => {
  expect(await targetsOf('6.1')).toEqual([['six#61-first', true]]);
});

it('reports a section that the own chapter lacks', async () => {
  expect(await targetsOf('6.9')).toEqual([['missing:six Section 6.9', false]]);
});

it('resolves a section of a neighbouring chapter', async () => {
  expect(await targetsOf('7.2')).toEqual([['seven#72-second', true]]);
  expect(await targetsOf('7')).toEqual([['seven#7-start', true]]);
});

it('says nothing about a section that the neighbouring chapter lacks', async () => {
  expect(await targetsOf('7.9')).toEqual([]);
});

it('an id of a requirement before a number is no other work', async () => {
  const { graph } = await smallCorpus({
    'spec/a.md':
      '# A\n\nSections 1-2 meet REQ-01, Section 3 serves all. RFC 9000, Section 1.\n\n## 1. One\n\n## 2. Two\n\n## 3. Three\n',
    'spec/specgraph.config.json': JSON.stringify({ requirements: [{ id: 'REQ-01', title: 'x' }] }),
  });
  const targets = graph.edges.filter(({ kind }) => kind === 'refers').map(({ target }) => target);
  expect(targets).toEqual(['a#1-one', 'a#2-two', 'a#3-three']);
});

it('resolves a section of a neighbouring chapter where the files have numbers', async () => {
  const { graph } = await smallCorpus({
    'book/specgraph.config.json': String.raw`{ "documentNumber": "^(\\d)-" }`,
    'book/6-six.md': CHAPTERS['book/six.md'].replace('NUMBER', '7.2'),
    'book/7-seven.md': CHAPTERS['book/seven.md'],
  });
  expect(graph.edges.filter(({ kind }) => kind === 'refers').map(({ target }) => target)).toEqual([
    '7-seven#72-second',
  ]);
});
