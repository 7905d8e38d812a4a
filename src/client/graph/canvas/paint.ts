/**
 * Draws the visible nodes and ties: all thin lines in one path, each circle in a path of its own, small dots as
 * rectangles. This was measured to be fastest without a GPU; one path of many circles takes four times as long. While
 * the map moves, it is drawn with fewer details.
 */
import { HEAD_KIND } from '../../../map/kinds.ts';
import { labelOffset } from '../../../map/labels.ts';
import type { LargeAnswer } from './answer-finder.ts';
import type { Atlas } from './atlas.ts';
import type { Circle } from '../../../map/region-layout.ts';
import { dotRadius, headRadius, type Shown, type Size, type Transform } from './levels.ts';
import { nameSize, type Name } from './names.ts';
import { numberInDot } from '../../../map/names.ts';
import type { Palette } from './palette.ts';
import type { TieColumns } from '../../../map/scene.ts';

export interface Highlight {
  /** The node under the pointer or the selected one, with the ties to draw. */
  centre?: number;
  outgoing: readonly number[];
  incoming: readonly number[];
  /** Indices of ties between regions: those of a document that is the centre. */
  regionTies: readonly number[];
  /** All highlighted nodes; undefined without a highlight. */
  nodes?: readonly number[];
  selected?: number;
  /** Of an answer: the nodes that the question names, and the lines from them. */
  questionNodes?: ReadonlySet<number>;
  answerLines?: LargeAnswer['lines'];
}

export interface Picture {
  atlas: Atlas;
  visible: Uint8Array;
  shown: Shown;
  transform: Transform;
  size: Size;
  highlight: Highlight;
  names: readonly Name[];
  /** Whether the map moves: then lines are thin, and larger dots are rectangles, too. */
  isMoving: boolean;
}

const FULL_CIRCLE = 2 * Math.PI;
/** Radius in pixels up to which a dot is drawn as one rectangle, and as two that make a cross with blunt corners. */
const MAX_SQUARE_RADIUS_PX = 1.7;
const MAX_CROSS_RADIUS_PX = { still: 2.2, moving: 3.7 };
const DIMMED_OPACITY = 0.28;
/** Width in pixels of the ring around a node with findings. */
const FAULT_RING_PX = 2.5;
/** The largest number of drawn lines of an answer, the nearest first, and the number of highlighted nodes up to which each is drawn as a disc. */
const MAX_LINES = 1500;
/** Gap between the regions of a group and its outline, in user units. */
const GROUP_MARGIN = 10;

export function paint(context: CanvasRenderingContext2D, picture: Picture, palette: Palette): void {
  const { size, highlight } = picture;
  context.globalAlpha = 1;
  context.fillStyle = palette.ground;
  context.fillRect(0, 0, size.width, size.height);
  const dim = highlight.nodes ? DIMMED_OPACITY : 1;
  const {
    atlas: { scene },
    shown,
  } = picture;
  context.strokeStyle = palette.kinds[HEAD_KIND];
  drawTies(context, picture, scene.groupTies, shown.groupTies, scene.groups, 0.8 * dim);
  context.globalAlpha = 1;
  drawAreas(context, picture, palette);
  context.strokeStyle = palette.kinds[HEAD_KIND];
  drawTies(context, picture, scene.regionTies, shown.regionTies, scene.regions, dim);
  drawInnerTies(context, picture, palette, dim);
  context.globalAlpha = dim;
  drawDots(context, picture, palette);
  drawHeads(context, picture, palette);
  context.globalAlpha = 1;
  if (highlight.nodes) drawHighlight(context, picture, palette);
  drawNames(context, picture, palette);
}

function drawAreas(
  context: CanvasRenderingContext2D,
  { atlas: { scene }, shown, transform: { k, x, y } }: Picture,
  palette: Palette,
): void {
  context.lineWidth = 1;
  context.strokeStyle = palette.hairline;
  const circles = (indices: readonly number[], of: readonly Circle[], rim: number, fill: string): void => {
    context.fillStyle = fill;
    for (const index of indices) {
      fillCircle(context, k * of[index].x + x, k * of[index].y + y, k * (of[index].r + rim));
      context.stroke();
    }
  };
  circles(shown.groups, scene.groups, GROUP_MARGIN, palette.raised);
  circles(shown.open, scene.regions, 0, palette.ground);
}

