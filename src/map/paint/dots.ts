/** Draws dots: documents with their number and their marks, other nodes, and missing ones with the lines to them. */
import { dotRadius } from '../levels.ts';
import { labelOf, numberInDot } from '../names.ts';
import type { Palette } from './palette.ts';
import type { Pen } from './pen.ts';
import { placeOf, type Picture } from './picture.ts';

const FULL_CIRCLE = 2 * Math.PI;
/** Radius in pixels up to which a dot is drawn as one rectangle, and as two that make a cross with blunt corners. */
const MAX_SQUARE_RADIUS_PX = 1.7;
const MAX_CROSS_RADIUS_PX = { still: 2.2, moving: 3.7 };
/** Width in pixels of the ring around a node with findings or changes. */
export const RING_PX = 2.5;

export function drawDots(pen: Pen, picture: Picture, palette: Palette): void {
  const {
    atlas: { scene },
    visible,
    shown,
    transform: { k, x, y },
    size,
  } = picture;
  const { starts, kind, kinds, isMissing } = scene.columns;
  const radius = dotRadius(k);
  const dot = dotDrawer(pen, radius, picture.isMoving);
  const colours = kinds.map((name) => palette.kinds[name]);
  let lastKind = -1;
  for (const region of shown.open) {
    for (let node = starts[region] + 1; node < starts[region + 1]; node++) {
      if (!visible[node] || isMissing[node]) continue;
      const [left, top] = [k * scene.x[node] + x, k * scene.y[node] + y];
      if (left < -radius || top < -radius || left > size.width + radius || top > size.height + radius)
        continue;
      if (kind[node] !== lastKind) pen.fillStyle = colours[(lastKind = kind[node])];
      dot(left, top);
    }
  }
}

function dotDrawer(pen: Pen, radius: number, isMoving: boolean): (x: number, y: number) => void {
  const [wide, narrow] = [2 * radius, 1.1 * radius];
  if (radius < MAX_SQUARE_RADIUS_PX) return (x, y) => pen.fillRect(x - radius, y - radius, wide, wide);
  if (radius > (isMoving ? MAX_CROSS_RADIUS_PX.moving : MAX_CROSS_RADIUS_PX.still))
    return (x, y) => fillCircle(pen, x, y, radius);
  return (x, y) => {
    pen.fillRect(x - radius, y - narrow / 2, wide, narrow);
    pen.fillRect(x - narrow / 2, y - radius, narrow, wide);
  };
}

export function drawHeads(pen: Pen, picture: Picture, palette: Palette): void {
  const { starts } = picture.atlas.scene.columns;
  for (const region of picture.shown.regions)
    if (picture.visible[starts[region]]) drawNode(pen, picture, starts[region], palette);
}

/** Draws a dot with its marks and, where there is room, its number. */
export function drawNode(pen: Pen, picture: Picture, node: number, palette: Palette): void {
  const { atlas, through, saved } = picture;
  const { columns } = atlas.scene;
  const { x, y, r } = placeOf(picture, node);
  const parts = atlas.namePartsOf(node);
  if (columns.isMissing[node]) return drawMissingNode(pen, x, y, palette);
  const isNew = through !== undefined && columns.phase[node] === through;
  pen.startLink?.(atlas.urlOf(node), labelOf(parts));
  if (columns.faults[node]) drawRing(pen, x, y, r, palette.fault);
  else if (saved?.has(node) || isNew || (columns.isChanged[node] && atlas.isHead(node)))
    drawRing(pen, x, y, r, palette.changed);
  pen.fillStyle = palette.kinds[parts.kind];
  fillCircle(pen, x, y, r);
  drawNumber(pen, numberInDot(parts), x, y, r, palette);
  pen.endLink?.();
}

function drawNumber(pen: Pen, number: string, x: number, y: number, r: number, palette: Palette): void {
  const size = Math.min(11, (1.9 * r) / Math.max(1.6, 0.62 * number.length));
  if (number === '' || size < 7) return;
  pen.fillStyle = palette.ground;
  pen.font = `600 ${Math.round(size)}px ${palette.codeFont}`;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillText(number, x, y + 0.5);
}

function drawMissingNode(pen: Pen, x: number, y: number, palette: Palette): void {
  pen.fillStyle = palette.ground;
  pen.strokeStyle = palette.fault;
  pen.lineWidth = 1.6;
  fillCircle(pen, x, y, 5);
  pen.setLineDash([3, 2]);
  pen.stroke();
  pen.setLineDash([]);
}

/** Lines from documents to the missing nodes that they refer to. */
export function drawBrokenTies(pen: Pen, picture: Picture, palette: Palette): void {
  const { atlas, visible } = picture;
  const { columns, source, incoming, incomingStarts } = atlas.scene;
  for (let node = columns.isMissing.indexOf(1); node >= 0; node = columns.isMissing.indexOf(1, node + 1)) {
    if (!visible[node]) continue;
    const to = placeOf(picture, node);
    pen.strokeStyle = palette.fault;
    pen.lineWidth = 1.6;
    pen.setLineDash([5, 4]);
    for (const tie of incoming.subarray(incomingStarts[node], incomingStarts[node + 1])) {
      const from = placeOf(picture, visible[source[tie]] ? source[tie] : atlas.headOf(source[tie]));
      pen.beginPath();
      pen.moveTo(from.x, from.y);
      pen.lineTo(to.x, to.y);
      pen.stroke();
    }
    pen.setLineDash([]);
    drawMissingNode(pen, to.x, to.y, palette);
  }
}

/** Draws a ring around a dot; the dot is drawn over it. */
function drawRing(pen: Pen, x: number, y: number, radius: number, colour: string): void {
  strokeCircle(pen, x, y, radius + RING_PX / 2, 2 * RING_PX, colour);
}

export function strokeCircle(
  pen: Pen,
  x: number,
  y: number,
  r: number,
  width: number,
  colour: Palette['ink'],
): void {
  pen.strokeStyle = colour;
  pen.lineWidth = width;
  pen.beginPath();
  pen.arc(x, y, r, 0, FULL_CIRCLE);
  pen.stroke();
}

/** Fills a circle; its path stays for a stroke. */
export function fillCircle(pen: Pen, x: number, y: number, r: number): void {
  pen.beginPath();
  pen.arc(x, y, r, 0, FULL_CIRCLE);
  pen.fill();
}
