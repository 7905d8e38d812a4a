import { expect, test } from 'vitest';
import { Atlas } from '../../../../src/map/atlas.ts';
import { fittingTransform, openRadius, visibleParts, type Transform } from '../../../../src/map/levels.ts';
import { highlightOfNode } from '../../../../src/client/graph/canvas/highlight.ts';
import { placeNames } from '../../../../src/map/placed-names.ts';
import { createPicker, findTie } from '../../../../src/client/graph/canvas/picker.ts';
import { sceneOf } from '../../../../src/map/scene.ts';
import { reachableByArrows, relationsOf } from '../../../../src/client/graph/canvas/scene-queries.ts';
import { linePlaces } from '../../../../src/map/labels.ts';
import { NO_HIGHLIGHT } from '../../../../src/map/paint/picture.ts';
import { placeGuests } from '../../../../src/client/graph/canvas/guests.ts';
import { flatMap, foldedMap, syntheticMap } from './synthetic.ts';

const SIZE = { width: 1000, height: 700 };
const scene = sceneOf(foldedMap(200));
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
    shown.regions.filter((region) => scene.regions[region].r * near.k >= openRadius(scene)),
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
  expect(names.length).toBeGreaterThan(2);
  const boxes = names.map(({ lines, size, side, r, x, y }) => {
    const [place] = linePlaces(side, r, size * 1.25, lines.length);
    const width = Math.max(...lines.map(({ length }) => length)) * size * 0.55;
    const left = x + place.x - (place.anchor === 'center' ? width / 2 : place.anchor === 'end' ? width : 0);
    const top = y + place.y - 0.7 * size;
    return { left, right: left + width, top, bottom: top + (lines.length - 0.5) * size * 1.25 };
  });
  boxes.forEach((a, i) =>
    boxes
      .slice(0, i)
      .forEach((b, j) =>
        expect(
          a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom,
          `${names[i].lines[0]} and ${names[j].lines[0]}`,
        ).toBe(false),
      ),
  );
});

test('picks the document at a small scale, and the single node at a large one', () => {
  const pick = createPicker(scene);
  scene.regions.forEach(({ x, y }, region) =>
    expect(pick(far.k * x + far.x, far.k * y + far.y, far, all)).toBe(scene.columns.starts[region]),
  );
  const [from, to] = [scene.columns.starts[17], scene.columns.starts[18]];
  for (let node = from; node < to; node++)
    expect(pick(near.k * scene.x[node] + near.x, near.k * scene.y[node] + near.y, near, all)).toBe(node);
});

test('picks nothing on empty ground and no hidden node', () => {
  const pick = createPicker(scene);
  expect(pick(far.k * scene.box.left + far.x, far.k * scene.box.top + far.y, far, all)).toBe(-1);
  const { x, y } = scene.regions[3];
  expect(pick(far.k * x + far.x, far.k * y + far.y, far, atlas.visible({ kinds: ['section'] }))).toBe(-1);
});

test('a node is highlighted with its neighbours, and a document with the documents that it is tied to', () => {
  const variable = atlas.indexOf('variable:V_5');
  const idsAround = (visible: Uint8Array): string[] =>
    highlightOfNode(atlas, visible, variable, true).nodes!.map((node) => atlas.idOf(node));
  expect(idsAround(all).toSorted()).toEqual([
    'folder-0/005-document',
    'folder-0/006-document#part-0',
    'variable:V_5',
  ]);
  // A hidden section counts for its document.
  expect(idsAround(atlas.visible({ kinds: ['document'] })).toSorted()).toEqual([
    'folder-0/005-document',
    'folder-0/006-document',
    'variable:V_5',
  ]);
  const documents = atlas.visible({ kinds: ['document'] });
  const document = atlas.indexOf('folder-0/005-document');
  const { regionTies, nodes } = highlightOfNode(atlas, documents, document, true);
  expect(regionTies.length).toBeGreaterThan(10);
  const ids = nodes!.map((node) => atlas.idOf(node));
  expect(ids).toEqual(expect.arrayContaining(['folder-0/006-document', 'variable:V_5']));
  expect(
    highlightOfNode(atlas, documents, document, false).nodes!.map((node) => atlas.idOf(node)),
  ).not.toContain('variable:V_5');
});

test('hidden neighbours get places of their own, beside the document and within the picture', () => {
  const documents = atlas.visible({ kinds: ['document'] });
  const document = atlas.indexOf('folder-0/005-document');
  const guests = highlightOfNode(atlas, documents, document, true).nodes!.filter((node) => !documents[node]);
  expect(guests.length).toBeGreaterThan(0);
  const places = [...placeGuests(atlas, guests, document).values()];
  expect(places).toHaveLength(guests.length);
  for (const [i, { x, y }] of places.entries()) {
    expect(x > scene.box.left && x < scene.box.right && y > scene.box.top && y < scene.box.bottom).toBe(true);
    for (const other of places.slice(0, i)) expect(Math.hypot(other.x - x, other.y - y)).toBeGreaterThan(18);
  }
});

test('the page gets the relations of a node, and the nodes that the arrow keys reach', () => {
  const { to, from } = relationsOf(atlas, 'variable:V_5');
  expect(to).toEqual([]);
  expect(from.map(({ node, count, kind }) => [node.id, count, kind])).toEqual([
    ['folder-0/006-document#part-0', 3, 'mentions'],
    ['folder-0/005-document', 2, 'introduces'],
  ]);
  // The references of a document are those of its sections.
  const [first] = relationsOf(atlas, 'folder-0/006-document').to.filter(({ kind }) => kind === 'refers');
  expect([first.node.kind, first.count]).toEqual(['document', 1]);
  const shown = visibleParts(scene, all, near, SIZE);
  const highlight = highlightOfNode(atlas, all, atlas.indexOf('variable:V_5'), true);
  const reachable = reachableByArrows(atlas, all, shown, highlight, 'variable:V_5');
  expect(reachable.nodes.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['variable:V_5', 'folder-0/005-document', 'folder-0/006-document#part-0']),
  );
  expect(reachable.ties).toHaveLength(2);
  const whole = visibleParts(scene, all, far, SIZE);
  expect(reachableByArrows(atlas, all, whole, NO_HIGHLIGHT).ties.length).toBeGreaterThan(50);
});

test('a line is found at a place on it', () => {
  const flat = new Atlas(sceneOf(flatMap(syntheticMap(6))));
  const whole = fittingTransform(flat.scene.box, SIZE);
  const { regionTies, regions } = flat.scene;
  const ends = [regionTies.a[0], regionTies.b[0]].map((region) => regions[region]);
  const middle = {
    x: whole.k * ((ends[0].x + ends[1].x) / 2) + whole.x,
    y: whole.k * ((ends[0].y + ends[1].y) / 2) + whole.y,
  };
  const found = findTie(flat, [0], middle, whole);
  const isStraight = Math.abs(ends[0].x - ends[1].x) > 1;
  if (isStraight)
    expect(found).toMatchObject({ source: flat.idOf(flat.scene.columns.starts[regionTies.a[0]]) });
  expect(findTie(flat, [0], { x: -500, y: -500 }, whole)).toBeUndefined();
});