/** Strong ties are wider and more opaque; four steps of strength are enough. */
function drawTies(
  context: CanvasRenderingContext2D,
  { transform: { k, x, y }, isMoving }: Picture,
  { a, b, count }: TieColumns,
  shown: readonly number[],
  ends: readonly Circle[],
  opacity: number,
): void {
  const maxCount = count[shown[0]];
  let bucket = -1;
  for (const tie of shown) {
    const strength = Math.ceil(4 * Math.sqrt(count[tie] / maxCount));
    if (strength !== bucket) {
      if (bucket >= 0) context.stroke();
      context.beginPath();
      context.lineWidth = strength > 2 && !isMoving ? 0.6 * strength - 0.4 : 1;
      context.globalAlpha = opacity * (0.08 + 0.11 * strength);
      bucket = strength;
    }
    const [from, to] = [ends[a[tie]], ends[b[tie]]];
    context.moveTo(k * from.x + x, k * from.y + y);
    context.lineTo(k * to.x + x, k * to.y + y);
  }
  if (bucket >= 0) context.stroke();
}

function drawInnerTies(
  context: CanvasRenderingContext2D,
  picture: Picture,
  palette: Palette,
  dim: number,
): void {
  if (picture.shown.ties.length === 0) return;
  context.globalAlpha = dim * 0.55;
  context.strokeStyle = palette.line;
  context.lineWidth = 1;
  context.beginPath();
  for (const tie of picture.shown.ties) addStraightLine(context, picture, tie);
  context.stroke();
}

function addStraightLine(
  context: CanvasRenderingContext2D,
  { atlas: { scene }, transform: { k, x, y } }: Picture,
  tie: number,
): void {
  const [a, b] = [scene.source[tie], scene.columns.to[tie]];
  context.moveTo(k * scene.x[a] + x, k * scene.y[a] + y);
  context.lineTo(k * scene.x[b] + x, k * scene.y[b] + y);
}

function drawDots(context: CanvasRenderingContext2D, picture: Picture, palette: Palette): void {
  const {
    atlas: { scene },
    visible,
    shown,
    transform: { k, x, y },
    size,
  } = picture;
  const { starts, kind, kinds } = scene.columns;
  const radius = dotRadius(k);
  const dot = dotDrawer(context, radius, picture.isMoving);
  const colours = kinds.map((name) => palette.kinds[name]);
  let lastKind = -1;
  for (const region of shown.open) {
    for (let node = starts[region] + 1; node < starts[region + 1]; node++) {
      if (!visible[node]) continue;
      const [left, top] = [k * scene.x[node] + x, k * scene.y[node] + y];
      if (left < -radius || top < -radius || left > size.width + radius || top > size.height + radius)
        continue;
      if (kind[node] !== lastKind) context.fillStyle = colours[(lastKind = kind[node])];
      dot(left, top);
    }
  }
}

function dotDrawer(
  context: CanvasRenderingContext2D,
  radius: number,
  isMoving: boolean,
): (x: number, y: number) => void {
  const [wide, narrow] = [2 * radius, 1.1 * radius];
  if (radius < MAX_SQUARE_RADIUS_PX) return (x, y) => context.fillRect(x - radius, y - radius, wide, wide);
  if (radius > (isMoving ? MAX_CROSS_RADIUS_PX.moving : MAX_CROSS_RADIUS_PX.still))
    return (x, y) => fillCircle(context, x, y, radius);
  return (x, y) => {
    context.fillRect(x - radius, y - narrow / 2, wide, narrow);
    context.fillRect(x - narrow / 2, y - radius, narrow, wide);
  };
}

