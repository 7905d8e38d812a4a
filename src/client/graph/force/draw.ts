/** How the force view draws: dots with their labels, lines, and the bent lines of the highlight. */
import { select, type Selection, type SimulationLinkDatum, type SimulationNodeDatum } from 'd3';
import type { MapNode, MapTie } from '../../../map/model.ts';
import type { Link } from '../state/ask.ts';
import { tieKey } from '../state/changes.ts';
import { tieOpacity, tieWidth } from '../../../map/frame.ts';
import { numberInDot } from '../../../map/names.ts';
import { labelOffset, labelSize, shortLabel, type Side } from '../../../map/labels.ts';
import { bendOf } from './tie-lines.ts';

export interface Body extends SimulationNodeDatum, Omit<MapNode, 'x' | 'y'> {
  x: number;
  y: number;
  home: { x: number; y: number };
}

export interface Tie extends SimulationLinkDatum<Body>, Omit<MapTie, 'source' | 'target'> {
  source: Body;
  target: Body;
}

/** A highlighted line between two bodies. */
export interface HighlightedLink {
  source: Body;
  target: Body;
  way: Link['way'];
  count: number;
  kind?: MapTie['kind'];
  isStraight?: true;
}

export type Layer = Selection<SVGGElement, unknown, null, undefined>;

export const toMapTie = (tie: Tie): MapTie => ({ ...tie, source: tie.source.id, target: tie.target.id });

export function drawTies(layer: Layer, ties: readonly Tie[], changed: ReadonlySet<string>): void {
  layer
    .selectAll<SVGLineElement, Tie>('line')
    .data(ties, (tie) => tieKey(toMapTie(tie)))
    .join('line')
    .attr(
      'class',
      (tie) =>
        `tie tie-${tie.kind}${tie.broken ? ' tie-broken' : ''}${changed.has(tieKey(toMapTie(tie))) ? ' changed' : ''}`,
    )
    .attr('stroke-width', (tie) => tieWidth(tie.count))
    .attr('stroke-opacity', (tie) => tieOpacity(tie.weight));
}

export function drawNodes(layer: Layer, bodies: readonly Body[]): void {
  layer
    .selectAll<SVGGElement, Body>('g')
    .data(bodies, (node) => node.id)
    .join((enter) => {
      const g = enter.append('g').attr('data-id', (node) => node.id);
      g.append('circle');
      g.filter((node) => numberInDot(node) !== '')
        .append('text')
        .attr('class', 'number')
        .text(numberInDot);
      g.append('text').attr('class', 'label');
      return g;
    })
    .order()
    .each(function (node) {
      if (node.phase) this.style.setProperty('--phase', String(node.phase));
      select(this).select('circle').attr('r', node.r);
      select(this).select('.label').text(shortLabel(node));
    });
}

/** The marks of a dot in addition to its kind. */
export type Mark =
  'near' | 'selected' | 'centre' | 'match' | 'far' | 'start' | 'new' | 'changed' | 'pinned' | 'labelled';

/** Changes only the dots whose marks have changed, because there may be a thousand. */
export function markNodes(layer: Layer, marksOf: (node: Body) => Partial<Record<Mark, boolean>>): void {
  layer.selectAll<SVGGElement, Body>('g').each(function (node) {
    const state = node.isMissing ? ' missing' : node.findings ? ' faulty' : '';
    const marks = Object.entries(marksOf(node))
      .filter(([, on]) => on)
      .map(([mark]) => ` ${mark}`)
      .join('');
    const className = `node node-${node.kind}${state}${marks}`;
    if (this.getAttribute('class') !== className) this.setAttribute('class', className);
  });
}

/** Fades elements in during the second half of the time. */
export function fadeIn<E extends SVGElement, D>(
  all: Selection<E, D, SVGGElement, unknown>,
  time: number,
): void {
  all
    .style('opacity', 0)
    .transition('come')
    .delay(time / 2)
    .duration(time / 2)
    .style('opacity', 1)
    .on('end', function () {
      this.style.opacity = '';
    });
}

export function drawLinks(layer: Layer, links: readonly HighlightedLink[]): void {
  layer
    .selectAll<SVGPathElement, HighlightedLink>('path')
    .data(links)
    .join('path')
    .attr('class', (link) => `highlight-${link.way}`)
    .attr('stroke-width', (link) => tieWidth(link.count))
    .attr('d', linkPath);
}

/** A line that bends to its right, so that the lines of the two directions stand apart; a single line is straight. */
function linkPath({ source, target, isStraight }: HighlightedLink): string {
  if (isStraight) return `M${source.x},${source.y}L${target.x},${target.y}`;
  const bend = bendOf({ source, target });
  return `M${source.x},${source.y}Q${bend.x},${bend.y} ${target.x},${target.y}`;
}

/** Marks the line under the pointer, on either layer. */
export function markLine(
  layers: readonly Layer[],
  pointed: { source: Body; target: Body } | undefined,
): void {
  for (const layer of layers)
    layer
      .selectAll<SVGElement, Tie | HighlightedLink>('line, path')
      .classed(
        'pointed',
        ({ source, target, kind }) =>
          kind === 'refers' && source === pointed?.source && target === pointed.target,
      );
}

export function updatePositions(ties: Layer, links: Layer, nodes: Layer): void {
  ties
    .selectAll<SVGLineElement, Tie>('line')
    .attr('x1', (tie) => tie.source.x)
    .attr('y1', (tie) => tie.source.y)
    .attr('x2', (tie) => tie.target.x)
    .attr('y2', (tie) => tie.target.y);
  links.selectAll<SVGPathElement, HighlightedLink>('path').attr('d', linkPath);
  nodes.selectAll<SVGGElement, Body>('g').attr('transform', (node) => `translate(${node.x},${node.y})`);
}

/** @param k pixels per user unit; `dot` for the dots */
export function setLabels(layer: Layer, sides: ReadonlyMap<string, Side>, k: number, dot: number): void {
  layer.selectAll<SVGGElement, Body>('g').each(function (node) {
    const side = sides.get(node.id);
    if (!side) return;
    const at = labelOffset(side, node.r * dot, labelSize(node.kind) * 1.25);
    select(this)
      .select('.label')
      .attr('x', at.x / k)
      .attr('y', at.y / k)
      .attr('text-anchor', at.anchor);
  });
}
