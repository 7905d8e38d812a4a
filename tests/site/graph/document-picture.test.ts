import { expect, test } from 'vitest';
import { enlargedGraph } from '../../../bench/graph/specification.ts';
import { BOX } from '../../../src/map/force-layout.ts';
import { sceneOf } from '../../../src/map/scene.ts';
import { documentPicture } from '../../../src/site/graph/document-picture.ts';
import { largeMap } from '../../../src/site/graph/large-map.ts';

const doubled = await enlargedGraph(process.cwd(), 2);

test('the picture shows all documents within the box, none over another, where the live map has them', () => {
  const map = largeMap(doubled);
  const { nodes, ties } = documentPicture(doubled, map);
  expect(nodes.map(({ id }) => id)).toEqual(doubled.documents.map(({ id }) => id));
  expect(ties.length).toBeGreaterThan(100);
  for (const [i, a] of nodes.entries()) {
    expect(Math.abs(a.x)).toBeLessThanOrEqual(BOX.width / 2);
    expect(Math.abs(a.y)).toBeLessThanOrEqual(BOX.height / 2);
    for (const b of nodes.slice(0, i)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(a.r + b.r);
  }
  const { regions } = sceneOf(map);
  const scale = (nodes[1].x - nodes[0].x) / (regions[1].x - regions[0].x);
  expect((nodes[20].y - nodes[3].y) / (regions[20].y - regions[3].y)).toBeCloseTo(scale, 1);
});
