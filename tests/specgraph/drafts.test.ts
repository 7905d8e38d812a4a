/** The draft of a graph: what is known at once while a document of a large set is edited. */
import { describe, expect, test } from 'vitest';
import { createReader, type Corpus, type GraphEdge } from '#specgraph';

const FILES = {
  'spec/a.md': '# A\n\n## 1. Scope\n\nSee [the end](b.md#2-end) and [itself](#1-scope).\n',
  'spec/b.md': '# B\n\n## 1. Start\n\nSee [the scope](a.md#1-scope).\n\n## 2. End\n',
};

function corpusOf(files: Readonly<Record<string, string>>): Corpus {
  return {
    root: 'spec',
    repositoryRoot: '.',
    problems: [],
    files: Object.entries(files).map(([path, text]) => ({ path, text })),
    others: [],
    tree: { kind: (path) => (path in files ? 'file' : undefined), otherCases: () => [] },
  };
}

const targets = (edges: readonly GraphEdge[], file: string): unknown =>
  edges.filter(({ range }) => range?.file === file).map(({ target, resolved }) => [target, resolved]);

describe('a draft after an edit', () => {
  test('of prose is the graph', () => {
    const reader = createReader({});
    reader.read(corpusOf(FILES));
    const edited = corpusOf({ ...FILES, 'spec/a.md': `${FILES['spec/a.md']}\nSee [gone](gone.md).\n` });
    const draft = reader.readDraft(edited);
    const whole = createReader({}).read(edited);
    expect(draft.edges).toEqual(whole.edges);
    expect(draft.nodes).toEqual(whole.nodes);
  });

  test('of a heading has the references of the edited document, and the others as they were', () => {
    const reader = createReader({});
    const before = reader.read(corpusOf(FILES));
    const edited = corpusOf({ ...FILES, 'spec/a.md': FILES['spec/a.md'].replace('Scope', 'Aim') });
    const draft = reader.readDraft(edited);
    const whole = createReader({}).read(edited);
    expect(draft.nodes).toEqual(whole.nodes);
    expect(targets(draft.edges, 'spec/a.md')).toEqual(targets(whole.edges, 'spec/a.md'));
    expect(targets(draft.edges, 'spec/b.md')).toEqual(targets(before.edges, 'spec/b.md'));
    expect(targets(whole.edges, 'spec/b.md')).not.toEqual(targets(before.edges, 'spec/b.md'));
    expect(reader.read(edited).edges).toEqual(whole.edges);
  });

  test('that is made while a graph is built leaves that graph right', () => {
    const reader = createReader({});
    reader.read(corpusOf(FILES));
    const first = corpusOf({ ...FILES, 'spec/a.md': FILES['spec/a.md'].replace('Scope', 'Aim') });
    const second = corpusOf({ ...FILES, 'spec/a.md': FILES['spec/a.md'].replace('Scope', 'Scope') });
    const steps = reader.readInSteps(first);
    steps.next();
    reader.readDraft(second);
    let step = steps.next();
    while (!step.done) step = steps.next();
    expect(step.value.edges).toEqual(createReader({}).read(first).edges);
    expect(reader.read(second).edges).toEqual(createReader({}).read(second).edges);
  });
});
