import { expect, it } from 'vitest';
import type { GraphView } from '#specgraph';
import type { MapTie } from '../../src/map/model.ts';
import { withWeights } from '../../src/map/ties.ts';

/** A graph of nodes: only their kinds matter here. */
const graph = {
  node: (id: string) => ({ kind: id.startsWith('FL_') ? 'variable' : 'document' }),
} as unknown as GraphView;
const mention = (source: string, target: string): MapTie => ({ source, target, kind: 'mentions', count: 5 });

it('gives a mention less weight in a document that names nearly everything', () => {
  const names = Array.from({ length: 10 }, (_, i) => `FL_${i}`);
  const ties = [...names.map((name) => mention('overview', name)), mention('server', 'FL_0')];
  const weight = (source: string): number =>
    withWeights(graph, ties).find((tie) => tie.source === source && tie.target === 'FL_0')!.weight!;
  expect(weight('overview')).toBe(0);
  expect(weight('server')).toBe(1);
});

it('weighs references between documents by their number', () => {
  const refers = (target: string, count: number): MapTie => ({ source: 'a', target, kind: 'refers', count });
  expect(withWeights(graph, [refers('b', 16), refers('c', 4)]).map(({ weight }) => weight)).toEqual([1, 0.5]);
});
