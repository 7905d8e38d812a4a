/**
 * Draws the visible nodes and ties. Small dots are drawn as rectangles, and while the map moves it is drawn with fewer
 * details: this was measured to be fastest without a GPU. Colour means the kind of a node. The direction of a tie is
 * shown by its arrowhead.
 */
import type { Atlas } from './atlas.ts';
import { HEAD_KIND } from './kinds.ts';
import { linePlaces } from './labels.ts';
import { dotRadius, type Shown, type Size, type Transform } from './levels.ts';
import type { MapKind } from './model.ts';
import { labelOf, numberInDot } from './names.ts';
import type { Pen } from './pen.ts';
import { lineHeightOf, radiusPx, type Name } from './placed-names.ts';
import type { Circle } from './region-layout.ts';
import type { TieColumns } from './scene.ts';
import { routeOf } from './routes.ts';
import { freeCurve, type Curve } from './tie-curve.ts';

export interface Palette {
  ground: string;
  raised: string;
  hairline: string;
  line: string;
  ink: string;
  faint: string;
  accent: string;
  fault: string;
  changed: string;
  kinds: Record<MapKind, string>;
  textFont: string;
  codeFont: string;
}

export interface Highlight {
  /** The node under the pointer or the selected one. */
  centre?: number;
  /** Indices of ties between regions. */
  regionTies: readonly number[];
  /** All highlighted nodes; undefined without a highlight. */
  nodes?: readonly number[];
  selected?: number;
  /** The nodes that a question names. */
  questionNodes?: ReadonlySet<number>;
  /** Lines between nodes: indices of their ends, in pairs. */
  lines?: ArrayLike<number>;
  /** The same for a path, which is drawn wider. */
  path?: ArrayLike<number>;
}

export interface Picture {
  atlas: Atlas;
  visible: Uint8Array;
  shown: Shown;
  transform: Transform;
  size: Size;
  highlight: Highlight;
  names: readonly Name[];
  /** Whether the map moves. */
  isMoving: boolean;
  /** The last phase that is shown: its documents are marked. */
  through?: number;
  /** Indices of the nodes that a save has just changed. */
  saved?: ReadonlySet<number>;
}

export const NO_HIGHLIGHT: Highlight = { regionTies: [] };

