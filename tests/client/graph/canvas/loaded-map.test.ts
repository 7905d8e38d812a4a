import { expect, test } from 'vitest';
import { LoadedMap } from '../../../../src/client/graph/canvas/loaded-map.ts';
import { fittingTransform } from '../../../../src/map/levels.ts';
import { sceneOf } from '../../../../src/map/scene.ts';
import { foldedMap } from './synthetic.ts';

const STATE = { kinds: ['document'] };
const scene = sceneOf(foldedMap(200, 3));
const map = new LoadedMap(scene, STATE);

/** The picture of the whole map. */
function seenIn(size: { width: number; height: number }) {
  const transform = fittingTransform(scene.box, size);
  return map.pictureOf({ transform, size, isMoving: false }, STATE);
}

test('a small group stands for its documents: it is named inside, and can be named and opened', () => {
  const { transform, names, shown } = seenIn({ width: 640, height: 480 });
  expect(shown.areGroupsClosed).toBe(true);
  // The last group has a single thing outside all folders, and no room for a name.
  const folders = [...scene.groups.keys()].slice(0, -1);
  expect(names.filter(({ side }) => side === 'inside').map(({ index }) => index)).toEqual(
    expect.arrayContaining(folders),
  );
  const [first] = scene.groups;
  const place = [transform.k * first.x + transform.x, transform.k * first.y + transform.y] as const;
  expect(map.nodeAt(...place, transform)).toBe(-1);
  expect(map.groupAt(...place, transform)).toBe(first);
  expect(map.describe(-1, undefined, first)).toMatch(
    /^folder-0: 8 documents; most references lead to \d Document\. Click to see them\.$/,
  );
});

test('a large group shows its documents', () => {
  const { transform, shown } = seenIn({ width: 2400, height: 1800 });
  expect(shown.areGroupsClosed).toBe(false);
  const [{ x, y }] = scene.regions;
  const place = [transform.k * x + transform.x, transform.k * y + transform.y] as const;
  expect(map.groupAt(...place, transform)).toBeUndefined();
  expect(map.nodeAt(...place, transform)).toBe(scene.columns.starts[0]);
});

test('what stands around a selected document has a place beside it, or is left out', () => {
  const document = scene.columns.starts[0];
  const variables = [...map.atlas.tiesOf(document).outgoing]
    .map((tie) => scene.columns.to[tie])
    .filter((node) => map.atlas.kindOf(node) === 'variable');
  expect(variables.length).toBeGreaterThan(0);
  map.setHighlight({ regionTies: [], centre: document, nodes: [document, ...variables] });
  const { highlight } = seenIn({ width: 2400, height: 1800 });
  for (const node of highlight.nodes!.filter((one) => one !== document))
    expect(Math.hypot(scene.x[node] - scene.x[document], scene.y[node] - scene.y[document])).toBeGreaterThan(
      30,
    );
  map.setHighlight({ regionTies: [] });
});
