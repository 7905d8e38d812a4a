/** Draws lines: ties between documents and groups as curves with arrowheads, ties between single nodes, and those of an answer. */
import { radiusPx } from '../placed-names.ts';
import type { Circle } from '../region-layout.ts';
import { routeOf } from '../routes.ts';
import { DOCUMENT_ROOM, roomOfGroups, type TieColumns } from '../scene.ts';
import { freeCurve, type Curve } from '../tie-curve.ts';
import type { Palette } from './palette.ts';
import type { Pen } from './pen.ts';
import { placeOf, type Picture } from './picture.ts';

/** The largest number of lines of an answer that are drawn, and of lines that have arrowheads. */
export const MAX_LINES = 1500;
export const MAX_ARROWS = 300;
/** Gap between the regions of a group and its outline, in user units. */
export const GROUP_MARGIN = 10;
/** Widths of the strongest and the weakest tie between documents, in pixels. */
const TIE_WIDTH_PX = { most: 6.5, least: 0.9 };
/** Room of a document or a group in pixels from which ties have these widths, and the smallest part of the greatest one. */
const FULL_WIDTH_ROOM_PX = 150;
const MIN_WIDTH_PART = 0.35;

interface TiesToDraw {
  ties: TieColumns;
  shown: readonly number[];
  /** Where the ties start and end. */
  ends: readonly Circle[];
  opacity: number;
  /** Without arrowheads, and in few widths. */
  isFast: boolean;
}

/** The stronger a tie, the wider and the more opaque it is. */
export function drawTies(
  pen: Pen,
  picture: Picture,
  { ties, shown, ends, opacity, isFast }: TiesToDraw,
): void {
  const most = Math.max(1, ...shown.map((tie) => ties.count[tie]));
  const { transform, atlas } = picture;
  const { scene } = atlas;
  const room = transform.k * (ends === scene.groups ? roomOfGroups(ends) : DOCUMENT_ROOM.width);
  const widest = TIE_WIDTH_PX.most * Math.max(MIN_WIDTH_PART, Math.min(1, room / FULL_WIDTH_ROOM_PX));
  const radiusOf = (end: number): number =>
    ends === scene.regions
      ? radiusPx(atlas, scene.columns.starts[end], transform.k)
      : transform.k * (ends[end].r + GROUP_MARGIN);
  // The strongest is drawn last, so that it is on top.
  for (const tie of shown.toReversed()) {
    const strength = ties.count[tie] / most;
    pen.globalAlpha = opacity * (0.25 + 0.6 * strength);
    pen.lineWidth =
      isFast && strength < 0.3 ? 1 : TIE_WIDTH_PX.least + (widest - TIE_WIDTH_PX.least) * strength;
    const arrows = isFast ? 'none' : 4 * ties.back[tie] > ties.count[tie] ? 'both' : 'end';
    const gaps = gapsAt(pen, radiusOf(ties.a[tie]), radiusOf(ties.b[tie]), arrows);
    drawCurves(pen, routeOf(scene, ends, ties.a[tie], ties.b[tie], transform, gaps), arrows);
  }
}

type Arrows = 'none' | 'end' | 'both';

function arrowLength(pen: Pen): number {
  return 4 + 1.6 * pen.lineWidth;
}

/** How far from the middles of its ends a line starts and ends, so that arrowheads reach the edges of the dots. */
function gapsAt(
  pen: Pen,
  fromRadius: number,
  toRadius: number,
  arrows: Arrows,
): { start: number; end: number } {
  const head = arrowLength(pen);
  return {
    start: fromRadius + 1 + (arrows === 'both' ? head : 0),
    end: toRadius + 1 + (arrows === 'none' ? 0 : head),
  };
}

function drawCurves(pen: Pen, curves: readonly Curve[], arrows: Arrows): void {
  const [[first, firstControl]] = curves;
  pen.beginPath();
  pen.moveTo(first.x, first.y);
  for (const [, control, secondControl, end] of curves)
    pen.bezierCurveTo(control.x, control.y, secondControl.x, secondControl.y, end.x, end.y);
  pen.stroke();
  const [, , lastControl, last] = curves.at(-1)!;
  if (arrows !== 'none') drawArrowhead(pen, lastControl, last, arrowLength(pen));
  if (arrows === 'both') drawArrowhead(pen, firstControl, first, arrowLength(pen));
}

/** A triangle that continues a line by its length. */
function drawArrowhead(
  pen: Pen,
  from: { x: number; y: number },
  end: { x: number; y: number },
  length: number,
): void {
  const distance = Math.hypot(end.x - from.x, end.y - from.y) || 1;
  const [dx, dy] = [(length * (end.x - from.x)) / distance, (length * (end.y - from.y)) / distance];
  pen.beginPath();
  pen.moveTo(end.x + dx, end.y + dy);
  pen.lineTo(end.x - 0.45 * dy, end.y + 0.45 * dx);
  pen.lineTo(end.x + 0.45 * dy, end.y - 0.45 * dx);
  pen.fill();
}

export function drawInnerTies(pen: Pen, picture: Picture, palette: Palette, dim: number): void {
  const { shown, atlas } = picture;
  if (shown.ties.length === 0) return;
  pen.globalAlpha = dim * Math.max(0.08, Math.min(0.55, 60 / shown.ties.length));
  pen.strokeStyle = palette.line;
  pen.lineWidth = 1;
  pen.beginPath();
  for (const tie of shown.ties) {
    const [from, to] = [
      placeOf(picture, atlas.scene.source[tie]),
      placeOf(picture, atlas.scene.columns.to[tie]),
    ];
    pen.moveTo(from.x, from.y);
    pen.lineTo(to.x, to.y);
  }
  pen.stroke();
}

/** @param pairs indices of the ends of each line */
export function drawLines(pen: Pen, picture: Picture, pairs: ArrayLike<number>, hasArrows = true): void {
  const { atlas, transform } = picture;
  const { scene } = atlas;
  const arrows = !hasArrows || pairs.length > 2 * MAX_ARROWS || picture.isMoving ? 'none' : 'end';
  for (let i = 0; i < pairs.length && i < 2 * MAX_LINES; i += 2) {
    const [a, b] = [pairs[i], pairs[i + 1]];
    const [from, to] = [placeOf(picture, a), placeOf(picture, b)];
    const gaps = gapsAt(pen, from.r, to.r, arrows);
    const curves =
      atlas.isHead(a) && atlas.isHead(b)
        ? routeOf(scene, scene.regions, scene.regionOf[a], scene.regionOf[b], transform, gaps)
        : [freeCurve(from, to, gaps)];
    drawCurves(pen, curves, arrows);
  }
}
