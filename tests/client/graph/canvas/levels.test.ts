import { expect, test } from 'vitest';
import { Atlas } from '../../../../src/client/graph/canvas/atlas.ts';
import { encode } from '../../../../src/map/columns.ts';
import {
  fittingTransform,
  MIN_OPEN_RADIUS_PX,
  visibleParts,
  type Transform,
} from '../../../../src/client/graph/canvas/levels.ts';
import { NO_HIGHLIGHT, highlightOf } from '../../../../src/client/graph/canvas/highlight.ts';
import { placeNames } from '../../../../src/client/graph/canvas/names.ts';
import { pickerOf } from '../../../../src/client/graph/canvas/picker.ts';
import { sceneOf } from '../../../../src/map/scene.ts';
import { reachableByArrows, relationsOf } from '../../../../src/client/graph/canvas/scene-queries.ts';
import { labelOffset } from '../../../../src/map/labels.ts';
import { folderOf, syntheticMap } from './synthetic.ts';

const SIZE = { width: 1000, height: 700 };
const scene = sceneOf(encode(syntheticMap(200), folderOf));
const atlas = new Atlas(scene);
const all = new Uint8Array(atlas.size).fill(1);
const far = fittingTransform(scene.box, SIZE);

/** The transform that shows a place in the middle. */
function at(x: number, y: number, k: number): Transform {
  return { k, x: SIZE.width / 2 - k * x, y: SIZE.height / 2 - k * y };
}
const near = at(scene.regions[17].x, scene.regions[17].y, 6);

test('everything fits', () => {
  for (const { x, y, r } of scene.groups) {
    expect(far.k * (x - r) + far.x).toBeGreaterThan(0);
    expect(far.k * (y + r) + far.y).toBeLessThan(SIZE.height);
  }
});

test('a small scale shows all documents, none of them open', () => {
  const shown = visibleParts(scene, all, far, SIZE);
  expect(shown.regions).toHaveLength(201);
  expect(shown.open).toEqual([]);
  expect(shown.ties).toEqual([]);
  expect(shown.groupTies.length).toBeGreaterThan(0);
});

test('a large scale shows only nodes within the picture, open and with their ties', () => {
  const shown = visibleParts(scene, all, near, SIZE);
  expect(shown.regions).toContain(17);
  expect(shown.regions.length).toBeLessThan(30);
  expect(shown.open).toEqual(
    shown.regions.filter((region) => scene.regions[region].r * near.k >= MIN_OPEN_RADIUS_PX),
  );
  expect(shown.ties.length).toBeGreaterThan(0);
  for (const tie of shown.ties) expect(shown.open).toContain(scene.regionOf[scene.source[tie]]);
});

test('the number of drawn nodes and ties stays within bounds at every zoom', () => {
  for (let k = far.k; k < 8; k *= 1.3) {
    const shown = visibleParts(scene, all, at(0, 0, k), SIZE);
    const dots = shown.open.reduce(
      (sum, region) => sum + scene.columns.starts[region + 1] - scene.columns.starts[region],
      0,
    );
    expect(dots, `at ${k}`).toBeLessThan(0.9 * atlas.size);
    expect(shown.regionTies.length + shown.ties.length).toBeLessThan(3800);
  }
});

test('shows filtered nodes at no zoom', () => {
  const visible = atlas.visible({ kinds: ['document', 'section', 'variable'], through: 1 });
  const shown = visibleParts(scene, visible, far, SIZE);
  // Of the later ones only the variables are of phase 1.
  expect(shown.regions.length).toBe(200);
  const documents = atlas.visible({ kinds: ['document'], through: 1 });
  const fewer = visibleParts(scene, documents, far, SIZE);
  expect(fewer.regions).toHaveLength(67);
  for (const tie of fewer.regionTies)
    expect(fewer.regions).toEqual(expect.arrayContaining([scene.regionTies.a[tie], scene.regionTies.b[tie]]));
});

