/** Places for nodes that are shown although the filters hide them: the neighbours of what is selected, the steps of an answer. Pure. */
import type { Atlas } from '../../../map/atlas.ts';

interface Place {
  x: number;
  y: number;
}

/** Room of a guest and its name, in user units. */
const GUEST_ROOM = { width: 140, height: 19 };
/** Smallest distance from the middle of a document, in user units. */
const DOCUMENT_DISTANCE = 40;
/** Half the width of the name of a document and the height of its two lines below the dot, in user units. */
const DOCUMENT_NAME = { halfWidth: 62, height: 68 };
/** Columns on each side of an anchor, the distance of the first one, and rows above and below, which are tried; ties arrive in the middle ones. */
const COLUMNS = 3;
const FIRST_COLUMN = 46;
const ROWS = 14;
const MIDDLE_ROWS = 1;

/**
 * Guests stand beside the document that they belong to. Those of the centre stand beside the centre, and a node that
 * belongs to no document stands between the documents that it is tied to.
 * @param centre index of the selected node; -1 for none
 */
export function placeGuests(atlas: Atlas, guests: readonly number[], centre: number): Map<number, Place> {
  const { starts } = atlas.scene.columns;
  const documents = Array.from(starts.subarray(0, -1), (node) => placeOf(atlas, node));
  const placed = new Map<number, Place>();
  for (const guest of guests) {
    const owner = atlas.isPart(guest)
      ? atlas.headOf(guest)
      : centre >= 0 && guest !== centre && atlas.isHead(centre)
        ? centre
        : -1;
    const anchor = owner >= 0 ? placeOf(atlas, owner) : middleOfDocuments(atlas, guest);
    const free = OFFSETS.map(({ x, y }) => ({ x: anchor.x + x, y: anchor.y + y })).find(
      (place) => isInBox(place, anchor.x, atlas.scene.box) && isFree(place, documents, placed.values()),
    );
    placed.set(guest, free ?? anchor);
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

/** Whether the name of a guest finds room too: it is on the side of the guest that looks away from the anchor. */
function isInBox(
  { x, y }: Place,
  anchorX: number,
  { left, right, top, bottom }: Atlas['scene']['box'],
): boolean {
  const isInWidth = x > anchorX ? x + GUEST_ROOM.width < right : x - GUEST_ROOM.width > left;
  return isInWidth && y > top + GUEST_ROOM.height && y < bottom - GUEST_ROOM.height;
}

function isFree({ x, y }: Place, documents: readonly Place[], guests: Iterable<Place>): boolean {
  return (
    documents.every(
      (document) =>
        Math.hypot(document.x - x, document.y - y) >= DOCUMENT_DISTANCE &&
        !(
          Math.abs(document.x - x) < DOCUMENT_NAME.halfWidth &&
          y > document.y &&
          y < document.y + DOCUMENT_NAME.height
        ),
    ) &&
    [...guests].every(
      (guest) => Math.abs(guest.x - x) >= GUEST_ROOM.width || Math.abs(guest.y - y) >= GUEST_ROOM.height,
    )
  );
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
