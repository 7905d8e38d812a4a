/** Draws what is shown. One path for all that looks alike: that is what a canvas is fast at. */
import { labelOffset } from '../labels.ts';
import type { Atlas } from './atlas.ts';
import { dotRadius, headRadius, type Shown, type Size, type Transform } from './levels.ts';
import { nameSize, numberIn, type Name } from './names.ts';
import type { Palette } from './palette.ts';

export interface Light {
  /** What is pointed at or selected, with the ties to be drawn. */
  centre?: number;
  out: readonly number[];
  into: readonly number[];
  /** Indices of ties between regions: those of a document that is the centre. */
  regionTies: readonly number[];
  /** All nodes that are lit; undefined where nothing is. */
  nodes?: readonly number[];
  selected?: number;
}

export interface Picture {
  atlas: Atlas;
  visible: Uint8Array;
  shown: Shown;
  transform: Transform;
  size: Size;
  light: Light;
  names: readonly Name[];
}

const TURN = 2 * Math.PI;
/** Regions smaller than this, in pixels, have no outline. */
const OUTLINED_AT = 5;
const DIMMED = 0.28;

export function paint(context: CanvasRenderingContext2D, picture: Picture, palette: Palette): void {
  const { size, light } = picture;
  context.globalAlpha = 1;
  context.fillStyle = palette.ground;
  context.fillRect(0, 0, size.width, size.height);
  drawAreas(context, picture, palette);
  const dim = light.nodes ? DIMMED : 1;
  drawRegionTies(context, picture, palette, dim);
  drawInnerTies(context, picture, palette, dim);
  context.globalAlpha = dim;
  drawDots(context, picture, palette);
  drawHeads(context, picture, palette);
  context.globalAlpha = 1;
  if (light.nodes) drawLight(context, picture, palette);
  drawNames(context, picture, palette);
}

function drawAreas(context: CanvasRenderingContext2D, { atlas: { scene }, shown, transform: { k, x, y } }: Picture, palette: Palette): void {
  context.lineWidth = 1;
  context.strokeStyle = palette.hairline;
  const circles = (indices: readonly number[], of: Transformable, fill: string, stroked: boolean): void => {
    context.beginPath();
    for (const index of indices) circle(context, k * of[index].x + x, k * of[index].y + y, k * of[index].r);
    context.fillStyle = fill;
    context.fill();
    if (stroked) context.stroke();
  };
  circles(shown.groups, scene.groups.map(({ x: cx, y: cy, r }) => ({ x: cx, y: cy, r: r + 10 })), palette.raised, true);
  circles(shown.regions.filter((region) => k * scene.regions[region].r >= OUTLINED_AT), scene.regions, palette.ground, true);
}

type Transformable = readonly { x: number; y: number; r: number }[];

/** Strong ties are wider and seen better; four of such looks are enough to tell. */
function drawRegionTies(context: CanvasRenderingContext2D, { atlas: { scene }, shown, transform: { k, x, y } }: Picture, palette: Palette, dim: number): void {
  const { a, b, count } = scene.regionTies;
  const most = count[shown.regionTies[0]];
  context.strokeStyle = palette.kinds.document;
  let bucket = -1;
  for (const tie of shown.regionTies) {
    const strength = Math.ceil(4 * Math.sqrt(count[tie] / most));
    if (strength !== bucket) {
      if (bucket >= 0) context.stroke();
      context.beginPath();
      context.lineWidth = strength > 2 ? 0.6 * strength - 0.4 : 1;
      context.globalAlpha = dim * (0.08 + 0.11 * strength);
      bucket = strength;
    }
    const [from, to] = [scene.regions[a[tie]], scene.regions[b[tie]]];
    context.moveTo(k * from.x + x, k * from.y + y);
    context.lineTo(k * to.x + x, k * to.y + y);
  }
  if (bucket >= 0) context.stroke();
}

function drawInnerTies(context: CanvasRenderingContext2D, picture: Picture, palette: Palette, dim: number): void {
  if (picture.shown.ties.length === 0) return;
  context.globalAlpha = dim * 0.55;
  context.strokeStyle = palette.line;
  context.lineWidth = 1;
  context.beginPath();
  for (const tie of picture.shown.ties) line(context, picture, tie);
  context.stroke();
}

