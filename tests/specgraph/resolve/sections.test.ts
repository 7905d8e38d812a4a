/** Section references in a work whose chapters are files: the numbers count on from one file to the next. */
import { describe, expect, it } from 'vitest';
import { smallCorpus, type Files } from '../../helpers/small-corpus.ts';

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

it('the beginning of a longer title names its document, where that has the number', async () => {
  const { graph } = await smallCorpus({
    'set/own.md':
      '# Extended Rules\n\n## 1. Scope\n\nSee Section 2.1 of the Baseline Requirements, and Section 2.9 of the Baseline Requirements.\n\n## 2. Terms\n',
    'set/basic.md':
      '# Baseline Requirements for Certificates\n\n## 1. Scope\n\n## 2. Terms\n\n### 2.1 Words\n',
  });
  expect(graph.edges.filter(({ via }) => via === 'prose').map(({ target }) => target)).toEqual([
    'basic#21-words',
  ]);
});

it('sections that are elsewhere, in a title or in a paragraph are targets', async () => {
  const { graph } = await smallCorpus({
    'set/own.md':
      '# Own\n\n## 1 Scope\n\nSee Conformance Clause 2. See Section 2.1 of [the list](list.md).\n\n## 2 Terms\n\n### 2.1 Conformance Clause 1: A\n\n### 2.2 Conformance Clause 2: B\n\nSee Section 3.1.\n\n## [3 Notes](notes.md)\n',
    'set/notes.md': '# Notes\n\n## 3.1 Time\n',
    'set/list.md': '# List\n\n## Words\n\n**2. Terms.** Text.\n\n**2.1. More.** Text.\n',
  });
  expect(graph.edges.filter(({ via }) => via === 'prose').map(({ target }) => target)).toEqual([
    'own#22-conformance-clause-2-b',
    'list#words',
    'notes#31-time',
  ]);
});

it('a document that is an appendix is the target of its letter, the one in the same folder first', async () => {
  const { graph } = await smallCorpus({
    'set/en/keys.md': '# V1 Keys\n\nSee Appendix C, Appendix D and Annex 2.\n',
    'set/en/c.md': '# Appendix C: Words\n',
    'set/de/c.md': '# Appendix C: Words\n',
    'set/annex/1.md': '# Annex 2.01 - Terms\n',
    'set/annex/2.md': '# Annex 2.02 - Rules\n',
  });
  expect(graph.edges.filter(({ via }) => via === 'prose').map(({ target }) => target)).toEqual([
    'en/c',
    'annex/1',
  ]);
});

it('initials name the document whose title has them, and the chapters beside it', async () => {
  const { graph } = await smallCorpus({
    'set/main/index.md': '# Architecture and Reference Framework\n',
    'set/main/six.md': '## 6. Trust\n\n### 6.1 Roots\n\n### 6.2 Keys\n',
    'set/notes.md':
      '# Notes\n\nSection 6.1 of the ARF says it, Section 6.9 of the ARF does not. Section 6.2 of the XYZ is another.\n',
  });
  expect(graph.edges.filter(({ via }) => via === 'prose').map(({ target }) => target)).toEqual([
    'main/six#61-roots',
  ]);
});

it('an appendix beside a section of another document may be one of its own', async () => {
  const { graph } = await smallCorpus({
    'set/own.md':
      '# Own\n\n## 1. Scope\n\nAppendix A, and Section 1 of [Beta](beta.md). Appendix B, and Section 1 of [Beta](beta.md).\n\n## Appendix A: Keys\n\n## Appendix B: Words\n',
    'set/beta.md': '# Beta\n\n## 1. Scope\n\n## 2. Terms\n\n## Appendix A: Names\n',
  });
  expect(graph.edges.filter(({ via }) => via === 'prose').map(({ target }) => target)).toEqual([
    'beta#appendix-a-names',
    'beta#1-scope',
    'own#appendix-b-words',
    'beta#1-scope',
  ]);
});

async function proseTargets(files: Files): Promise<string[]> {
  const { graph } = await smallCorpus(files);
  return graph.edges.filter(({ via }) => via === 'prose').map(({ target }) => target);
}

it('an appendix that is another file is the target also where the document itself is one', async () => {
  const files = {
    'set/a.md': '# Annex 1 - Terms\n',
    'set/b.md': '# Annex 2.01 - Rules\n\nSee Annex 1, and [Topic 3](c.md) in Annex 2.\n',
    'set/c.md': '# Annex 2.02 - Topics\n\nSee [the rules](b.md), Annex 3.\n',
    'set/d.md': '# Annex 3 - Own\n\n## Annex 1\n\nText.\n\n## Annex 2\n\nSee Annex 1.\n',
  };
  expect(await proseTargets(files)).toEqual(['a', 'c', 'd#annex-1']);
});

it('a label that a tool defines leads to the section with that anchor', async () => {
  const files = {
    'set/a.md':
      '# A\n\n## 1.1 Words\n\nISO 18013, see [Section 2.1][21-rules], [Section 1.1][11-words] and [Section 3.1][31-x].\n',
    'set/b.md': '# B\n\n## 2.1 Rules\n\n## 1.1 Words\n',
    'set/c.md': '# C\n\n## 1.1 Words\n\nSee [Section 4.1][41-other].\n',
  };
  expect(await proseTargets(files)).toEqual(['b#21-rules', 'a#11-words']);
});

describe('chapters without numbers in files with numbers', () => {
  const chapters = {
    'book/00Title.md': '# The Book\n',
    'book/00Contents.md': '# Contents\n',
    'book/01Introduction.md':
      '# Introduction\n\nSee section 3, chapter 2, section 2.1, section 7 and step 2.\n',
    'book/02Terms.md': '# Terms\n\n## Words\n',
    'book/03Rules.md': '# Rules\n\nSee section 2 of this document.\n',
    'book/notes.md': '# Notes\n\nSee section 3.\n',
  };

  it('the number of a file is that of its chapter, in text of the other chapters', async () => {
    expect(await proseTargets(chapters)).toEqual(['03Rules', '02Terms', '02Terms']);
  });

  it('nothing is known where headings have numbers, where two files share one, or of two files', async () => {
    const numbered = { ...chapters, 'book/02Terms.md': '# Terms\n\n## 1. Words\n\n## 2. More\n' };
    expect(await proseTargets(numbered)).toEqual([]);
    expect(await proseTargets({ ...chapters, 'book/03Other.md': '# Other\n' })).toEqual([]);
    const { 'book/02Terms.md': _terms, ...two } = chapters;
    expect(await proseTargets(two)).toEqual([]);
  });
});
