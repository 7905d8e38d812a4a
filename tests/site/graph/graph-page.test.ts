import { describe, expect, it } from 'vitest';
import { enlargedGraph } from '../../../bench/graph/specification.ts';
import { graphPage } from '../../../src/site/graph/graph-page.ts';
import { documentPicture } from '../../../src/site/graph/picture.ts';
import type { StoryPart } from '../../../src/site/graph/story.ts';
import { realSpecification } from '../../helpers/real-specification.ts';
import { SMALL_SET } from '../../helpers/small-set.ts';
import { snapshotOf } from '../../helpers/snapshot.ts';

const page = graphPage(snapshotOf(SMALL_SET));
const { graph } = await realSpecification();
const words = (sentence: readonly StoryPart[]): string =>
  sentence.map((part) => (typeof part === 'string' ? part : part.label)).join('');

describe('the graph page', () => {
  it('counts the nodes of each kind', () => {
    expect(Object.fromEntries(page.kinds.map(({ kind, count }) => [kind, count]))).toEqual({
      document: 3,
      variable: 2,
      attribute: 1,
      requirement: 1,
      phase: 2,
      section: 9,
      step: 2,
    });
    expect(page.components).toEqual([{ name: 'Server', count: 2 }]);
    expect(page.phases).toEqual([
      { number: 1, title: 'Base' },
      { number: 2, title: 'Edge' },
    ]);
  });

  it('lists documents and what stands outside of them, with their numbers of references', () => {
    expect(page.groups.map(({ title, rows }) => [title, rows.length])).toEqual([
      ['Documents', 3],
      ['Variables', 2],
      ['Attributes', 1],
      ['Requirements', 1],
      ['Phases', 2],
    ]);
    const [{ rows }] = page.groups;
    const references = (id: string): number => snapshotOf(SMALL_SET).graph.referencesFrom(id).length;
    expect(rows.every(({ id, out }) => out >= references(id))).toBe(true);
  });

  it('lists the documents of a large set by folder, and has no matrix', async () => {
    const doubled = await enlargedGraph(process.cwd(), 2);
    process.env.LARGE_GRAPH_NODES = '1000';
    const large = graphPage({ ...snapshotOf(SMALL_SET), graph: doubled });
    delete process.env.LARGE_GRAPH_NODES;
    expect(large.groups.map(({ rows }) => rows.length)).toEqual([15, 15]);
    expect(large.urls.promises).toBeUndefined();
  });
});

describe('the story', () => {
  it('says what the centre is, what hangs on little, and what the last phase touched', () => {
    const { story } = graphPage({ ...snapshotOf(SMALL_SET), graph });
    const counted = graph.referencesTo('02-supernode-appliance').length;
    expect(story.map(words)).toEqual([
      `The centre is 02 SuperNode Appliance: ${counted} references from 14 other documents.`,
      expect.stringMatching(/^11 GPU Validation hangs on little: \d+ references from other documents/),
      expect.stringMatching(/^Phase 9 \(Edge and Auto-Scaling\) added 14 .* and touched \d+ other documents/),
    ]);
  });

  it('names the closest two where there are no phases', () => {
    const plain = snapshotOf({
      'spec/01-base.md': '# Base\n\n## 1. Ports\n\nText.\n',
      'spec/02-server.md': '# Server\n\n## 1. Start\n\nSee [the base](01-base.md).\n',
    });
    const story = graphPage(plain).story.map(words);
    expect(story[1]).toBe(
      'Base hangs on little: 1 reference from other documents and 0 to them; 1 comes from Server.',
    );
    expect(story[2]).toMatch(/^The closest two are Server and Base, with 1 reference/);
  });
});

describe('the picture of the build', () => {
  const picture = (isPortrait: boolean) => documentPicture(graph, isPortrait);

  it('names and links every document, and draws lines between them', () => {
    for (const { content } of [picture(false), picture(true)]) {
      expect(content.match(/<a href/g)).toHaveLength(15);
      expect(content).toContain('>14</text>');
      expect(content.match(/ C/g) ?? content.match(/C[\d-]/g)).not.toBeNull();
      expect(content).toContain('var(--kind-document)');
    }
    expect(picture(false).content).toContain('Phases 8 and 9');
  });

  it('shows the whole title of every document', () => expect(picture(false).content).not.toContain('…'));

  it('is the same each time', () => expect(picture(false)).toEqual(picture(false)));
});