function line(context: CanvasRenderingContext2D, { atlas: { scene }, transform: { k, x, y } }: Picture, tie: number): void {
  const [a, b] = [scene.source[tie], scene.columns.to[tie]];
  context.moveTo(k * scene.x[a] + x, k * scene.y[a] + y);
  context.lineTo(k * scene.x[b] + x, k * scene.y[b] + y);
}

function drawDots(context: CanvasRenderingContext2D, picture: Picture, palette: Palette): void {
  const { atlas: { scene }, visible, shown, transform: { k, x, y }, size } = picture;
  const { starts, kind, kinds } = scene.columns;
  const radius = dotRadius(k);
  kinds.forEach((name, code) => {
    context.fillStyle = palette.kinds[name];
    context.beginPath();
    for (const region of shown.open) {
      for (let node = starts[region] + 1; node < starts[region + 1]; node++) {
        if (kind[node] !== code || !visible[node]) continue;
        const [left, top] = [k * scene.x[node] + x, k * scene.y[node] + y];
        if (left < -radius || top < -radius || left > size.width + radius || top > size.height + radius) continue;
        // A square of three pixels is not told from a circle, and is drawn much faster.
        if (radius < 1.8) context.rect(left - radius, top - radius, 2 * radius, 2 * radius);
        else circle(context, left, top, radius);
      }
    }
    context.fill();
  });
}

function drawHeads(context: CanvasRenderingContext2D, picture: Picture, palette: Palette): void {
  const { atlas, visible, shown, transform: { k, x, y } } = picture;
  const { scene } = atlas;
  const numbered: number[] = [];
  for (const [code, name] of scene.columns.kinds.entries()) {
    context.fillStyle = palette.kinds[name];
    context.beginPath();
    for (const region of shown.regions) {
      const node = scene.columns.starts[region];
      if (!visible[node] || scene.columns.kind[node] !== code) continue;
      const radius = headRadius(scene.regions[region].r, k);
      circle(context, k * scene.x[node] + x, k * scene.y[node] + y, radius);
      if (radius > 10) numbered.push(node);
    }
    context.fill();
  }
  context.fillStyle = palette.ground;
  context.font = `600 11px ${palette.codeFont}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  for (const node of numbered) {
    const number = numberIn(atlas.labelOf(node));
    if (number.length > 2) context.font = `600 ${number.length > 4 ? 7 : 9}px ${palette.codeFont}`;
    if (number) context.fillText(number, k * scene.x[node] + x, k * scene.y[node] + y + 0.5);
  }
}

/** The ties of what is pointed at, and all lit nodes, above the rest. */
function drawLight(context: CanvasRenderingContext2D, picture: Picture, palette: Palette): void {
  const { atlas, light, transform: { k, x, y } } = picture;
  const { scene } = atlas;
  context.globalAlpha = 0.6;
  drawLines(context, picture, light.regionTies, palette.accent);
  context.globalAlpha = 1;
  for (const [ties, colour] of [[light.out, palette.outgoing], [light.into, palette.incoming]] as const) {
    context.strokeStyle = colour;
    context.lineWidth = 1.2;
    context.beginPath();
    for (const tie of ties) arc(context, picture, tie);
    context.stroke();
  }
  for (const node of light.nodes!) {
    const radius = atlas.isHead(node) ? headRadius(scene.regions[scene.regionOf[node]].r, k) : Math.max(2.5, dotRadius(k));
    const marked = node === light.centre || node === light.selected;
    context.fillStyle = palette.kinds[atlas.kindOf(node)];
    context.beginPath();
    circle(context, k * scene.x[node] + x, k * scene.y[node] + y, marked ? Math.max(radius, 4) : radius);
    context.fill();
    if (!marked) continue;
    context.strokeStyle = palette.ink;
    context.lineWidth = 2;
    context.stroke();
  }
}

function drawLines(context: CanvasRenderingContext2D, { atlas: { scene }, transform: { k, x, y } }: Picture, regionTies: readonly number[], colour: string): void {
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

/** A tie that bends to the right of its way: what leads there and what leads back stand apart. */
function arc(context: CanvasRenderingContext2D, { atlas: { scene }, transform: { k, x, y } }: Picture, tie: number): void {
  const [a, b] = [scene.source[tie], scene.columns.to[tie]];
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

function circle(context: CanvasRenderingContext2D, x: number, y: number, r: number): void {
  context.moveTo(x + r, y);
  context.arc(x, y, r, 0, TURN);
}