function drawHeads(context: CanvasRenderingContext2D, picture: Picture, palette: Palette): void {
  const {
    atlas,
    visible,
    shown,
    transform: { k, x, y },
  } = picture;
  const { scene } = atlas;
  const numbered: number[] = [];
  const colours = scene.columns.kinds.map((name) => palette.kinds[name]);
  let lastKind = -1;
  for (const region of shown.regions) {
    const node = scene.columns.starts[region];
    if (!visible[node]) continue;
    const radius = headRadius(scene.regions[region].r, k);
    if (scene.columns.faults[node])
      drawFault(context, k * scene.x[node] + x, k * scene.y[node] + y, radius, palette);
    if (scene.columns.kind[node] !== lastKind)
      context.fillStyle = colours[(lastKind = scene.columns.kind[node])];
    fillCircle(context, k * scene.x[node] + x, k * scene.y[node] + y, radius);
    if (radius > 10) numbered.push(node);
  }
  context.fillStyle = palette.ground;
  context.font = `600 11px ${palette.codeFont}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  for (const node of numbered) {
    const number = numberInDot(atlas.namePartsOf(node));
    if (number.length > 2) context.font = `600 ${number.length > 4 ? 7 : 9}px ${palette.codeFont}`;
    if (number) context.fillText(number, k * scene.x[node] + x, k * scene.y[node] + y + 0.5);
  }
}

/** Draws the ties of the centre and all highlighted nodes above the rest. */
function drawHighlight(context: CanvasRenderingContext2D, picture: Picture, palette: Palette): void {
  const {
    atlas,
    highlight,
    transform: { k, x, y },
  } = picture;
  const { scene } = atlas;
  context.globalAlpha = 0.6;
  drawRegionTies(context, picture, highlight.regionTies, palette.accent);
  context.globalAlpha = 1;
  for (const [ties, colour] of [
    [highlight.outgoing, palette.outgoing],
    [highlight.incoming, palette.incoming],
  ] as const) {
    context.strokeStyle = colour;
    context.lineWidth = 1.2;
    context.beginPath();
    for (const tie of ties) addCurve(context, picture, scene.source[tie], scene.columns.to[tie]);
    context.stroke();
  }
  if (highlight.answerLines) drawAnswer(context, picture, highlight.answerLines, palette);
  const isSimplified = highlight.nodes!.length > MAX_LINES;
  for (const node of highlight.nodes!) {
    const radius = atlas.isHead(node)
      ? headRadius(scene.regions[scene.regionOf[node]].r, k)
      : Math.max(2.5, dotRadius(k));
    const isMarked =
      node === highlight.centre ||
      node === highlight.selected ||
      (highlight.questionNodes?.has(node) ?? false);
    context.fillStyle = palette.kinds[atlas.kindOf(node)];
    const [left, top] = [k * scene.x[node] + x, k * scene.y[node] + y];
    if (scene.columns.faults[node]) drawFault(context, left, top, radius, palette);
    if (isSimplified && !isMarked) context.fillRect(left - radius, top - radius, 2 * radius, 2 * radius);
    else fillCircle(context, left, top, isMarked ? Math.max(radius, 4) : radius);
    if (!isMarked) continue;
    context.strokeStyle = palette.ink;
    context.lineWidth = 2;
    context.stroke();
  }
}

function drawRegionTies(
  context: CanvasRenderingContext2D,
  { atlas: { scene }, transform: { k, x, y } }: Picture,
  regionTies: readonly number[],
  colour: string,
): void {
  context.strokeStyle = colour;
  context.lineWidth = 1.2;
  context.beginPath();
  for (const tie of regionTies) {
    const [from, to] = [scene.regions[scene.regionTies.a[tie]], scene.regions[scene.regionTies.b[tie]]];
    context.moveTo(k * from.x + x, k * from.y + y);
    context.lineTo(k * to.x + x, k * to.y + y);
  }
  context.stroke();
}

/** Draws the lines of an answer; those of a path are wide. */
function drawAnswer(
  context: CanvasRenderingContext2D,
  picture: Picture,
  lines: LargeAnswer['lines'],
  palette: Palette,
): void {
  for (const [pairs, colour, width] of [
    [lines.out, palette.outgoing, 1.2],
    [lines.in, palette.incoming, 1.2],
    [lines.path, palette.accent, 2.5],
  ] as const) {
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.beginPath();
    for (let i = 0; i < pairs.length && i < 2 * MAX_LINES; i += 2)
      addCurve(context, picture, pairs[i], pairs[i + 1]);
    context.stroke();
  }
}

/** Adds a line that bends to the right of its direction, so that the lines of the two directions stand apart. */
function addCurve(
  context: CanvasRenderingContext2D,
  { atlas: { scene }, transform: { k, x, y } }: Picture,
  a: number,
  b: number,
): void {
  const [ax, ay, bx, by] = [k * scene.x[a] + x, k * scene.y[a] + y, k * scene.x[b] + x, k * scene.y[b] + y];
  context.moveTo(ax, ay);
  context.quadraticCurveTo((ax + bx) / 2 - 0.12 * (by - ay), (ay + by) / 2 + 0.12 * (bx - ax), bx, by);
}

function drawNames(context: CanvasRenderingContext2D, { names }: Picture, palette: Palette): void {
  context.textBaseline = 'alphabetic';
  context.lineJoin = 'round';
  context.lineWidth = 3;
  context.strokeStyle = palette.ground;
  for (const name of names) {
    const size = nameSize(name.kind);
    const at = labelOffset(name.side, name.r, size * 1.25);
    context.font = `${name.kind === 'inner' ? '' : '600 '}${size}px ${palette.textFont}`;
    context.textAlign = at.anchor === 'middle' ? 'center' : at.anchor;
    context.fillStyle = name.kind === 'group' ? palette.faint : palette.ink;
    context.strokeText(name.text, name.x + at.x, name.y + at.y);
    context.fillText(name.text, name.x + at.x, name.y + at.y);
  }
}

/** Draws the ring around a dot with findings; the dot is drawn over it. */
function drawFault(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  radius: number,
  palette: Palette,
): void {
  context.strokeStyle = palette.fault;
  context.lineWidth = FAULT_RING_PX;
  context.beginPath();
  context.arc(x, y, radius + FAULT_RING_PX / 2, 0, FULL_CIRCLE);
  context.stroke();
}

/** Fills a circle; its path stays for a stroke. */
function fillCircle(context: CanvasRenderingContext2D, x: number, y: number, r: number): void {
  context.beginPath();
  context.arc(x, y, r, 0, FULL_CIRCLE);
  context.fill();
}
