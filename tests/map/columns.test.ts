import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Atlas, matchesIn } from '../../src/map/atlas.ts';
import { decode, type LargeMap } from '../../src/map/columns.ts';
import { sceneOf } from '../../src/map/scene.ts';
import type { MapData, MapNode, MapTie } from '../../src/map/model.ts';
import { flatMap, foldedMap, syntheticMap } from '../client/graph/canvas/synthetic.ts';

/** Encodes and decodes a map; nodes come back in the order of ids. */
function thereAndBack(data: MapData): MapData {
  const atlas = new Atlas(sceneOf(JSON.parse(JSON.stringify(flatMap(data))) as LargeMap));
  const nodes = Array.from({ length: atlas.size }, (_, i) => atlas.node(i));
  const ties = Array.from(atlas.scene.columns.to, (_, i) => atlas.tie(i));
  return ordered({ nodes, ties });
}

/** Drops the places, which the layout computes again. */
function ordered({ nodes, ties }: MapData): MapData {
  const bare = nodes.map((node) => ({ ...node, x: 0, y: 0, r: 0 }));
  const key = ({ source, target, kind }: MapTie): string => `${source} ${target} ${kind}`;
  return {
    nodes: bare.sort((a, b) => (a.id < b.id ? -1 : 1)),
    ties: ties.toSorted((a, b) => (key(a) < key(b) ? -1 : 1)),
  };
}

test('decoding returns the encoded nodes and ties', () => {
  const data = syntheticMap(20);
  expect(thereAndBack(data)).toEqual(ordered(data));
});

test('decoding returns any name unchanged', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 12 }).map((words) => words.replace(/\s+/g, ' '));
  const name = text.filter(Boolean);
  const data = fc
    .uniqueArray(
      text.map((id) => id || 'x'),
      { minLength: 2, maxLength: 12 },
    )
    .chain((ids) =>
      fc.record({
        nodes: fc.tuple(
          ...ids.map((id, i) =>
            fc
              .record(
                { number: name, numbering: name, title: text, about: text, url: text },
                { requiredKeys: ['title', 'about', 'url'] },
              )
              .map((words): MapNode => ({
                id,
                kind: i % 3 === 0 ? 'document' : 'section',
                ...words,
                ...(i % 3 === 0 ? {} : { document: ids[i - (i % 3)] }),
                x: 0,
                y: 0,
                r: 0,
              })),
          ),
        ),
        ties: fc.uniqueArray(
          fc.record({
            source: fc.constantFrom(...ids),
            target: fc.constantFrom(...ids),
            kind: fc.constantFrom('refers' as const, 'mentions' as const),
            count: fc.integer({ min: 1, max: 5000 }),
          }),
          { selector: ({ source, target, kind }) => `${source}\0${target}\0${kind}` },
        ),
      }),
    );
  fc.assert(
    fc.property(data, (one) => void expect(thereAndBack(one)).toEqual(ordered(one))),
    { numRuns: 200 },
  );
});

test('decoding returns findings with the ids of their nodes, and counts them for each node', () => {
  const finding = {
    rule: 'broken-section',
    message: 'Section 9 does not exist.',
    place: 'spec/0:5',
    url: '/',
  };
  const [id, other] = ['folder-0/000-document', 'folder-0/001-document'];
  const findings = [
    { ...finding, nodes: [id, 'missing:Section 9'] },
    { ...finding, nodes: [id] },
  ];
  const atlas = new Atlas(sceneOf(flatMap({ ...syntheticMap(3), findings })));
  expect(atlas.findings()).toEqual([
    { ...finding, nodes: [id] },
    { ...finding, nodes: [id] },
  ]);
  expect(atlas.node(atlas.indexOf(id)).findings).toBe(2);
  expect(atlas.node(atlas.indexOf(other)).findings).toBeUndefined();
});

test('nodes are found by id, also where ids have the same beginning', () => {
  const atlas = new Atlas(sceneOf(foldedMap(30)));
  for (let i = 0; i < atlas.size; i += 7) expect(atlas.indexOf(atlas.idOf(i))).toBe(i);
  expect(atlas.indexOf('folder-0/000-document#nothing')).toBe(-1);
  expect(atlas.indexOf('variable:V_')).toBe(-1);
});

test('nodes belong to the document that introduces them; nodes without a document have their own region', () => {
  const scene = sceneOf(flatMap(syntheticMap(5)));
  const atlas = new Atlas(scene);
  for (let i = 0; i < 5; i++)
    expect(atlas.labelOf(atlas.headOf(atlas.indexOf(`variable:V_${i}`)))).toBe(`${i} Document`);
  expect(scene.regions).toHaveLength(6);
  expect(atlas.idOf(scene.columns.starts[5])).toBe('phase:9');
});

test('the search finds nodes with all words, in any letter case', () => {
  const columns = decode(flatMap(syntheticMap(12)));
  const found = (words: string): number => matchesIn(columns, words).length;
  expect(found('v_3 NAMED')).toBe(1);
  expect(found('what phase')).toBe(1);
  expect(found('v_3 section')).toBe(0);
  expect(found(' ')).toBe(0);
});

test('the filters keep the matching nodes', () => {
  const atlas = new Atlas(sceneOf(flatMap(syntheticMap(9))));
  const left = (state: Parameters<Atlas['visible']>[0]): string[] =>
    [...atlas.visible(state).entries()].flatMap(([node, shown]) => (shown ? [atlas.idOf(node)] : []));
  expect(left({ kinds: ['phase'] })).toEqual(['phase:9']);
  expect(left({ kinds: ['variable'], component: 'Client' })).toHaveLength(5);
  expect(left({ kinds: ['document'], through: 1 })).toHaveLength(3);
});

test('an id with a line feed, as a broken link may have it, stands on one line', () => {
  const [first, ...others] = syntheticMap(2).nodes;
  const odd: MapNode = { ...first, id: 'missing:x\ny.md', url: '' };
  const { nodes } = thereAndBack({ nodes: [first, ...others, odd], ties: [] });
  expect(nodes.map(({ id }) => id)).toContain('missing:x y.md');
  expect(nodes).toHaveLength(others.length + 2);
});