const FULL_CIRCLE = 2 * Math.PI;
/** Radius in pixels up to which a dot is drawn as one rectangle, and as two that make a cross with blunt corners. */
const MAX_SQUARE_RADIUS_PX = 1.7;
const MAX_CROSS_RADIUS_PX = { still: 2.2, moving: 3.7 };
const DIMMED_OPACITY = 0.22;
/** Width in pixels of the ring around a node with findings or changes. */
const RING_PX = 2.5;
/** The largest number of lines of an answer that are drawn, and of lines that have arrowheads. */
const MAX_LINES = 1500;
const MAX_ARROWS = 300;
/** Gap between the regions of a group and its outline, in user units. */
const GROUP_MARGIN = 10;
/** Widths of the strongest and the weakest tie between documents, in pixels. */
const TIE_WIDTH_PX = { most: 6.5, least: 0.9 };

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
  drawTies(pen, picture, {
    ties: scene.regionTies,
    shown: shown.regionTies,
    ends: scene.regions,
    opacity: 0.8 * dim,
    isFast,
  });
  drawInnerTies(pen, picture, palette, dim);
  pen.globalAlpha = dim;
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
function drawTies(pen: Pen, picture: Picture, { ties, shown, ends, opacity, isFast }: TiesToDraw): void {
  const most = Math.max(1, ...shown.map((tie) => ties.count[tie]));
  const { transform, atlas } = picture;
  const radiusOf = (end: number): number =>
    ends === atlas.scene.regions
      ? radiusPx(atlas, atlas.scene.columns.starts[end], transform.k)
      : transform.k * (ends[end].r + GROUP_MARGIN);
  // The strongest is drawn last, so that it is on top.
  for (const tie of shown.toReversed()) {
    const strength = ties.count[tie] / most;
    pen.globalAlpha = opacity * (0.25 + 0.6 * strength);
    pen.lineWidth =
      isFast && strength < 0.3 ? 1 : TIE_WIDTH_PX.least + (TIE_WIDTH_PX.most - TIE_WIDTH_PX.least) * strength;
    const arrows = isFast ? 'none' : 4 * ties.back[tie] > ties.count[tie] ? 'both' : 'end';
    const gaps = gapsAt(pen, radiusOf(ties.a[tie]), radiusOf(ties.b[tie]), arrows);
    drawCurves(pen, routeOf(atlas.scene, ties, tie, transform, gaps), arrows);
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

function placeOf({ atlas, transform: { k, x, y } }: Picture, node: number): Circle {
  const { scene } = atlas;
  return { x: k * scene.x[node] + x, y: k * scene.y[node] + y, r: radiusPx(atlas, node, k) };
}

function drawInnerTies(pen: Pen, picture: Picture, palette: Palette, dim: number): void {
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

function drawDots(pen: Pen, picture: Picture, palette: Palette): void {
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

function drawHeads(pen: Pen, picture: Picture, palette: Palette): void {
  const { starts } = picture.atlas.scene.columns;
  for (const region of picture.shown.regions)
    if (picture.visible[starts[region]]) drawNode(pen, picture, starts[region], palette);
}

/** Draws a dot with its marks and, where there is room, its number. */
function drawNode(pen: Pen, picture: Picture, node: number, palette: Palette): void {
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
function drawBrokenTies(pen: Pen, picture: Picture, palette: Palette): void {
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
    pen.strokeStyle = palette.ink;
    pen.lineWidth = 2;
    pen.beginPath();
    pen.arc(x, y, r + RING_PX + 1, 0, FULL_CIRCLE);
    pen.stroke();
  }
}

/** @param pairs indices of the ends of each line */
function drawLines(pen: Pen, picture: Picture, pairs: ArrayLike<number>): void {
  const arrows = pairs.length > 2 * MAX_ARROWS || picture.isMoving ? 'none' : 'end';
  for (let i = 0; i < pairs.length && i < 2 * MAX_LINES; i += 2) {
    const [from, to] = [placeOf(picture, pairs[i]), placeOf(picture, pairs[i + 1])];
    drawCurves(pen, [freeCurve(from, to, gapsAt(pen, from.r, to.r, arrows))], arrows);
  }
}

function drawNames(pen: Pen, names: readonly Name[], palette: Palette): void {
  pen.textBaseline = 'alphabetic';
  pen.lineWidth = 3;
  pen.strokeStyle = palette.ground;
  for (const { lines, kind, size, isCode, isDimmed, side, r, x, y } of names) {
    const isPlain = kind === 'inner' || kind === 'lane';
    pen.font = `${isPlain ? 400 : 600} ${size}px ${isCode ? palette.codeFont : palette.textFont}`;
    pen.fillStyle = isDimmed || kind === 'group' || kind === 'lane' ? palette.faint : palette.ink;
    linePlaces(side, r, lineHeightOf({ size }), lines.length).forEach((at, line) => {
      pen.textAlign = at.anchor;
      pen.strokeText(lines[line], x + at.x, y + at.y);
      pen.fillText(lines[line], x + at.x, y + at.y);
    });
  }
}

/** Draws a ring around a dot; the dot is drawn over it. */
function drawRing(pen: Pen, x: number, y: number, radius: number, colour: string): void {
  pen.strokeStyle = colour;
  pen.lineWidth = 2 * RING_PX;
  pen.beginPath();
  pen.arc(x, y, radius + RING_PX / 2, 0, FULL_CIRCLE);
  pen.stroke();
}

/** Fills a circle; its path stays for a stroke. */
function fillCircle(pen: Pen, x: number, y: number, r: number): void {
  pen.beginPath();
  pen.arc(x, y, r, 0, FULL_CIRCLE);
  pen.fill();
}

/** The palette whose colours are custom properties of the page, for pictures that the build writes. */
export function paletteOfProperties(): Palette {
  return {
    ground: 'var(--ground)',
    raised: 'var(--ground-2)',
    hairline: 'var(--line-1)',
    line: 'var(--line-2)',
    ink: 'var(--ink)',
    faint: 'var(--ink-3)',
    accent: 'var(--accent)',
    fault: 'var(--bad)',
    changed: 'var(--warn)',
    kinds: { [HEAD_KIND]: `var(--kind-${HEAD_KIND})` },
    textFont: 'var(--font-text)',
    codeFont: 'var(--font-code)',
  };
}
