/** How the bundle view draws: dots, arcs of the groups, curves, turned labels. */
import { arc, easeCubicOut, interpolateNumber, select, type Selection } from 'd3';
import type { BundleLabel } from './labels.ts';
import {
  pointOnCircle,
  joinPieces,
  curvePathsOf,
  type BundleLayout,
  type GroupArc,
  type PlacedLeaf,
} from './layout.ts';
import type { HighlightedCurve } from './highlight.ts';
import type { MapTie } from '../../../map/model.ts';
import { tieWidth } from '../../../map/frame.ts';
import { numberInDot } from '../../../map/names.ts';

export type Layer = Selection<SVGGElement, unknown, null, undefined>;

export interface Place {
  x: number;
  y: number;
}

/** Draws the curves; with a duration they fade in and the old ones fade out. */
export function drawCurves(layer: Layer, layout: BundleLayout, ties: readonly MapTie[], time: number): void {
  const previous = layer.selectChildren<SVGGElement, unknown>('g');
  const current = layer.append('g');
  current
    .selectAll('path')
    .data(curvePathsOf(layout, ties))
    .join('path')
    .attr('class', ({ strength, isOutside }) => `curve curve-${strength}${isOutside ? ' aside' : ''}`)
    .style('--way', ({ position: way }) => `${Math.round(100 * way)}%`)
    .attr('d', ({ d }) => d);
  if (time === 0) return void previous.remove();
  current
    .attr('opacity', 0)
    .transition()
    .delay(time / 2)
    .duration(time)
    .attr('opacity', 1);
  previous
    .interrupt()
    .transition()
    .duration(time / 2)
    .attr('opacity', 0)
    .remove();
}

export function drawHighlighted(
  layer: Layer,
  layout: BundleLayout,
  curves: readonly HighlightedCurve[],
): void {
  layer
    .selectAll<SVGPathElement, HighlightedCurve>('path')
    .data(curves)
    .join('path')
    .attr('class', ({ way }) => `highlight-${way}`)
    .attr('stroke-width', ({ count }) => 0.6 + 0.7 * tieWidth(count))
    .attr('d', (curve) => joinPieces(layout.pieces(curve)));
}

const ARC = { inner: 15, outer: 16.5, text: 21, size: 11 };

/** Draws the arcs of the groups with their titles along them; a title without room is left out. */
export function drawArcs(layer: Layer, { arcs, radius }: BundleLayout): void {
  const ring = arc<GroupArc>()
    .innerRadius(radius + ARC.inner)
    .outerRadius(radius + ARC.outer)
    .startAngle(({ start }) => start)
    .endAngle(({ end }) => end);
  const groups = layer
    .selectAll<SVGGElement, GroupArc>('g')
    .data(arcs, ({ group }) => group.id)
    .join((enter) => {
      const g = enter.append('g');
      g.append('path').attr('class', 'group-arc');
      g.append('path')
        .attr('class', 'group-line')
        .attr('id', ({ group }) => titlePathId(group.id));
      g.append('text')
        .attr('class', 'group-title')
        .append('textPath')
        .attr('href', ({ group }) => `#${titlePathId(group.id)}`)
        .attr('startOffset', '50%')
        .text(({ group }) => group.title);
      return g;
    });
  groups.each(function (group) {
    const g = select(this);
    const phase = group.group.children[0]?.children?.[0]?.node?.phase;
    if (phase) this.style.setProperty('--phase', String(phase));
    g.select('.group-arc').attr('d', ring(group));
    g.select('.group-line').attr('d', titlePath(group, radius));
    g.select('.group-title').attr(
      'display',
      (group.end - group.start) * radius < group.group.title.length * ARC.size * 0.62 ? 'none' : null,
    );
  });
}

function titlePathId(group: string): string {
  return `bundle-${group.replace(/\W+/g, '-')}`;
}

/** The line of a title. In the lower half it runs backwards, so that the title is never upside down. */
function titlePath({ start, end }: GroupArc, radius: number): string {
  const middle = (start + end) / 2;
  const isBelow = middle > Math.PI / 2 && middle < 1.5 * Math.PI;
  const r = radius + ARC.text + (isBelow ? 0.75 * ARC.size : 0);
  // A title may be wider than its arc: the line is as long as it needs.
  const half = Math.max((end - start) / 2, 30 / radius);
  const [a, b] = isBelow
    ? [pointOnCircle(middle + half, r), pointOnCircle(middle - half, r)]
    : [pointOnCircle(middle - half, r), pointOnCircle(middle + half, r)];
  return `M${a.x},${a.y}A${r},${r} 0 ${2 * half > Math.PI ? 1 : 0} ${isBelow ? 0 : 1} ${b.x},${b.y}`;
}

