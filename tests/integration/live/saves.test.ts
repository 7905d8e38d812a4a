/** After any number of saves, the set is read, checked and rendered as if it were read for the first time. */
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { checkGraph, createReader, evaluateContract, type GraphView, type SourceFile } from '#specgraph';
import { loadProject, type Project } from '#specgraph/load';
import { once } from '../../../src/specgraph/resolve/once.ts';

let project: Project;
beforeAll(async () => {
  project = await loadProject('spec', { cwd: process.cwd() });
});

type Change = (files: SourceFile[]) => SourceFile[];
const inFile =
  (start: string, change: (text: string) => string): Change =>
  (files) =>
    files.map((file) =>
      file.path.startsWith(`spec/${start}`) ? { ...file, text: change(file.text) } : file,
    );
const lines =
  (change: (all: string[]) => string[]) =>
  (text: string): string =>
    change(text.split('\n')).join('\n');

/** Saves, one after the other. What one save removes, a later one restores. */
const SAVES: [what: string, change: Change][] = [
  [
    'a sentence',
    inFile('03', (text) =>
      text.replace(/^## 3\. /m, 'See spec/14, Section 3 about `FL_EDGE_BACKOFF`.\n\n$&'),
    ),
  ],
  [
    'the same sentence with other words',
    inFile('03', (text) => text.replace('See spec/14, Section 3', 'Read spec/14, Section 4')),
  ],
  [
    'a broken reference',
    inFile('14', (text) => text.replace(/^## 2\. /m, 'See Section 77 and FL_EDGE_BACKOF.\n\n$&')),
  ],
  [
    'a heading that others refer to',
    inFile('14', (text) => text.replace(/^## 3\. .*$/m, '## 33. Elsewhere')),
  ],
  [
    'a row less',
    inFile(
      '03',
      lines((all) =>
        all.toSpliced(
          all.findIndex((line) => /^\| \d+ \| `FL_EDGE_MAX_BACKOFF`/.test(line)),
          1,
        ),
      ),
    ),
  ],
  ['another default', inFile('02', (text) => text.replace('9092', '9093'))],
  [
    'words that a contract wants',
    inFile('14', (text) => text.replaceAll('FL_EDGE_BACKOFF', 'FL_EDGE_PAUSE')),
  ],
  ['a document less', (files) => files.filter(({ path }) => !path.startsWith('spec/07'))],
  [
    'a line put in at the top',
    inFile(
      '03',
      lines((all) => ['', ...all]),
    ),
  ],
  [
    'a stale word and a wrong count',
    inFile('05', (text) => `${text}\nPhase 2 is deferred. All 15 documents and 7 documents say so.\n`),
  ],
  [
    'a definition for the whole document',
    inFile('06', (text) => `${text}\n[there]: 14-edge-and-auto-scaling.md\n`),
  ],
  ['all as it was', () => project.corpus.files],
  [
    'two sections in the other order',
    inFile('14', (text) => text.replace(/(^## 4\. [^]*?)(^## 5\. [^]*?)(?=^## 6\. )/m, '$2$1')),
  ],
  ['a section less', inFile('03', (text) => text.replace(/^## 7\. [^]*?(?=^## 8\. )/m, ''))],
];

/** All data that pages and messages are made from, without functions and their caches. */
function stateOf(graph: GraphView): unknown {
  const { nodes, edges, definitions, stated, quantities, externalLinks } = graph;
  return {
    nodes,
    edges,
    definitions,
    stated,
    quantities,
    externalLinks,
    report: checkGraph(graph, { contracts: project.contracts }),
    contracts: project.contracts.map((contract) => evaluateContract(contract, graph)),
  };
}

/** The set after each save, and what one reader, which has read every set before, makes of it. */
const followed = once(() => {
  const reader = createReader(project.config);
  let files = project.corpus.files;
  reader.read({ ...project.corpus, files });
  return SAVES.map(([, change]) => {
    const before = files;
    files = change(files);
    const corpus = { ...project.corpus, files };
    return { corpus, before, state: stateOf(reader.read(corpus)) };
  });
});

describe('after each of many saves', () => {
  it.each(SAVES.map(([what], i) => ({ what, i })))(
    'the graph, the findings and the contracts equal those of a first reading: $what',
    ({ i }) => {
      const { corpus, before, state } = followed()[i];
      expect(corpus.files).not.toEqual(before);
      expect(state).toEqual(stateOf(createReader(project.config).read(corpus)));
    },
    60_000,
  );

  it('words that several saves moved are found at their new places', () => {
    const reader = createReader(project.config);
    let corpus = project.corpus;
    let graph = reader.read(corpus);
    for (let i = 0; i < 4; i++) {
      const move = inFile('03', (text) => text.replace(/^## 2\. /m, '\n$&'));
      corpus = { ...corpus, files: move(corpus.files) };
      graph = reader.read(corpus);
    }
    expect(graph.edges).toEqual(createReader(project.config).read(corpus).edges);
  });

  it('the articles equal those of a rendering that saw the saves in the other order', async () => {
    const reader = createReader(project.config);
    const states = followed().map(({ corpus }, i) => {
      const graph = reader.read(corpus);
      return { ...snapshotOf(graph), stamp: String(i) };
    });
    const forwards = await articlesOf(states);
    // Articles are kept in modules: these are new ones, which have kept nothing.
    vi.resetModules();
    const backwards = await articlesOf(states.toReversed());
    expect(forwards).toEqual(backwards.toReversed());
  }, 120_000);
});

type State = Parameters<typeof import('../../../src/site/documents/article.ts').renderArticle>[1];

function snapshotOf(graph: GraphView): State {
  return {
    graph,
    contracts: [],
    report: checkGraph(graph),
    cwd: '/project',
    linkedFile: () => undefined,
    stamp: '',
  };
}

/** The articles of two documents in each state, rendered one after the other by the same modules. */
async function articlesOf(states: readonly State[]): Promise<Record<string, string>[]> {
  const { renderArticle } = await import('../../../src/site/documents/article.ts');
  const articles: Record<string, string>[] = [];
  for (const state of states) {
    const [reference, edge] = ['03', '14'].map((name) => state.graph.document(name)!);
    articles.push({
      reference: await renderArticle(reference, state, true),
      edge: await renderArticle(edge, state, true),
    });
  }
  return articles;
}