test.each([
  ['far', far],
  ['between', at(0, 0, 1)],
  ['near', near],
])('names do not overlap: %s', (_, transform) => {
  const names = placeNames(atlas, all, visibleParts(scene, all, transform, SIZE), transform, SIZE);
  expect(names.length).toBeGreaterThan(4);
  const boxes = names.map((name) => {
    const size = name.kind === 'group' ? 12 : name.kind === 'head' ? 13 : 11;
    const offset = labelOffset(name.side, name.r, size * 1.25);
    const width = name.text.length * size * 0.55;
    const left =
      name.x + offset.x - (offset.anchor === 'middle' ? width / 2 : offset.anchor === 'end' ? width : 0);
    return { left, right: left + width, top: name.y + offset.y - 0.7 * size, bottom: name.y + offset.y };
  });
  boxes.forEach((a, i) =>
    boxes
      .slice(0, i)
      .forEach((b, j) =>
        expect(
          a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom,
          `${names[i].text} and ${names[j].text}`,
        ).toBe(false),
      ),
  );
});

test('picks the document at a small scale, and the single node at a large one', () => {
  const pick = pickerOf(scene);
  scene.regions.forEach(({ x, y }, region) =>
    expect(pick(far.k * x + far.x, far.k * y + far.y, far, all)).toBe(scene.columns.starts[region]),
  );
  const [from, to] = [scene.columns.starts[17], scene.columns.starts[18]];
  for (let node = from; node < to; node++)
    expect(pick(near.k * scene.x[node] + near.x, near.k * scene.y[node] + near.y, near, all)).toBe(node);
});

test('picks nothing on empty ground and no hidden node', () => {
  const pick = pickerOf(scene);
  expect(pick(far.k * scene.box.left + far.x, far.k * scene.box.top + far.y, far, all)).toBe(-1);
  const { x, y } = scene.regions[3];
  expect(pick(far.k * x + far.x, far.k * y + far.y, far, atlas.visible({ kinds: ['section'] }))).toBe(-1);
});

test('a node is highlighted with its neighbours, and a document with the documents that it is tied to', () => {
  const variable = atlas.indexOf('variable:V_5');
  const ids = highlightOf(atlas, all, variable, -1).nodes!.map((node) => atlas.idOf(node));
  expect(ids.toSorted()).toEqual(['folder-0/005-document', 'folder-0/006-document#part-0', 'variable:V_5']);
  const { regionTies, nodes } = highlightOf(atlas, all, atlas.indexOf('folder-0/005-document'), -1);
  expect(regionTies.length).toBeGreaterThan(10);
  expect(nodes!.map((node) => atlas.idOf(node))).toContain('folder-0/006-document');
  expect(highlightOf(atlas, atlas.visible({ kinds: ['variable'] }), variable, -1).nodes).toEqual([variable]);
  expect(highlightOf(atlas, all, -1, -1)).toBe(NO_HIGHLIGHT);
  expect(highlightOf(atlas, all, -1, -1, [4, 9]).nodes).toEqual([4, 9]);
});

test('the page gets the relations of a node, and the nodes that the arrow keys reach', () => {
  const { to, from } = relationsOf(atlas, 'variable:V_5');
  expect(to).toEqual([]);
  expect(from.map(({ node, count, kind }) => [node.id, count, kind])).toEqual([
    ['folder-0/006-document#part-0', 3, 'mentions'],
    ['folder-0/005-document', 2, 'introduces'],
  ]);
  const reachable = reachableByArrows(atlas, all, visibleParts(scene, all, near, SIZE), 'variable:V_5');
  expect(reachable.nodes.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['variable:V_5', 'folder-0/005-document', 'folder-0/006-document#part-0']),
  );
  expect(reachable.ties).toHaveLength(2);
  expect(reachableByArrows(atlas, all, visibleParts(scene, all, far, SIZE)).ties.length).toBeGreaterThan(100);
});