/** @param from where the transition of each dot starts; new dots fade in */
export function drawDots(
  layer: Layer,
  leaves: readonly PlacedLeaf[],
  from: (leaf: PlacedLeaf) => Place | undefined,
  time: number,
): void {
  const dots = layer
    .selectAll<SVGGElement, PlacedLeaf>('g.node:not(.leaving)')
    .data(leaves, ({ node }) => node.id)
    .join(
      (enter) => {
        const g = enter
          .append('g')
          .attr('class', ({ node }) => `node node-${node.kind}`)
          .attr('data-id', ({ node }) => node.id);
        g.append('circle').attr('r', ({ r }) => r);
        g.filter(({ node }) => numberInDot(node) !== '')
          .append('text')
          .attr('class', 'number')
          .text(({ node }) => numberInDot(node));
        if (time > 0)
          g.filter((leaf) => from(leaf) === undefined)
            .style('opacity', 0)
            .transition('come')
            .delay(time / 2)
            .duration(time / 2)
            .style('opacity', 1)
            .on('end', function () {
              this.style.opacity = '';
            });
        return g;
      },
      (update) => update,
      (exit) =>
        time === 0
          ? exit.remove()
          : exit
              .classed('leaving', true)
              .transition('come')
              .duration(time / 2)
              .style('opacity', 0)
              .remove(),
    );
  dots.each(function ({ node }) {
    this.classList.toggle('missing', node.isMissing === true);
    this.classList.toggle('faulty', !node.isMissing && (node.findings ?? 0) > 0);
    if (node.phase) this.style.setProperty('--phase', String(node.phase));
  });
  if (time === 0) {
    dots
      .interrupt()
      .attr('transform', translation)
      .select('circle')
      .attr('r', ({ r }) => r);
    return;
  }
  const moving = dots.transition().duration(time).ease(easeCubicOut);
  moving.attrTween('transform', (leaf) => {
    const move = interpolatePlace(from(leaf) ?? leaf, leaf);
    return (t) => translation(move(t));
  });
  moving.select('circle').attr('r', ({ r }) => r);
}

function translation({ x, y }: Place): string {
  return `translate(${Math.round(10 * x) / 10},${Math.round(10 * y) / 10})`;
}

/** Moves along the circle where both ends are on it, and straight otherwise. */
function interpolatePlace(start: Place, end: Place): (t: number) => Place {
  const [r0, r1] = [Math.hypot(start.x, start.y), Math.hypot(end.x, end.y)];
  const isStraight = Math.abs(r0 - r1) > 0.02 * r1;
  const [a0, a1] = [Math.atan2(start.x, -start.y), Math.atan2(end.x, -end.y)];
  const turn = ((a1 - a0 + 3 * Math.PI) % (2 * Math.PI)) - Math.PI;
  const [x, y] = [interpolateNumber(start.x, end.x), interpolateNumber(start.y, end.y)];
  return (t) =>
    isStraight || t === 1 ? { x: x(t), y: y(t) } : pointOnCircle(a0 + t * turn, r0 + t * (r1 - r0));
}

/** @param k pixels per user unit; x and y are the middle of the circle on the screen */
export function drawLabels(
  layer: Layer,
  labels: readonly BundleLabel[],
  { k, x, y }: { k: number; x: number; y: number },
): void {
  layer
    .selectAll<SVGTextElement, BundleLabel>('text')
    .data(labels, ({ id }) => id)
    .join('text')
    .attr('class', ({ kind, node }) => `turned turned-${kind} node-${node.kind}`)
    .attr('text-anchor', ({ anchor }) => anchor)
    .attr(
      'transform',
      (label) => `translate(${(label.x - x) / k},${(label.y - y) / k})rotate(${label.turn})scale(${1 / k})`,
    )
    .each(function ({ lines }) {
      select(this)
        .selectAll('tspan')
        .data(lines)
        .join('tspan')
        .attr('x', 0)
        .attr('dy', (_, i) => (i === 0 ? `${0.34 - 0.625 * (lines.length - 1)}em` : '1.25em'))
        .text((line) => line);
    });
}
