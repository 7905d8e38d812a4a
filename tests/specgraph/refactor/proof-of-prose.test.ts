/** Which words the proof takes for the same, and which it refuses, whatever has written them. */
import { describe, expect, it } from 'vitest';
import { readGraph, type GraphView } from '#specgraph';
import { proseFaults } from '../../../src/specgraph/refactor/proof/prose.ts';
import { projectOf } from '../../helpers/refactor.ts';

function graphOf(words: string): GraphView {
  const sections = [2, 3, 4, 5].map((number) => `## ${number}. Part ${number}\n`).join('\n');
  const { corpus, config } = projectOf({
    'spec/specgraph.config.json': JSON.stringify({
      documentPrefix: 'spec',
      documentNumber: String.raw`^(\d{2})-`,
    }),
    'spec/01-a.md': `# Alpha\n\n## 1. Use\n\n${words}\n\n${sections}`,
    'spec/02-b.md': `# Beta\n\n## 1. Beta\n\n${sections}`,
  });
  return readGraph(corpus, config);
}

/** What the proof says where the first words became the second ones. */
function faultsOf(was: string, now: string): string[] {
  const [before, graph] = [graphOf(was), graphOf(now)];
  const edgesOf = (view: GraphView) =>
    view.edges.filter(({ kind, range }) => kind === 'refers' && range?.file === 'spec/01-a.md');
  return proseFaults(
    { graph: before } as unknown as Parameters<typeof proseFaults>[0],
    { graph, after: { documentNow: (facts: unknown) => facts } } as unknown as Parameters<
      typeof proseFaults
    >[1],
    [{ before: edgesOf(before), now: edgesOf(graph), sort: 'reference' }],
  ).map(({ message }) => message);
}

describe('the proof of a refactoring refuses', () => {
  it.each([
    [
      'See Section 2.',
      'See Section 2 of this document of spec/02.',
      '"Section 2" would have two documents: "Section 2 of this document of spec/02"',
    ],
    [
      'See Section 2 of spec/02.',
      'See Section 2 of [Alpha](01-a.md) of [Beta](02-b.md).',
      '"Section 2" would have two documents: "Section 2 of [Alpha](01-a.md) of [Beta](02-b.md)"',
    ],
    [
      'See spec/02, Section 2.',
      'See spec/02, Section 2 of this document.',
      '"Section 2" would have two documents: "spec/02, Section 2 of this document"',
    ],
    [
      'See Section 2 above.',
      'See Section 2 of spec/02 above.',
      '"Section 2" would have two documents: "Section 2 of spec/02 above"',
    ],
    ['See Section 4 or 5.', 'See Sections 4 and 5.', '"Section 4 or 5" would become "Sections 4 and 5"'],
    [
      'See Sections 4 and 5.',
      'See Section 4 or else Section 5 of spec/02.',
      '"Sections 4 and 5" would become "Section 4 or else Section 5"',
    ],
    ['See Sections 2 to 4.', 'See Sections 2-4.', '"Sections 2 to 4" would become "Sections 2-4"'],
    [
      'See [Beta](02-b.md#2-part-2).',
      'See [Beta](#2-part-2).',
      '"Beta" would be the words of a link to Alpha',
    ],
  ])('%s %s', (was, now, message) => {
    expect(faultsOf(was, now)).toEqual([message]);
  });
});

describe('the proof of a refactoring accepts', () => {
  it.each([
    ['See Section 2.', 'See Section 3 of spec/02.'],
    ['See spec/02, Section 2.', 'See Section 3.'],
    ['See spec/02, Section 2 of this document.', 'See spec/02, Section 3 of this document.'],
    ['See Section 4 or 5.', 'See Section 4 or else Section 5 of spec/02.'],
    ['See Section 4 or 5.', 'See Section 4.'],
    ['See Sections 2 and 3.', 'See Section 2 of [This or That](02-b.md) as well as Section 3.'],
    ['See Sections 2-4.', 'See Sections 2, 3 and 5.'],
    ['See spec/02, Sections 2-3.', 'See spec/02, Sections 2-3 as well as Section 3 of this document.'],
    ['See [Beta](02-b.md#1-beta).', 'See [Beta](#1-use).'],
    ['See [Beta](02-b.md#2-part-2).', 'See [Alpha](#2-part-2).'],
  ])('%s %s', (was, now) => {
    expect(faultsOf(was, now)).toEqual([]);
  });
});
