/** Places for nodes that are shown although the filters hide them: the neighbours of what is selected, the steps of an answer. Pure. */
import type { Atlas } from '../../../map/atlas.ts';

interface Place {
  x: number;
  y: number;
}

type Box = Atlas['scene']['box'];

/** Room of a guest and its name, in user units. */
const GUEST_ROOM = { width: 170, height: 19 };
/** Room of a document with its name, from the middle of its dot, in user units. */
const DOCUMENT_BOX = { left: -66, right: 66, top: -32, bottom: 68 };
/** Columns on each side of an anchor, the distance of the first one, and rows above and below, which are tried; ties arrive in the middle ones. */
const COLUMNS = 3;
const FIRST_COLUMN = 46;
const ROWS = 14;
const MIDDLE_ROWS = 1;

/**
 * Guests stand beside the document that they belong to. Those of the centre stand beside the centre, and a node that
 * belongs to no document stands between the documents that it is tied to.
 * @param centre index of the selected node; -1 for none. Around it, guests that find no room have no place.
 */
export function placeGuests(atlas: Atlas, guests: readonly number[], centre: number): Map<number, Place> {
  const { starts } = atlas.scene.columns;
  const taken = Array.from(starts.subarray(0, -1), (node): Box => {
    const { x, y } = placeOf(atlas, node);
    const { left, right, top, bottom } = DOCUMENT_BOX;
    return { left: x + left, right: x + right, top: y + top, bottom: y + bottom };
  });
  const placed = new Map<number, Place>();
  for (const guest of guests) {
    const owner = atlas.isPart(guest)
      ? atlas.headOf(guest)
      : centre >= 0 && guest !== centre && atlas.isHead(centre)
        ? centre
        : -1;
    const anchor = owner >= 0 ? placeOf(atlas, owner) : middleOfDocuments(atlas, guest);
    const free = OFFSETS.map(({ x, y }) => ({ x: anchor.x + x, y: anchor.y + y })).find((place) => {
      const room = roomOf(place, anchor.x);
      return isInside(room, atlas.scene.box) && taken.every((box) => !overlap(room, box));
    });
    if (free) taken.push(roomOf(free, anchor.x));
    if (free || owner !== centre) placed.set(guest, free ?? anchor);
  }
  return placed;
}

/** Columns on both sides of the anchor, the nearest column first. */
const OFFSETS: readonly Place[] = Array.from({ length: COLUMNS }, (_, column) =>
  Array.from({ length: 2 * ROWS + 1 }, (_row, row) =>
    [1, -1].map((side) => ({
      x: side * (FIRST_COLUMN + column * GUEST_ROOM.width),
      y: (row - ROWS) * GUEST_ROOM.height,
    })),
  ),
)
  .flat(2)
  .filter(({ y }) => Math.abs(y) > MIDDLE_ROWS * GUEST_ROOM.height)
  .sort((a, b) => Math.hypot(2 * a.x, a.y) - Math.hypot(2 * b.x, b.y));

/** The room of a guest with its name, which is on the side that looks away from the anchor. */
function roomOf({ x, y }: Place, anchorX: number): Box {
  const half = GUEST_ROOM.height / 2;
  const [left, right] = x > anchorX ? [x - half, x + GUEST_ROOM.width] : [x - GUEST_ROOM.width, x + half];
  return { left, right, top: y - half, bottom: y + half };
}

function isInside(inner: Box, outer: Box): boolean {
  return (
    inner.left > outer.left &&
    inner.right < outer.right &&
    inner.top > outer.top &&
    inner.bottom < outer.bottom
  );
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** The middle of the documents that a node is tied to, weighted by the number of references. */
function middleOfDocuments(atlas: Atlas, node: number): Place {
  const { columns, source } = atlas.scene;
  const { outgoing, incoming } = atlas.tiesOf(node);
  const ends = [
    ...outgoing.map((tie) => ({ head: atlas.headOf(columns.to[tie]), count: columns.count[tie] })),
    ...incoming.map((tie) => ({ head: atlas.headOf(source[tie]), count: columns.count[tie] })),
  ];
  const total = ends.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return placeOf(atlas, atlas.headOf(node));
  const mean = (axis: 'x' | 'y'): number =>
    ends.reduce((sum, { head, count }) => sum + count * atlas.scene[axis][head], 0) / total;
  return { x: mean('x'), y: mean('y') };
}

function placeOf({ scene }: Atlas, node: number): Place {
  return { x: scene.x[node], y: scene.y[node] };
}
