import { beforeAll, describe, expect, it } from 'vitest';
import type { GraphView } from '#specgraph';
import { phasePicture, picture, sectionPicture } from '../../../src/site/pictures/neighbourhood.ts';
import { pictureElement } from '../../../src/site/pictures/neighbourhood-svg.ts';
import { articleIn } from '../../helpers/article.ts';
import { select, textOf } from '../../helpers/html.ts';
import { realSpecification } from '../../helpers/real-specification.ts';
import { SMALL_SET } from '../../helpers/small-set.ts';
import { snapshotOf } from '../../helpers/snapshot.ts';

const small = snapshotOf(SMALL_SET).graph;
const named = (nodes: { label: string; side: string }[], side: string): string[] =>
  nodes.filter((node) => node.side === side).map(({ label }) => label);
let graph: GraphView;
beforeAll(async () => {
  ({ graph } = await realSpecification());
});

describe('the picture of a section', () => {
  it('has incoming references on the left and those of its own text on the right', () => {
    const { nodes, centre } = sectionPicture(small, '02-server', '2-ports')!;
    expect(centre).toMatchObject({ label: '2. Ports', kind: 'section' });
    expect(named(nodes, 'left')).toEqual(['spec/03 1. Start']);
    expect(named(nodes, 'right')).toEqual(['spec/02 1. Boot', 'spec/02 Step 1a']);
  });

  it('counts references to a step for its section', () => {
    const { nodes } = sectionPicture(small, '02-server', 'step-1a-listen')!;
    expect(named(nodes, 'left')).toEqual(['spec/02 2. Ports']);
    expect(nodes.map(({ url }) => url)).toContain('/spec/01-reference/#2-parameters');
  });

  it('does not exist without references', () => {
    expect(sectionPicture(small, '02-server', '3-logs')).toBeUndefined();
  });

  it('expands to the referring sentences, with a link to the live map', async () => {
    const article = await articleIn(SMALL_SET, '02-server');
    const [details] = select(article, 'details.backlinks').filter((one) => textOf(one).includes('spec/03'));
    expect(select(details, 'svg')).toHaveLength(1);
    expect(select(details, 'svg')[0].properties.viewBox).toMatch(/^0 -24 880 /);
    expect(select(details, 'a').map(({ properties }) => properties.href)).toContain(
      '/graph/?ask=near&of=02-server%232-ports&focus=02-server%232-ports',
    );
  });
});

describe('the footprint of a phase', () => {
  it('has documents of other phases on the left, and what it introduced on the right', () => {
    const { nodes } = phasePicture(graph, '9');
    expect(named(nodes, 'right')).toEqual([
      '14 Edge and Auto-Scaling',
      'FL_EDGE_BACKOFF',
      'FL_EDGE_MAX_BACKOFF',
    ]);
    expect(named(nodes, 'left')).toContain('00 Overview');
    expect(named(nodes, 'left')).not.toContain('14 Edge and Auto-Scaling');
    const overview = nodes.find(({ label }) => label === '00 Overview')!;
    expect(overview.count).toBe(
      graph.referencesTo('14-edge-and-auto-scaling').filter((edge) => edge.source.startsWith('00-')).length,
    );
  });

  it('exists for every phase, and gives the number of omitted nodes', () => {
    for (const node of graph.nodes) {
      if (node.kind !== 'phase') continue;
      const { nodes, more } = phasePicture(graph, node.number);
      const introduced = new Set(
        graph
          .outgoing(node.id)
          .filter((edge) => edge.kind === 'introduces')
          .map((edge) => edge.target),
      );
      expect(named(nodes, 'right').length + more.right, node.id).toBe(introduced.size);
    }
  });
});

describe('the drawing', () => {
  const neighbour = (label: string) => ({ label, kind: 'document' as const, url: '/x', count: 1 });

  it('cuts long names, gives the number of omitted nodes, and escapes names', () => {
    const svg = pictureElement(
      picture({
        centre: { label: '<b>', kind: 'document' },
        left: [neighbour('a'.repeat(50)), neighbour('b'), neighbour('c')],
        right: [],
        maxRows: 2,
      }),
      ['In', 'Out'],
    );
    expect(svg.properties['aria-label']).toBe('<b>: in 3, out 0');
    expect(select(svg, 'text').map(textOf)).toEqual(['In, 1 more', '', `${'a'.repeat(35)}…`, 'b', '<b>']);
    expect(select(svg, 'b')).toEqual([]);
  });
});
