/**
 * Draws the visible nodes and ties. Small dots are drawn as rectangles, and while the map moves it is drawn with fewer
 * details: this was measured to be fastest without a GPU. Colour means the kind of a node. The direction of a tie is
 * shown by its arrowhead.
 */
import { linePlaces } from '../labels.ts';
import { lineHeightOf, type Name } from '../placed-names.ts';
import type { Circle } from '../region-layout.ts';
import { drawBrokenTies, drawDots, drawHeads, drawNode, fillCircle, RING_PX, strokeCircle } from './dots.ts';
import { drawInnerTies, drawLines, drawTies, GROUP_MARGIN, MAX_ARROWS, MAX_LINES } from './lines.ts';
import type { Palette } from './palette.ts';
import type { Pen } from './pen.ts';
import { placeOf, type Picture } from './picture.ts';

const DIMMED_OPACITY = 0.22;
/** Of the documents in closed groups, over which the names of the groups stand. */
const PATTERN_OPACITY = 0.4;

export function paint(pen: Pen, picture: Picture, palette: Palette): void {
  const { size, highlight, shown, names } = picture;
  const { scene } = picture.atlas;
  pen.globalAlpha = 1;
  pen.fillStyle = palette.ground;
  pen.fillRect(0, 0, size.width, size.height);
  const dim = highlight.nodes ? DIMMED_OPACITY : 1;
  pen.lineJoin = 'round';
  pen.strokeStyle = pen.fillStyle = palette.faint;
  drawTies(pen, picture, {
    ties: scene.groupTies,
    shown: shown.groupTies,
    ends: scene.groups,
    opacity: 0.8 * dim,
    isFast: picture.isMoving,
  });
  pen.globalAlpha = 1;
  drawAreas(pen, picture, palette);
  pen.strokeStyle = pen.fillStyle = palette.faint;
  const isFast = picture.isMoving || shown.regionTies.length > MAX_ARROWS;
  if (!shown.areGroupsClosed)
    drawTies(pen, picture, {
      ties: scene.regionTies,
      shown: shown.regionTies,
      ends: scene.regions,
      opacity: 0.8 * dim,
      isFast,
    });
  drawInnerTies(pen, picture, palette, dim);
  pen.globalAlpha = shown.areGroupsClosed ? dim * PATTERN_OPACITY : dim;
  drawDots(pen, picture, palette);
  drawHeads(pen, picture, palette);
  pen.globalAlpha = 1;
  drawBrokenTies(pen, picture, palette);
  if (highlight.nodes) drawHighlight(pen, picture, palette);
  drawNames(pen, names, palette);
}

function drawAreas(
  pen: Pen,
  { atlas: { scene }, shown, transform: { k, x, y } }: Picture,
  palette: Palette,
): void {
  pen.lineWidth = 1;
  pen.strokeStyle = palette.hairline;
  const circles = (indices: readonly number[], of: readonly Circle[], rim: number, fill: string): void => {
    pen.fillStyle = fill;
    for (const index of indices) {
      fillCircle(pen, k * of[index].x + x, k * of[index].y + y, k * (of[index].r + rim));
      pen.stroke();
    }
  };
  circles(shown.groups, scene.groups, GROUP_MARGIN, palette.raised);
  circles(shown.open, scene.regions, 0, palette.ground);
}

/** Draws the ties of the centre and all highlighted nodes above the rest. */
function drawHighlight(pen: Pen, picture: Picture, palette: Palette): void {
  const { atlas, highlight } = picture;
  const { scene } = atlas;
  pen.strokeStyle = pen.fillStyle = palette.ink;
  drawTies(pen, picture, {
    ties: scene.regionTies,
    shown: highlight.regionTies,
    ends: scene.regions,
    opacity: 0.9,
    isFast: picture.isMoving || highlight.regionTies.length > MAX_ARROWS,
  });
  pen.globalAlpha = 0.25;
  pen.lineWidth = 1;
  drawLines(pen, picture, leadersOf(picture), false);
  pen.globalAlpha = 0.7;
  pen.lineWidth = 1.2;
  drawLines(pen, picture, highlight.lines ?? []);
  pen.globalAlpha = 1;
  pen.lineWidth = 3;
  drawLines(pen, picture, highlight.path ?? []);
  const isSimplified = highlight.nodes!.length > MAX_LINES;
  for (const node of highlight.nodes!) {
    const isMarked =
      node === highlight.centre ||
      node === highlight.selected ||
      (highlight.questionNodes?.has(node) ?? false);
    if (isSimplified && !isMarked && !atlas.isHead(node)) {
      const { x, y, r } = placeOf(picture, node);
      pen.fillStyle = palette.kinds[atlas.kindOf(node)];
      pen.fillRect(x - r, y - r, 2 * r, 2 * r);
      continue;
    }
    drawNode(pen, picture, node, palette);
    if (!isMarked) continue;
    const { x, y, r } = placeOf(picture, node);
    strokeCircle(pen, x, y, r + RING_PX + 1, 2, palette.ink);
  }
}

/** Thin lines from a document to what stands around it. */
function leadersOf({ atlas, highlight: { centre = -1, nodes = [] } }: Picture): number[] {
  return centre >= 0 && atlas.isHead(centre)
    ? nodes.filter((node) => !atlas.isHead(node)).flatMap((node) => [centre, node])
    : [];
}

function drawNames(pen: Pen, names: readonly Name[], palette: Palette): void {
  pen.textBaseline = 'alphabetic';
  pen.lineWidth = 3;
  pen.strokeStyle = palette.ground;
  for (const { lines, kind, size, isCode, isDimmed, side, r, x, y } of names) {
    const isPlain = kind === 'inner' || kind === 'lane';
    pen.font = `${isPlain ? 400 : 600} ${size}px ${isCode ? palette.codeFont : palette.textFont}`;
    pen.fillStyle =
      isDimmed || kind === 'lane' || (kind === 'group' && side !== 'inside') ? palette.faint : palette.ink;
    linePlaces(side, r, lineHeightOf({ size }), lines.length).forEach((at, line) => {
      pen.textAlign = at.anchor;
      pen.strokeText(lines[line], x + at.x, y + at.y);
      pen.fillText(lines[line], x + at.x, y + at.y);
    });
  }
}
